"""A panel on a page without Jupyter: how it is laid out at the widths of a projector, a notebook
and a phone, where it hides its still view, and what it says where no kernel answers.
"""

import base64
import json

import lab
import pytest
from closereading import (
    claim_bench,
    from_where,
    hedge_dial,
    matrix_bench,
    start_report,
    workbench,
    your_text,
)
from closereading.drawing.page import NARROW, WIDTH
from closereading.show import panel as frame
from closereading.show.controls import KINDS, Radio
from closereading.show.panel import Panel, View

pytestmark = pytest.mark.skipif(lab.chromium() is None, reason=lab.NO_CHROMIUM)

SCRIPT = "".join(
    (
        *(frame.PAGE, frame.CONTROLS, frame.ASKING, frame.PRESSING),
        *(frame.SELECTING, frame.NARROWING, frame.LIVE),
    )
)
SCRIPT += "\nObject.assign(window, { render, focusOn });"
STYLE = (frame.HERE / "panel.css").read_text(encoding="utf-8")
SHOW = """([state, ground, width, around]) => {
    const bytes = Uint8Array.from(atob(ground), (sign) => sign.charCodeAt(0));
    const values = { ...state, ground: new DataView(bytes.buffer) };
    const model = { get: (name) => values[name], set: (name, value) => { values[name] = value; },
        on() {}, off() {}, save_changes() {} };
    document.body.innerHTML = `<div class="${around}" style="width: ${width}px"><div></div></div>`;
    window.model = model;
    window.render({ model, el: document.body.firstChild.firstChild });
}"""
PLACES = """() => {
    const box = (found) => found.getBoundingClientRect().toJSON();
    const panel = document.querySelector('.cr-panel');
    const all = [...panel.querySelectorAll('form *')];
    const wide = all.filter((e) => e.getBoundingClientRect().right
        > panel.getBoundingClientRect().right + 1);
    const part = (name) => panel.querySelector(name) && box(panel.querySelector(name));
    const broken = [...panel.querySelectorAll('.cr-value')].filter((e) => e.clientHeight > 40);
    return { form: part('form'), says: part('.cr-says'),
        image: part('.cr-body img:not([hidden] img)'),
        over: panel.scrollWidth - panel.clientWidth, broken: broken.length,
        wide: wide.map((e) => e.outerHTML.slice(0, 80)) };
}"""


TWO_FRAMES = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"


def show(page, panel, width, around="", **given):
    """Shows a panel in a box of some width. given: what is otherwise in its state."""
    names = "goal view alt says box letters moving changed values told".split()
    state = {name: getattr(panel, name) for name in names} | given
    state["controls"] = [control.form() for control in panel.controls]
    ground = base64.b64encode(panel.ground).decode()
    page.evaluate(SHOW, [json.loads(json.dumps(state)), ground, width, around])
    page.locator(".cr-panel").wait_for()
    drawn = "() => document.querySelector('.cr-body img:not([hidden] img)')?.naturalWidth > 0"
    if panel.ground or "<img" in panel.view:
        page.wait_for_function(drawn)
    page.evaluate(TWO_FRAMES)  # a width is observed only when a frame is laid out


@pytest.fixture(scope="module")
def blank():
    """A page with the script and the style of a panel."""
    with lab.browser(width=1366, height=768) as page:
        page.set_content(f"<style>{STYLE}</style><script type='module'>{SCRIPT}</script><body>")
        page.wait_for_function("() => window.render")
        yield page
        assert page.errors == []


@pytest.mark.parametrize("make", [workbench, from_where, hedge_dial])
def test_control_and_effect_stand_on_one_screen(report, blank, make):
    panel = make(report)
    for width in (800, 848, 1100):
        show(blank, panel, width)
        seen = blank.evaluate(PLACES)
        assert seen["says"]["right"] <= seen["image"]["left"], width
        top = min(seen[part]["top"] for part in ("form", "image"))
        low = max(seen[part]["bottom"] for part in ("says", "image"))
        assert low - top <= 647 and seen["image"]["width"] > 300  # a projector shows so much
        assert seen["over"] == 0 and seen["wide"] == [] and seen["broken"] == 0
    show(blank, panel, 584)
    seen = blank.evaluate(PLACES)
    assert seen["says"]["bottom"] <= seen["image"]["top"]


