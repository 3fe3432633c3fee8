// Makes the marks of the pictures open, with the same script as in the lessons.
fetch(new URL("marks.css", document.currentScript.src))
  .then((answer) => answer.text())
  .then((css) => openMarks(css));

// The theme gives its buttons for nested lists a sign only.
document.querySelectorAll("nav summary:has(.toctree-toggle)").forEach((button) => {
  button.setAttribute("aria-label", "Pages of this part");
});
