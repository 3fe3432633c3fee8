// Makes the marks of the pictures open, with the same script as in the lessons. Their look is a
// style sheet of the page: a page that was opened as a file may fetch nothing.
openMarks();

// The theme gives its buttons for nested lists a sign only.
document.querySelectorAll("nav summary:has(.toctree-toggle)").forEach((button) => {
  button.setAttribute("aria-label", "Pages of this part");
});