@pytest.mark.parametrize("make", [workbench, from_where, hedge_dial])
def test_nothing_is_wider_than_a_phone_at_four_times_the_size(report, blank, make):
    show(blank, make(report), 204)  # what JupyterLab leaves of 320 px
    seen = blank.evaluate(PLACES)
    assert seen["over"] == 0 and seen["wide"] == []
    assert seen["image"]["right"] <= 204 + 8


def test_a_table_of_menus_and_a_file_fit_there_too(report, blank, work):
    start_report("mine", "It is said.\n")
    for panel in (matrix_bench(report), your_text("mine")):
        show(blank, panel, 204)
        seen = blank.evaluate(PLACES)
        assert seen["over"] == 0 and seen["wide"] == []
    show(blank, matrix_bench(report), 204)
    row = blank.locator(".cr-ratings tbody tr").first
    asked = row.locator("td").first.evaluate("e => getComputedStyle(e, '::before').content")
    menu = row.get_by_role("combobox").first
    assert menu.get_attribute("aria-label").endswith(asked.strip('"'))


@pytest.mark.parametrize("make", [workbench, from_where, hedge_dial])
def test_on_a_phone_a_picture_is_drawn_narrower_and_not_shown_smaller(report, blank, make):
    panel = make(report)
    for width, is_narrow in ((274, True), (458, True), (600, False), (458, False), (449, True)):
        show(blank, panel, width, narrow=panel.narrow)  # between 450 and 465 all stays as it is
        blank.wait_for_function("is => model.get('narrow') === is", arg=is_narrow)
        panel.narrow = is_narrow
        show(blank, panel, width, narrow=is_narrow)
        blank.wait_for_function(
            "is => is === document.querySelector('.cr-panel').matches('.cr-narrow')", arg=is_narrow
        )
        inches = NARROW if is_narrow else WIDTH
        smallest = blank.evaluate(PLACES)["image"]["width"] / inches * 9 / 72
        assert smallest >= 11, (width, smallest)


def test_a_table_of_menus_is_a_list_where_its_columns_have_no_room(report, blank):
    """Never is a column cut off, or a rating."""
    for panel in (matrix_bench(report), matrix_bench(report, rate=["E4", "E6"])):
        for width in (274, 610, 779, 1100):
            show(blank, panel, width)
            table = blank.locator(".cr-ratings")
            assert table.evaluate("e => e.scrollWidth - e.clientWidth") == 0, width
            cut = table.locator("select").first.evaluate("e => e.clientWidth < 110")
            assert not cut, width
    assert table.get_by_role("columnheader").count() == 2  # two have room


def test_what_moves_and_the_buttons_lie_on_the_picture(report, blank):
    for width in (1100, 584, 204):
        show(blank, workbench(report), width)
        image, over = blank.evaluate(
            "() => ['img', 'svg'].map((tag) => document.querySelector(`.cr-picture ${tag}`)"
            ".getBoundingClientRect().toJSON())"
        )
        for side in ("left", "top", "right", "bottom"):
            assert abs(image[side] - over[side]) < 1, (width, side)


@pytest.mark.parametrize("around", ["jp-OutputArea", "output_wrapper", "cell_container"])
def test_the_live_view_hides_the_still_one(report, blank, around):
    show(blank, workbench(report), 600, around)
    shown = """around => {
        const still = document.createElement('div');
        still.innerHTML = '<div class="cr-static">still</div>';
        document.querySelector(`.${around}`).prepend(still);
        return getComputedStyle(still.firstChild).display;
    }"""
    assert blank.evaluate(shown, around) == "none"
    blank.evaluate("() => document.querySelector('.cr-panel').remove()")
    assert blank.evaluate(shown, around) != "none"


