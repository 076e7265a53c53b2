"""Bearing: keeping one's word, staying on the matter, staying calm and plain about limits."""

from calls.turn import turn_number
from scoring.case import SHOWN, Case, quoted
from scoring.conduct.forbidden import Remark
from scoring.conduct.parts import AGAINST_US, TROUBLE
from scoring.heard import DEMANDS, Exchange, beside_the_matter
from scoring.kept_word import promise_in
from scoring.marks import Mark, no_mark

AGAIN = 20.0
"""What it costs to put the same demand once more to somebody in trouble, or who asks or says no."""
WORD_BROKEN, BESIDE_THE_MATTER = 40.0, 15.0
NOT_SHOWN = 80.0
"""Civil where it was tried, and no more: level 4."""
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
    promise = promise_in(case)
    if promise is None:
        return no_mark(name, "you promised nothing that the rest of the call could break")
    given, broken = promise
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


def on_the_matter(case: Case) -> Mark:
    """How often the collector talked of other things, or of their own life; once is nothing."""
    name = "stays on the matter"
    off = beside_the_matter(case)
    if len(off) < 2:
        return no_mark(name, "you did not wander off")
    return Mark(
        name=name,
        value=max(0.0, 100.0 - BESIDE_THE_MATTER * len(off)),
        reason=f"{len(off)} turns were about you or about something else",
        evidence=case.evidence(*(r.index for r in off[:SHOWN])),
        advice=f'Turn {turn_number(off[0].index)}, "{quoted(off[0].turn.text)}": leave that out.',
    )


def _met_calmly(case: Case, one: Exchange) -> bool:
    """In our next words, or in those after them: to listen first is no fault."""
    return any(reading.has(*CALM) for reading in case.answers_to(one.theirs))


def calm(case: Case, talk: tuple[Exchange, ...]) -> Mark:
    """Whether anger, doubt or trouble was met calmly: with a limit, a reason, the next step.

    Who passes over all of it has no more of this than who takes it up and leaves it at that.
    """
    name = "calm and plain"
    tried = [one for one in talk if one.theirs.has(*AGAINST_US, *TROUBLE)]
    if not tried:
        return no_mark(name, "nobody was angry, in doubt or in trouble")
    met = [one for one in tried if not one.passed_over and _met_calmly(case, one)]
    return Mark(
        name=name,
        value=100.0 if met else NOT_SHOWN,
        reason="you stayed calm and said plainly what you can do and what not"
        if met
        else "you did not say what you can do about it, and what not",
        evidence=case.evidence(*(one.ours.index for one in (met or tried)[:SHOWN])),
        advice=""
        if met
        else f'They said "{quoted(tried[0].theirs.turn.text)}": add what you can do and what not.',
    )
