"""Handing reports over: each ends in one outcome, and the page of its job tells which. The model finds nothing here."""

import asyncio
import gc
import json
import re
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from onrecord.encoder import Card, Scores
from onrecord.errors import LedgerBusy, OnRecordError
from onrecord.ledger import Ledger, open_ledger
from onrecord.pipeline import Outcome, Reader, add_given
from onrecord.records import Given
from onrecord.settings import Settings
from onrecord.web.app import create_app
from onrecord.web.desk import Desk
from onrecord.web.hands import Hands
from onrecord.web.refusals import DeskFull

TEXT = "Ferry row deepens\n\nThe ferry did not sail on Monday, and nobody said why.\n"
HERE = "http://127.0.0.1"


class Silent:
    """A model that finds no attribution in any text, and fails on texts that hold a word of its own."""

    card = Card("silent", "0" * 64)

    def scores(self, text: str) -> Iterator[Scores]:
        if "breaks" in text:
            raise ValueError("odd")
        return iter(())


@pytest.fixture
def ledger(tmp_path: Path, laid_ledger: Callable[[Path], Path]) -> Iterator[Ledger]:
    with open_ledger(laid_ledger(tmp_path / "ledger.db"), create=False, timeout=0.2) as opened:
        yield opened


@pytest.fixture
def hands(ledger: Ledger) -> Hands:
    reader = Reader(Settings(max_bytes=100_000, fetch_timeout=2), Silent())
    return Hands(add=lambda given: add_given(given, ledger, reader=reader, public_only=True), max_bytes=100_000)


@contextmanager
def room(ledger: Ledger, hands: Hands) -> Iterator[TestClient]:
    with TestClient(create_app(ledger, hands), base_url=HERE, follow_redirects=False) as client:
        client.headers["x-onrecord-token"] = client.get("/api/v1/session").json()["token"]
        yield client


@pytest.fixture
def client(ledger: Ledger, hands: Hands) -> Iterator[TestClient]:
    with room(ledger, hands) as opened:
        yield opened


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline, "it did not come to its end"
        time.sleep(0.01)


def done(client: TestClient, job: str) -> list[dict[str, object]]:
    until(lambda: client.get(f"/api/v1/jobs/{job}").json()["state"] == "done")
    return client.get(f"/api/v1/jobs/{job}").json()["reports"]


def hand_over(client: TestClient, **parts: object) -> list[dict[str, object]]:
    answer = client.post("/api/v1/documents", **parts)
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/api/v1/jobs/{answer.json()['job']}"
    return done(client, answer.json()["job"])


def test_a_pasted_text_is_stored_with_what_is_known_of_it(client: TestClient, ledger: Ledger) -> None:
    known = {"title": "A ferry row", "outlet": "The Lantern", "address": "https://news.example/a"}
    (one,) = hand_over(client, data={"text": TEXT, "published": "2031-04-03", **known})
    assert (one["outcome"], one["statements"], one["unknown"], one["error"]) == ("new", 0, 0, None)
    read = ledger.record(str(one["document"])).document
    assert read.text == TEXT
    assert (read.title, read.outlet, read.url) == tuple(known.values())
    assert read.published == "2031-04-03"


def test_a_text_out_of_a_browser_has_its_own_line_ends(client: TestClient, ledger: Ledger) -> None:
    (one,) = hand_over(client, data={"text": TEXT.replace("\n", "\r\n")})
    read = ledger.record(str(one["document"])).document
    assert (read.text, read.url) == (TEXT, None)


def test_two_pasted_texts_are_no_versions_of_one_another(client: TestClient) -> None:
    assert [hand_over(client, data={"text": text})[0]["outcome"] for text in (TEXT, TEXT + "More.", TEXT)] == [
        "new",
        "new",
        "same",
    ]


def test_a_file_of_the_same_name_is_a_new_version(client: TestClient) -> None:
    for text, outcome in ((TEXT, "new"), (TEXT + "More.", "new version"), (TEXT + "More.", "same")):
        (one,) = hand_over(client, files={"files": ("C:\\reports\\ferry.txt", text.encode())})
        assert (one["source"], one["outcome"]) == ("ferry.txt", outcome)


