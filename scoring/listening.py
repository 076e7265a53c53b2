"""Listening as it shows in words: answering, taking up, leaving room, reading back."""

from calls.moves import Act
from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.asked import put_to_us
from scoring.case import SHOWN, Case, evidence_of, quoted
from scoring.marks import Mark, no_mark
from scoring.plain_talk import NOTICES

FAIR_TALK_SHARE = 0.65
"""Above this share of the words the other side hardly speaks; notices are ours to say."""
TELLING = 8
"""So many words tell something that can be given back."""
GIVES_BACK = (
    "reflection",
    "recap",
    "open_question",
    "promise_hardship_help",
    "honour_dispute",
    "honour_stop",
)
"""What can take up something that was said; it does where it holds a word of it."""
TOLD_TIMES = 3
"""Giving back one thing in so many is plenty: a reflection is a bonus, never a gate."""


def answers(case: Case) -> Mark:
    """Whether the next turn takes up what the other side asked; a turn late is half."""
    asked = put_to_us(case)
    if not asked:
        return no_mark("answers what is asked", "they asked nothing")
    places = [one.answered_at for one in asked]
    passed_over = [one.cue for one in asked if one.answered_at is None]
    at_once, late = places.count(0), places.count(1)
    answered = [
        one.answers[place].index
        for one, place in zip(asked, places, strict=True)
        if place is not None
    ]
    told = f"{at_once} of {len(asked)} questions got an answer"
    return Mark(
        name="answers what is asked",
        value=round(100 * (at_once + late / 2) / len(asked), 1),
        reason=f"{told} at once, {late} a turn late" if late else told,
        evidence=case.evidence(*dict.fromkeys([r.index for r in passed_over] or answered))[:SHOWN],
        advice=f'They asked "{quoted(passed_over[0].turn.text)}": answer that before you go on.'
        if passed_over
        else "",
    )


def takes_up(case: Case) -> Mark:
    """Whether what they told is given back, asked after or acted on.

    It counts where it follows what was told and holds a word of it; said to nothing, or in words
    that fit any call, it is a formula.
    """
    name = "takes up what they say"
    told = [r for r in case.other_side if r.words >= TELLING and case.answers_to(r, within=1)]
    if not told:
        return no_mark(name, f"they said nothing of {TELLING} words or more")
    taken = [answer.index for r in told for answer in case.answers_to(r, 1) if _takes_up(r, answer)]
    passed = [r for r in told if not _takes_up(r, case.answers_to(r, 1)[0])]
    value = min(100.0, 100 * TOLD_TIMES * len(taken) / len(told))
    return Mark(
        name=name,
        value=round(value, 1),
        reason=f"{len(taken)} of {len(told)} things they told you were taken up in your next words",
        evidence=case.evidence(*dict.fromkeys(taken or [r.index for r in passed]))[:SHOWN],
        advice=f'They said "{quoted(passed[0].turn.text)}": begin with what you heard in it.'
        if passed and value < 100
        else "",
    )


def _takes_up(told: Reading, answer: Reading) -> bool:
    gives_back = answer.has(*GIVES_BACK) or answer.has("acknowledgement", kind="specific")
    return gives_back and bool(told.content & answer.content)


def room_to_speak(case: Case) -> Mark:
    """Whose words fill the call; notices do not count."""
    ours = sum(r.words for r in case.collector if not r.has(*NOTICES))
    theirs = sum(r.words for r in case.other_side)
    if not theirs:
        return no_mark("room to speak", "nobody else spoke")
    share = ours / (ours + theirs)
    value = 100.0 if share <= FAIR_TALK_SHARE else 100 * (1 - share) / (1 - FAIR_TALK_SHARE)
    longest = max(case.collector, key=lambda r: r.words)
    return Mark(
        name="room to speak",
        value=round(value, 1),
        reason=f"you spoke {share:.0%} of the words",
        evidence=case.evidence(longest.index),
        advice=f"Your longest turn is turn {turn_number(longest.index)}; after it, ask and listen."
        if value < 100
        else "",
    )


def sums_up(case: Case) -> Mark:
    """Whether what was agreed was read back, and nobody had to put it right."""
    agreed = [r for r in case.other_side if r.has("accepts", "promise_to_pay", "offers_payment")]
    if not agreed:
        return no_mark("sums up", "nothing was agreed that could be read back")
    recaps = _read_back(case, agreed[0])
    right = [recap for recap in recaps if not _put_right(case, recap.turn)]
    reason, advice = "you read back what was agreed", ""
    if recaps and not right:
        reason = "what you read back was not what they had said, and they put it right"
        advice = "Read it back once more as it was agreed: amount, date and method."
    elif not recaps:
        reason = "what was agreed was not read back"
        said = quoted(agreed[-1].turn.text)
        advice = f'They said "{said}": before you close, repeat amount, date and method.'
    return Mark(
        name="sums up",
        value=100.0 if right else 0.0,
        reason=reason,
        evidence=evidence_of(iter((right or recaps)[:2])) or case.evidence(agreed[-1].index),
        advice=advice,
    )


def _read_back(case: Case, first: Reading) -> list[Signal]:
    """What was read back; asked before anything is agreed, the same words are a proposal."""
    since = (*case.agreed_at, first.index)[0]
    recaps = case.collector_signals("recap")
    return [recap for recap in recaps if not recap.question or recap.turn > since]


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
