"""The judged passages: what is compared with what, what was judged, and how much of it is borne out."""

from evaluation.passages import FOLDER, Judged, borne_out, data_of, judged, kind_of, neighbours, shares
from evaluation.scoring import places

ROW = Judged("a.md", "0", "5", "b.md", "2", "9", "reworded", "right")


def test_documents_are_compared_with_their_predecessor_of_the_same_kind() -> None:
    names = ["1-quad.md", "2-japan.md", "3-quad.md", "4-japan-u-s.md", "5-trilateral-japan.md", "6-quad.md"]
    assert neighbours(names) == [
        ("1-quad.md", "3-quad.md"),
        ("3-quad.md", "6-quad.md"),
        ("2-japan.md", "4-japan-u-s.md"),
    ]
    assert kind_of("weather.md") is None


def test_a_verdict_is_borne_out_where_right_is_found_and_wrong_is_not() -> None:
    wrong = ROW._replace(a_start="7", verdict="wrong")
    found = ROW._replace(verdict="")
    assert borne_out([ROW, wrong], {found}) == 100.0
    assert borne_out([ROW, wrong], {wrong._replace(verdict="")}) == 0.0


def test_passages_with_and_without_a_partner_are_counted_apart() -> None:
    alone = Judged("a.md", "0", "5", "b.md", "", "", "dropped", "wrong")
    assert shares([ROW, ROW._replace(verdict="wrong"), alone]) == {"aligned": 50.0, "alone": 0.0}


def test_the_judged_file_holds_a_hundred_pairs_and_no_text() -> None:
    rows = judged()
    assert sum(bool(row.a_start and row.b_start) for row in rows) == 100
    assert {row.verdict for row in rows} == {"right", "wrong"}
    assert all(part.isdigit() for row in rows for part in (row.a_start, row.a_end, row.b_start, row.b_end) if part)
    assert shares(rows)["aligned"] >= 90


def test_what_was_judged_is_there_where_the_documents_are() -> None:
    where = places()
    if where is None or not (where.corpora.parent / "documents" / FOLDER).is_dir():
        return
    names = {name for name, _ in data_of(where)}
    assert {name for row in judged() for name in (row.a, row.b)} <= names
