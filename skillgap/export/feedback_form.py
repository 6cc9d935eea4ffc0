"""The feedback sheet as an HTML page, for the screen or for paper. It has no script, and all text is escaped."""

import html
from collections.abc import Iterable

from skillgap.internship.ratings import QUESTIONS, RATINGS
from skillgap.taxonomy import Taxonomy

STYLE = """
@page { margin: 14mm; }
body { font: 11pt/1.4 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #14202e; background: #fff;
  max-width: 50rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .4rem; } h2 { font-size: 1.1rem; margin: 1.2rem 0 .3rem; break-after: avoid; }
p { margin: .3rem 0 .6rem; } dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem; margin: .3rem 0; }
dt { font-weight: 700; } dd { margin: 0; }
fieldset { border: 0; border-bottom: 1px solid #c9d2dd; margin: 0; padding: .4rem 0; break-inside: avoid;
  display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: center; }
legend { float: left; width: 15rem; padding: 0; font-weight: 600; overflow-wrap: anywhere; }
label { white-space: nowrap; } label.note { flex: 1 1 12rem; display: flex; gap: .4rem; }
input[type=text] { flex: 1; min-width: 6rem; font: inherit; border: 0; border-bottom: 1px solid #44546a; }
textarea { width: 100%; box-sizing: border-box; min-height: 4.5rem; font: inherit; border: 1px solid #44546a; }
.note { color: #44546a; font-size: .95em; } .question { break-inside: avoid; }
.question label { white-space: normal; }
@media (max-width: 40rem) { legend { width: 100%; } }
"""


def render_html(role: str, skill_ids: Iterable[str], taxonomy: Taxonomy) -> bytes:
    """Render the sheet for one role: its skills with rating buttons, and the open questions, in UTF-8."""
    title = f"Feedback: {role}"
    meanings = "".join(f"<dt>{level}</dt><dd>{html.escape(words)}</dd>" for level, words in RATINGS.items())
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        "<p>Thank you for ten minutes of your time. Please rate what you have seen me do, not what you expect of me. "
        "An honest low rating helps me more than a kind high one.</p>",
        *(
            f'<p><label class="note">{label} <input type="text" name="{name}"></label></p>'
            for label, name in (("About (the intern)", "about"), ("From (you)", "from"), ("Date", "date"))
        ),
        f"<h2>What the ratings mean</h2><dl>{meanings}</dl>"
        '<p class="note">Choose no rating for a skill that you have not seen.</p>',
        "<h2>Skills</h2>",
        *(_skill(number, taxonomy.name(skill_id)) for number, skill_id in enumerate(skill_ids, start=1)),
        "<h2>In your own words</h2>",
        *(_question(number, text) for number, text in enumerate(QUESTIONS, start=1)),
        '<p class="note">To return it, fill it in here and print it to PDF, or print it and fill it in by hand.</p>',
    ]
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width, initial-scale=1"><title>{html.escape(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body><form>\n" + "\n".join(parts) + "\n</form></body></html>\n"
    ).encode("utf-8", "replace")


def _skill(number: int, name: str) -> str:
    choices = "".join(f'<label><input type="radio" name="skill-{number}"> {level}</label>' for level in RATINGS)
    note = f'<label class="note">Example <input type="text" name="note-{number}"></label>'
    return f"<fieldset><legend>{html.escape(name)}</legend>{choices}{note}</fieldset>"


def _question(number: int, text: str) -> str:
    return (
        f'<div class="question"><label for="question-{number}">{html.escape(text)}</label>'
        f'<textarea id="question-{number}" name="question-{number}"></textarea></div>'
    )