def test_every_input_ends_in_one_outcome_and_a_broken_one_stops_no_other(client: TestClient) -> None:
    files = {
        "page.txt": b"<!doctype html><html><body><p>" + b"The ferry did not sail. " * 9 + b"</p></body></html>",
        "paper.txt": b"%PDF-1.7 something",
        "data.html": b"\0\1\2",
        "empty.md": b"  \n",
        "odd.txt": b"It breaks here.",
        "large.txt": b"x" * 100_001,
        "last.txt": b"Nothing moved in the harbour.",
    }
    addresses = "http://127.0.0.1:9/ http://localhost:9/ http://127.0.0.1:9/ /etc/hostname"
    came = hand_over(client, data={"addresses": addresses}, files=[("files", each) for each in files.items()])
    assert [one["source"] for one in came] == [*files, *addresses.split()]
    outcomes = [one["outcome"] for one in came]
    assert outcomes == ["new", *["failed"] * 5, "new", "failed", "failed", "skipped", "failed"]
    reasons = {one["source"]: one["error"]["reason"] for one in came if one["error"]}
    assert reasons == {
        "paper.txt": "is a PDF file that is damaged or cut off",
        "data.html": "is binary, not text",
        "empty.md": "is empty",
        "odd.txt": "could not be read (ValueError: odd)",
        "large.txt": "is larger than one document may be",
        "http://127.0.0.1:9/": "leads to 127.0.0.1, which is not on the public internet",
        "http://localhost:9/": "leads to localhost, which is not on the public internet",
        "/etc/hostname": "is no http or https address",
    }
    assert came[9]["skipped"] == "is given twice"


def test_reports_as_json(client: TestClient, ledger: Ledger) -> None:
    documents = [{"text": TEXT, "address": "https://news.example/a"}, {"address": "http://[::1]/"}]
    first, second = hand_over(client, json={"documents": documents})
    assert ledger.record(str(first["document"])).document.url == "https://news.example/a"
    assert (second["source"], second["outcome"]) == ("http://[::1]/", "failed")


@pytest.mark.parametrize(
    "parts",
    [
        {"data": {"text": "  \n"}},
        {"data": {"addresses": " "}},
        {"files": {"files": ("", b"")}},
        {"json": {"documents": []}},
        {"json": {"documents": [{"title": "no text"}]}},
        {"json": {"documents": [{"text": 1}]}},
        {"json": {"documents": [{"text": TEXT, "path": "/etc/hostname"}]}},
        {"json": {"documents": [{"text": TEXT, "address": "javascript:alert(1)"}]}},
        {"json": {"documents": [{"text": TEXT, "title": "\x00"}]}},
        {"json": {"documents": [{"text": TEXT, "outlet": "\ud800"}]}},
        {"json": {"documents": [{"text": "The ferry \ud800 sank."}]}},
        {"json": [1]},
        {"content": b"{", "headers": {"content-type": "application/json"}},
        {"content": b"[" * 100_000, "headers": {"content-type": "application/json"}},
        {"content": b"no form", "headers": {"content-type": "multipart/form-data; boundary=x"}},
        {"content": b"no form", "headers": {"content-type": "multipart/form-data"}},
        {"data": {"text": TEXT, "address": "news.example"}},
        {"data": {"text": TEXT, "title": "x" * 3000}},
        {"data": {"addresses": "https://news.example/a " * 101}},
    ],
)
def test_what_makes_no_sense_is_refused_with_advice(client: TestClient, parts: dict[str, object]) -> None:
    if "json" in parts:
        parts = {"content": json.dumps(parts["json"]), "headers": {"content-type": "application/json"}}
    answer = client.post("/api/v1/documents", **parts)
    assert answer.status_code == 400
    assert answer.json()["error"]["advice"]
    assert client.get("/api/v1/jobs").json()["jobs"] == []


