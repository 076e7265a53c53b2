"""The six sides over a whole conversation, where everything that is told is an occasion.

What helps counts twice, at the cues and over all of our turns; what harms counts by share of our
turns. It is one figure for comparing conversations; no call is marked by it.
"""

from collections.abc import Sequence

from language.acts import Act
from language.reading import Reading
from language.talk_classifier import talk_of
from scoring.case import Case
from scoring.empathy.cues import HARSH, cues_answered
from scoring.empathy.manner import HELPFUL, manner_marks

MOST_HARM = 3.0
"""A third of our turns is as much harm as there can be good."""
SAYS = 3
"""A turn of fewer words is a murmur."""
NOT_KNOWN = 50.0
"""A side for which there was no occasion is neither good nor bad."""
VALIDATES = ("validates", "acknowledgement", "thanks_for_telling")
HARMS = (("advises",), ("turns_to_self",), ("dismisses", "takes_back"), HARSH)


def balance(case: Case) -> float:
    """What helps less what harms; 0 where nothing is said."""
    turns = [r for r in case.collector if r.words >= SAYS]
    if not turns:
        return 0.0
    harm = sum(_share(case.collector, turns, names) for names in HARMS)
    return _at_cues(case) + _throughout(case, turns) - MOST_HARM * harm


def _at_cues(case: Case) -> float:
    """The mean of the sides that help, 0-1."""
    marks = manner_marks(case, cues_answered(case))[: len(HELPFUL)]
    values = (NOT_KNOWN if mark.value is None else mark.value for mark in marks)
    return sum(values) / len(HELPFUL) / 100


def _throughout(case: Case, turns: Sequence[Reading]) -> float:
    """The shares of turns that validate, give back and ask openly."""
    talk = sum(_talk(turn, _before(case, turn)) for turn in turns)
    return talk / len(turns) + _share(case.collector, turns, VALIDATES)


def _talk(turn: Reading, before: Reading | None) -> int:
    """Asking openly counts once, and giving back where it is what a turn mainly does."""
    talk = talk_of(turn, before)
    return (Act.OPEN_QUESTION in talk.acts) + (talk.mainly is Act.REFLECTION)


def _share(said: Sequence[Reading], of: Sequence[Reading], names: tuple[str, ...]) -> float:
    return sum(turn.has(*names) for turn in said) / len(of)


def _before(case: Case, turn: Reading) -> Reading | None:
    """The last turn of the other side that it answers."""
    return next((r for r in reversed(case.other_side) if r.index < turn.index), None)
