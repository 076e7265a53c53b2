"""Whether anybody was talked with; where nobody was, no dimension of the call is worth anything.

One question that all dimensions share, asked in one place: the right words said past somebody, the
other side's words given back, and phrases that would stand in any call are no talk, however good
each of them is by itself.
"""

from collections.abc import Sequence
from itertools import islice

from language.acts import said
from language.names import words_of
from language.questions import asks_which
from language.reading import Reading
from scoring.asked import put_to_us
from scoring.case import FEWEST_TURNS, TURNS_TO_SOMEBODY, Case
from scoring.heard import TRADE
from scoring.marks import Score

MANY_QUESTIONS = 3
"""Whoever passes over most of so many talks at somebody, in however good words."""
HEARD = 0.25
"""The share of questions that has to be answered for a talk to be one."""
ENOUGH_TO_TELL = 4
"""In fewer turns, phrases that would stand in any call may be all there is to say."""
OF_THIS_CALL = 0.125
"""The share of turns that has to hold something of this call; else they would stand in any."""
MOSTLY = 0.5
"""Where more of the turns do, questions were answered in words that nobody foresaw."""
SINCE = 2
"""So many of their last turns can be taken up."""
SAYING = words_of("say tell want know mean hear think feel sound ask understand see right okay")
"""Stems of the words with which somebody is given back."""
ANY_CALL = words_of("sorr thank pleas ver real mak get giv well els anyth someth noth")
"""Stems of words that both sides say in whatever call it is: to share one of them is chance."""
WHO_IT_IS = (*TURNS_TO_SOMEBODY, "confirm_identity")
"""What names somebody: who calls, and who is meant."""


def nobody_talked_with(case: Case) -> str:
    """Why this was no talk with anybody; "" where it was one, or nothing was said at all."""
    return only_gives_back(case) or past_every_question(case) or would_stand_in_any_call(case)


def as_far_as_talked_with(told: str, score: Score) -> Score:
    """The score; nothing, where `told` says why nobody was talked with. No mark stays none."""
    if not told or score.value is None:
        return score
    return score.model_copy(update={"value": 0.0, "reason": told})


def past_every_question(case: Case) -> str:
    """Why it is nothing, where hardly any question of theirs was answered.

    An answer in words of one's own is not always read as one; who mostly takes up what they say
    talks with them all the same, and pays for the questions under clear talk.
    """
    asked = put_to_us(case)
    answered = sum(one.answered_at is not None for one in asked)
    if len(asked) < MANY_QUESTIONS or answered > HEARD * len(asked):
        return ""
    if len(_of_this_call(case)) > MOSTLY * len(case.collector):
        return ""
    got = f"{answered} answers" if answered > 1 else "one answer" if answered else "no answer"
    return f"they asked {len(asked)} times and got {got}: nobody was talked with"


def only_gives_back(case: Case) -> str:
    """Why it is nothing, where most of it are words of the other side or murmurs.

    The first turn is a greeting on every call, and so counts for neither.
    """
    spoken = list(islice(case.collector, 1, None))
    empty = [r for r in spoken if _adds_nothing(case, r)]
    if len(empty) < FEWEST_TURNS or len(empty) <= len(spoken) / 2:
        return ""
    return (
        f"{len(empty)} of {len(spoken)} turns give back what they had said and add nothing: "
        "nobody was talked with"
    )


def would_stand_in_any_call(case: Case) -> str:
    """Why it is nothing, where hardly a turn holds a name, a figure or a word of theirs."""
    spoken = case.collector
    if len(spoken) < ENOUGH_TO_TELL or not any(r.words for r in case.people):
        return ""
    theirs = _of_this_call(case)
    if len(theirs) > OF_THIS_CALL * len(spoken):
        return ""
    return (
        f"{len(spoken) - len(theirs)} of {len(spoken)} turns would stand in any call, with no "
        "name, no figure and no word of theirs: nobody was talked with"
    )


def _of_this_call(case: Case) -> list[Reading]:
    return [r for r in case.collector if _is_of_this_call(case, r)]


def _is_of_this_call(case: Case, ours: Reading) -> bool:
    """Whether it says who or how much, or takes up a word of what they said just before."""
    if ours.money or ours.dates or ours.schedules or ours.has(*WHO_IT_IS):
        return True
    shared = _words(ours) & frozenset().union(*map(_words, _just_before(case, ours)))
    return bool(shared - TRADE - SAYING - ANY_CALL)


def _words(reading: Reading) -> frozenset[str]:
    heard = said(reading)
    return reading.content | heard.told | heard.asked


def _just_before(case: Case, ours: Reading) -> Sequence[Reading]:
    return [r for r in case.other_side if r.index < ours.index][-SINCE:]


def _adds_nothing(case: Case, ours: Reading) -> bool:
    """Whether it has no word or figure that they had not said, and is no yes or no to a question.

    What such a turn seems to do lies in their words: "You want to know if you can pay in parts."
    """
    theirs = next(reversed(_just_before(case, ours)), None)
    if theirs is None:
        return False
    asked, reply = said(theirs), said(ours)
    if asked.questions and not asks_which(theirs) and ours.has("affirms", "refuse"):
        return False
    return not (reply.told | reply.asked | ours.content) - _words(theirs) - SAYING
