"""Close Reading: read one news report as evidence, and measure it. Lessons import from here;
modules are named by what they do. Importing changes nothing elsewhere; `begin` does.
"""

from .audit import unexplained
from .data.mine import my_report
from .data.own import add_row, start_report
from .data.reference import parse_words
from .data.report import open_report
from .geo import nearest
from .lesson import answers
from .lesson.calls import check, edition, keep, repair
from .lesson.download import download_answers
from .lesson.learners import share_machine
from .lesson.predictions import predict, recall
from .lesson.quiz import quiz
from .lesson.self_test import self_test
from .lesson.session import begin
from .reading import evidence
from .reading.interval import Interval
from .reading.scope import scope_diff, split_by_scope
from .reading.text import compare_quotes, everywhere
from .show import charts, maps
from .show.charts import opens
from .show.faults import faults
from .show.tables import show_tables_plainly
from .widgets.claim_bench import claim_bench
from .widgets.claim_files import save_claim
from .widgets.dated_cards import dated_cards
from .widgets.five_calls import five_calls
from .widgets.four_gates import four_gates
from .widgets.from_where import from_where, my_band
from .widgets.hand_on import hand_on
from .widgets.hedge_dial import hedge_dial
from .widgets.lens import attribution_lens
from .widgets.matrix import matrix_bench, my_table
from .widgets.own_item import own_item
from .widgets.quote_trace import quote_trace
from .widgets.row_forms import row_forms
from .widgets.scope_form import scope_form
from .widgets.strangers_row import strangers_row
from .widgets.two_accounts import two_accounts
from .widgets.two_quotes import two_quotes
from .widgets.workbench import workbench
from .widgets.your_text import your_text
