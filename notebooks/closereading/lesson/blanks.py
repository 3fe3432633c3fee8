"""Blanks in a line of an exercise: a cell that still holds three dots is not run, and its check
hears that there is nothing yet.
"""

import ast


class Blanks(ast.NodeTransformer):
    """What IPython asks before it runs a cell: of one that calls check and still has three dots
    anywhere, only the check is left, of three dots. So a blank in the middle of a line never ends
    in a traceback.
    """

    def visit_Module(self, cell):
        """ast.Module: the cell as it is to be run."""
        checks = [line for line in cell.body if _key_checked(line)]
        if not checks or not _has_dots(cell):
            return cell
        cell.body = [_check_of_dots(line) for line in checks]
        return cell


def leave_blanks(shell):
    """From now on cells with blanks are not run. shell: of IPython; a second call changes
    nothing.
    """
    if not any(isinstance(known, Blanks) for known in shell.ast_transformers):
        shell.ast_transformers.append(Blanks())


def _key_checked(line):
    """The key of a line such as check("01.1", who), as an ast node; None for any other line."""
    call = getattr(line, "value", None)
    named = isinstance(line, ast.Expr) and isinstance(call, ast.Call)
    if named and getattr(call.func, "id", "") == "check" and call.args:
        return call.args[0]
    return None


def _has_dots(cell):
    return any(isinstance(node, ast.Constant) and node.value is ... for node in ast.walk(cell))


def _check_of_dots(line):
    """The same line, with three dots as the answer."""
    call = ast.Call(line.value.func, [_key_checked(line), ast.Constant(...)], [])
    return ast.fix_missing_locations(ast.copy_location(ast.Expr(call), line))
