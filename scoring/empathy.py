"""Expressed empathy: each cue of hardship or feeling, and what the next two turns made of it.

Levels 0-5 after Suchman (1997) and the Empathic Communication Coding System (Bylund & Makoul):
ignored, formula, implicit, named, explored, confirmed as legitimate. What words show is marked;
nothing is claimed about feelings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.case import Case, quoted
from scoring.marks import Dimension, Mark, Score, no_mark, weigh

CUES = (
    "hardship_job",
    "hardship_health",
    "hardship_bereavement",
    "hardship_divorce",
    "hardship_other",
    "vulnerable",
    "crisis_self_harm",
    "shame",
    "fear",
    "crying",
    "anger",
    "bad_time",
    "driving",
    "at_work",
)
HARSH = ("blame", "insult", "pressure", "threat")
"""What undoes an answer; blame and insults are harsh wherever they are said."""
LEVELS = (0.0, 20.0, 45.0, 70.0, 90.0, 100.0)
"""Marks for the six levels; the table that maps them is this line."""
CUES_SHOWN = 4


@dataclass(frozen=True)
class Answered:
    """One cue, our next turn, and the best answer: its level, where, and how many turns it took."""

    cue: Reading
    next: Reading
    level: int
    answer: Reading | None
    latency: int


def score_empathy(case: Case) -> Score:
    """How the cues of hardship and feeling were answered, and whether blame undid it."""
    answered = [_answered(case, cue) for cue in _cues(case)]
    nothing = "nobody showed hardship or feeling in words: no opportunity"
    weighted = ((_cues_answered(case, answered), 3.0), (_no_blame(case, answered), 1.0))
    return weigh(Dimension.EMPATHY, weighted, nothing)


def _cues(case: Case) -> list[Reading]:
    return [r for r in case.other_side if r.has(*CUES) and case.answers_to(r)]


def _answered(case: Case, cue: Reading) -> Answered:
    answers = case.answers_to(cue)
    best = Answered(cue, answers[0], 0, None, 0)
    for latency, answer in enumerate(answers, start=1):
        level = _level(cue, answer)
        if level > best.level:
            best = Answered(cue, answers[0], level, answer, latency)
    return best


def _level(cue: Reading, answer: Reading) -> int:
    """The level of one answer; blame or pressure in the same breath undoes the formula."""
    if answer.has(*HARSH):
        return 0
    specific = (
        answer.has("reflection")
        or answer.has("acknowledgement", kind="specific")
        or answer.has("acknowledgement", kind="legitimate")
        or _takes_up(cue, answer)
    )
    acknowledged = answer.has("acknowledgement", "reflection", "apology")
    if acknowledged and specific and answer.has("acknowledgement", kind="legitimate"):
        return 5
    if acknowledged and specific and answer.has("open_question"):
        return 4
    if acknowledged and specific:
        return 3
    if answer.has("open_question", "promise_hardship_help", "honour_stop", "honour_dispute"):
        return 2
    return 1 if acknowledged else 0


def _takes_up(cue: Reading, answer: Reading) -> bool:
    """Whether the answer uses a content word of the cue."""
    return bool(cue.content & answer.content)


def _cues_answered(case: Case, answered: list[Answered]) -> Mark:
    if not answered:
        return no_mark("cues answered", "no cue of hardship or feeling to answer")
    values = [LEVELS[a.level] for a in answered]
    value = sum(values) / len(values)
    missed = next((a for a in answered if a.level <= 1), None)
    turns = [n for a in answered[:CUES_SHOWN] for n in (a.cue.index, _index(a.answer)) if n >= 0]
    return Mark(
        name="cues answered",
        value=round(value, 1),
        reason=_tally(answered),
        evidence=case.evidence(*dict.fromkeys(turns)),
        advice=_advice(missed) if missed else "",
    )


def _index(reading: Reading | None) -> int:
    return reading.index if reading else -1


def _tally(answered: list[Answered]) -> str:
    named = sum(a.level >= 3 for a in answered)
    late = sum(a.latency > 1 for a in answered)
    told = f"{named} of {len(answered)} cues were named or taken up"
    return f"{told}, {late} of them a turn late" if late else told


def _advice(missed: Answered) -> str:
    said = quoted(missed.cue.turn.text)
    return f'They said "{said}": say what you heard in it, then ask how they are managing.'


def _no_blame(case: Case, answered: list[Answered]) -> Mark:
    harsh = list(_harsh(case, answered))
    if not answered and not harsh:
        return no_mark("no blame", "no cue to answer and no blame")
    first = harsh[0] if harsh else None
    return Mark(
        name="no blame",
        value=max(0.0, 100.0 - 50 * len(harsh)),
        reason=f"remarks that blame, insult or press: {len(harsh)}"
        if harsh
        else "you answered them without blame",
        evidence=case.evidence(*dict.fromkeys([s.turn for s in harsh] or _occasions(answered))),
        advice=f'Leave out "{first.text}" (turn {turn_number(first.turn)}) and ask what happened.'
        if first
        else "",
    )


def _harsh(case: Case, answered: list[Answered]) -> Iterator[Signal]:
    """Blame and insults wherever they are said; pressure and threats right after a cue."""
    after = {one.next.index for one in answered}
    return (
        signal
        for signal in case.collector_signals(*HARSH)
        if signal.name in {"blame", "insult"} or signal.turn in after
    )


def _occasions(answered: list[Answered]) -> list[int]:
    """The turns right after a cue, in which blame would have been at hand."""
    return [one.next.index for one in answered[:CUES_SHOWN]]
