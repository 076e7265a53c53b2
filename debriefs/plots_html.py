"""Drawings as SVG inside a page: one for wide windows, one for narrow ones, one of them shown."""

from collections.abc import Iterator
from html import escape

from debriefs.drawing import SIZE, Box, Dot, Drawing, Part, Point, Shape, Stroke, Words


def plot_html(wide: Drawing, narrow: Drawing) -> str:
    """The drawing in both widths, and below it what it says."""
    both = _svg(wide, "wide") + _svg(narrow, "narrow")
    return f'<figure class="plot">{both}<figcaption>{escape(wide.told)}</figcaption></figure>'


def _svg(drawing: Drawing, shown: str) -> str:
    """A reader of screens hears what the plot is of, and then the words that stand below it."""
    parts = "".join(_part(part) for part in drawing.parts)
    return (
        f'<svg class="{shown}" role="img" aria-label="{escape(drawing.name)}" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" font-size="{SIZE}">{parts}</svg>'
    )


def _part(part: Part) -> str:
    match part:
        case Stroke():
            return f'<path class="line {part.ink}" {_stroked(part)} d="{_path(part.points)}"/>'
        case Box(x, y, width, height, ink):
            size = f'width="{width:g}" height="{height:g}"'
            return f'<rect class="fill {ink}" x="{x:g}" y="{y:g}" {size}/>'
        case Dot():
            return _dot(part)
        case Words(x, y, text, ink, anchor):
            at = f'x="{x:g}" y="{y:g}" text-anchor="{anchor}"'
            return f'<text class="fill {ink}" {at}>{escape(text)}</text>'


def _dot(dot: Dot) -> str:
    x, y, r = dot.x, dot.y, dot.radius
    if dot.shape is Shape.SQUARE:
        size = f'width="{2 * r:g}" height="{2 * r:g}"'
        return f'<rect class="fill {dot.ink}" x="{x - r:g}" y="{y - r:g}" {size}/>'
    drawn = "line" if dot.shape is Shape.RING else "fill"
    return f'<circle class="{drawn} {dot.ink}" cx="{x:g}" cy="{y:g}" r="{r:g}"/>'


def _stroked(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{" ".join(f"{n:g}" for n in stroke.dash)}"' if stroke.dash else ""
    return f'stroke-width="{stroke.width:g}"{dash}'


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(_pairs(points))


def _pairs(points: tuple[Point, ...]) -> Iterator[str]:
    return (f"{x:g} {y:g}" for x, y in points)
