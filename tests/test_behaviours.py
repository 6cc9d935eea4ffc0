"""Skills told by what somebody did: the notation of the wordings, and what they find in a resume."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from skillgap import taxonomy
from skillgap.lexicon import own
from skillgap.model.resume import Document
from skillgap.nlp.activity_patterns import ALWAYS, compile_pattern, first_words
from skillgap.taxonomy import DataFile

ROOT = Path(__file__).parents[1]
LISTS = {"devices": ["laptops", "thin clients"]}


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("~log calls", "logging calls"),
        ("~image ... {devices}", "imaged 40 new laptops"),
        ("~re-image {devices}", "reimaged a thin client".replace("a ", "")),
        ("ran the? meeting", "ran meeting"),
        ("trained # $", "trained 3."),
    ],
)
def test_a_wording_tells_of(wording, text):
    assert re.match(compile_pattern(wording, LISTS), text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("trained # $", "trained 3 models"),
        ("~image .. {devices}", "imaged the far side of the cold moon for laptops"),
        ("~log calls", "logic calls"),
        ("~fix .. {devices}", "fixed what they did while laptops"),
        ("~fix .. {devices}", "fixed phones, laptops"),
        ("~fix .. {devices}", "fixed bags for laptops"),
        ("~fix .. {devices}", "fixed 03/2024 laptops"),
    ],
)
def test_a_wording_does_not_tell_of(wording, text):
    assert not re.match(compile_pattern(wording, LISTS), text, re.IGNORECASE)


def test_a_wording_is_looked_for_where_its_first_words_stand():
    assert first_words("~re-image|ghosted {devices}", LISTS) >= {"re", "reimaged", "ghosted"}


def test_the_words_that_must_follow_pass_over_no_wording_that_is_told(extractor, monkeypatch):
    matcher = extractor.pipeline.activity_matcher
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "gold" / "dev").glob("*.txt"))]
    told = [extractor.extract(Document("a", text)).mentions for text in texts]
    unfiltered = {
        word: [replace(pattern, rarest=frozenset({ALWAYS}), others=()) for pattern in patterns]
        for word, patterns in matcher.patterns_of.items()
    }
    monkeypatch.setattr(matcher, "patterns_of", unfiltered)

    assert [extractor.extract(Document("a", text)).mentions for text in texts] == told


@pytest.mark.parametrize(
    ("line", "skill_id"),
    [
        ("Imaged 40 laptops before the autumn term", "imaging"),
        ("Pulled and terminated Cat6 in two new wings", "network-cabling"),
        ("Walked callers through the new sign-in", "end-user-support"),
        ("Calmed down angry guests at the desk", "conflict-resolution"),
        ("Trained 6 new starters on the till", "teaching-others"),
        ("Captured traffic on the guest VLAN for a week", "traffic-analysis"),
    ],
)
def test_a_deed_shows_the_skill(read, line, skill_id):
    assert skill_id in {mention.skill_id for mention in read(f"EXPERIENCE\nTechnician, Example Ltd, 2024\n- {line}\n")}


@pytest.mark.parametrize(
    "line",
    [
        "Labs where students report suspicious mail, and Tom wrote the runbooks for it",
        "They look after the servers, the laptops and the phones",
    ],
)
def test_what_others_did_shows_nothing(read, line):
    found = {mention.skill_id for mention in read(f"EXPERIENCE\nIntern, Example Ltd, 2024\n- {line}\n")}

    assert not found & {"desktop-support", "server-administration", "imaging"}


def test_the_name_inside_a_deed_is_found_too(read):
    found = {
        mention.skill_id for mention in read("EXPERIENCE\nIntern, Example Ltd, 2024\n- Imaged 40 Windows 10 laptops\n")
    }

    assert found == {"imaging", "windows"}


@pytest.mark.parametrize(
    "line",
    [
        "The kiosk is there to image laptops",
        "Imaged laptop bags, then cleaned computer covers",
        "Managed 12 students per class",
        "Proven track record of shipping high quality software",
        "Inventory, laptops, imaging, notebooks",
        "Restore normal service operation",
    ],
)
def test_without_a_deed_of_the_writer_and_a_thing_it_shows_nothing(read, line):
    found = read(f"EXPERIENCE\nIntern, Example Ltd, 2024\n- {line}\n")

    assert not {mention.skill_id for mention in found} & {
        "computer-repair", "user-management", "vulnerability-assessment", "asset-management",
        "disaster-recovery", "supervision",
    }  # fmt: skip


def _entries():
    shown = own().activities.table("wordings")
    return [(skill_id, entry.find, entry.needs) for skill_id, entries in shown.items() for entry in entries]


@pytest.mark.parametrize(("skill_id", "find", "needs"), _entries())
def test_each_wording_is_needed_by_its_line(read, known, skill_id, find, needs):
    assert re.match(compile_pattern(find, known.lexicon.activities.words), needs, re.IGNORECASE)
    found = read(f"EXPERIENCE\nTechnician, Example Ltd, 2024 - present\n- {needs}\n")
    assert skill_id in {mention.skill_id for mention in found if mention.assertion == "held"}


def test_each_list_is_needed_by_its_line(known):
    file = known.lexicon.activities
    for name, needs in file.needs.items():
        assert re.search(rf"\b{compile_pattern(f'{{{name}}}', file.words)}", needs, re.IGNORECASE), name


def test_a_wording_that_names_no_list_or_no_skill_is_refused():
    for content, fault in (
        (b'[wordings]\nnothing = [{ find = "led {crew}", needs = "Led a crew" }]\n',
         "activities.toml: wordings.nothing: 'led {crew}' names a list that is not there ('crew')"),
        (b'[wordings]\nnothing = [{ find = "led a crew", needs = "Led a crew" }]\n',
         "activities.toml: nothing: there is no such skill"),
    ):  # fmt: skip
        _, faults = taxonomy.load_with_faults((DataFile("activities.toml", content),))

        assert fault in faults
