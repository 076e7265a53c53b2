"""The interview guide: questions by duty, made from what one candidate did in their own calls.

It rests on what people said alone: the sheet they agreed on, the turns they named, and hard fails
that an assessor confirmed. What the machine marked is not in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from calls.turn import Speaker, turn_number
from scoring.marks import Dimension
from scoring.rating_scales import ANCHORED
from training import shipped
from training.assessments.interview_questions import Questions, load_questions
from training.assessments.judged import HardFail, scale_of
from training.assessments.models import Duty
from training.assessments.reading import CallRead, read_candidate
from training.models import Person
from training.scale_words import words_in
from training.sheets import FAR_APART, Rated
from training.store import Store

MOMENTS = 2
"""At most so many moments of the calls are asked about for one duty."""


@dataclass(frozen=True)
class SaidThere:
    """One turn of a moment: its number, who spoke, and the words."""

    number: int
    speaker: Speaker
    words: str


@dataclass(frozen=True)
class Moment:
    """A moment of a call: what people saw in it, and the turns, where they named any.

    `not_met` is what a rule asks for that was not met, and `note` what was left behind, where that
    is what is asked about.
    """

    call: str
    to_whom: str
    seen: str
    turns: tuple[SaidThere, ...]
    not_met: str = ""
    note: str = ""


@dataclass(frozen=True)
class Question:
    """One question; `better` is what a rule would have had said, where it is about one."""

    asks: str
    moment: Moment | None = None
    better: str = ""


@dataclass(frozen=True)
class OfDuty:
    """What is asked about one duty, and what to listen for, level by level."""

    duty: Duty
    questions: tuple[Question, ...]
    listen_for: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Guide:
    """A whole interview with one candidate."""

    job: str
    name: str
    alias: str
    duties: tuple[OfDuty, ...]


def interview_guide(store: Store, person: Person, candidacy_id: str, now: datetime) -> Guide:
    """The guide for one candidate who was rated; that their calls were read is logged."""
    read = read_candidate(store, person, candidacy_id, now)
    set_up = read.found.sample.set_up
    with store.reading() as db:
        duties = tuple(_of_duty(db, duty, read.calls) for duty in set_up.duties)
    return Guide(set_up.job, read.result.name, read.result.candidacy.alias, duties)


def _of_duty(db: Database, duty: Duty, calls: Sequence[CallRead]) -> OfDuty:
    asked = load_questions()[duty.dimension]
    if duty.dimension is Dimension.COMPLIANCE:
        clean = (Question(asked.strong), Question(asked.what_if))
        first = tuple(_on_rules(calls, asked))[:MOMENTS] or clean
        listen_for = tuple(zip(ANCHORED, asked.listen_for, strict=True))
    else:
        rated = _rated(calls, duty.dimension)
        first = tuple(_on_moments(rated, asked)) or (Question(asked.what_if),)
        listen_for = _anchors(db, duty, [one for _, one, _ in rated])
    return OfDuty(duty, (*first, Question(asked.past)), listen_for)


_OfCall = tuple[CallRead, Rated, int]
"""A call with what was agreed on about one dimension, and the level, which is never none."""


def _rated(calls: Sequence[CallRead], dimension: Dimension) -> list[_OfCall]:
    found = ((call, call.judged.rated(dimension)) for call in calls)
    there = [(call, one, one.level) for call, one in found if one and one.level is not None]
    return sorted(there, key=lambda each: each[2])


def _on_moments(rated: Sequence[_OfCall], asked: Questions) -> Iterator[Question]:
    """About the call that was rated lowest; and the highest, where it is far from that."""
    if not rated:
        return
    lowest, highest = rated[0], rated[-1]
    yield _on_moment(lowest, asked)
    if highest[2] - lowest[2] >= FAR_APART:
        yield _on_moment(highest, asked)


def _on_moment(of: _OfCall, asked: Questions) -> Question:
    call, rated, level = of
    moment = _moment(call, rated.evidence, next(iter(rated.turns), None))
    if asked.id is Dimension.ACCURACY:
        moment = replace(moment, note=call.note)
    return Question(asked.of(level), moment)


def _on_rules(calls: Sequence[CallRead], asked: Questions) -> Iterator[Question]:
    """About each rule once: hard fails that were confirmed, then rules that raters named."""
    known = set[str]()
    confirmed = [(call, fail) for call in calls for fail in call.judged.hard_fails]
    for of, fail in confirmed:
        if fail.finding.rule not in known:
            known.add(fail.finding.rule)
            yield on_hard_fail(of, fail, asked)
    for call in calls:
        rules = shipped.checker_for(call.judged.scenario.house).by_id
        for name in call.judged.sheet.not_met if call.judged.sheet else ():
            if name not in known:
                known.add(name)
                asks = rules[name].title if name in rules else name
                seen = "both raters named it on the sheet that they agreed on"
                yield Question(asked.fair, replace(_moment(call, seen, None), not_met=asks))


def on_hard_fail(call: CallRead, fail: HardFail, asked: Questions) -> Question:
    """The question about one that was confirmed, with what the rule would have had said."""
    seen = f"{fail.said.by} confirmed it: {fail.said.reason}"
    moment = replace(_moment(call, seen, fail.finding.turn), not_met=fail.asks)
    # Where the whole call is meant there is no turn to read.
    return Question(asked.weak if moment.turns else asked.fair, moment, fail.finding.better)


def _moment(call: CallRead, seen: str, turn: int | None) -> Moment:
    return Moment(call.judged.scenario.title, call.to_whom, seen, tuple(_around(call, turn)))


def _around(call: CallRead, turn: int | None) -> Iterator[SaidThere]:
    """The turn with what it answered; where it is the other side's, with the answer to it."""
    if turn is None or not 0 <= turn < len(call.turns):
        return
    own = call.turns[turn].speaker is Speaker.COLLECTOR
    for place in (turn - 1, turn) if own else (turn, turn + 1):
        if 0 <= place < len(call.turns):
            said = call.turns[place]
            yield SaidThere(turn_number(place), said.speaker, said.text)


def _anchors(db: Database, duty: Duty, rated: Sequence[Rated]) -> tuple[tuple[int, str], ...]:
    """The anchored levels in the words by which this candidate was rated, else in today's."""
    name = scale_of(duty.dimension) or ""
    scale = words_in(db, name, rated[0].scale if rated else "")
    return tuple((level, scale.levels[level - 1].means) for level in ANCHORED) if scale else ()
