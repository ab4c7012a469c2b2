import pytest

from onrecord.errors import UsageError
from onrecord.records.columns import parse_columns


def test_each_field_names_a_column() -> None:
    assert parse_columns("text=body, title = Head line,url=meta.link") == (
        ("text", "body"),
        ("title", "Head line"),
        ("url", "meta.link"),
    )


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("", "'' is not FIELD=COLUMN"),
        ("text", "'text' is not FIELD=COLUMN"),
        ("text=", "'text=' is not FIELD=COLUMN"),
        ("text=a,", "'' is not FIELD=COLUMN"),
        ("words=a", "'words' is no field of a document"),
        ("text=a,text=b", "names text twice"),
    ],
)
def test_what_is_no_such_list_is_refused(stated: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_columns(stated)
    assert caught.value.reason == said
