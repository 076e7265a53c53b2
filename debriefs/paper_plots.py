"""Drawings on a sheet of paper (PDF), in the inks of the pages and with the letters of the text."""

from typing import Any

from reportlab.graphics import shapes
from reportlab.graphics.renderPDF import GraphicsFlowable
from reportlab.lib.colors import HexColor

from debriefs.drawing import SIZE, Box, Dot, Drawing, Ink, Part, Shape, Stroke, Words

_INKS = {
    Ink.ACCENT: HexColor("#0F6B6B"),
    Ink.OTHER: HexColor("#8A5A00"),
    Ink.ALARM: HexColor("#B3261E"),
    Ink.QUIET: HexColor("#4A5B66"),
    Ink.TEXT: HexColor("#1B2A33"),
    Ink.ZONE: HexColor("#E3EFEE"),
    Ink.GRID: HexColor("#D0D5D8"),
}


def on_paper(drawing: Drawing, room: float, face: str) -> Any:
    """The drawing as wide as the text; what comes after it stands on the same sheet."""
    scale = room / drawing.width
    sheet = shapes.Drawing(room, drawing.height * scale)
    group = shapes.Group(*(_part(part, drawing.height, face) for part in drawing.parts))
    group.scale(scale, scale)
    sheet.add(group)
    flowing = GraphicsFlowable(sheet)
    flowing.keepWithNext = 1
    return flowing


def _part(part: Part, height: float, face: str) -> Any:
    """A part, on paper measured from below."""
    ink = _INKS[part.ink]
    match part:
        case Stroke(points, _, dash, width):
            flat = [value for x, y in points for value in (x, height - y)]
            return shapes.PolyLine(
                flat, strokeColor=ink, strokeWidth=width, strokeDashArray=list(dash) or None
            )
        case Box(x, y, width, tall):
            return _rect(x, height - y - tall, width, tall, ink)
        case Dot(x, y, Shape.SQUARE, _, radius):
            return _rect(x - radius, height - y - radius, 2 * radius, 2 * radius, ink)
        case Dot(x, y, shape, _, radius):
            inside = None if shape is Shape.RING else ink
            return shapes.Circle(x, height - y, radius, fillColor=inside, strokeColor=ink)
        case Words(x, y, text, _, anchor):
            return shapes.String(
                x, height - y, text, fontName=face, fontSize=SIZE, fillColor=ink, textAnchor=anchor
            )


def _rect(x: float, y: float, width: float, height: float, ink: Any) -> Any:
    return shapes.Rect(x, y, width, height, fillColor=ink, strokeColor=None)
