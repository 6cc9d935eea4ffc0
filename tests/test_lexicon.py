"""The words of ``data/lexicon/``: each is found in the line it is there for, and the notation means what it says."""

import tomllib
from dataclasses import fields

import pytest

from skillgap import taxonomy
from skillgap.feedback.lexicon import past_forms
from skillgap.lexicon import Lexicon, checks, own, patterns, verbs
from skillgap.lexicon.schema import FILES
from skillgap.taxonomy import DataFile

OWN = {stem: getattr(own(), stem) for stem in FILES}
LISTS = {"tools": ("spanners", "screw driver"), "fast": ("{pace}", "quick"), "pace": ("brisk",)}


def faults_in(name, text):
    return taxonomy.load_with_faults(taxonomy.DATA, (DataFile(name, text.encode()),))[1]


def test_every_wording_is_found_in_the_line_that_needs_it():
    silent = [
        f"{stem}: {name}: {entry.find}"
        for stem, file in OWN.items()
        if not file.fixed
        for name, entries in file.wordings.items()
        for entry in entries
        if not patterns.compile_any([entry.find], file.words, hyphens=file.hyphens).search(entry.needs)
    ]

    assert silent == []


def test_every_closed_list_has_a_word_in_the_line_that_needs_it():
    told = {
        (path.stem, name): (table["needs"].lower(), table["words"])
        for path in sorted((taxonomy.DATA / "lexicon").glob("*.toml"))
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).get("words", {}).items()
    }

    ids = {"joined_design", "joined_markup", "endings"}
    silent = [key for key, (line, words) in told.items() if key[1] not in ids and not any(w in line for w in words)]
    assert len(told) > 50
    assert silent == []


def test_our_own_files_hold_every_list_that_the_schema_names():
    assert [one.name for one in fields(Lexicon)] == sorted(FILES)
    for stem, schema in FILES.items():
        names = {f"{table}.{name}" for table, listed in schema.wordings.items() for name in listed}
        assert set(OWN[stem].words) == set(schema.words), stem
        assert set(OWN[stem].wordings) == names or not all(schema.wordings.values()), stem
        for table, keys in schema.texts.items():
            assert set(OWN[stem].texts[table]) >= set(keys), stem


@pytest.mark.parametrize(
    ("wording", "line", "found"),
    [
        ("look after", "Looked  after; look,\nafter", "look,\nafter"),
        ("up_to|over ten", "up to ten", "up to ten"),
        ("very? good", "good", "good"),
        ("good very?", "good", "good"),
        ("good very?", "good very", "good very"),
        ("communicat*", "Communicating", "Communicating"),
        ("~log in", "logging in", "logging in"),
        ("~carry on", "Carried on", "Carried on"),
        ("~fix it", "fixes it", "fixes it"),
        ("a {tools}", "a spanner", "a spanner"),
        ("{fast} work", "brisk work", "brisk work"),
        ("{fast}-moving", "brisk moving", "brisk moving"),
        ("# cats", "twelve cats", "twelve cats"),
        ("# cats", "1,200+ cats", "1,200+ cats"),
        ("{digits} cats", "twelve cats", None),
        ("{digits}% off", "20% off", "20% off"),
        ("{month} {year}", "Sept 2027", "Sept 2027"),
        ("{money}", "$25", "$25"),
        ("led .. team", "led a small happy team", "led a small happy team"),
        ("led .. team", "led a small and very happy team", None),
        ("led .. team", "led but no team", None),
        ("led ... team", "led a small and very happy team", "led a small and very happy team"),
        ("will be $", "You will be:", "will be"),
        ("will be $", "will be glad", None),
        ("plus :", "Plus: SQL", "Plus:"),
        ("plus .. :", "Plus two things: SQL", "Plus two things:"),
        ("deep !learning", "deep knowledge", "deep"),
        ("deep !learning", "deep learning", None),
        ("!would like", "a tool like Git", "like"),
        ("!would like", "would like", None),
        ("skills", "a skill", "skill"),
        ("=skills", "a skill", None),
        ("on-site", "onsite, on site", "onsite"),
        ("=on-site", "onsite", None),
        ("IT", "it", None),
        ("IT", "in IT", "IT"),
        ("father's", "Father\u2019s", "Father\u2019s"),
        ("cat", "cats, concat", None),
    ],
)
def test_each_sign_of_the_notation_means_what_it_says(wording, line, found):
    match = patterns.compile_any([wording], LISTS).search(line)

    assert (match and match[0]) == found