@pytest.mark.parametrize("field", ["<input type=text>", "<textarea></textarea>"])
def test_a_field_to_type_in_gets_the_focus_back_behind_what_was_typed(blank, field):
    found = blank.evaluate(
        """(field) => {
            document.body.innerHTML = `<form><input type=checkbox>
                <div data-id="said">${field}</div></form>`;
            const typed = document.querySelector("[data-id]").firstChild;
            typed.value = "They said";
            typed.setSelectionRange(0, 0);
            focusOn(document.querySelector("form"), "said");
            return [document.activeElement === typed, typed.selectionStart];
        }""",
        field,
    )
    assert found == [True, len("They said")]


def test_a_reply_comes_in_one_piece_into_a_region_that_was_there(blank):
    """A screen reader speaks each piece that comes, and only into what was there before."""
    asked = Radio(
        id="who", label="Who?", options=["Janes", "NATO"], replies=["Right. Janes.", "No. Janes."]
    )
    show(blank, Panel("Two questions", [asked], lambda values: View("", "Choose.")), 600)
    region = blank.locator(".cr-replied[role=status]")
    assert region.inner_text() == ""
    region.evaluate(
        "e => { window.come = []; new MutationObserver((all) => all.forEach((one) =>"
        " come.push(...one.addedNodes))).observe(e, { childList: true }); }"
    )
    blank.get_by_label("NATO").check()
    assert region.inner_text() == "No. Janes."
    assert blank.evaluate("() => come.map((node) => node.textContent)") == ["No. Janes."]


def test_a_page_without_a_kernel_does_not_look_alive(report, blank):
    show(blank, workbench(report), 600, "jupyter-widgets-disconnected")
    said = blank.get_by_role("status").filter(has_text="nothing that you change is kept")
    said.wait_for()
    assert blank.locator("form").get_attribute("aria-disabled") == "true"


def test_a_field_has_an_edge_that_can_be_seen(blank, report):
    show(blank, from_where(report), 848)
    fields = blank.locator(".cr-panel :is(select, input[type=text], fieldset)")
    edges = fields.evaluate_all("all => all.map((e) => getComputedStyle(e).borderTopColor)")
    assert set(edges) == {"rgb(118, 118, 118)"}
    for ground in ("#ffffff", "#111111", "#212121"):  # JupyterLab's, light and dark
        assert contrast("#767676", ground) >= 3


def contrast(one, other):
    """float: of two colours, as WCAG 2 reckons it."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """float: the relative luminance of a colour such as #767676."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear))


def test_a_step_of_the_bench_is_there_before_any_answer(blank, work):
    start_report("mine", "It is said.\n")
    panel = claim_bench("mine")
    show(blank, panel, 600)
    step = blank.get_by_role("combobox", name="Step")
    assert blank.get_by_label("Passage, as printed").is_visible()
    step.select_option("2 who says what")
    assert blank.get_by_label("Speaker", exact=True).is_visible()
    assert not blank.get_by_label("Passage, as printed").is_visible()
    assert {control.kind for control in panel.controls} < {*KINDS}


STILL = "<div class='cr-static'><p><em>Run this cell, and its controls appear here.</em></p></div>"
RULES = "script-src 'unsafe-inline' 'unsafe-eval'"


@pytest.mark.parametrize(
    "rules, told", [("", "Run this cell"), (RULES, "This server’s rules keep")]
)
def test_a_server_that_forbids_widgets_is_named(blank, rules, told):
    policy = f"<meta http-equiv='Content-Security-Policy' content=\"{rules}\">" if rules else ""
    page = blank.context.new_page()
    page.set_content(f"{policy}<body>{STILL}<script>{frame.PAGE}\nguardPage();</script>")
    page.locator("em").filter(has_text=told).wait_for()
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", STILL)
    page.locator("em").nth(1).filter(has_text=told).wait_for()
    page.close()


