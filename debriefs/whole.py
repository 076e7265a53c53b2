"""The whole debrief of a call as one value: what a page, a command and a sheet of paper show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calls.moves import Mood
from calls.record import Record
from calls.turn import Speaker, Turn
from compliance_rules import Met, Rule
from compliance_rules.checker import Checker
from debriefs.done_right import done_right
from debriefs.felt import felt
from debriefs.left_behind import BesideTheCall, beside_the_call
from debriefs.model_call import Stretch, aligned
from debriefs.offers import told_along
from debriefs.talked import talk_told
from debriefs.transcript import SPEAKERS
from debriefs.words import Day, plain_day
from scoring.case import Case
from scoring.contacts import readings_of
from scoring.debrief import Debrief, debrief
from scoring.empathy.checklists import Checklist, checklists_in
from scoring.listening import talk_in
from scoring.negotiation import Bargaining, bargaining
from scoring.review import Review
from simulator.scenario import Scenario

NO_SCENARIO = (
    "Negotiation has no truth to compare with: without a scenario nobody knows what this person "
    "could have paid. So there is no mark for its outcome, no bar, and no model call."
)
NO_WRAP_UP = "No wrap-up came with this call, so nothing could be compared with what was said."
NO_MIND = (
    "This call was not practised here: nobody's mood is known, and offers are those that are "
    "read in the words."
)
NO_DAY = (
    "No day came with this call: it is taken for one of {day}, so that a day that was named, such "
    "as the 15th, can be one. The hour is not looked at."
)


@dataclass(frozen=True)
class Whole:
    """All that is told of one reviewed call.

    `asides` are the lines beside a turn: how it felt on the other side, what was put on the table;
    `moods` are where they stood, by turn, and empty where no mind was on the line.
    `talk` says who talked how much, "" where one side was silent. `bargaining` is None where
    nothing is to be agreed, `checklists` empty where no vulnerability was told, `model` without a
    scenario; `reservations` say what could not be judged, and why.
    """

    heading: str
    review: Review
    debrief: Debrief
    turns: Sequence[Turn]
    names: Mapping[Speaker, str]
    asides: Mapping[int, Sequence[str]]
    moods: Mapping[int, Mood]
    talk: str
    checklists: tuple[Checklist, ...]
    bargaining: Bargaining | None
    left_behind: BesideTheCall | None
    model: tuple[Stretch, ...]
    reservations: tuple[str, ...]
    rules: Mapping[str, Rule]
    day: Day = plain_day
    with_care: bool = False

    @property
    def done_right(self) -> tuple[Met, ...]:
        """What is told as done right, turn by turn."""
        check = self.review.check
        return done_right(check.met, check.findings, self.rules)

    @property
    def content(self) -> dict[str, Any]:
        """The review, and under `debrief` what is told besides, for JSON."""
        told = {
            **self.debrief.model_dump(mode="json"),
            "reservations": list(self.reservations),
            "transcript": [self._beside(n, turn) for n, turn in enumerate(self.turns)],
            "talk": self.talk,
            "checklists": [one.model_dump(mode="json") for one in self.checklists],
            "bargaining": _dumped(self.bargaining),
            "wrap_up": _dumped(self.left_behind),
            "model_call": [one.model_dump(mode="json") for one in self.model],
        }
        return {**self.review.model_dump(mode="json"), "debrief": told}

    def _beside(self, n: int, turn: Turn) -> dict[str, Any]:
        here = {"turn": n, "speaker": turn.speaker.value, "text": turn.text}
        return {**here, "beside": list(self.asides.get(n, ()))}


def whole_debrief(
    review: Review,
    record: Record,
    checker: Checker,
    scenario: Scenario | None = None,
    names: Mapping[Speaker, str] = SPEAKERS,
    day: Day = plain_day,
) -> Whole:
    """Everything that is told of a call that was reviewed; its turns are read once."""
    readings = readings_of(record, checker)
    case = Case(record, readings, review.check, scenario, checker)
    began_at = record.began_at or record.transcript.began_at
    money = scenario is None or scenario.aim.about_money
    made = bargaining(case) if money else None
    model: tuple[Stretch, ...] = ()
    if scenario is not None:
        model = aligned(readings, scenario, checker.reader, names, began_at)
    return Whole(
        heading=scenario.title if scenario else record.transcript.id,
        review=review,
        debrief=debrief(review, record, scenario),
        turns=record.transcript.turns,
        names=names,
        asides=_asides(record, made, names, day),
        moods=record.moods,
        talk=talk_told(talk_in(case)),
        checklists=checklists_in(case),
        bargaining=made,
        left_behind=beside_the_call(case, review.scorecard.untold, day),
        model=model,
        reservations=tuple(_reservations(record, scenario, day)),
        rules=checker.by_id,
        day=day,
        with_care=bool(scenario and scenario.with_care),
    )


def _asides(
    record: Record, made: Bargaining | None, names: Mapping[Speaker, str], day: Day
) -> dict[int, Sequence[str]]:
    offers = told_along(made, names, day) if made else {}
    moods, begins = record.moods, min(record.moods, default=None)
    told = {
        n: (*offers.get(n, ()), *felt(record.moves.get(n), moods.get(n), first=n == begins))
        for n in range(len(record.transcript.turns))
    }
    return {n: lines for n, lines in told.items() if lines}


def _reservations(record: Record, scenario: Scenario | None, day: Day) -> Iterator[str]:
    if scenario is None:
        yield NO_SCENARIO
    if record.wrap_up is None:
        yield NO_WRAP_UP
    if record.transcript.turns and not record.moves:
        yield NO_MIND
    if record.transcript.turns and record.transcript.began_at is None and record.day:
        yield NO_DAY.format(day=day(record.day))


def _dumped(value: Bargaining | BesideTheCall | None) -> Any:
    return None if value is None else value.model_dump(mode="json")
