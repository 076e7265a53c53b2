"""How the collector talks: questions and answers, length, share of the talk, summing up."""

from itertools import pairwise
from statistics import median

from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.case import SHOWN, Case, evidence_of, quoted
from scoring.marks import Dimension, Mark, Score, no_mark, weigh

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
FEWEST_TURNS = 3
"""Below this many collector turns there is no manner of speaking to judge."""


def score_communication(case: Case) -> Score:
    """One question at a time, open ones, plain turns, room to speak, and a read-back."""
    if len(case.collector) < FEWEST_TURNS:
        nothing = f"fewer than {FEWEST_TURNS} collector turns: too little said to judge"
        return Score(dimension=Dimension.COMMUNICATION, value=None, reason=nothing)
    weighted = (
        (_one_question_at_a_time(case), 1.0),
        (_open_questions(case), 1.0),
        (_plain_turns(case), 1.0),
        (_answers(case), 1.0),
        (_talk_share(case), 1.0),
        (_sums_up(case), 1.0),
    )
    return weigh(Dimension.COMMUNICATION, weighted, "nothing to judge")


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


def _answers(case: Case) -> Mark:
    """Whether the next collector turn takes up what the other side asked."""
    asked = [(r, name) for r in case.other_side for name in ANSWERS if _asks(r, name)]
    followed = [(r, name, case.answers_to(r, 1)) for r, name in asked]
    pairs = [(r, name, later[0]) for r, name, later in followed if later]
    if not pairs:
        return no_mark("answers what is asked", "they asked nothing")
    passed_over = [r for r, name, answer in pairs if not answer.has(*ANSWERS[name])]
    answers = [answer for _, _, answer in pairs]
    value = 100 * (1 - len(passed_over) / len(pairs))
    first = passed_over[0] if passed_over else None
    return Mark(
        name="answers what is asked",
        value=round(value, 1),
        reason=f"{len(pairs) - len(passed_over)} of {len(pairs)} questions got an answer",
        evidence=case.evidence(*dict.fromkeys(r.index for r in (passed_over or answers)[:SHOWN])),
        advice=f'They asked "{quoted(first.turn.text)}": answer that before you go on.'
        if first
        else "",
    )


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
    recaps = list(case.collector_signals("recap"))
    return Mark(
        name="sums up",
        value=100.0 if recaps else 0.0,
        reason="you read back what was agreed" if recaps else "what was agreed was not read back",
        evidence=evidence_of(iter(recaps[:2])) or case.evidence(agreed[-1].index),
        advice="" if recaps else "Before you close, repeat amount, date and method.",
    )
