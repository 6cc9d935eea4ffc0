"""skillgap as a component of a spaCy pipeline, used as its documentation shows."""

import contextlib
import io
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import skillgap.nlp.component  # noqa: F401

ROOT = Path(__file__).parents[1]
DOCUMENTATION = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
RESUME_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "skillgap.ResumeTokenizer.v1"}}}


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("skillgap")
    return pipeline


@pytest.fixture(scope="module")
def resume_nlp():
    """A pipeline with our tokenizer."""
    pipeline = spacy.blank("en", config=RESUME_TOKENIZER)
    pipeline.add_pipe("skillgap")
    return pipeline


OWN_SKILL = """category = "own"
title = "Our own"
reviewed = 2026-11-24

[skills.frobnix]
name = "Frobnix"
kind = "tool"
about = "Frobs what is given to it."
sources = ["curated"]
"""


def skills(doc):
    return [(span.text, span.id_, span.label_) for span in doc.spans["skills"]]


def test_the_example_of_the_documentation_prints_what_it_says():
    code, output = re.search(r"```python\n(.*?)```.*?```text\n(.*?)```", DOCUMENTATION, re.DOTALL).groups()
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed):
        exec(code, {})  # noqa: S102

    assert [line.rstrip() for line in printed.getvalue().splitlines()] == output.splitlines()


def test_an_installed_package_needs_no_import(tmp_path):
    """What an installer writes is enough: the names of ``pyproject.toml`` lead to the component."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    groups = re.findall(r'^\[project\.entry-points\.(\w+)\]\n"?(.+?)"? = "(.+)"$', project, re.MULTILINE)
    installed = tmp_path / "skillgap-0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: skillgap\nVersion: 0\n", encoding="utf-8")
    lines = [f"[{group}]\n{name} = {target}\n" for group, name, target in groups]
    (installed / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    code = f"""
import spacy
nlp = spacy.blank("en", config={RESUME_TOKENIZER!r})
nlp.add_pipe("skillgap")
doc = nlp("Wrote Python")
print([span.id_ for span in doc.spans["skills"]])
"""

    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.stdout, run.returncode) == ("['python']\n", 0), run.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wrote Python", [("Python", "python", "held")]),
        ("No experience with Docker", [("Docker", "docker", "negated")]),
        ("Currently learning Docker", [("Docker", "docker", "learning")]),
        ("I want to learn Docker", [("Docker", "docker", "wanted")]),
        ("", []),
    ],
)
def test_a_skill_is_a_span_with_its_id_and_what_is_claimed(nlp, text, expected):
    assert skills(nlp(text))[-1:] == expected


def test_tokens_that_are_longer_than_a_name_are_covered_whole(nlp):
    assert skills(nlp("Built it in React.js/Redux")) == [
        ("React.js/Redux", "react", "held"),
        ("React.js/Redux", "redux", "held"),
    ]


def test_our_tokenizer_gives_each_name_its_own_tokens(resume_nlp):
    assert skills(resume_nlp("Built it in React.js/Redux")) == [
        ("React.js", "react", "held"),
        ("Redux", "redux", "held"),
    ]


@pytest.mark.parametrize("pipeline", ["nlp", "resume_nlp"])
def test_sections_are_spans_with_their_kind(request, pipeline):
    doc = request.getfixturevalue(pipeline)("Ann Example\n\nSKILLS\nPython\n\nHOBBIES\nChess\n")

    assert [(span.label_, span.text.split()[0]) for span in doc.spans["sections"]] == [
        ("top", "Ann"),
        ("skills", "SKILLS"),
        ("interests", "HOBBIES"),
    ]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "gold" / "dev").glob("*.txt"))[:6], ids=lambda path: path.stem
)
def test_the_component_finds_what_the_extractor_finds(resume_nlp, read, path):
    text = path.read_text(encoding="utf-8")
    doc = resume_nlp(text)

    found = [(span.start_char, span.end_char, span.id_, span.label_) for span in doc.spans["skills"]]

    assert found == [(one.start, one.end, one.skill_id, one.assertion) for one in read(text)]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aZ9 .,-\n\t\u200b\ufb01C+#@/") | st.characters(codec="utf-8")))
def test_our_tokenizer_keeps_every_character(resume_nlp, text):
    assert resume_nlp.make_doc(text).text == text


def test_many_texts_go_through_one_pipeline(nlp):
    assert [skills(doc) for doc in nlp.pipe(["Wrote Python", "", "Wrote Java"])] == [
        [("Python", "python", "held")],
        [],
        [("Java", "java", "held")],
    ]


def test_a_pipeline_can_be_saved_and_loaded(resume_nlp, tmp_path):
    resume_nlp.to_disk(tmp_path)

    loaded = spacy.load(tmp_path)

    assert skills(loaded("React.js/Redux")) == skills(resume_nlp("React.js/Redux"))


def test_the_component_can_be_sent_to_another_process(nlp):
    component = pickle.loads(pickle.dumps(nlp.get_pipe("skillgap")))  # noqa: S301

    assert skills(component(nlp.make_doc("Wrote Python"))) == [("Python", "python", "held")]


def test_own_skills_are_laid_over_ours(tmp_path):
    folder = tmp_path / "skills"
    folder.mkdir()
    (folder / "own.toml").write_text(OWN_SKILL, encoding="utf-8")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("skillgap", config={"data": [str(tmp_path)]})

    assert skills(pipeline("Wrote Frobnix and Python")) == [
        ("Frobnix", "frobnix", "held"),
        ("Python", "python", "held"),
    ]


def test_configuration_is_checked_for_its_types():
    with pytest.raises(ValueError, match="data"):
        spacy.blank("en").add_pipe("skillgap", config={"data": 3})


def test_spacy_knows_what_the_component_writes(nlp):
    assert nlp.analyze_pipes()["summary"]["skillgap"]["assigns"] == ["doc.spans"]
