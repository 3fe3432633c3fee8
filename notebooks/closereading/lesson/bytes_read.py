"""The text of a file of answers, in whatever bytes a program has saved it."""

_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# without a mark: which of the first four bytes are 0, because the first signs are plain ones
_ZEROS = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}


def decoded(data):
    """str: the text of a file. Bytes that are none stay as half characters, so that only the lines
    with them are unreadable; where no sign beyond ASCII is UTF-8, they are those of Windows.
    """
    if code := _code_of(data):
        return data.decode(code, "replace")
    text = data.decode("utf-8-sig", "surrogateescape")
    beyond = [sign for sign in text if ord(sign) > 127]
    if beyond and all("\udc80" <= sign <= "\udcff" for sign in beyond):
        return data.decode("cp1252", "replace")
    return text


def _code_of(data):
    """str: the code of a file with two or four bytes for each sign; blank for any other."""
    for mark, code in _MARKS.items():
        if data.startswith(mark):
            return code
    return _ZEROS.get(tuple(byte == 0 for byte in data[:4]), "")
