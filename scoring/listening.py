"""Listening as it shows in words: answering, taking up, leaving room, reading back."""

from collections.abc import Sequence
from statistics import mean
from typing import NamedTuple

from calls.moves import Act
from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.case import SHOWN, Case, evidence_of, quoted
from scoring.heard import Exchange
from scoring.marks import Evidence, Mark, no_mark
from scoring.of_this_call import offer_told
from scoring.plain_talk import NOTICES

FAIR_TALK_SHARE = 0.65
"""Above this share of the words the other side hardly speaks; notices are ours to say."""
SENTENCE = 15
"""So many words of a turn take no room: who answers in one sentence crowds nobody out."""
ON_THE_TABLE = ("offer", "counter_offer", "counters", "recap")
"""Where one of these was said, a yes may agree to something."""
PLENTY = 0.7
"""Taking up so much of what is told is plenty; nobody gives back every word."""
ONCE_MORE = 0.25
"""Where so much of what they bring up meets the demand once more, nobody is talked with."""


def answers(case: Case, talk: Sequence[Exchange]) -> Mark:
    """Whether our next words tell what the other side asked; a turn late is half."""
    asked = [(one, one.answered) for one in talk if one.answered is not None]
    if not asked:
        return no_mark("answers what is asked", "they asked nothing")
    open_still = [one for one, value in asked if not value]
    half = [one for one, value in asked if value and value < 1]
    in_full = len(asked) - len(half) - len(open_still)
    shown = open_still or half or [one for one, _ in asked]
    return Mark(
        name="answers what is asked",
        value=round(100 * mean(value for _, value in asked), 1),
        reason=f"{in_full} of {len(asked)} questions got an answer at once",
        evidence=_shown(case, shown),
        advice=_answer_it(open_still, half),
    )


def _answer_it(open_still: Sequence[Exchange], half: Sequence[Exchange]) -> str:
    if open_still:
        asked = quoted(open_still[0].theirs.turn.text)
        return f'They asked "{asked}": answer that before you go on.'
    if half:
        return f'They asked "{quoted(half[0].theirs.turn.text)}": say it at once, and plainly.'
    return ""


def takes_up(case: Case, talk: Sequence[Exchange]) -> Mark:
    """Whether what they told is given back, asked after or acted on in our next words.

    An echo of their words counts once, a set phrase where it names what they told, the same set
    phrase once more not at all.
    """
    name = "takes up what they say"
    told = [(one, one.taken_up) for one in talk if one.taken_up is not None]
    if not told:
        return no_mark(name, "they told nothing that could be taken up")
    taken = [one for one, value in told if value]
    passed = [one for one, value in told if not value]
    value = min(1.0, mean(value for _, value in told) / PLENTY)
    return Mark(
        name=name,
        value=round(100 * value, 1),
        reason=f"{len(taken)} of {len(told)} things they told you were taken up in your next words",
        evidence=_shown(case, taken) if taken else _shown(case, passed),
        advice=f'They said "{quoted(passed[0].theirs.turn.text)}": begin with what you heard in it.'
        if passed and value < 1
        else "",
    )


def lets_them_in(case: Case, talk: Sequence[Exchange]) -> Mark:
    """Whether what they brought up was met with the demand, or the sentence, once more."""
    name = "lets them in"
    if len(talk) < 2:
        return no_mark(name, "they brought up too little that could be talked over")
    over = [one for one in talk if one.demands_again]
    value = max(0.0, 1 - len(over) / len(talk) / ONCE_MORE / 2)
    return Mark(
        name=name,
        value=round(100 * value, 1),
        reason=f"{len(over)} of {len(talk)} times you said once more what you had said before"
        if over
        else "you never talked over them with the same demand",
        evidence=case.evidence(*(one.ours.index for one in (over or talk)[:SHOWN])),
        advice=f"Turn {turn_number(over[0].ours.index)} says again what they have heard: take up "
        f'"{quoted(over[0].theirs.turn.text)}" first.'
        if over
        else "",
    )


def _shown(case: Case, some: Sequence[Exchange]) -> tuple[Evidence, ...]:
    """Their words, and ours after them."""
    turns = [n for one in some for n in (one.theirs.index, one.ours.index)]
    return case.evidence(*dict.fromkeys(turns[: 2 * SHOWN]))


class Talk(NamedTuple):
    """Who talked: words and turns of ours and of theirs, and the longest turn of ours."""

    ours: int
    theirs: int
    our_turns: int
    their_turns: int
    longest: Reading


