"""The figure page: every figure in its words, and the chart as a part of its own."""

from lxml import html
from starlette.testclient import TestClient

from onrecord.asking.figures import MOST_COMPARED, conflicts_among, series
from onrecord.comparing import ask
from onrecord.ledger import Ledger

ASKED = "/figures?thing=Maravian+marines"
CHART = "/figures/chart?thing=Maravian+marines"


def test_each_figure_stands_in_its_words_and_leads_to_its_report(newsroom: TestClient) -> None:
    page = html.fromstring(newsroom.get(ASKED).text)
    points = page.cssselect(".point")
    told = newsroom.get("/figures.json?thing=Maravian+marines").json()["figures"]
    assert 5 < len(points) <= len(told)
    for point in points:
        link = point.cssselect(".said a")[0]
        marked = link.text_content()
        of = next(one for one in told if one["figure"]["id"] == point.get("data-figure"))
        assert marked == of["figure"]["text"]
        document, _, record = link.get("href").removeprefix("/documents/").partition("#")
        assert (document, record) == (of["ref"]["document"], of["ref"]["record"])
        assert newsroom.get(f"/documents/{document}").text.count(f'id="{record}"') == 1


def test_a_chart_has_every_drawn_point_in_each_width(newsroom: TestClient) -> None:
    part = html.fromstring(f"<main>{newsroom.get(CHART).text}</main>")
    listed = {one.get("data-figure") for one in html.fromstring(newsroom.get(ASKED).text).cssselect(".point")}
    drawn = [{one.get("data-figure") for one in chart.cssselect(".figure")} for chart in part.cssselect(".chart")]
    assert len(drawn) == 3
    assert drawn[0] == drawn[1] == drawn[2]
    assert drawn[0] <= listed and len(drawn[0]) > 4


def test_what_is_contradicted_is_marked_and_told(newsroom: TestClient) -> None:
    part = html.fromstring(f"<main>{newsroom.get(CHART).text}</main>")
    marked = {one.get("data-figure") for one in part.cssselect(".chart.wide .contradicted")}
    told = [
        {link.get("href").removeprefix("#") for link in item.cssselect("a")}
        for item in part.cssselect(".among li")
        if item.text_content().strip().startswith("Contradicted")
    ]
    assert told and set.union(*told) == marked


def test_points_that_say_a_number_again_are_compared_too(own_ledger: Ledger) -> None:
    points = series(own_ledger, ask("Maravian marines")).points
    again = {one.figure.id for point in points for one in point.again}
    among = conflicts_among(own_ledger, points)
    ends = {end.ref().record for one in among for end in (one.a, one.b)}
    assert ends & again
    assert len(points) < MOST_COMPARED


def test_nothing_asked_and_nothing_found_are_told_apart(newsroom: TestClient) -> None:
    assert "Name what is counted" in newsroom.get("/figures").text
    assert "holds no number of" in newsroom.get("/figures?thing=lighthouse+keepers").text
    assert newsroom.get("/figures.json").json() == {"figures": []}
    assert "nothing to draw" in newsroom.get("/figures/chart?thing=lighthouse+keepers").text


def test_words_that_name_nothing_are_refused_with_a_reason(newsroom: TestClient) -> None:
    answer = newsroom.get("/figures?thing=%21%21")
    assert answer.status_code == 400
    assert "names nothing that is counted" in answer.text


def test_the_table_has_a_row_for_each_figure(newsroom: TestClient) -> None:
    rows = newsroom.get("/figures.csv?thing=Maravian+marines").text.splitlines()
    assert rows[0].startswith("moment,said,value,low,high,bound")
    assert len(rows) == 1 + len(newsroom.get("/figures.json?thing=Maravian+marines").json()["figures"])
