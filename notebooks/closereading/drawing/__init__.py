"""Drawing: a figure, and what each artist on it shows."""

import logging
import sys

if (
    sys.platform == "emscripten"
):  # in a browser matplotlib says with each start that it looks at fonts
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
