"""The ways in that README names, with links wherever the project has a public address."""

import re

PLACE = re.compile(r"(<!-- doors -->\n).*?(<!-- /doors -->)", re.S)
BUILD = "`python3 site/build.py`, then `python3 site/build.py --serve`"
HUB = "notebooks/00_read_the_report.ipynb"


def in_readme(text, settings):
    """str: the README with its ways in written anew. text: of the README. settings: Settings.
    Raises ValueError where it has no place for them.
    """
    if not PLACE.search(text):
        raise ValueError("README.md has no place for the ways in, <!-- doors -->.")
    told = "\n".join(f"- {door}" for door in _doors(settings))
    return PLACE.sub(lambda match: f"{match[1]}{told}\n{match[2]}", text)


def _doors(settings):
    """list of str: Markdown of each way in."""
    return [
        f"**In the browser**, without Python: {_browser(settings)} Your answers stay in your"
        " browser, and you can download them.",
        "**Your laptop:** the two commands [below](#begin). After the first time it"
        " works without internet.",
        f"**Binder or a hub:** {_hub(settings)} Download what you wrote before you leave.",
        f"**A class:** {_class(settings)}",
    ]


def _browser(settings):
    if settings.pages:
        return f"[open the website]({settings.pages}) and press “Do it here” on a lesson."
    return f"make the website, {BUILD}, and press “Do it here” on a lesson."


def _hub(settings):
    if settings.binder:
        badge = f"[![Open on Binder](https://mybinder.org/badge_logo.svg)]({settings.binder})"
        return f"{badge} A JupyterHub takes the folder as it is."
    return f"Binder builds itself from `.binder/`. On a JupyterHub, upload all and open `{HUB}`."


def _class(settings):
    guide = "[the guide for teachers](notebooks/teacher/guide.md) has routes of 45 minutes"
    read = f"read a lesson on [its page]({settings.pages}lessons.html), " if settings.pages else ""
    return f"{read}{guide}, and hand-outs of one page."
