"""The plots of a debrief that is printed or sent: offers and moods along the turns of the call."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from calls.moves import Mood
from calls.turn import Speaker, turn_number
from debriefs.axes import Axes, ticks_to
from debriefs.drawing import Anchor, Dot, Drawing, Ink, Part, Point, Shape, Stroke, Words
from debriefs.offers import in_words, worth_drawing
from debriefs.offers_html import who
from debriefs.whole import Whole
from scoring.negotiation import Bargaining, TabledOffer

WIDE, NARROW = 680.0, 340.0
"""For a desk and for paper, and for a telephone."""

CARRIES, REST = ("trust", "tension"), ("engagement", "shame", "patience")
"""The moods that carry a call, and what else moved: each in a plot of its own."""

OFFERS = "Plot: the offers of both sides along the turns"
_SIDES = {
    Speaker.COLLECTOR: (Shape.CIRCLE, Ink.ACCENT, ()),
    Speaker.CONSUMER: (Shape.SQUARE, Ink.OTHER, (6.0, 3.0)),
}
_LINES = {
    CARRIES: ((Ink.ACCENT, ()), (Ink.ALARM, (5.0, 3.0))),
    REST: ((Ink.OTHER, ()), (Ink.TEXT, (5.0, 3.0)), (Ink.QUIET, (1.0, 3.0))),
}
_OF_100 = (0.0, 50.0, 100.0)
_APART = 13.0
"""How far apart names at the ends of lines stand at least, of 100."""


def plots_of_offers(whole: Whole, width: float = WIDE) -> Iterator[Drawing]:
    """Both sides' offers on what was possible, and where it ended; none where none is worth one."""
    made = whole.bargaining
    if made is None or not worth_drawing(made):
        return
    most = max(chain((level_of(made, one) for one in made.offers), _zone(made)))
    ticks = ticks_to(most)
    unit = f"{made.offers[0].amount.symbol.strip()} {made.measure.value}"
    axes = Axes(width, 256, len(whole.turns), ticks, unit)
    parts = (*axes.drawn(), *_possible(made, axes), *_offers(made, axes))
    yield Drawing(width, axes.height, OFFERS, in_words(made), parts)


def plots_of_moods(whole: Whole, width: float = WIDE) -> Iterator[Drawing]:
    """Trust and tension, then the other moods; none where no mind was on the line."""
    moods = {turn_number(n): mood for n, mood in sorted(whole.moods.items())}
    if len(moods) < 2:
        return
    yes_at = whole.bargaining.yes_at if whole.bargaining else None
    for names in (CARRIES, REST):
        axes = Axes(width, 190, len(whole.turns), _OF_100)
        upright = () if yes_at is None else axes.upright(turn_number(yes_at), "agreed")
        parts = (*axes.drawn(), *upright, *_lines(moods, names, axes))
        name = f"Plot: {', '.join(names)} along the turns"
        yield Drawing(width, axes.height, name, moods_told(moods, names), parts)


def level_of(made: Bargaining, one: TabledOffer) -> float:
    """How high an offer stands in a plot."""
    return made.level(one).cents / 100


def moods_told(moods: Mapping[int, Mood], names: Sequence[str]) -> str:
    """The lines in a sentence: where each began and ended, and how far it went between."""
    told = "; ".join(_mood_told(moods, name) for name in names)
    return f"{told[:1].upper()}{told[1:]}. Each is from 0 to 100."


def set_apart(levels: Mapping[str, float]) -> dict[str, float]:
    """Where the name of each line stands: at its end, and clear of the names below it."""
    placed: dict[str, float] = {}
    lowest = 0.0
    for n, (level, name) in enumerate(sorted((level, name) for name, level in levels.items())):
        room = 100 - _APART * (len(levels) - 1 - n)
        placed[name] = min(max(level, lowest), room)
        lowest = placed[name] + _APART
    return placed


def _zone(made: Bargaining) -> Iterator[float]:
    yield from (money.cents / 100 for money in made.possible or ())


def _possible(made: Bargaining, axes: Axes) -> Iterator[Part]:
    """The band with its name at its lower left, or above it where the band is too thin."""
    if made.possible is None:
        return
    low, high = _zone(made)
    yield from axes.band(low, high)
    floor, most = made.possible
    name = f"possible: {floor} to {most}" if floor != most else f"possible: {most}"
    thin = axes.y(low) - axes.y(high) < 18
    yield Words(axes.x(0.5) + 6, (axes.y(high) if thin else axes.y(low)) - 5, name)


def _offers(made: Bargaining, axes: Axes) -> Iterator[Part]:
    """A line for each side with its name at its first offer, and a ring where it ended."""
    agreed = made.agreed
    if agreed is not None:
        told = f"agreed: {made.level(agreed)}"
        yes_at = agreed.turn if made.yes_at is None else made.yes_at
        yield from axes.upright(turn_number(yes_at), told)
        yield Dot(*_point(made, agreed, axes), Shape.RING, Ink.TEXT, 9)
    for side, (shape, ink, dash) in _SIDES.items():
        offers = [one for one in made.offers if _side(one) is side]
        points = tuple(_point(made, one, axes) for one in offers)
        if len(points) > 1:
            yield Stroke(points, ink, dash)
        yield from (Dot(x, y, shape, ink) for x, y in points)
        if offers:
            x, y = points[0]
            below = y + 16 < axes.bottom
            yield Words(x - 8, y + (16 if below else -8), who(offers[0]), ink, Anchor.END)


def _side(one: TabledOffer) -> Speaker:
    return Speaker.COLLECTOR if one.by is Speaker.COLLECTOR else Speaker.CONSUMER


def _point(made: Bargaining, one: TabledOffer, axes: Axes) -> Point:
    return axes.x(turn_number(one.turn)), axes.y(level_of(made, one))


def _lines(moods: Mapping[int, Mood], names: tuple[str, ...], axes: Axes) -> Iterator[Part]:
    last = moods[max(moods)]
    beside = set_apart({name: float(getattr(last, name)) for name in names})
    for name, (ink, dash) in zip(names, _LINES[names], strict=True):
        points = tuple((axes.x(turn), axes.y(getattr(at, name))) for turn, at in moods.items())
        yield Stroke(points, ink, dash)
        yield Words(points[-1][0] + 8, axes.y(beside[name]) + 4, name, ink)


def _mood_told(moods: Mapping[int, Mood], name: str) -> str:
    levels = {turn: getattr(mood, name) for turn, mood in moods.items()}
    first, last = levels[min(levels)], levels[max(levels)]
    told = f"{name} began at {first} and ended at {last}"
    lowest, highest = min(levels, key=levels.__getitem__), max(levels, key=levels.__getitem__)
    if levels[lowest] < min(first, last):
        told += f", lowest in turn {lowest} ({levels[lowest]})"
    if levels[highest] > max(first, last):
        told += f", highest in turn {highest} ({levels[highest]})"
    return told