def talk_in(case: Case) -> Talk | None:
    """Every word that was said; None where one side was silent."""
    ours, theirs = case.collector, [r for r in case.other_side if r.words]
    if not ours or not theirs:
        return None
    return Talk(
        ours=sum(r.words for r in ours),
        theirs=sum(r.words for r in theirs),
        our_turns=len(ours),
        their_turns=len(theirs),
        longest=max(ours, key=lambda r: r.words),
    )


def room_to_speak(case: Case) -> Mark:
    """Whose words fill the call; notices do not count, nor does the first sentence of a turn."""
    spoken = [r for r in case.collector if not r.has(*NOTICES)]
    ours = sum(max(0, r.words - SENTENCE) for r in spoken)
    theirs = sum(r.words for r in case.other_side)
    if not theirs:
        return no_mark("room to speak", "nobody else spoke")
    share = ours / (ours + theirs)
    value = 100.0 if share <= FAIR_TALK_SHARE else 100 * (1 - share) / (1 - FAIR_TALK_SHARE)
    longest = max(case.collector, key=lambda r: r.words)
    return Mark(
        name="room to speak",
        value=round(value, 1),
        reason=f"beyond one sentence a turn, {share:.0%} of what was said was yours",
        evidence=case.evidence(longest.index),
        advice=f"Your longest turn is turn {turn_number(longest.index)}; after it, ask and listen."
        if value < 100
        else "",
    )


def sums_up(case: Case) -> Mark:
    """Whether what was agreed was read back, and nobody had to put it right."""
    agreed = [r for r in case.other_side if _agrees(case, r)]
    if not agreed:
        return no_mark("sums up", "nothing was agreed that could be read back")
    recaps = _read_back(case, agreed[0])
    right = [recap for recap in recaps if not _put_right(case, recap.turn)]
    reason, advice = "you read back what was agreed", ""
    if recaps and not right:
        reason = "what you read back was not what they had said, and they put it right"
        advice = _once_more(case, recaps[0])
    elif not recaps:
        reason = "what was agreed was not read back"
        said = quoted(agreed[-1].turn.text)
        call = case.record.call
        told = offer_told(call.accepted) if call and call.accepted else "amount, date and method"
        advice = f'They said "{said}": before you close, repeat {told}.'
    return Mark(
        name="sums up",
        value=100.0 if right else 0.0,
        reason=reason,
        evidence=evidence_of(iter((right or recaps)[:2])) or case.evidence(agreed[-1].index),
        advice=advice,
    )


def _once_more(case: Case, recap: Signal) -> str:
    """What was read back, and their words that put it right."""
    answer = next(r for r in case.other_side if r.index > recap.turn)
    return (
        f'You read back "{quoted(recap.text)}". They said "{quoted(answer.turn.text)}": read it '
        "back once more as they want it."
    )


def _agrees(case: Case, theirs: Reading) -> bool:
    """Whether they promise, or say yes to something that was on the table.

    Where a mind was on the line, that much was decided: what only reads so agrees to nothing.
    """
    move = case.record.moves.get(theirs.index)
    if move is not None and move.accepted:
        return True
    if move is not None and not (move.counter or _YES & set(move.acts)):
        return False
    if theirs.has("promise_to_pay", "offers_payment"):
        return True
    offered = any(r.has(*ON_THE_TABLE) for r in case.readings if r.index < theirs.index)
    return offered and theirs.has("accepts") and not theirs.has("goodbye")


def _read_back(case: Case, first: Reading) -> list[Signal]:
    """What was read back; asked before anything is agreed, the same words are a proposal."""
    since = (*case.agreed_at, first.index)[0]
    recaps = case.collector_signals("recap", "checks_understanding")
    return [recap for recap in recaps if not recap.question or recap.turn > since]


_YES = {Act.ACCEPTS, Act.OFFERS_PAYMENT}
_NO = {Act.REFUSES, Act.CORRECTS_RECAP, Act.COUNTERS}


def _put_right(case: Case, turn: int) -> bool:
    """Whether the answer to this turn says that it is not so."""
    answer = next((r for r in case.other_side if r.index > turn), None)
    if answer is None:
        return False
    move = case.record.moves.get(answer.index)
    if move is not None:
        return bool(_NO & set(move.acts))
    return answer.has("refuses", "denies", "counters") and not answer.has("accepts", "affirms")
