"""The data dictionary: what each column of each table means, made from the schemas."""

import json

from .places import DATA

HEAD = "| column | type | meaning |\n|---|---|---|\n"


def dictionary():
    """str: Markdown with a section for each table."""
    return "".join(_section(path) for path in sorted((DATA / "schemas").glob("*.json")))


def _section(path):
    """str: Markdown of one table."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    rows = "".join(_row(field) for field in schema["fields"])
    return f"\n## {path.stem}.csv\n\n{schema.get('description', '')}\n\n{HEAD}{rows}"


def _row(field):
    """str: a row about one column."""
    rules = field.get("constraints", {})
    said = [field.get("description", "")]
    if "enum" in rules:
        said.append(f"One of: {', '.join(map(str, rules['enum']))}.")
    if rules.get("required"):
        said.append("Never blank.")
    words = " ".join(filter(None, said)).replace("|", "\\|")
    return f"| `{field['name']}` | {field['type']} | {words} |\n"
