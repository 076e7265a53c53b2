"""Looking for words in one's own calls."""

from dataclasses import dataclass
from datetime import datetime

from calls.turn import Speaker
from training.models import Person
from training.store import Store

MOST = 50


@dataclass(frozen=True)
class Hit:
    """A line of one's own in which the words occur; `turn` counts from 0."""

    attempt_id: str
    title: str
    started_at: datetime
    turn: int
    speaker: Speaker
    text: str


def search(store: Store, person: Person, words: str, most: int = MOST) -> tuple[Hit, ...]:
    """The lines of the person's own calls that hold all the words, the newest first.

    The last word may be the beginning of one. Lines that were taken back are not found.
    """
    asked = words.split()
    if not asked:
        return ()
    quoted = [f'"{word.replace(chr(34), "")}"' for word in asked]
    hits: list[Hit] = []
    for attempt, title, lines in store.lines_with(person, f"{' '.join(quoted)}*"):
        call = attempt.state.call
        for turn, line in enumerate(call.lines if call else ()):
            if line.seq in lines:
                told = line.turn
                hits.append(
                    Hit(attempt.id, title, attempt.started_at, turn, told.speaker, told.text)
                )
    return tuple(hits[:most])