def test_the_longest_wording_is_found_and_a_hyphen_may_belong_to_a_word():
    assert patterns.compile_any(["good", "good work"], {}).search("good work")[0] == "good work"
    assert patterns.compile_any(["award"], {}).search("award-winning")
    assert not patterns.compile_any(["award"], {}, hyphens=True).search("award-winning")
    assert not patterns.compile_any([], {}).search("anything")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[smiles]\n", "file: unknown field smiles"),
        ("[words.smiles]\n", "words: unknown field smiles"),
        ('[words.verbs]\nwords = ["plan"]\n', "verbs: needs = must give a line that needs the list"),
        ('[words.verbs]\nneeds = "Plan"\nwords = ["plan", "act"]\n', "verbs: 'act' must stand before 'plan' "
         "(alphabetical order)"),
        ('[words.verbs]\nneeds = "Plan"\nwords = ["plan", "plan"]\n', "verbs: 'plan' is listed twice"),
        ('[words.verbs]\nneeds = "Plan"\nwords = ["Plan"]\n', "verbs: must be in lower case, 'Plan' is not"),
        ('[words.verbs]\nneeds = "Plan"\nwords = []\n', "verbs: words = must list words that are neither empty nor "
         "padded with white space"),
        ('[words.verbs]\nneeds = "Plan"\nwords = ["plan"]\nwhy = "x"\n', "verbs: unknown field why"),
        ('[wordings]\nfillers = [{ find = "zeal" }]\n', "wordings.fillers: 'zeal' needs the line that it is there for"),
        ('[wordings]\nfillers = [{ find = "zeal", needs = "Zeal", why = 1 }]\n', "wordings.fillers: 'zeal' has the "
         "unknown field why"),
        ('[wordings]\nfillers = [{ find = "{x}", needs = "Zeal" }]\n', "wordings.fillers: '{x}' names a list that is "
         "not there ('x')"),
        ('[wordings]\nfillers = ["zeal"]\n', 'wordings.fillers: must list entries such as { find = "must", needs = '
         '"You must know SQL." }'),
        ('[irregular]\nplan = "planned"\n', "irregular: 'plan' is not among verbs"),
    ],
)  # fmt: skip
def test_a_file_that_breaks_a_rule_is_told_so_by_key(text, rule):
    assert faults_in("feedback_words.toml", text) == [f"feedback_words.toml: {rule}"]


def test_a_cue_has_a_category_a_direction_and_a_scope():
    schema = FILES["context"]
    cue = {"find": "no|without any? experience", "needs": "No experience with Docker", "scope": 6}

    assert list(checks.faults(schema, {"negated": {"backward": [], "forward": [cue]}}, "context")) == []
    assert list(checks.faults(schema, {"negated": {"before": [cue]}}, "context")) == [
        ("negated", "unknown field before")
    ]


@pytest.mark.parametrize("find", ["no .. experience", "experience*", "no !real", "# years", "{digits} years"])
def test_a_cue_stands_for_phrases_that_can_be_listed(find):
    cue = {"find": find, "needs": "No experience with Docker"}

    faults = list(checks.faults(FILES["context"], {"negated": {"forward": [cue]}}, "context"))
    assert [key for key, _ in faults] == ["negated.forward"]


def test_a_cue_is_every_phrase_of_its_wording():
    assert patterns.phrases("no|zero prior? {tools}", LISTS) == (
        "no prior screw driver", "no prior spanners", "no screw driver", "no spanners",
        "zero prior screw driver", "zero prior spanners", "zero screw driver", "zero spanners",
    )  # fmt: skip
    assert patterns.phrases("( in_progress|wip", {}) == ("( in progress", "( wip")


def test_a_list_of_ones_own_takes_the_place_of_ours(known):
    content = b'[words.skills]\nneeds = "MY TRICKS"\nwords = ["my tricks"]\n'

    laid = taxonomy.load(taxonomy.DATA, (DataFile("sections.toml", content),))

    assert laid.headings["skills"] == ("my tricks",)
    assert laid.headings["projects"] == known.headings["projects"]


def test_the_past_form_of_a_regular_verb_is_made_by_rule(known):
    pasts = past_forms(known.lexicon.feedback_words)

    forms = [pasts[verb] for verb in ("patch", "configure", "verify", "deploy", "subnet", "write")]
    assert forms == ["patched", "configured", "verified", "deployed", "subnetted", "wrote"]


def test_the_other_forms_of_a_verb_are_made_by_rule():
    assert sorted(verbs.forms("map")) == ["map", "mapped", "mapping", "maps"]
    assert sorted(verbs.forms("verify")) == ["verified", "verifies", "verify", "verifying"]
    assert sorted(verbs.forms("free")) == ["free", "freed", "freeing", "frees"]
    assert verbs.third_person("go") == "goes"
