"""The score of conduct: what is left of 100 once each part has taken off what it lost.

One insult is not outweighed by five things that were left unsaid, so losses add up. What is not
grave takes off 75 at most: blame and hurry all through a call are level 2, an insult is level 1.
"""

from itertools import islice

from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.case import FEWEST_TURNS, SHOWN, Case, evidence_of, quoted
from scoring.conduct.bearing import calm, keeps_word, on_the_matter, pressed
from scoring.conduct.forbidden import also_forbidden
from scoring.conduct.parts import PARTS, Part
from scoring.heard import Exchange, exchanges
from scoring.marks import Dimension, Evidence, Mark, Score, no_mark

MOST_OF_SMALL = 75.0
"""What everything together costs that is not grave."""
NOTHING = "nothing happened that would try anybody's manners"


def score_conduct(case: Case) -> Score:
    """Each part where it was at hand or went wrong."""
    if not case.held:
        return Score(dimension=Dimension.CONDUCT, value=None, reason=case.not_held)
    talk = exchanges(case)
    of_words = [(_marked(case, talk, part), part.grave) for part in PARTS]
    of_bearing = [(one, False) for one in (keeps_word(case), on_the_matter(case))]
    beside = calm(case, talk)  # says nothing by itself: whoever passes over all earns no conduct
    marks = [*of_words, *of_bearing, (beside, False)]
    given = [mark for mark, _ in marks if mark.value is not None]
    if given in ([], [beside]):
        return Score(
            dimension=Dimension.CONDUCT,
            value=None,
            reason=NOTHING,
            marks=(*(mark for mark, _ in marks[:-1]), no_mark(beside.name, NOTHING)),
        )
    return Score(
        dimension=Dimension.CONDUCT,
        value=_left(marks),
        reason="; ".join(mark.reason for mark in given),
        marks=tuple(mark for mark, _ in marks),
    )


def _left(marks: list[tuple[Mark, bool]]) -> float:
    lost = [(100.0 - mark.value, grave) for mark, grave in marks if mark.value is not None]
    small = min(MOST_OF_SMALL, sum(cost for cost, grave in lost if not grave))
    return round(max(0.0, 100.0 - small - sum(cost for cost, grave in lost if grave)), 1)


def _marked(case: Case, talk: tuple[Exchange, ...], part: Part) -> Mark:
    looked_at = list(case.collector_signals(*part.names))
    wrong = [signal for signal in looked_at if _is_wrong(case, signal)]
    found = also_forbidden(case, part, {signal.turn for signal in looked_at})
    again = pressed(talk) if part.name == "no pressure" else []
    cost = sum(map(part.cost, wrong)) + sum(one.cost for one in found)
    cost += sum(one.cost for one in again)
    if not cost:
        return _right(case, talk, part)
    shown = (
        *evidence_of(iter(wrong)),
        *(Evidence(turn=one.turn, quote=quoted(one.quote)) for one in (*found, *again)),
    )
    return Mark(
        name=part.name,
        value=max(0.0, 100.0 - cost),
        reason=f"{part.wrong}: {len(shown)}",
        evidence=shown[:SHOWN],
        advice=_advice(case, part, wrong[0]) if wrong else (*found, *again)[0].advice,
    )


def _is_wrong(case: Case, signal: Signal) -> bool:
    """Whether it is one: to say that nobody calls again until then is a promise and no threat.

    Who asks for a number or a paper claims nothing by it, and who ends with saying that nobody does
    it explains a thing and threatens nothing.
    """
    if signal.name == "false_claim" and signal.question:
        return False
    if signal.name == "threat" and _is_denied(case.readings[signal.turn], signal):
        return False
    return signal.kind != "repeat_calls" or not case.readings[signal.turn].has("honour_stop")


def _is_denied(reading: Reading, signal: Signal) -> bool:
    """Whether the last word on it in this turn is that it does not happen."""
    return list(reading.all(signal.name, signal.kind))[-1].negated


def _right(case: Case, talk: tuple[Exchange, ...], part: Part) -> Mark:
    """Full marks where it was at hand and something was made of it; else none."""
    past = {one.ours.index for one in talk if one.passed_over}
    at_hand = [turn for turn in _at_hand(case, part) if turn not in past]
    if not at_hand or len(case.collector) < FEWEST_TURNS:
        return no_mark(part.name, "nothing on this call gave occasion for it")
    return Mark(
        name=part.name,
        value=100.0,
        reason=part.right,
        evidence=case.evidence(*islice(at_hand, SHOWN)),
    )


def _at_hand(case: Case, part: Part) -> list[int]:
    """Our turns in which this would have been at hand, said to somebody who answers."""
    cues = [r for r in case.people if r.has(*part.after)]
    after = {r.index for cue in cues for r in case.answers_to(cue, within=1)}
    last = max((r.index for r in case.people), default=-1)
    beside = {r.index for r in case.collector if r.has(*part.beside) and r.index < last}
    return sorted(after | beside)


def _advice(case: Case, part: Part, first: Signal) -> str:
    """What was said, what it answered, and the better line."""
    answered = _answered(case, first)
    to = f' to "{quoted(answered.turn.text)}"' if answered else ""
    said = f'Turn {turn_number(first.turn)}, "{quoted(first.text)}"{to}'
    return f'{said}: say "{part.instead(first)}" instead.'


def _answered(case: Case, said: Signal) -> Reading | None:
    """The turn of the other side right before."""
    before = (r for r in case.other_side if r.index == said.turn - 1 and r.words)
    return next(before, None)
