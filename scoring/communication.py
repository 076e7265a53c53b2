"""How the collector talks: questions, plain turns and words, room to speak, listening, timing."""

from collections.abc import Iterator

from calls.turn import Channel
from scoring.asked import talked_at
from scoring.case import FEWEST_TURNS, Case
from scoring.listening import answers, room_to_speak, sums_up, takes_up
from scoring.marks import Dimension, Mark, Score, weigh
from scoring.messages import message_marks
from scoring.plain_talk import plain_turns, plain_words
from scoring.questions import one_at_a_time, open_questions, tests_understanding
from scoring.timing import interruptions, silence

TALKS = (Channel.CALL, Channel.SMS, Channel.CHAT)
"""Where things are said to and fro."""


def score_communication(case: Case) -> Score:
    """Questions one at a time and open, plain talk, room to speak, listening, and timing."""
    nothing = f"fewer than {FEWEST_TURNS} collector turns: too little said to judge"
    spoken = [r for r in case.collector if r.turn.channel in TALKS]
    if len(spoken) < FEWEST_TURNS:
        return weigh(Dimension.COMMUNICATION, message_marks(case), nothing)
    weighted = (*message_marks(case), *_of_the_talk(case))
    score = weigh(Dimension.COMMUNICATION, weighted, "nothing to judge")
    told = talked_at(case)
    return score.model_copy(update={"value": 0.0, "reason": told}) if told else score


def _of_the_talk(case: Case) -> Iterator[tuple[Mark, float]]:
    yield one_at_a_time(case), 1.0
    yield open_questions(case), 1.0
    yield plain_turns(case), 1.0
    yield plain_words(case), 0.5
    yield answers(case), 1.0
    yield room_to_speak(case), 1.0
    yield takes_up(case), 0.5
    yield sums_up(case), 1.0
    yield tests_understanding(case), 0.5
    yield interruptions(case), 1.0
    yield silence(case), 0.5
