"""Where a text goes that is pasted into a lesson: it depends on where the lesson runs."""

import os
import sys

BINDER = ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST", "BINDER_REPO_URL")
HUB = ("JUPYTERHUB_API_URL", "JUPYTERHUB_USER", "JUPYTERHUB_SERVICE_PREFIX")
OTHERS = ("COLAB_RELEASE_TAG", "CODESPACES", "KAGGLE_KERNEL_RUN_TYPE", "GITPOD_WORKSPACE_ID")


def where_it_goes():
    """str: sentences on where a pasted text goes, who can read it there, and how long it stays."""
    if sys.platform == "emscripten":
        return (
            "This lesson runs in your browser. Your text stays in this browser, on this computer;"
            " it is sent nowhere. Some browsers empty their storage after a while, so take a copy"
            " along at the end."
        )
    if any(name in os.environ for name in BINDER):
        return (
            "This lesson runs on Binder, on a computer of others. Your text is sent there, and it"
            " is deleted when the session ends. Paste nothing that is not public already, and take"
            " a copy along at the end."
        )
    if any(name in os.environ for name in (*HUB, *OTHERS)):
        return (
            "This lesson runs on a server. Your text is sent there and stays in your folder there;"
            " whoever runs the server can read it. Paste nothing that they may not read."
        )
    return (
        "This lesson runs on the computer that started it. Your text stays there, in your work"
        " folder; it is sent nowhere. If that computer is not your own, whoever runs it can read"
        " the text."
    )


def in_short():
    """str: the same in one short sentence."""
    if sys.platform == "emscripten":
        return "It stays in this browser."
    if any(name in os.environ for name in (*BINDER, *HUB, *OTHERS)):
        return "It is sent to the server on which this lesson runs."
    return "It stays on the computer on which this lesson runs."
