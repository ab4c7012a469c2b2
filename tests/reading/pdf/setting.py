"""PDF files for tests: an invented story, set in columns line by line, so that every place is known."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
HEADLINE = "Norvanna and Quellin agree to reopen the Sarrow Strait to grain ships"
PARAGRAPHS = (
    "PORT ARDENT, March 12, 2026 – Norvanna and Quellin will reopen the Sarrow Strait to grain ships after a blockade "
    "of 14 months, their foreign ministers announced on Thursday, and the first convoy of up to 40 vessels is to sail.",
    "“The farmers on both shores have waited long enough,” Norvannan Foreign Minister Ilse Corrant told reporters. “We "
    "have an accord, we have pilots, and we have a date.”",
    "Her Quellish counterpart, Bram Tolliver, said that his government had called home some 1,200 sailors since Monday "
    "and would withdraw every last one of them before the end of April. Nobody had won this quarrel, he said.",
    "“Our harbours lost close to 3 million tonnes of trade, and more than 200 families lost a living,” Tolliver said.",
    "Corrant warned that the accord would fall if a single shot were fired at the convoy. She added that she did not "
    "expect one. A senior naval officer, who asked not to be named because he was not allowed to speak in public, "
    "estimated that between 30 and 50 mines were still adrift in the northern channel.",
    "The Norvannan Defence Ministry denied that any mines remained. Its spokesman, Captain Joren Vale, declined to "
    "comment on the figures of the officer.",
    "According to the Sarrow Pilots’ Guild, insurance for one crossing costs about 90,000 crowns, nearly half of it "
    "for war risk. “Until that price comes down, an open strait is as good as a closed one,” Odile Marsh, the "
    "president of the guild, told visitors at the harbour.",
    "Prime Minister Anselm Roake, who had called the blockade an act of piracy in June, welcomed the accord. Roake "
    "believes that grain prices will fall by 5 percent to 8 percent within a month, his office said.",
)


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a story is set: in columns, with an indent or a gap before each paragraph, lines filled out or not."""

    columns: int = 1
    gutter: float = 18.0
    indent: float = 0.0
    gap: float = 6.0
    justified: bool = False
    size: float = 10.0
    leading: float = 12.0
    depth: float = 250.0


class Setter:
    """Sets paragraphs line by line, from the top of the first column on."""

    def __init__(self, style: Style, **options: object) -> None:
        self.style, self.data = style, io.BytesIO()
        self.canvas = Canvas(self.data, pagesize=(WIDTH, HEIGHT), invariant=True, **options)
        self.column, self.top, self.y = 0, HEIGHT - 90, HEIGHT - 90
        self.each_page: list[Callable[[Canvas], None]] = []

    @property
    def measure(self) -> float:
        return (WIDTH - 120 - (self.style.columns - 1) * self.style.gutter) / self.style.columns

    def headline(self, words: str, size: float = 22.0) -> None:
        for line in simpleSplit(words, "Times-Bold", size, WIDTH - 120):
            self.canvas.setFont("Times-Bold", size)
            self.canvas.drawString(60, self.y, line)
            self.y -= 1.15 * size
        self.y -= 14
        self.top = self.y

    def paragraph(self, words: str) -> None:
        style = self.style
        for number, line in enumerate(self._broken(words)):
            if self.y < self.top - style.depth or self.y < 90:
                self._next_column()
            self._line(line, indent=style.indent if number == 0 else 0.0, words=words)
            self.y -= style.leading
        self.y -= style.gap

    def _broken(self, words: str) -> list[str]:
        size, indent = self.style.size, self.style.indent
        first = simpleSplit(words, "Times-Roman", size, self.measure - indent)[0]
        rest = simpleSplit(words[len(first) :].strip(), "Times-Roman", size, self.measure)
        return [first, *rest]

    def _line(self, line: str, *, indent: float, words: str) -> None:
        style = self.style
        x = 60 + self.column * (self.measure + style.gutter) + indent
        room = self.measure - indent - stringWidth(line, "Times-Roman", style.size)
        text = self.canvas.beginText(x, self.y)
        text.setFont("Times-Roman", style.size)
        stretched = style.justified and " " in line and not words.endswith(line)
        # What is set once stays so for the lines to come.
        text.setWordSpace(room / line.count(" ") if stretched else 0)
        text.textOut(line)
        self.canvas.drawText(text)

    def _next_column(self) -> None:
        self.column += 1
        if self.column == self.style.columns:
            self.page()
        self.y = self.top

    def page(self) -> None:
        self._finish()
        self.canvas.showPage()
        self.column, self.top = 0, HEIGHT - 90
        self.y = self.top

    def _finish(self) -> None:
        for draw in self.each_page:
            draw(self.canvas)

    def done(self) -> bytes:
        self._finish()
        self.canvas.save()
        return self.data.getvalue()


def story(style: Style, paragraphs: Iterable[str] = PARAGRAPHS, headline: str | None = HEADLINE) -> bytes:
    """Return a PDF file of a headline across all columns and paragraphs in them."""
    setter = Setter(style)
    if headline is not None:
        setter.headline(headline)
    for words in paragraphs:
        setter.paragraph(words)
    return setter.done()


def drawn(lines: Sequence[tuple[float, float, str]], size: float = 10.0, font: str = "Times-Roman") -> bytes:
    """Return a PDF file of one page with words at the places given as (x, y, words)."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.setFont(font, size)
    for x, y, words in lines:
        canvas.drawString(x, y, words)
    canvas.save()
    return data.getvalue()
