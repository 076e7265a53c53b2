"""How the collector talks: questions and answers, length, share of the talk, summing up."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from calls.moves import Act
from calls.turn import Channel, turn_number
from language.reading import Reading, Signal
from scoring.case import FEWEST_TURNS, SHOWN, Case, evidence_of, quoted
from scoring.marks import Dimension, Mark, Score, no_mark, weigh
from scoring.messages import message_marks

ANSWERS = {
    "asks_who_is_calling": ("self_identification",),
    "asks_what_about": (
        "debt_mention",
        "account_detail",
        "gives_reason",
        "ask_identifier",
        "third_party_safe_message",
    ),
    "asks_why": ("gives_reason", "explains_terms", "explain_rights", "confirm_identity"),
    "asks_balance": ("account_detail", "debt_mention", "recap"),
    "asks_options": ("offer", "counter_offer", "promise_hardship_help", "explains_terms"),
    "asks_validation": ("explain_rights", "honour_dispute", "gives_reason"),
    "fear": ("explains_terms", "explain_rights", "promise_hardship_help", "acknowledgement"),
}
"""What answers each question of the other side; a promise to come back to it is one too."""
QUESTIONS = ("open_question", "closed_question", "ask_commitment_date", "ask_method")
NOTICES = ("collector_disclosure", "recording_notice", "recap")
"""What must be said in full: it counts neither as long nor as talking much."""
PLAIN_TURN_WORDS = 40
"""Words that a listener keeps in mind at a time; a notice in one turn does not count."""
FAIR_TALK_SHARE = 0.65
"""Above this share of the words the other side hardly speaks; notices are ours to say."""
MANY_QUESTIONS = 3
"""Whoever answers none of so many talks at somebody, in however good words."""
TALKS = (Channel.CALL, Channel.SMS, Channel.CHAT)
"""Where things are said to and fro."""


def score_communication(case: Case) -> Score:
    """One question at a time, open ones, plain turns, room to speak, and a read-back."""
    nothing = f"fewer than {FEWEST_TURNS} collector turns: too little said to judge"
    spoken = [r for r in case.collector if r.turn.channel in TALKS]
    if len(spoken) < FEWEST_TURNS:
        return weigh(Dimension.COMMUNICATION, message_marks(case), nothing)
    asked = _put_to_us(case)
    weighted = (
        *message_marks(case),
        (_one_question_at_a_time(case), 1.0),
        (_open_questions(case), 1.0),
        (_plain_turns(case), 1.0),
        (answers := _answers(asked, case), 1.0),
        (_talk_share(case), 1.0),
        (_sums_up(case), 1.0),
    )
    score = weigh(Dimension.COMMUNICATION, weighted, "nothing to judge")
    if answers.value == 0 and len(asked) >= MANY_QUESTIONS:
        told = f"they asked {len(asked)} times and got no answer: the manner of the rest is nothing"
        return score.model_copy(update={"value": 0.0, "reason": told})
    return score


def _questions(reading: Reading) -> list[Signal]:
    """The questions of a turn that stand apart from each other."""
    found = sorted(
        (s for s in reading.signals if s.name in QUESTIONS and s.asserted), key=lambda s: s.start
    )
    apart = [a for a, b in pairwise(found) if b.start >= a.end]
    return [*apart, found[-1]] if found else []


def _one_question_at_a_time(case: Case) -> Mark:
    asking = [r for r in case.collector if _questions(r)]
    if not asking:
        return no_mark("one question at a time", "you asked no question")
    stacked = [r for r in asking if len(_questions(r)) > 1]
    value = 100 * (1 - len(stacked) / len(asking))
    return Mark(
        name="one question at a time",
        value=round(value, 1),
        reason=f"{len(stacked)} of {len(asking)} asking turns held several questions"
        if stacked
        else "you asked one thing at a time",
        evidence=case.evidence(*(r.index for r in (stacked or asking)[:SHOWN])),
        advice=f"In turn {turn_number(stacked[0].index)}, ask the first question and wait."
        if stacked
        else "",
    )


def _open_questions(case: Case) -> Mark:
    asked = [s for r in case.collector for s in _questions(r)]
    if not asked or not case.with_consumer:
        return no_mark("open questions", "no questions to the consumer")
    opened = [s for s in asked if s.name == "open_question"]
    closed = next((s for s in asked if s.name != "open_question"), None)
    # Half of all questions open is plenty on a call that must also verify and confirm.
    value = min(100.0, 200 * len(opened) / len(asked))
    return Mark(
        name="open questions",
        value=round(value, 1),
        reason=f"{len(opened)} of {len(asked)} questions invited more than yes or no",
        evidence=evidence_of(iter((opened or asked)[:SHOWN])),
        advice=f'Turn {turn_number(closed.turn)}, "{closed.text}": start with what or how instead.'
        if closed and value < 100
        else "",
    )


def _plain_turns(case: Case) -> Mark:
    spoken = [r for r in case.collector if not r.has(*NOTICES)]
    if not spoken:
        return no_mark("plain turns", "nothing said besides notices")
    long = [r for r in spoken if r.words > PLAIN_TURN_WORDS]
    longest = max(spoken, key=lambda r: r.words)
    value = 100 * (1 - len(long) / len(spoken))
    return Mark(
        name="plain turns",
        value=round(value, 1),
        reason=f"{len(long)} of {len(spoken)} turns ran past {PLAIN_TURN_WORDS} words "
        f"(median {median(r.words for r in spoken):.0f})"
        if long
        else f"your longest turn has {longest.words} words",
        evidence=case.evidence(*(r.index for r in (long or [longest])[:SHOWN])),
        advice=f"Split turn {turn_number(long[0].index)}: {long[0].words} words at a time are many."
        if long
        else "",
    )


def _put_to_us(case: Case) -> list[tuple[Reading, str, Sequence[Reading]]]:
    """Turns of the other side that ask something, what they ask, and our next turns."""
    asked = [(r, name) for r in case.other_side for name in ANSWERS if _asks(r, name)]
    return [(r, name, case.answers_to(r)) for r, name in asked if case.answers_to(r)]


def _answers(pairs: Sequence[tuple[Reading, str, Sequence[Reading]]], case: Case) -> Mark:
    """Whether the next collector turn takes up what the other side asked; a turn late is half."""
    if not pairs:
        return no_mark("answers what is asked", "they asked nothing")
    places = [_answered_at(name, answers) for _, name, answers in pairs]
    passed_over = [r for (r, _, _), place in zip(pairs, places, strict=True) if place is None]
    at_once, late = places.count(0), places.count(1)
    answered = [
        answers[place].index
        for (_, _, answers), place in zip(pairs, places, strict=True)
        if place is not None
    ]
    told = f"{at_once} of {len(pairs)} questions got an answer"
    return Mark(
        name="answers what is asked",
        value=round(100 * (at_once + late / 2) / len(pairs), 1),
        reason=f"{told} at once, {late} a turn late" if late else told,
        evidence=case.evidence(*dict.fromkeys([r.index for r in passed_over] or answered))[:SHOWN],
        advice=f'They asked "{quoted(passed_over[0].turn.text)}": answer that before you go on.'
        if passed_over
        else "",
    )


def _answered_at(name: str, answers: Sequence[Reading]) -> int | None:
    """Which of our next turns answers the question: the first, the second, or none."""
    return next((n for n, one in enumerate(answers) if one.has(*ANSWERS[name])), None)


def _asks(reading: Reading, name: str) -> bool:
    """Fear is a question only where it is put as one."""
    return any(s.asserted and (s.question or name != "fear") for s in reading.all(name))


def _talk_share(case: Case) -> Mark:
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


def _sums_up(case: Case) -> Mark:
    agreed = [r for r in case.other_side if r.has("accepts", "promise_to_pay", "offers_payment")]
    if not agreed:
        return no_mark("sums up", "nothing was agreed that could be read back")
    # Asked before anything is agreed, the same words are a proposal.
    since = (*case.agreed_at, agreed[0].index)[0]
    recaps = [
        recap
        for recap in case.collector_signals("recap")
        if not recap.question or recap.turn > since
    ]
    right = [recap for recap in recaps if not _put_right(case, recap.turn)]
    reason, advice = "you read back what was agreed", ""
    if recaps and not right:
        reason = "what you read back was not what they had said, and they put it right"
        advice = "Read it back once more as it was agreed: amount, date and method."
    elif not recaps:
        reason = "what was agreed was not read back"
        advice = "Before you close, repeat amount, date and method."
    return Mark(
        name="sums up",
        value=100.0 if right else 0.0,
        reason=reason,
        evidence=evidence_of(iter((right or recaps)[:2])) or case.evidence(agreed[-1].index),
        advice=advice,
    )


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
