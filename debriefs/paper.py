"""What is told as sheets of paper (PDF): the same lines as on a page, in their order."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from io import BytesIO
from typing import Any
from unicodedata import normalize

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate, Spacer

from debriefs.drawing import Drawing
from debriefs.lines import Kind, Line, lines_of
from debriefs.paper_plots import on_paper
from debriefs.whole import Whole

_FACES = ("Vera", "VeraBd", "VeraIt", "VeraBI")
"""The one family that reportlab brings along; its letters are put into the file."""
_MARGIN, _FOOT = 20 * mm, 12 * mm
_INK, _QUIET, _RULE = HexColor("#1B2A33"), HexColor("#4A5B66"), HexColor("#B9C0C4")
_RULES, _BETWEEN_RULES = 4, 7 * mm
"""Room for notes by hand."""
_PLAIN = {"\N{MINUS SIGN}": "-", "\N{RIGHTWARDS ARROW}": "->"}


def pdf_of(whole: Whole) -> bytes:
    """The whole debrief, the same to the byte each time; long notes go on over pages."""
    return sheets_of(f"Debrief: {whole.heading}", lines_of(whole))


def sheets_of(title: str, lines: Iterable[Line]) -> bytes:
    """Lines of any kind on numbered sheets; `title` is what readers of PDF show for the file."""
    _register()
    sheet = BytesIO()
    document = SimpleDocTemplate(
        sheet,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=title,
        author="Right Party",
        lang="en",
        invariant=1,
    )
    story = [part for line in lines for part in _parts(line)]
    document.build(story, onFirstPage=_number, onLaterPages=_number)
    return sheet.getvalue()


def _parts(line: Line) -> Iterator[Any]:
    if line.drawing is not None:
        yield from _drawn(line, line.drawing)
        return
    if line.kind is not Kind.NOTES:
        yield Paragraph(_markup(line), _styles()[line.kind])
        return
    if line.text:
        yield Paragraph(_markup(line), _styles()[Kind.TOPIC])
    for _ in range(_RULES):
        rule = HRFlowable("100%", 0.5, color=_RULE, spaceBefore=_BETWEEN_RULES, spaceAfter=0)
        rule.keepWithNext = 1
        yield rule
    yield Spacer(0, 6)


def _drawn(line: Line, drawing: Drawing) -> Iterator[Any]:
    """A drawing, and below it on the same sheet what it says."""
    yield on_paper(drawing, A4[0] - 2 * _MARGIN, _FACES[0])
    yield Paragraph(_markup(line), _styles()[Kind.TEXT])


def _number(canvas: Any, document: Any) -> None:
    """The number of the sheet at its foot."""
    canvas.saveState()
    canvas.setFont("Vera", 8)
    canvas.setFillColor(_QUIET)
    canvas.drawRightString(A4[0] - _MARGIN, _FOOT, f"Right Party · page {document.page}")
    canvas.restoreState()


@cache
def _register() -> None:
    for name in _FACES:
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    regular, bold, italic, both = _FACES
    pdfmetrics.registerFontFamily(regular, regular, bold, italic, both)


@cache
def _styles() -> dict[Kind, Any]:
    text = ParagraphStyle(
        "text",
        fontName="Vera",
        fontSize=9,
        leading=13,
        textColor=_INK,
        spaceAfter=3,
        splitLongWords=1,
    )

    def like(kind: Kind, **other: Any) -> Any:
        return ParagraphStyle(kind.value, parent=text, **other)

    heads = {"fontName": "VeraBd", "keepWithNext": 1}
    return {
        Kind.TITLE: like(Kind.TITLE, fontSize=16, leading=20, spaceAfter=6, **heads),
        Kind.VERDICT: like(Kind.VERDICT, fontSize=12, leading=17, spaceAfter=6),
        Kind.HEADING: like(
            Kind.HEADING, fontSize=12, leading=16, spaceBefore=12, spaceAfter=4, **heads
        ),
        Kind.TOPIC: like(Kind.TOPIC, spaceBefore=6, **heads),
        Kind.TEXT: text,
        Kind.UNDER: like(Kind.UNDER, leftIndent=14, fontSize=8.5, leading=12),
        Kind.QUIET: like(Kind.QUIET, leftIndent=14, fontSize=8, leading=11, textColor=_QUIET),
    }


def _markup(line: Line) -> str:
    """The line in the markup of a paragraph, in which what people said means itself."""
    # Signs are in a font that every reader of PDF has.
    sign = f'<font name="ZapfDingbats">{line.sign}</font> ' if line.sign else ""
    lead = f"<b>{_shown(line.lead)}</b> " if line.lead else ""
    return f"{sign}{lead}{_shown(line.text)}"


def _shown(text: str) -> str:
    """The text in letters that the font has: else without its accent, else a question mark."""
    return escape("".join(map(_letter, text))).replace("\n", "<br/>")


@cache
def _letter(letter: str) -> str:
    known = pdfmetrics.getFont("Vera").face.charToGlyph
    if letter == "\n" or ord(letter) in known:
        return letter
    bare = _PLAIN.get(letter) or normalize("NFKD", letter)
    return "".join(one for one in bare if ord(one) in known) or "?"
