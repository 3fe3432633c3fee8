// The theme gives its buttons for nested lists a sign only.
document.querySelectorAll("nav summary:has(.toctree-toggle)").forEach((button) => {
  button.setAttribute("aria-label", "Pages of this part");
});
