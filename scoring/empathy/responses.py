"""The mark that follows the cues: how they were answered. Blame is marked under conduct."""

from language.reading import Reading
from scoring.case import Case
from scoring.empathy.cues import FORMULA, NAMED, Answered
from scoring.empathy.proposals import advice
from scoring.marks import Mark, no_mark

CUES_SHOWN = 4


def response_mark(case: Case, answered: list[Answered]) -> Mark:
    """The mean level of the answers, with the cues and where each was answered."""
    if not answered:
        return no_mark("cues answered", "no cue of hardship or feeling to answer")
    value = sum(one.value for one in answered) / len(answered)
    missed = next((one for one in answered if one.level <= FORMULA), None)
    shown = sorted(answered, key=lambda one: one.level)[:CUES_SHOWN]
    turns = sorted({n for one in shown for n in (one.cue.index, _index(one.answer)) if n >= 0})
    return Mark(
        name="cues answered",
        value=round(value, 1),
        reason=_tally(answered),
        evidence=case.evidence(*turns),
        advice=advice(missed.cue, missed.signal) if missed else "",
    )


def _index(reading: Reading | None) -> int:
    return reading.index if reading else -1


def _tally(answered: list[Answered]) -> str:
    named = sum(one.level >= NAMED for one in answered)
    late = sum(one.level >= NAMED and one.latency > 1 for one in answered)
    again = sum(one.repeats for one in answered)
    told = f"{named} of {len(answered)} cues were named or taken up"
    told += f", {late} of them a turn late" if late else ""
    told += f", {again} answered with what had been said before" if again else ""
    return f"{told} (levels 0-5: {', '.join(str(one.level) for one in answered)})"


def occasions(answered: list[Answered]) -> list[int]:
    """The turns right after a cue, in which it could have gone wrong."""
    return list(dict.fromkeys(one.answers[0].index for one in answered))[:CUES_SHOWN]
