import pytest

from skillgap.nlp.tokenizer import LINK, ResumeTokenizer


@pytest.fixture
def cut():
    tokenizer = ResumeTokenizer({"python", "html", "html5", "salesforce.com"})
    return lambda text: list(tokenizer.tokenize(text).words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++/C#", ["C", "+", "+", "/", "C", "#"]),
        ("React.js/Redux", ["React", ".", "js", "/", "Redux"]),
        ("Python|SQL", ["Python", "|", "SQL"]),
        ("•Python", ["•", "Python"]),
        ("Python3", ["Python", "3"]),
        ("HTML5,CSS3", ["HTML5", ",", "CSS3"]),
        ("AWS(EC2", ["AWS", "(", "EC2"]),
        ("see https://github.com/x/python now", ["see", LINK, "now"]),
        ("ann@example.com", [LINK]),
        ("problem-solving, e–mail", ["problem", "solving", ",", "e", "mail"]),
        ("co-\noperation", ["co", "operation"]),
        ("2024-2025 - now", ["2024", "-", "2025", "-", "now"]),
        ("don’t", ["don", "'", "t"]),
        ("ﬁrewall", ["firewall"]),
        ("", []),
    ],
)
def test_text_is_cut_where_letters_marks_and_spaces_change(cut, text, words):
    assert cut(text) == words


def test_every_token_knows_its_place_in_the_text_as_given():
    text = "Built  ﬁrewall\n\nrules — Python3."
    tokenizer = ResumeTokenizer({"python"})

    tokens = tokenizer.tokenize(text)

    places = list(zip(tokens.starts, tokens.ends, strict=True))
    assert [text[start:end] for start, end in places] == ["Built", "ﬁrewall", "rules", "—", "Python", "3", "."]
    assert tokens.line_breaks == (0, 0, 2, 0, 0, 0, 0)


def test_a_long_run_without_spaces_is_cut_into_bounded_tokens(cut):
    assert [len(word) for word in cut("x" * 200)] == [80, 80, 40]


@pytest.mark.parametrize("phrase", ["Active Directory", "C++", "Python3", "e-mail", "Größe", "a  b", "X" * 200])
def test_the_words_of_a_phrase_are_those_of_a_text(phrase):
    tokenizer = ResumeTokenizer({"python"})

    assert tokenizer.words(phrase) == list(tokenizer.tokenize(phrase).words)