def test_a_stated_length_that_is_too_much_is_refused_at_once(client: TestClient) -> None:
    most = client.get("/api/v1/jobs").json()["most_bytes"]
    answer = client.post("/api/v1/documents", content=b"x" * (most + 1))
    assert (answer.status_code, answer.json()["error"]["advice"]) == (413, "hand over fewer reports at once")
    assert client.post("/enter", content=b"x" * 1_100_000).status_code == 413


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x"])
def test_a_body_without_end_is_refused_at_the_byte_that_is_too_many(ledger: Ledger, hands: Hands, kind: str) -> None:
    app = create_app(ledger, hands)
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    came, told = 0, []

    async def receive() -> dict[str, object]:
        nonlocal came
        piece = head if came == 0 else b"x" * 10_000
        came += len(piece)
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(message: dict[str, object]) -> None:
        told.append(message)

    headers = {"host": "localhost", "content-type": kind, "x-onrecord-token": app.state.room.token}
    scope = {"type": "http", "http_version": "1.1", "method": "POST", "path": "/api/v1/documents", "query_string": b""}
    scope["headers"] = [(name.encode(), value.encode()) for name, value in headers.items()]
    asyncio.run(app(scope, receive, send))
    assert told[0]["status"] == 413
    assert came <= app.state.room.most_bytes + 20_000


def test_a_form_without_the_token_is_refused(client: TestClient) -> None:
    token = client.headers.pop("x-onrecord-token")
    for form in ({"text": TEXT}, {"text": TEXT, "token": "guessed"}):
        assert client.post("/add", data=form).status_code == 403
    answer = client.post("/add", data={"text": TEXT, "token": token})
    assert answer.status_code == 303
    done(client, answer.headers["location"].removeprefix("/add/"))


def test_a_form_leads_to_the_page_of_its_job(client: TestClient) -> None:
    sent = client.post("/add", data={"text": TEXT}, files={"files": ("<b>.txt", b"%PDF-1")})
    job = sent.headers["location"]
    (one, _) = done(client, job.removeprefix("/add/"))
    page = client.get(job)
    assert page.status_code == 200
    assert f'href="/documents/{str(one["document"]).replace(":", "%3A")}"' in page.text
    assert "&lt;b&gt;.txt" in page.text and "<b>" not in page.text.replace("<body", "")
    assert "is a PDF file that is damaged or cut off; get it again from where it came." in page.text
    assert "1 new, 1 failed." in page.text
    assert client.get(f"{job}.json").json() == client.get(f"/api/v1/jobs/{job.removeprefix('/add/')}").json()
    assert job in client.get("/add").text


def test_the_page_for_adding_has_a_form_for_each_way(client: TestClient) -> None:
    page = client.get("/add").text
    assert re.findall(r'<(?:textarea|input)[^>]* name="(text|files|addresses)"', page) == ["text", "files", "addresses"]
    assert page.count(f'name="token" value="{client.headers["x-onrecord-token"]}"') == 3
    assert "100 files of 0.1 MiB each" in page


def test_an_unknown_job_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/add/nothing")
    assert answer.status_code == 404
    assert "is kept until the room closes" in answer.text
    assert client.get("/api/v1/jobs/nothing").json()["error"]["subject"] == "nothing"


def test_a_room_without_a_model_says_so(ledger: Ledger) -> None:
    with room(ledger, Hands()) as client:
        (one,) = hand_over(client, data={"text": TEXT})
    assert one["error"] == {
        "subject": "reading",
        "reason": "is not known to this reading room",
        "advice": "open it with onrecord serve",
    }


def test_a_ledger_that_is_busy_costs_one_report_not_the_next(ledger: Ledger, hands: Hands) -> None:
    busy = iter([LedgerBusy("ledger.db")])

    def add(given: Iterator[Given]) -> Iterator[Outcome]:
        for error in busy:
            next(given)
            raise error
        yield from hands.add(given)

    with room(ledger, replace(hands, add=add)) as client:
        came = hand_over(client, files=[("files", (name, TEXT.encode())) for name in ("a.txt", "b.txt")])
    assert [one["outcome"] for one in came] == ["failed", "new"]


