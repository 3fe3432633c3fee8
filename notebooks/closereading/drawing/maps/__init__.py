"""Maps of a report's distances, each with a strip of the same lines below it."""


def distances(report, **_):
    """x"""
