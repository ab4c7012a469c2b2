"""Citations in three styles, each beside what its handbook asks for; documents as BibTeX."""

import pytest

from onrecord.exporting.citations.apa import apa_lines
from onrecord.exporting.citations.bibtex import bibtex_lines
from onrecord.exporting.citations.bylines import author_named
from onrecord.exporting.citations.chicago import chicago_lines
from onrecord.exporting.citations.mla import mla_lines
from tests.exporting.ferry_report import ferry

ADDRESS = "https://www.lantern.example/ferry%20row?id=1"
SAID = "Ada Orlin: “We will sail at dawn … if the tide allows”"
TOLD = "Valland navy, paraphrased: “The Valland navy denied that any mines 🜁 remained”"
NOWHERE: dict[str, object] = {"url": "ferry.txt", "canonical": None}


def test_apa_cites_the_words_in_the_text_and_the_report_in_the_list() -> None:
    said, told, *_ = apa_lines([ferry()])
    reference = f"Ruhn, B., & Tal, O. K. (2031, April 3). Ferry row deepens. The Lantern. {ADDRESS}"
    assert said == f"{SAID} (as cited in Ruhn & Tal, 2031, para. 2). {reference}"
    assert told == f"{TOLD} (Ruhn & Tal, 2031, para. 3). {reference}"


def test_chicago_is_a_footnote() -> None:
    said, told, *_ = chicago_lines([ferry()])
    report = "Béla Ruhn and Ono K. Tal, “Ferry row deepens,” The Lantern, April 3, 2031"
    assert said == (f"Ada Orlin, “We will sail at dawn … if the tide allows,” quoted in {report}, para. 2, {ADDRESS}.")
    assert told == (
        "Valland navy, “The Valland navy denied that any mines 🜁 remained,” "
        f"paraphrased in {report}, para. 3, {ADDRESS}."
    )


def test_mla_turns_the_first_author_round() -> None:
    said, told, *_ = mla_lines([ferry()])
    entry = f"Ruhn, Béla, and Ono K. Tal. “Ferry row deepens.” The Lantern, 3 Apr. 2031, {ADDRESS}."
    assert said == f"{SAID} (qtd. in Ruhn and Tal, par. 2). {entry}"
    assert told == f"{TOLD} (Ruhn and Tal, par. 3). {entry}"


@pytest.mark.parametrize(
    ("given", "apa", "chicago", "mla"),
    [
        (
            {"authors": ()},
            "(as cited in Northwire, 2031, para. 2). Northwire. (2031, April 3). Ferry row deepens. The Lantern. "
            + ADDRESS,
            f"quoted in Northwire, “Ferry row deepens,” The Lantern, April 3, 2031, para. 2, {ADDRESS}.",
            f"(qtd. in Northwire, par. 2). Northwire. “Ferry row deepens.” The Lantern, 3 Apr. 2031, {ADDRESS}.",
        ),
        (
            {"authors": (), "agency": None, **NOWHERE},
            "(as cited in “Ferry row deepens,” 2031, para. 2). Ferry row deepens. (2031, April 3). The Lantern.",
            "quoted in “Ferry row deepens,” The Lantern, April 3, 2031, para. 2.",
            "(qtd. in “Ferry row deepens,” par. 2). “Ferry row deepens.” The Lantern, 3 Apr. 2031.",
        ),
        (
            {"published": None},
            "(as cited in Ruhn & Tal, n.d., para. 2). "
            f"Ruhn, B., & Tal, O. K. (n.d.). Ferry row deepens. The Lantern. {ADDRESS}",
            f"quoted in Béla Ruhn and Ono K. Tal, “Ferry row deepens,” The Lantern, n.d., para. 2, {ADDRESS}.",
            f"(qtd. in Ruhn and Tal, par. 2). Ruhn, Béla, and Ono K. Tal. “Ferry row deepens.” The Lantern, {ADDRESS}.",
        ),
        (
            {"authors": (), "agency": None, "published": "2031", "title": None, "outlet": None, **NOWHERE},
            "(as cited in [Untitled report], 2031, para. 2). [Untitled report]. (2031).",
            "quoted in untitled report, 2031, para. 2.",
            "(qtd. in Untitled report, par. 2). Untitled report. 2031.",
        ),
        (
            {
                "published": "2031-09",
                "title": "Who will sail?",
                "outlet": None,
                "authors": ("Mara van der Holt",),
                **NOWHERE,
            },
            "(as cited in van der Holt, 2031, para. 2). van der Holt, M. (2031, September). Who will sail? Northwire.",
            "quoted in Mara van der Holt, “Who will sail?” Northwire, September 2031, para. 2.",
            "(qtd. in van der Holt, par. 2). van der Holt, Mara. “Who will sail?” Northwire, Sept. 2031.",
        ),
    ],
)
def test_what_is_missing_is_left_out(given: dict[str, object], apa: str, chicago: str, mla: str) -> None:
    record = ferry(**given)
    assert next(apa_lines([record])) == f"{SAID} {apa}"
    assert next(chicago_lines([record])) == f"Ada Orlin, “We will sail at dawn … if the tide allows,” {chicago}"
    assert next(mla_lines([record])) == f"{SAID} {mla}"


