import inspect
import pickle

import pytest

from onrecord import errors
from onrecord.errors import BinaryDocument, OnRecordError, ReadingError, SpanMismatch

CLASSES = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, OnRecordError)]


def test_an_error_is_one_line_with_subject_reason_and_advice() -> None:
    error = ReadingError("a.txt", "is odd", "look at it")
    assert str(error) == "a.txt: is odd; look at it"
    assert (error.path, error.reason, error.advice) == ("a.txt", "is odd", "look at it")


def test_a_class_has_a_reason_and_advice_of_its_own() -> None:
    error = BinaryDocument("a.bin")
    assert str(error) == f"a.bin: {BinaryDocument.REASON}; {BinaryDocument.ADVICE}"


def test_no_advice_leaves_no_semicolon() -> None:
    assert str(ReadingError("a.txt", "is odd", "")) == "a.txt: is odd"


def test_a_name_with_a_line_break_stays_on_one_line() -> None:
    assert str(ReadingError("a\nb\x1b é.txt", "is odd", "")) == r"a\nb\x1b é.txt: is odd"


@pytest.mark.parametrize("cls", CLASSES)
def test_every_error_survives_being_sent_to_another_process(cls: type[OnRecordError]) -> None:
    error = pickle.loads(pickle.dumps(cls("a.txt", None, "look")))
    assert type(error) is cls
    assert str(error) == str(cls("a.txt", None, "look"))


@pytest.mark.parametrize("cls", CLASSES)
def test_the_drawing_at_the_top_names_every_error(cls: type[OnRecordError]) -> None:
    assert f" {cls.__name__} " in (errors.__doc__ or "").replace("\n", " ")


def test_a_record_error_is_a_value_error() -> None:
    assert issubclass(SpanMismatch, ValueError)
