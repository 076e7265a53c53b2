"""How the talk felt on the other side, turn by turn: where they stand, and why it moved."""

from collections.abc import Iterator

from calls.moves import Mood, Move

_MINUS = "\N{MINUS SIGN}"


def felt(move: Move | None, mood: Mood | None) -> Iterator[str]:
    """Quiet lines for one turn of theirs; nothing where no mind was on the line."""
    if move is not None and not move.understood:
        yield "? Not understood: put it another way and they can answer."
    for shift in move.shifts if move is not None else ():
        if moved := _moved(shift.trust, shift.tension):
            yield f"{shift.because}: {moved}."
    if mood is not None:
        yield f"Now: trust {mood.trust}, tension {mood.tension} of 100."


def _moved(trust: int, tension: int) -> str:
    changes = (("trust", trust), ("tension", tension))
    parts = [f"{name} {change:+d}".replace("-", _MINUS) for name, change in changes if change]
    return ", ".join(parts)
