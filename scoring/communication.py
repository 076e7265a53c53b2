"""How the collector talks: is somebody talked with or talked at, by the anchors of the scale.

Listening comes first: what they asked was answered, what they told taken up. Plain words, one thing
at a time, and reading back add to that and never make up for it.
"""

from collections.abc import Iterator
from statistics import mean

from calls.turn import Channel, turn_number
from scoring.case import FEWEST_TURNS, Case
from scoring.heard import beside_the_matter, exchanges
from scoring.listening import answers, lets_them_in, room_to_speak, sums_up, takes_up
from scoring.marks import Dimension, Mark, Score, weigh
from scoring.messages import as_far_as_civil, message_marks
from scoring.plain_talk import in_order, plain_turns, plain_words
from scoring.questions import one_at_a_time, open_questions, tests_understanding
from scoring.timing import interruptions, silence
from scoring.written_task import task_marks

MOST_UNHEARD = 0.5
"""So much of the score goes where nothing at all was listened to."""
TALKS = (Channel.CALL, Channel.SMS, Channel.CHAT)
"""Where things are said to and fro."""
LISTENING = ("answers what is asked", "takes up what they say")
WELL_HEARD = 80.0
"""From here on somebody is talked with; below it, everything counts only as far as that."""


def score_communication(case: Case) -> Score:
    """Listening, one thing at a time, plain talk, and whether both mean the same at the end."""
    nothing = f"fewer than {FEWEST_TURNS} collector turns: too little said to judge"
    spoken = [r for r in case.collector if r.turn.channel in TALKS]
    if len(spoken) < FEWEST_TURNS:
        return as_far_as_civil(weigh(Dimension.COMMUNICATION, _written(case), nothing))
    weighted = (*_written(case), *_earned(case), *_kept(case))
    score = weigh(Dimension.COMMUNICATION, weighted, "nothing to judge")
    return _as_far_as_on_the_matter(case, _as_far_as_heard(score))


def _written(case: Case) -> Iterator[tuple[Mark, float]]:
    """What went out as a message, and what the written message of a work sample is like."""
    yield from message_marks(case)
    yield from task_marks(case)


def _earned(case: Case) -> Iterator[tuple[Mark, float]]:
    """What somebody does who talks with somebody."""
    talk = exchanges(case)
    yield answers(case, talk), 2.0
    yield takes_up(case, talk), 2.0
    yield open_questions(case), 1.0
    yield sums_up(case), 1.0
    yield tests_understanding(case), 1.0


def _kept(case: Case) -> Iterator[tuple[Mark, float]]:
    """What is only noticed where it goes wrong: short turns and plain words alone are no talk."""
    shares = (
        (lets_them_in(case, exchanges(case)), 0.4),
        (one_at_a_time(case), 0.4),
        (plain_turns(case), 0.5),
        (plain_words(case), 0.5),
        (in_order(case), 0.5),
        (room_to_speak(case), 0.3),
        (interruptions(case), 0.3),
        (silence(case), 0.2),
    )
    for mark, takes in shares:
        yield mark.model_copy(update={"takes": takes}), 1.0


def _as_far_as_heard(score: Score) -> Score:
    """The score; less, where half of what they brought up and more was not listened to."""
    given = [m.value for m in score.marks if m.name in LISTENING and m.value is not None]
    if not given or score.value is None or mean(given) >= WELL_HEARD:
        return score
    reason = f"listening comes to {mean(given):.0f} of 100, and the form of the talk counts by that"
    value = round(score.value * (1 - MOST_UNHEARD * (1 - mean(given) / WELL_HEARD)), 1)
    return score.model_copy(update={"value": value, "reason": f"{reason}; {score.reason}"})


def _as_far_as_on_the_matter(case: Case, score: Score) -> Score:
    """The score; less by the share of turns about something else. One is small talk."""
    beside = beside_the_matter(case)
    if score.value is None or len(beside) < 2:
        return score
    left = 1 - len(beside) / len(case.collector)
    turns = ", ".join(str(turn_number(one.index)) for one in beside)
    reason = f"{len(beside)} turns were about you or about something else (turns {turns})"
    value = round(score.value * left, 1)
    return score.model_copy(update={"value": value, "reason": f"{reason}; {score.reason}"})
