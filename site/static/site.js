// Makes the marks of the pictures open, with the same script as in the lessons.
fetch(new URL("marks.css", document.currentScript.src))
  .then((answer) => answer.text())
  .then((css) => openMarks(css));
