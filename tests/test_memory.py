"""What a session remembers of what it has worked out: equal inputs, other inputs, and what is let go."""

from dataclasses import dataclass

import pandas as pd
import pytest

from skillgap.ui.memo import RUNS, Memory


@dataclass(frozen=True)
class Resume:
    words: tuple[str, ...]


@pytest.fixture
def calls():
    """What was made so far."""
    return []


@pytest.fixture
def count(calls):
    """A function that notes each call."""

    def make(resume, *, least=0):
        calls.append((resume, least))
        return [len(word) for word in resume.words if len(word) >= least]

    return make


def test_equal_inputs_are_worked_out_once(count, calls):
    memory = Memory()

    first = memory.recall(count, Resume(("sql", "git")), least=1)
    again = memory.recall(count, Resume(("sql", "git")), least=1)

    assert first == [3, 3]
    assert again is first
    assert len(calls) == 1


@pytest.mark.parametrize(("resume", "named"), [(Resume(("sql",)), {}), (Resume(("git",)), {"least": 2})])
def test_another_input_is_worked_out_anew(count, calls, resume, named):
    memory = Memory()
    memory.recall(count, Resume(("git",)))

    memory.recall(count, resume, **named)

    assert calls[1] == (resume, named.get("least", 0))


def test_numbers_that_are_equal_and_of_another_kind_are_other_inputs():
    memory = Memory()

    assert [memory.recall(str, one) for one in (1, True, 1.0)] == ["1", "True", "1.0"]


def test_a_table_is_equal_only_to_itself():
    memory, one, other = Memory(), pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [2]})

    assert [int(memory.recall(pd.DataFrame.sum, table)["a"]) for table in (one, other, one)] == [1, 2, 1]
    assert len(memory.answers[pd.DataFrame.sum]) == 2


def test_two_functions_with_the_same_inputs_do_not_meet():
    memory = Memory()

    assert (memory.recall(min, (2, 5)), memory.recall(max, (2, 5))) == (2, 5)


def test_what_fails_is_tried_again():
    memory = Memory()

    for _ in range(2):
        with pytest.raises(ValueError, match="invalid literal"):
            memory.recall(int, "x")

    assert memory.answers[int] == []


def test_what_is_asked_for_now_and_then_stays_and_the_rest_is_let_go(count, calls):
    memory, used, unused = Memory(), Resume(("git",)), Resume(("sql",))
    memory.recall(count, used)
    memory.recall(count, unused)

    for _ in range(RUNS):
        memory.begin()
        memory.recall(count, used)
    assert [one.inputs[0] for one in memory.answers[count]] == [(used,), (unused,)]
    memory.begin()
    assert [one.inputs[0] for one in memory.answers[count]] == [(used,)]

    assert len(calls) == 2
    for _ in range(RUNS + 1):
        memory.begin()
    assert memory.answers == {}
