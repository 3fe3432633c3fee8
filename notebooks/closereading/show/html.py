"""HTML of ours is made in templates: each value is escaped, one that is not given is an error."""

import re
from pathlib import Path

import jinja2
from jinja2.ext import Extension
from markupsafe import Markup

from ..reading.in_marks import in_marks
from ..reading.numerals import agreeing

# a line break at the edge of a tag or a block is there for whoever reads the template
LAYOUT = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{])|\n\s*\Z")


class _OneLine(Extension):
    """Takes the line breaks and indents of a template out of the HTML; inside a sentence, or
    between two attributes, a line break is a blank.
    """

    def preprocess(self, source, name, filename=None):
        """str: the template as one line."""
        return re.sub(r"\s*\n\s*", " ", LAYOUT.sub("", source))


TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    extensions=[_OneLine],
)
TEMPLATES.globals |= {"agreeing": agreeing, "in_marks": in_marks}


def render(template, **values):
    """Markup: a template of templates/, filled in. Whatever is no Markup is escaped; each entry of
    a list is looked at by itself. Raises jinja2.UndefinedError for a value that is not given.
    """
    return Markup(TEMPLATES.get_template(template).render(values))


def no_formula(html):
    """str: HTML in whose texts JupyterLab finds no formula: “$5 or $6” is money. Attributes stay
    as they are.
    """
    return re.sub(r"[$\\](?=[^<>]*(?:<|\Z))", r"<span>\g<0></span>", str(html))
