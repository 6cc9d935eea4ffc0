"""What holds for any text, posting and data of a user: exact places, the same answer twice, no error but our own."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap import documents, pipeline, taxonomy
from skillgap.errors import SkillgapError
from skillgap.taxonomy.overlay import DataFile

TODAY = date(2026, 11, 24)
PIECES = st.sampled_from(
    ["Python", "SQL", "SKILLS", "\n", ", ", " - ", "2024", "(", ")", "no ", "learning ", "C++", "\u200b", "\u00ad",
     "\ufb01", "\U0001f40d", "\u202e", "&amp;", "Py-\nthon", "http://a.b", "\t", "\x00", "9" * 400]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(text):
    try:
        return documents.read(text.encode("utf-8", "surrogatepass"), "cv.txt")
    except SkillgapError:
        return None


@MANY
@given(text=TEXTS)
def test_mentions_of_any_text_stand_where_they_are_told_and_are_the_same_twice(text, extractor, known):
    document = read(text)
    if document is None:
        return
    first = pipeline.interpret(document, extractor, known, today=TODAY)

    for mention in first.mentions:
        assert document.text[mention.start : mention.end] == mention.surface
    assert pipeline.interpret(document, extractor, known, today=TODAY) == first


@MANY
@given(text=TEXTS)
def test_any_posting_is_read_or_refused(text, extractor):
    try:
        first = pipeline.read_posting(text, extractor)
    except SkillgapError:
        return
    assert pipeline.read_posting(text, extractor) == first


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_of_a_users_data_are_taken_or_refused(content):
    _, faults = taxonomy.load_with_faults((DataFile("mine.toml", content),))

    assert all(isinstance(fault, str) for fault in faults)
