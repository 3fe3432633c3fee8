"""What the styles of a Word file say of its words: which are hidden, which are struck out."""

_NO = ("0", "false", "off")


class Styles:
    """The styles of a file. root: Element of word/styles.xml, or None where there are none."""

    def __init__(self, root):
        self._styles = {}
        for one in [] if root is None else root:
            if name_of(one) == "style":
                self._styles[attribute(one, "styleId")] = one

    def says(self, name, properties, paragraph):
        """bool: whether a run has a property. name: "vanish", "strike" or "dstrike". properties:
        its Element w:rPr or None. paragraph: id of the style of its paragraph.
        """
        own = child(properties, name)
        if own is not None:
            return value_of(own) not in _NO
        styles = (value_of(child(properties, "rStyle")), paragraph)
        return any(self._of_style(name, style) for style in styles)

    def numbering(self, style):
        """Element w:numPr of a style, or of one on which it is based; None where there is none."""
        return self._found(style, "pPr", "numPr")

    def _of_style(self, name, style):
        """bool: whether a style, or one on which it is based, has a property."""
        found = self._found(style, "rPr", name)
        return found is not None and value_of(found) not in _NO

    def _found(self, style, group, name):
        """Element: a property of a style, or of one on which it is based; None where neither has
        it.
        """
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            found = child(child(self._styles[style], group), name)
            if found is not None:
                return found
            style = value_of(child(self._styles[style], "basedOn"))
        return None


def name_of(element):
    """str: the name of an element, without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element, name):
    """Element: the first of that name in an element; None where there is none, or no element."""
    found = [] if element is None else [one for one in element if name_of(one) == name]
    return found[0] if found else None


def attribute(element, name):
    """str: an attribute, whatever its namespace; blank where there is none."""
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")


def value_of(element):
    """str: the attribute w:val of an element; blank where there is no element."""
    return "" if element is None else attribute(element, "val")