class Slow:
    """Reading that waits to be told to go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()

    def add(self, given: Iterator[Given]) -> Iterator[Outcome]:
        for one in given:
            self.begun.set()
            assert self.go_on.wait(20)
            yield Outcome(source=one.name, skipped="was looked at only")


def some(size: int = 1) -> list[Given]:
    return [Given(name="a.txt", data=b"x" * size)]


def test_a_full_desk_takes_no_more(ledger: Ledger) -> None:
    slow = Slow()
    with room(ledger, Hands(add=slow.add)) as client:
        jobs = [client.post("/api/v1/documents", data={"text": TEXT}).json() for _ in range(1)]
        assert slow.begun.wait(20)
        jobs += [client.post("/api/v1/documents", data={"text": TEXT}).json() for _ in range(8)]
        assert [job["ahead"] for job in jobs[1:]] == list(range(1, 9))
        refused = client.post("/api/v1/documents", data={"text": TEXT})
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "10")
        assert "wait until some are read" in refused.json()["error"]["advice"]
        assert "being read" in client.get(f"/add/{jobs[0]['job']}").text
        assert 'http-equiv="refresh"' in client.get(f"/add/{jobs[3]['job']}").text
        slow.go_on.set()
        assert {one["outcome"] for job in jobs for one in done(client, job["job"])} == {"skipped"}


def test_what_waits_is_limited_in_bytes_too() -> None:
    slow = Slow()
    desk = Desk(Hands(add=slow.add), most_bytes=10)
    desk.take(some())
    assert slow.begun.wait(20)
    desk.take(some(30))
    with pytest.raises(DeskFull):
        desk.take(some())
    slow.go_on.set()
    desk.close()


def test_closing_ends_what_is_read_and_skips_the_rest() -> None:
    slow = Slow()
    desk = Desk(Hands(add=slow.add, stop=slow.go_on.set), most_bytes=10)
    first, second = desk.take(some() + some()), desk.take(some())
    assert slow.begun.wait(20)
    desk.close(patience=0)
    with pytest.raises(DeskFull, match="closing"):
        desk.take(some())
    skipped = "the reading room was closed before its turn"
    assert [one.skipped for one in (*first.items, *second.items)] == ["was looked at only", skipped, skipped]


def test_the_last_jobs_are_kept() -> None:
    def add(given: Iterator[Given]) -> Iterator[Outcome]:
        yield from (Outcome(source=one.name, skipped="was looked at only") for one in given)

    desk = Desk(Hands(add=add), most_bytes=10, most_kept=2)
    jobs = []
    for _ in range(4):
        jobs.append(desk.take(some()))
        until(lambda: jobs[-1].state == "done")
    assert desk.jobs() == jobs[:1:-1]
    desk.close()


@pytest.mark.parametrize("fault", [RuntimeError("odd"), None])
def test_reading_that_fails_in_a_way_nobody_foresaw_ends_each_report(fault: Exception | None) -> None:
    def add(given: Iterator[Given]) -> Iterator[Outcome]:
        next(given)
        if fault is not None:
            raise fault
        yield from ()

    desk = Desk(Hands(add=add), most_bytes=10)
    job = desk.take(some() + some())
    until(lambda: job.state == "done")
    assert [one.outcome for one in job.items] == ["failed", "failed"]
    assert all(isinstance(one.error, OnRecordError) for one in job.items)
    desk.close()


def test_what_failed_is_remembered_without_its_bytes() -> None:
    class Read:
        """A report's bytes, which tell whether they are still held."""

        def __init__(self, data: bytes | None) -> None:
            self.data = data

    held: list[weakref.ref[Read]] = []

    def fails(given: Iterator[Given]) -> Iterator[Outcome]:
        data = Read(next(given).data)
        held.append(weakref.ref(data))
        raise OnRecordError("tide.txt", "is broken")
        yield

    desk = Desk(Hands(add=fails), most_bytes=100)
    job = desk.take([Given(name="tide.txt", data=b"high")])
    until(lambda: job.state == "done")
    desk.close()
    gc.collect()
    assert job.items[0].error is not None and str(job.items[0].error) == "tide.txt: is broken"
    assert held[0]() is None
