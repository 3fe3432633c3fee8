"""The style of the house: how complex a function may be, and what ruff has no rule for."""

import ast
from pathlib import Path

import pytest
from radon.complexity import average_complexity, cc_visit

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "notebooks" / "closereading"
FILES = sorted([*(ROOT / "notebooks").rglob("*.py"), *(ROOT / "site").rglob("*.py")])
FILES = [path for path in FILES if not {"my-work", "_build"} & set(path.parts)]
MOST, MEAN, LINES = 10, 4, 300
TWO = "two values in one assignment"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def blocks(source):
    """radon's blocks of a source: its functions and methods, each once, the inner ones too."""
    for block in cc_visit(source):
        parts = [block, *getattr(block, "closures", [])]
        yield from (part for part in parts if part.letter in "FM")


def too_complex(source):
    """Names of the functions of a source that are more complex than MOST."""
    return {block.fullname for block in blocks(source) if block.complexity > MOST}


def conditional_in_conditional(node):
    """Whether a conditional expression holds another one."""
    inner = (child for child in ast.walk(node) if child is not node)
    return isinstance(node, ast.IfExp) and any(isinstance(child, ast.IfExp) for child in inner)


def packed_assignment(node):
    """Whether an assignment takes a tuple of more than two values apart."""
    if not isinstance(node, ast.Assign):
        return False
    sides = [*node.targets, node.value]
    written_out = [side for side in sides if isinstance(side, (ast.Tuple, ast.List))]
    targets = [side for side in node.targets if isinstance(side, ast.Tuple)]
    return bool(targets) and any(len(side.elts) > 2 for side in written_out)


def two_in_one(node):
    """Whether an assignment writes out both its targets and their values, which are two steps; an
    exchange, where a later value needs an earlier target as it was, is one.
    """
    if not isinstance(node, ast.Assign):
        return False
    (targets, *_), values = node.targets, node.value
    if not all(isinstance(side, (ast.Tuple, ast.List)) for side in (targets, values)):
        return False
    mine = {ast.unparse(target) for target in targets.elts}
    theirs = {ast.unparse(part) for value in values.elts for part in ast.walk(value)}
    return not mine <= theirs


def crowded_comprehension(node):
    """Whether a comprehension has more than two clauses."""
    if not isinstance(node, COMPREHENSIONS):
        return False
    return sum(1 + len(clause.ifs) for clause in node.generators) > 2


def named_lambda(node):
    """Whether a lambda is bound to a name."""
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda)


def plural_by_hand(node):
    """Whether a word is chosen by whether there is one thing, which `agreeing` does."""
    if not isinstance(node, ast.IfExp) or not isinstance(node.test, ast.Compare):
        return False
    by_one = [getattr(side, "value", None) for side in node.test.comparators] == [1]
    words = [getattr(word, "value", None) for word in (node.body, node.orelse)]
    return by_one and ("s" in words or all(words) and all(isinstance(one, str) for one in words))


RULES = {
    "a conditional inside a conditional": conditional_in_conditional,
    "a tuple of more than two in one assignment": packed_assignment,
    TWO: two_in_one,
    "a comprehension of more than two clauses": crowded_comprehension,
    "a lambda bound to a name": named_lambda,
    "a plural by hand": plural_by_hand,
}


def owners(tree):
    """Each node of a tree with the name of the outermost function that holds it."""
    for top in tree.body:
        inner = top.body if isinstance(top, ast.ClassDef) else [top]
        for part in inner:
            name = getattr(part, "name", "<module>")
            whole = f"{top.name}.{name}" if isinstance(top, ast.ClassDef) else name
            yield from ((whole, node) for node in ast.walk(part))


def packed(source):
    """(name of a function, rule it breaks) of a source."""
    found = set()
    for name, node in owners(ast.parse(source)):
        found |= {(name, rule) for rule, breaks in RULES.items() if breaks(node)}
    return found


def undocumented(source):
    """Public functions, classes and methods of a source that say nothing about themselves."""
    tree = ast.parse(source)
    if ast.get_docstring(tree) is None:
        yield "<module>"
    for top in tree.body:
        inner = top.body if isinstance(top, ast.ClassDef) else []
        for node in [top, *inner]:
            name = getattr(node, "name", "_")
            if not name.startswith("_") and ast.get_docstring(node) is None:
                yield name


def complaints():
    """Every complaint about a file, in words."""
    for path in FILES:
        source, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()
        yield from (f"{name} {what}: complexity" for what in too_complex(source))
        yield from (f"{name} {what}: {rule}" for what, rule in packed(source))
        yield from (f"{name} {what}: no docstring" for what in undocumented(source))
        if len(source.splitlines()) > LINES:
            yield f"{name}: over {LINES} lines"


def test_nothing_breaks_a_rule():
    assert sorted(complaints()) == []


def test_the_mean_complexity_stays_low():
    every = [block for path in FILES for block in blocks(path.read_text(encoding="utf-8"))]
    mean = average_complexity(every)
    assert mean <= MEAN, f"the mean is {mean:.2f}"


@pytest.mark.parametrize(
    "source, rule",
    [
        (
            "def f(a):\n    return 1 if a else 2 if a > 1 else 3",
            "a conditional inside a conditional",
        ),
        ("def f(a):\n    b, c, d = a[0]", "a tuple of more than two in one assignment"),
        ("def f(a):\n    b, c = a, 1", TWO),
        (
            "def f(a):\n    return [b for b in a if b if a]",
            "a comprehension of more than two clauses",
        ),
        ("f = lambda a: a", "a lambda bound to a name"),
        ("def f(n):\n    return f\"{n} claim{'s' if n > 1 else ''}\"", "a plural by hand"),
    ],
)
def test_each_rule_bites(source, rule):
    assert {broken for _, broken in packed(source)} == {rule}


def test_an_exchange_and_an_unpacking_are_one_step():
    assert packed("def f(a, b):\n    a, b = b, a\n    c, d = a\n    c, d = map(int, a)") == set()


def test_the_complexity_rule_bites():
    branches = "\n".join(f"    if a == {n}:\n        return {n}" for n in range(MOST))
    assert too_complex(f"def f(a):\n{branches}") == {"f"}
    assert too_complex(f"class C:\n    def f(self, a):\n{branches.replace('    ', '        ')}")


def test_a_missing_docstring_is_seen():
    assert [*undocumented('"""A module."""\ndef f(): pass\ndef _g(): pass')] == ["f"]
