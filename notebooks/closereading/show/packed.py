"""Scripts and style sheets as they go along with every notebook: without what only their writers
need.
"""

import re

GOES_ON = "{([,;:?&|=+>}"  # at the end of a line: no statement ends at the break by itself
WENT_ON = ".?:)]}&|"  # the same at its beginning


def packed(script):
    """str: a script without its comments, its indents and all line breaks before which, or behind
    which, a statement goes on or has ended; it is kept in every notebook.
    """
    lines = (line for line in map(_bare, script.splitlines()) if line)
    packed = next(lines)
    for line in lines:
        goes_on = packed[-1] in GOES_ON or line[0] in WENT_ON
        packed += line if goes_on else f"\n{line}"
    return packed


def _bare(line):
    """str: a line of a script without its indent and its comment."""
    code = line.strip()
    if code.startswith("//"):
        return ""
    bare = code.split("// ")[0]
    in_a_text = any(bare.count(mark) % 2 for mark in "\"'`")
    return code if in_a_text else bare.rstrip()


def packed_look(look):
    """str: a style sheet without its comments and its indents."""
    bare = re.sub(r"/\*.*?\*/", "", look, flags=re.DOTALL)
    return re.sub(r"(?<=[{};,]) | (?=[{}])", "", " ".join(bare.split()))
