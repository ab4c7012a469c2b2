from typing import get_args

from evaluation.hard_cases import NOT_FOUND, Answer, Case, answer, cases, markdown, score
from onrecord.encoder import Encoder
from onrecord.pipeline import Reader
from onrecord.records import Act, Factuality

CASE = Case("a", "ellipsis", "Mara Oduya said she would not.", "pledge", "CT-")


def test_every_case_expects_a_value_of_the_codebook() -> None:
    found = cases()
    assert len(found) >= 40 and len({case.id for case in found}) == len(found)
    for case in found:
        assert case.act in get_args(Act) and case.factuality in get_args(Factuality)
        assert len(case.text.split()) > 3


def test_a_case_that_is_not_found_counts_as_wrong() -> None:
    answers = [Answer(CASE, "pledge", "Uu"), Answer(CASE, NOT_FOUND, NOT_FOUND), Answer(CASE, "pledge", "CT-")]
    scores = score(answers)
    assert (round(scores["found"]), round(scores["act"]), round(scores["factuality"])) == (67, 67, 33)
    assert (round(scores["both"]), scores["cases"]) == (33, 3)


def test_the_table_shows_what_came_out_and_what_should_have() -> None:
    line = markdown([Answer(CASE, "pledge", "Uu")]).splitlines()[-1]
    assert line == "| ellipsis | Mara Oduya said she would not. | pledge | **Uu** (CT-) |"


def test_the_whole_program_answers() -> None:
    said = answer(Reader(model=Encoder(threads=1)), CASE)
    assert said.act != NOT_FOUND
    nothing = answer(Reader(model=Encoder(threads=1)), Case("b", "fragment", "Rain.", "assert", "CT+"))
    assert nothing.act == NOT_FOUND
