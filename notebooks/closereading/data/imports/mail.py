"""Mails (.eml) and web pages that a browser saves as one file (.mhtml): their letter or page."""

from email import message_from_bytes, policy
from email.errors import MessageError

from ...reading.text import Problem
from . import letters, web_page


def read(name, data):
    """(text, list of sentences) of a mail, or of a page in one file. Raises Problem where it holds
    none.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    body = message.get_body(preferencelist=("html", "plain"))
    try:
        inside = body.get_content() if body else ""
    except (LookupError, MessageError, ValueError):
        inside = ""
    if not inside.strip():
        raise Problem(
            f"{name}: found a mail, or a page in one file, without words; expected a text. Open it"
            " in the program that it is from, and copy the words of the report from there."
        )
    told = ["Of the file its letter or page was read; what is attached to it was not."]
    how = web_page if body.get_content_type() == "text/html" else letters
    text, notes = how.read(name, b"\xef\xbb\xbf" + inside.encode())
    return text, [*told, *notes]
