"""The call as it leaves this computer: roles for names, and what may be somebody's masked."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from calls.turn import Speaker, turn_number
from language.reading import Reading
from language.redaction import Known, names_introduced, redacted

_ROLES = {
    Speaker.COLLECTOR: "COLLECTOR",
    Speaker.CONSUMER: "CONSUMER",
    Speaker.THIRD_PARTY: "SOMEBODY ELSE",
}
_NOBODY = Known(())  # made-up names go too: no opinion shall rest on a name


@dataclass(frozen=True)
class SentTurn:
    """A turn in one line, so that nothing in it can look like the next turn."""

    speaker: Speaker
    words: str


@dataclass(frozen=True)
class Sent:
    """A call between two lines that nobody can have typed: they are made of all that was said."""

    turns: tuple[SentTurn, ...]

    @property
    def lines(self) -> str:
        """One numbered line a turn."""
        return "\n".join(
            f"{turn_number(n)} {_ROLES[turn.speaker]}: {turn.words}"
            for n, turn in enumerate(self.turns)
        )

    @property
    def fence(self) -> str:
        """The line before and behind the call."""
        return f"=== call {hashlib.sha256(self.lines.encode()).hexdigest()[:16]} ==="

    def by_collector(self, turn: int) -> str | None:
        """The words of a turn of the collector; None where it is none."""
        if not 0 <= turn < len(self.turns) or self.turns[turn].speaker is not Speaker.COLLECTOR:
            return None
        return self.turns[turn].words


def sent(readings: Sequence[Reading], names: Iterable[str], today: date | None) -> Sent:
    """These turns; the names of whoever takes part are masked however they are written."""
    told = {name for one in readings for name in names_introduced(one, _NOBODY)}
    masked = (*names, *sorted(told))
    return Sent(
        tuple(
            SentTurn(
                one.turn.speaker, " ".join(redacted(one, _NOBODY, masked, today=today).split())
            )
            for one in readings
        )
    )
