"""Looking for words in one's own calls."""

from collections.abc import Iterator
from dataclasses import dataclass

from calls.turn import Speaker
from training.models import Attempt, Person
from training.practising import check_practises
from training.store import Store

MOST = 50
_AROUND = ("\x02", "\x03")
"""What the database puts around words that it found; nobody says these."""


@dataclass(frozen=True)
class Hit:
    """A line of one's own in which the words occur; `turn` counts from 0.

    `marks` say from where to where in the text the words stand.
    """

    attempt: Attempt
    title: str
    turn: int
    speaker: Speaker
    text: str
    marks: tuple[tuple[int, int], ...]


def search(store: Store, person: Person, words: str, most: int = MOST) -> tuple[Hit, ...]:
    """The lines of the person's own calls that hold all the words, the newest first.

    The last word may be the beginning of one. Lines that were taken back are not found.
    """
    check_practises(person)
    asked = words.split()
    if not asked:
        return ()
    quoted = [f'"{word.replace(chr(34), "")}"' for word in asked]
    hits: list[Hit] = []
    for attempt, title, lines in store.lines_with(person, f"{' '.join(quoted)}*", _AROUND):
        said = (line for call in attempt.state.calls for line in call.lines)
        for turn, line in enumerate(said):
            if line.seq in lines:
                told, marks = line.turn, tuple(_marks(lines[line.seq]))
                hits.append(Hit(attempt, title, turn, told.speaker, told.text, marks))
    return tuple(hits[:most])


def _marks(marked: str) -> Iterator[tuple[int, int]]:
    """Where the words stand once the signs around them are taken out."""
    begins, ends = _AROUND
    place = start = 0
    for letter in marked:
        if letter == begins:
            start = place
        elif letter == ends:
            yield start, place
        else:
            place += 1
