"""Close Reading: read one news report as evidence, and measure it. Lessons import from here; modules are named by what they do."""
from . import charts
from .lesson import begin, check, keep, predict, quiz, recall, repair, self_test
from .picture import opens, unexplained
from .report import open_report
from .tables import show_tables_plainly
from .widgets.lens import attribution_lens

show_tables_plainly()