def test_many_authors_are_shortened_as_each_style_does() -> None:
    four = ferry(authors=("Béla Ruhn", "Ono Tal", "Ila Fenn", "Jos Mark"))
    assert "(as cited in Ruhn et al., 2031, para. 2). Ruhn, B., Tal, O., Fenn, I., & Mark, J. (" in next(
        apa_lines([four])
    )
    assert "quoted in Béla Ruhn et al., “Ferry" in next(chicago_lines([four]))
    assert "Ruhn, Béla, et al. “Ferry" in next(mla_lines([four]))
    many = ferry(authors=tuple(f"Ada {letter}rlin" for letter in "ABCDEFGHIJKLMNOPQRSTUV"))
    assert "Srlin, A., … Vrlin, A. (2031" in next(apa_lines([many]))


def test_a_shortened_title_does_not_end_in_the_middle() -> None:
    nameless = ferry(authors=(), agency=None, title="Row over the ferry’s fares goes on")
    assert "(as cited in “Row over the ferry’s,” 2031" in next(apa_lines([nameless]))
    nameless = ferry(authors=(), agency=None, title="Talks begin on the ferry")
    assert "(qtd. in “Talks begin,” par. 2)" in next(mla_lines([nameless]))


def test_an_abbreviation_keeps_its_full_stop() -> None:
    assert "“Fares rise on St. V.I.,” The Lantern" in next(chicago_lines([ferry(title="Fares rise on St. V.I.")]))
    assert "“Fares rise,” The Lantern" in next(chicago_lines([ferry(title="Fares rise.")]))


def test_the_marks_of_quoted_words_become_single_and_nobody_is_unnamed() -> None:
    _, _, mixed, _, nobody = apa_lines([ferry()])
    assert "“Orlin called the delay ‘an act of piracy’”" in mixed
    assert nobody.startswith("Unnamed source, paraphrased: “")


def test_of_a_long_statement_the_first_words_are_quoted() -> None:
    from dataclasses import replace

    from onrecord.records import Span

    record = ferry()
    words = " ".join(["on and"] * 40)
    text = f"{words}\n{record.document.text}"
    long = replace(record.statements[4], cue=None, content=(Span.cut(text, 0, len(words)),))
    document = replace(record.document, text=text)
    (line,) = apa_lines([replace(record, document=document, entities=(), statements=(long,), figures=(), events=())])
    assert f"“{' '.join(['on and'] * 15)} …”" in line


@pytest.mark.parametrize(
    ("name", "turned", "initials"),
    [
        ("Béla Ruhn", "Ruhn, Béla", "B."),
        ("Jean-Luc K. Fenn Jr.", "Fenn, Jean-Luc K., Jr.", "J.-L. K."),
        ("Mara van der Holt", "van der Holt, Mara", "M."),
        ("Cho Min-ha", "Cho Min-ha", "M.-h."),
        ("Lantern Staff", "Lantern Staff", ""),
        ("Reuters", "Reuters", ""),
        ("Agence France-Presse", "Agence France-Presse", ""),
        ("Orlin", "Orlin", ""),
        ("news@lantern.example desk 4", "news@lantern.example desk 4", ""),
    ],
)
def test_a_name_is_taken_apart_where_it_is_a_persons(name: str, turned: str, initials: str) -> None:
    author = author_named(name)
    assert (author.turned, author.initials) == (turned, initials)


def test_bibtex_has_an_entry_for_each_document() -> None:
    entry = "\n".join(bibtex_lines([ferry(title="Fares & fees: 50% up {at} C:\\port_1")]))
    assert entry.startswith("@article{ruhn2031")
    assert "  author = {Ruhn, Béla and Tal, Ono K.},\n" in entry
    assert r"  title = {{Fares \& fees: 50\% up \{at\} C:\textbackslash{}port\_1}}," in entry
    assert f"  url = {{{ADDRESS}}},\n" in entry
    assert "  journal = {The Lantern},\n  year = {2031},\n  date = {2031-04-03},\n" in entry
    assert "  month = apr,\n}\n" in entry


def test_bibtex_of_a_document_that_says_nothing() -> None:
    unknown = dict.fromkeys(("title", "outlet", "agency", "published", "language"))
    first, *rest = bibtex_lines([ferry(authors=(), **unknown, **NOWHERE)])
    assert first.startswith("@misc{report")
    assert [line.split(" = ")[0] for line in rest] == ["  note", "}", ""]


def test_a_body_is_one_name_for_bibtex() -> None:
    assert "  author = {{Lantern Staff} and Ruhn, Béla}," in list(
        bibtex_lines([ferry(authors=("Lantern Staff", "Béla Ruhn"))])
    )
    assert "  author = {{Northwire}}," in list(bibtex_lines([ferry(authors=())]))
