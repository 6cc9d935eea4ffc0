"""Widgets shared by all pages. Text of a user is never interpreted as Markdown or HTML."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ParamSpec

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from skillgap.errors import SkillgapError
from skillgap.export import spreadsheet
from skillgap.model.assessment import Assessment
from skillgap.model.resume import Correction, Mention, ResumeReading
from skillgap.model.taxonomy import Advice
from skillgap.tables import gaps as gap_tables
from skillgap.tables import plan as plan_tables
from skillgap.tables import resume as tables
from skillgap.tables.frame import LEVELS, quote
from skillgap.taxonomy import Taxonomy
from skillgap.ui import glossary, knowledge, session

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&=@/\"'^])")
_ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)|@(?=[\w-])", re.IGNORECASE)
"""Places where Markdown makes a link even of escaped text; an invisible word joiner is inserted there."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INKS = {"light": "#0B1320", "dark": "#F2F6FA"}
"""Theme -> colour of the text, as in ``.streamlit/config.toml``, for the words in a chart."""
LOGO, ICON, EXAMPLE = (Path(__file__).parent / "images" / name for name in ("logo.svg", "icon.svg", "overview.png"))
"""Logo with the name, icon, and an example of a result."""
TIER_COLOURS = {"core": "blue", "next": "violet", "later": "gray", "project": "green"}
MENU_BELOW = 768
"""Width in pixels below which the navigation is a menu that covers the page."""
P = ParamSpec("P")
PERCENT = st.column_config.NumberColumn(format="%.0f %%")
ANSWERS: Mapping[str, bool | None] = {"Yes": True, "No": False, "Not said": None}
STYLE = f"<style>{Path(__file__).with_name('style.css').read_text(encoding='utf-8')}</style>"


def style() -> None:
    """Add the styles that the theme cannot express, on every page."""
    st.html(STYLE)


def load_or_stop() -> None:
    """Load the skills data, or show its fault and stop the run."""
    try:
        knowledge.loaded_taxonomy()
    except SkillgapError as error:
        refusal(str(error))
        st.stop()


def ask_before_leaving(has_work: bool) -> None:
    """Make the browser ask before a refresh or a closed window loses work. The script contains no text of a user."""
    asks = "(event) => { event.preventDefault(); }" if has_work else "null"
    st.html(f"<script>window.onbeforeunload = {asks};</script>", unsafe_allow_javascript=True)


def close_menu(page: str) -> None:
    """Close the menu of a narrow window when another page opens; Streamlit does so only on phones."""
    st.html(
        f"""<script>/* {page} */ if (innerWidth < {MENU_BELOW}) {{
          const menu = document.querySelector('[data-testid="stSidebar"]');
          if (menu && menu.getBoundingClientRect().left >= 0)
            menu.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
        }}</script>""",
        unsafe_allow_javascript=True,
    )


def restore_focus(key: str, press: int) -> None:
    """Return the focus to a pressed button that was redrawn elsewhere, so that keyboard users stay in place.

    The script tries for five seconds, since Streamlit redraws in several steps. It ends at the next key or click.

    Args:
        key: Key of the button. All other characters become hyphens, as in Streamlit's class name, so that the key
            cannot contain code.
        press: Number of the press; a new number makes Streamlit run the script again.
    """
    name = re.sub(r"[^A-Za-z0-9_-]", "-", key)
    st.html(
        f"""<script>/* {press} */ {{
          let held = true;
          const letGo = () => {{ held = false; }};
          for (const move of ["keydown", "pointerdown"]) addEventListener(move, letGo, {{ once: true, capture: true }});
          for (const wait of [0, 50, 150, 400, 1000, 2500, 5000]) setTimeout(() => {{
            const lost = document.activeElement === null || document.activeElement === document.body;
            if (held && lost) document.querySelector(".st-key-{name} button")?.focus();
          }}, wait);
        }}</script>""",
        unsafe_allow_javascript=True,
    )


def escape_markdown(text: str) -> str:
    """Escape text for Markdown, so that a user's link, image, directive or formula is shown as text."""
    return _MARKDOWN.sub(r"\\\1", _ADDRESS.sub("\\g<0>\u2060", text))


