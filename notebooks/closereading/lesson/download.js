// One button: the answers as they are now, as a file. Python sends the text when it is pressed.
function render({ model, el }) {
  const button = document.createElement("button");
  const said = document.createElement("p");
  button.type = "button";
  button.textContent = model.get("label");
  button.dataset.lmSuppressShortcuts = "true";
  said.setAttribute("role", "status");
  said.textContent = model.get("says");
  button.onclick = () => model.send({ wanted: "answers" });
  const give = ({ text, name, says }) => {
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
  return () => model.off("msg:custom", give);
}

export default { render };
