"""Bearing: keeping one's word, staying on the matter, staying calm and plain about limits."""

from calls.turn import turn_number
from language.acts import said
from language.reading import Reading
from scoring.case import SHOWN, Case, quoted
from scoring.conduct.forbidden import Remark
from scoring.conduct.parts import AGAINST_US, TROUBLE
from scoring.heard import DEMANDS, Exchange
from scoring.marks import Mark, no_mark

AGAIN = 20.0
"""What it costs to put the same demand once more to somebody in trouble, or who asks or says no."""
WORD_BROKEN, BESIDE_THE_MATTER = 40.0, 15.0
NOT_SHOWN = 80.0
"""Civil where it was tried, and no more: level 4."""
LETS_BE = ("sets_aside",)
"""A promise not to ask for it, for now; what follows a dispute is a matter of the rules."""
PUT_AGAIN = ("demand_payment", "ask_amount", "ask_commitment_date", "pressure", "goes_on", "offer")
AGREES_AFTER_ALL = ("offers_payment", "accepts", "promise_to_pay", "asks_options", "asks_balance")
CALM = (
    "sets_boundary",
    "apology",
    "refuse",
    "explain_rights",
    "gives_reason",
    "explains_terms",
    "next_step",
    "validates",
    "promise_hardship_help",
    "points_to_help",
    "honour_stop",
    "honour_dispute",
    "takes_complaint",
    "offers_check",
)
"""What is calm and plain: a limit said as one, a mistake owned, a reason, what happens next."""


def pressed(talk: tuple[Exchange, ...]) -> list[Remark]:
    """Where the same demand was put over what they had just said."""
    return [
        Remark(
            one.ours.index,
            one.ours.turn.text,
            AGAIN,
            f'Turn {turn_number(one.ours.index)} asks once more over "'
            f'{quoted(one.theirs.turn.text)}": say what you heard before you ask again.',
        )
        for one in talk
        if one.demands_again and one.ours.has(*DEMANDS)
    ]


def keeps_word(case: Case) -> Mark:
    """Whether what was promised on the call still held later on it."""
    name = "keeps to what you said"
    given = next((r for r in case.collector if _lets_be(r)), None)
    if given is None:
        return no_mark(name, "you promised nothing that the rest of the call could break")
    theirs = [r for r in case.other_side if r.index > given.index and r.has(*AGREES_AFTER_ALL)]
    until = theirs[0].index if theirs else len(case.readings)
    later = [r for r in case.collector if given.index < r.index < until]
    broken = [r for r in later if r.has(*PUT_AGAIN) and not _lets_be(r)]
    return Mark(
        name=name,
        value=max(0.0, 100.0 - WORD_BROKEN * len(broken)),
        reason=f"you said you would let it be, and asked again {len(broken)} times"
        if broken
        else "what you promised still held at the end of the call",
        evidence=case.evidence(given.index, *(r.index for r in broken[: SHOWN - 1])),
        advice=f'In turn {turn_number(given.index)} you said "{quoted(given.turn.text)}": leave it '
        f"at that, and drop turn {turn_number(broken[0].index)}."
        if broken
        else "",
    )


def _lets_be(reading: Reading) -> bool:
    """Whether it promises not to ask: "I won't ask you for a payment today"."""
    asks = reading.has("demand_payment", "ask_amount")
    money = ("demand_payment", "talks_of_money")
    denied = any(s.name in money and s.negated for s in reading.signals)
    return reading.has(*LETS_BE) or (denied and reading.has("announces") and not asks)


def on_the_matter(case: Case) -> Mark:
    """How often the collector talked of other things, or of their own life; once is nothing."""
    name = "stays on the matter"
    off = [r for r in case.collector if r.has("off_topic", "turns_to_self") or said(r).of_oneself]
    if len(off) < 2:
        return no_mark(name, "you did not wander off")
    return Mark(
        name=name,
        value=max(0.0, 100.0 - BESIDE_THE_MATTER * len(off)),
        reason=f"{len(off)} turns were about you, or about something else",
        evidence=case.evidence(*(r.index for r in off[:SHOWN])),
        advice=f'Turn {turn_number(off[0].index)}, "{quoted(off[0].turn.text)}": leave that out.',
    )


def calm(case: Case, talk: tuple[Exchange, ...]) -> Mark:
    """Whether anger, doubt or trouble was met calmly: with a limit, a reason, the next step."""
    name = "calm and plain"
    tried = [one for one in talk if one.theirs.has(*AGAINST_US, *TROUBLE) and not one.passed_over]
    if not tried:
        return no_mark(name, "nobody was angry, in doubt or in trouble, or nothing was made of it")
    met = [one for one in tried if one.ours.has(*CALM)]
    return Mark(
        name=name,
        value=100.0 if met else NOT_SHOWN,
        reason="you stayed calm and said plainly what you can do and what not"
        if met
        else "you stayed civil, and did not say what you can do about it",
        evidence=case.evidence(*(one.ours.index for one in (met or tried)[:SHOWN])),
        advice=""
        if met
        else f'They said "{quoted(tried[0].theirs.turn.text)}": add what you can do and what not.',
    )