def pluralise(number: int, thing: str) -> str:
    """A number with its noun ("1 hour", "2 hours")."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def tier_badge(tier: str) -> str:
    """Markdown badge of a tier, with its name and its colour."""
    return f":{TIER_COLOURS.get(tier, 'gray')}-badge[{tier}]"


def refusal(sentence: str) -> None:
    """Show one sentence about a rejected input."""
    st.error(escape_markdown(sentence))


def warnings(reading: ResumeReading) -> None:
    """Show what could not be read of the resume."""
    for warning in reading.document.warnings:
        st.warning(escape_markdown(warning))


def table(
    frame: pd.DataFrame,
    label: str,
    config: dict[str, Any] | None = None,
    *,
    columns: Sequence[str] = (),
    shares: Sequence[str] = (),
) -> None:
    """Show a table with the cells of its CSV; each column heading has an explanation.

    Args:
        frame: The rows.
        label: Description for screen readers.
        config: Column -> settings.
        columns: Columns to show; all if empty.
        shares: Columns with shares from 0 to 1, shown as whole percent.
    """
    named = session.memoised(_named, frame, tuple(columns) or tuple(frame.columns), tuple(shares))
    given = {_spaced(name): value for name, value in (dict.fromkeys(shares, PERCENT) | (config or {})).items()}
    settings = {name: _explained(name, given.get(name)) for name in named.columns}
    # 38 and 35 pixels are Streamlit's heights of heading and row; longer tables scroll inside 15 rows.
    height = 38 + 35 * min(len(frame), 15)
    st.dataframe(named, hide_index=True, column_config=settings, alt=label, height=height, placeholder="")


def _named(frame: pd.DataFrame, columns: Sequence[str], shares: Sequence[str]) -> pd.DataFrame:
    """The cells of the CSV with readable headings, and shares as percent."""
    cells = spreadsheet.escape_formulas(frame[list(columns)])
    percent = {name: 100 * pd.to_numeric(cells[name]) for name in shares}
    return cells.assign(**percent).rename(columns=_spaced)


def _explained(name: str, given: Any) -> Any:
    """Settings of a column, with the glossary's explanation if they have none."""
    base = given or st.column_config.Column()
    return base if base.get("help") else {**base, "help": glossary.COLUMNS.get(name)}


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def chart(label: str, draw: Callable[P, go.Figure], *given: P.args, **named: P.kwargs) -> None:
    """Show the figure that ``draw`` makes, with a description for screen readers."""
    figure = session.memoised(_drawn, INKS.get(str(st.context.theme.type)), draw, *given, **named)
    st.plotly_chart(figure, alt=label, config={"displayModeBar": False})


def _drawn(ink: str | None, draw: Callable[P, go.Figure], /, *given: P.args, **named: P.kwargs) -> go.Figure:
    """Draw a figure with the text colour of the theme."""
    figure = draw(*given, **named)
    figure.layout.font.color = ink
    return figure


def download(given: pd.DataFrame | Callable[[], pd.DataFrame], file_name: str, label: str) -> None:
    """Show a button that downloads a table as CSV; a callable table is made when the button is clicked."""

    def made() -> bytes:
        return spreadsheet.csv(given() if callable(given) else given)

    st.download_button(label, made, file_name, "text/csv", on_click="ignore")


def download_file(label: str, name: str, kind: str, make: Callable[[], bytes]) -> None:
    """Show a download button; the bytes are made when it is clicked."""
    st.download_button(label, make, name, kind, on_click="ignore")


def advice(found: Iterable[Advice]) -> None:
    """Show advice, each with its benefit."""
    for one in found:
        st.markdown(f"- {escape_markdown(one.text)}  \n  _{escape_markdown(one.why)}_")


def sheets(assessment: Assessment, plan: pd.DataFrame, taxonomy: Taxonomy) -> dict[str, pd.DataFrame]:
    """Sheets of the workbook by title."""
    return {
        "Skills": tables.skills(assessment.reading, taxonomy),
        "Gaps": gap_tables.gaps(assessment.report, assessment.reading.profile, taxonomy),
        "Plan": plan,
        "Left open": plan_tables.unplanned(assessment.plan),
        "Write first": plan_tables.quick_wins(assessment, taxonomy),
        "Stories": plan_tables.stories(assessment, taxonomy),
        "Not checked": tables.terms(assessment.reading),
    }


def download_row(files: Mapping[tuple[str, str, str], Callable[[], bytes]]) -> None:
    """Show a row of download buttons.

    Args:
        files: Label, file name and media type -> function that makes the bytes; it runs when the button is clicked.
    """
    with st.container(horizontal=True):
        for (label, name, kind), make in files.items():
            st.download_button(label, make, name, kind, on_click="ignore")


def corrections(
    taxonomy: Taxonomy, given: Mapping[str, Correction], correct: Callable[[str, int | None, str], None]
) -> None:
    """Let the user set a level with a reason, and undo it."""
    with st.form("correction", clear_on_submit=True, border=False):
        left, middle, right = st.columns([3, 2, 4])
        skill_id = left.selectbox(
            "Skill", list(taxonomy.skills), index=None, format_func=taxonomy.name, placeholder="Type its name"
        )
        level = middle.selectbox("Level", list(LEVELS), format_func=lambda one: LEVELS[one].capitalize())
        reason = right.text_input("Reason, for yourself and your advisor", max_chars=200)
        if st.form_submit_button("Set this level") and skill_id:
            correct(skill_id, level, reason)
            st.rerun()
    for number, (skill_id, correction) in enumerate(given.items()):
        label = escape_markdown(f"Undo: {taxonomy.name(skill_id)} at level {correction.level}")
        st.button(label, key=f"undo-{number}", on_click=correct, args=(skill_id, None, ""))


def question(
    mention: Mention,
    reading: ResumeReading,
    taxonomy: Taxonomy,
    answer: Callable[[str, bool | None], None],
    answers: Mapping[str, bool | None],
) -> None:
    """Ask whether an uncertain mention means the skill; ``answer`` gets the skill's id and yes, no or ``None``."""
    st.text(f"\u201c{quote(reading, mention)}\u201d")

    chosen = st.radio(
        escape_markdown(f"Is \u201c{mention.surface}\u201d here the skill {taxonomy.name(mention.skill_id)}?"),
        list(ANSWERS),
        index=list(ANSWERS.values()).index(answers.get(mention.skill_id)),
        key=f"question-{mention.skill_id}",
        horizontal=True,
    )
    if ANSWERS[chosen] != answers.get(mention.skill_id):
        answer(mention.skill_id, ANSWERS[chosen])
        st.rerun()
