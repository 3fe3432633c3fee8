// One button: the answers as they are now, as a file. Python sends the text when it is pressed.
const LATE = 500; // milliseconds without an answer, then it is said
const WAITING =
  "Python is working, or it has stopped. The file comes when Python is done; if none comes, run " +
  "this cell again.";

function render({ model, el }) {
  const button = document.createElement("button");
  const said = document.createElement("p");
  let asked = false; // here, and not in another browser that shows the same notebook
  let late;
  button.type = "button";
  button.textContent = model.get("label");
  button.dataset.lmSuppressShortcuts = "true";
  said.setAttribute("role", "status");
  said.textContent = model.get("says");
  button.onclick = () => {
    asked = true;
    clearTimeout(late);
    late = setTimeout(() => {
      said.textContent = WAITING;
    }, LATE);
    model.send({ wanted: "answers" });
  };
  const give = ({ text, name, says }) => {
    if (!asked) return;
    asked = false;
    clearTimeout(late);
    said.textContent = says;
    if (!text) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  model.on("msg:custom", give);
  el.classList.add("cr-live");
  el.append(button, said);
  return () => {
    clearTimeout(late);
    model.off("msg:custom", give);
  };
}

export default { render };
