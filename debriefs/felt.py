"""How the talk felt on the other side, turn by turn: where they stand, and why it moved."""

from collections.abc import Iterator

from calls.moves import Mood, Move, Shift

MOODS = tuple(Mood.model_fields)
_ALWAYS = ("trust", "tension")
_MINUS = "\N{MINUS SIGN}"


def felt(move: Move | None, mood: Mood | None, *, first: bool = False) -> Iterator[str]:
    """Quiet lines for one turn of theirs; nothing where no mind was on the line.

    Each level is told where it begins and where it moved; trust and tension always.
    """
    if move is not None and not move.understood:
        yield "? Not understood: put it another way and they can answer."
    shifts = move.shifts if move is not None else ()
    for shift in shifts:
        if moved := _moved(shift):
            yield f"{shift.because}: {moved}."
    if mood is not None:
        told = [
            f"{name} {getattr(mood, name)}"
            for name in MOODS
            if first or name in _ALWAYS or any(getattr(shift, name) for shift in shifts)
        ]
        yield f"Now: {', '.join(told)} of 100."


def _moved(shift: Shift) -> str:
    changes = ((name, getattr(shift, name)) for name in MOODS)
    parts = [f"{name} {change:+d}".replace("-", _MINUS) for name, change in changes if change]
    return ", ".join(parts)
