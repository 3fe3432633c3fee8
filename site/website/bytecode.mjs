// Runs bytecode.py by the Pyodide of a folder: node bytecode.mjs PYODIDE SCRIPT FOLDER
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, script, folder] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: pyodide });
python.FS.mkdirTree("/wheels");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/wheels");
python.runPython("import sys; sys.argv = ['bytecode.py', '/wheels']");
python.runPython(readFileSync(script, "utf8"));
