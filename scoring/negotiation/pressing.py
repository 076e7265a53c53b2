"""Money asked for once more, or pressed for, right after they said that they cannot or will not."""

from calls.turn import turn_number
from language.names import HARDSHIPS
from language.reading import Reading
from scoring.case import SHOWN, Case
from scoring.marks import Mark, no_mark
from scoring.of_this_call import they_said

_CANNOT = (
    *sorted(HARDSHIPS),
    "refuses",
    "asks_time",
    "bad_time",
    "condition",
    "fear",
    "vulnerable",
)
_PRESSES = ("demand_payment", "pressure", "threat")
_ASKS = ("ask_amount", "open_question")
COST = 50.0
"""What each turn that presses costs."""


def mark_pressing(case: Case) -> Mark:
    """Whether a no, a "not yet" or trouble was met by pressing; to ask what they can is none."""
    name = "no pressing"
    cues = [r for r in case.people if r.has(*_CANNOT)]
    met = {r.index: (cue, r) for cue in cues for r in case.answers_to(cue, within=1)}
    if not met:
        return no_mark(name, "they never said that they cannot, or not yet")
    pressed = [pair for pair in met.values() if _presses(pair[1])]
    shown = [ours.index for _, ours in pressed or met.values()]
    return Mark(
        name=name,
        value=max(0.0, 100.0 - COST * len(pressed)),
        reason=f"you pressed for money after they had said that they cannot: {len(pressed)}"
        if pressed
        else "you did not press where they said that they cannot",
        evidence=case.evidence(*shown[:SHOWN]),
        advice=_advice(case, *pressed[0]) if pressed else "",
    )


def _presses(ours: Reading) -> bool:
    return ours.has("pressure", "threat") or (ours.has(*_PRESSES) and not ours.has(*_ASKS))


def _advice(case: Case, theirs: Reading, ours: Reading) -> str:
    where = f"in the place of turn {turn_number(ours.index)}"
    return f"{they_said(case, theirs)}{where} ask what there is, and from when."