def test_the_older_notebook_is_told_to_leave_the_keys_alone(blank):
    page = blank.context.new_page()
    page.set_content(
        "<body><div class='output_wrapper'><details><summary>Words</summary>x</details></div>"
        "<button>elsewhere</button><script>window.Jupyter = { keyboard_manager: { on: true,"
        " enable() { this.on = true }, disable() { this.on = false } } };"
        f"{frame.PAGE}\nguardPage();</script>"
    )
    takes_keys = "() => window.Jupyter.keyboard_manager.on"
    page.locator("summary").focus()
    assert not page.evaluate(takes_keys)
    page.locator("button").focus()
    assert page.evaluate(takes_keys)
    page.close()


# the output of a cell in VS Code, whose page sends every key on to the notebook
IN_VS_CODE = """<body class="vscode-dark" style="--vscode-editor-foreground: rgb(9, 9, 9)">
    <div class="cell_container"><div class="output_container"><div class="output">
    <div class="display" tabindex="0"><img alt="" src="data:,"></div></div></div>
    <div class="output_container"><div class="output"><details data-words="Words"><summary>Words
    </summary><table><tbody data-at="1 2 30 40"><tr><th>Janes</th></tr></tbody></table></details>
    <button>Next</button><p class="cr-panel">Choose</p></div></div></div>"""


def test_vs_code_gets_no_key_that_was_pressed_in_a_panel(blank):
    page = blank.context.new_page()
    page.set_content(
        f"{IN_VS_CODE}<style>{STYLE}</style><script>window.heard = []; addEventListener('keydown',"
        f" (event) => heard.push(event.key));{frame.PAGE}\n{frame.MARKS}\nguardPage();openMarks();"
        "</script>"
    )
    page.evaluate(
        "() => { const markdown = document.createElement('div'); markdown.className = 'markup';"
        " document.body.append(markdown); markdown.attachShadow({ mode: 'open' }).innerHTML ="
        " '<details id=hint><summary>Hint</summary></details>'; }"
    )
    for field in ("summary >> nth=0", "button >> text=Next", "#hint summary", ".display"):
        page.locator(field).focus()
        for key in ("d", "Delete", "ArrowDown", "Escape", "Control+s"):
            page.keyboard.press(key)
    everything = ["d", "Delete", "ArrowDown", "Escape", "Control", "s"]
    assert page.evaluate("() => heard") == 3 * everything[3:] + everything
    assert page.locator(".cr-mark").get_attribute("aria-label") == "Janes: open the words"
    colour = page.locator(".cr-panel").evaluate("e => getComputedStyle(e).color")
    assert colour == "rgb(9, 9, 9)"  # that of the theme
    page.close()


BUTTONS = """async (script) => {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const { render } = (await import(url)).default;
    const views = [];
    window.sent = [];
    const model = { get: (name) => name, off() {}, on: (_, give) => views.push(give),
        send: (message) => window.sent.push(message) };
    window.answer = (message) => views.forEach((give) => give(message));
    document.body.innerHTML = "<div></div><div></div>";
    for (const el of document.body.children) render({ model, el });
}"""


def test_only_whoever_pressed_gets_the_answers_and_is_told_when_they_are_late(blank):
    """Two pages show the same button, as when two browsers have one notebook open."""
    script = (frame.HERE.parent / "lesson" / "download.js").read_text(encoding="utf-8")
    blank.evaluate(BUTTONS, script)
    one, other = blank.get_by_role("status").all()
    blank.get_by_role("button").first.click()
    one.filter(has_text="Python is working, or it has stopped").wait_for()
    with blank.expect_download() as taken:
        blank.evaluate("() => window.answer({ text: 'x', name: 'answers.txt', says: 'Taken.' })")
    assert taken.value.suggested_filename == "answers.txt"
    assert [one.inner_text(), other.inner_text()] == ["Taken.", "says"]
    assert blank.evaluate("() => window.sent") == [{"wanted": "answers"}]
