"""Sphinx's settings. The build lays out its sources in _build/source and names this file's folder
as the one with the settings.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from website import settings as _settings  # noqa: E402

_set = _settings.read()
project = "Close Reading: Union Resolve 2022"
author = "The authors of Close Reading"
project_copyright = "2026, the authors of Close Reading"
release = version = _set.release
language = "en-GB"

extensions = ["myst_nb"]
nb_execution_mode = "off"
nb_code_prompt_show = "The code of this step"
nb_code_prompt_hide = "Hide the code of this step"
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]
suppress_warnings = ["mystnb.unknown_mime_type"]

html_theme = "pydata_sphinx_theme"
html_title = "Close Reading"
html_static_path = ["static"]
html_css_files = ["site.css", "marks.css"]
# the marks open as soon as one sees them, and do not wait for the theme's scripts
html_js_files = ["marks.js", ("site.js", {"defer": "defer"})]
html_favicon = "static/icon.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_baseurl = _set.pages
html_sidebars = dict.fromkeys(["index", "search", "gallery", "glossary"], [])
html_theme_options = {
    "logo": {"text": "Close Reading"},
    "navbar_align": "left",
    "header_links_before_dropdown": 6,
    "collapse_navigation": True,  # its buttons for nested lists have no name
    "navigation_with_keys": False,
    "pygments_light_style": "github-light-high-contrast",
    "pygments_dark_style": "github-dark-high-contrast",
    "secondary_sidebar_items": ["page-toc"],
    "article_footer_items": [],
    "footer_start": ["copyright"],
    "footer_end": [],
    "back_to_top_button": False,
    "show_prev_next": True,
    "search_as_you_type": False,
    "search_bar_text": "Search the lessons …",
    "icon_links": [],
}
