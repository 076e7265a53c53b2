"""What raters agreed on about the calls of a work sample, as levels of the duties it asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from compliance_rules.finding import Finding, Weight
from scoring.compliance import COST
from scoring.levels import FULL, level_at
from scoring.marks import Dimension
from scoring.rating_scales import load_scales
from simulator.scenario import Scenario
from training import shipped
from training.assessments.confirming import Confirmation, Place, confirmations_in, still_open
from training.assessments.models import Duty
from training.sheets import Rated, Sheet

Levels = Mapping[Dimension, float | None]
"""A level from 1 to 5 for each dimension; None where there was no opportunity."""
_FINDINGS = TypeAdapter(tuple[Finding, ...])


@dataclass(frozen=True)
class HardFail:
    """A hard fail that an assessor confirmed at its turn; `asks` is what the rule asks for."""

    finding: Finding
    said: Confirmation
    asks: str


@dataclass(frozen=True)
class JudgedCall:
    """One call of a candidate: the sheet that was agreed on, those made apart, and hard fails.

    `looked_at`: every hard fail that the machine saw was confirmed or denied.
    """

    attempt_id: str
    scenario: Scenario
    sheet: Sheet | None
    apart: tuple[Sheet, ...]
    hard_fails: tuple[HardFail, ...]
    looked_at: bool

    @property
    def levels(self) -> Levels | None:
        """What was agreed on, with what was confirmed; None before anything was."""
        if self.sheet is None:
            return None
        return levels_of(self.sheet, self.scenario, (one.finding.rule for one in self.hard_fails))

    def turns_of(self, dimension: Dimension) -> tuple[int, ...]:
        """The turns that are evidence for a dimension: those that people named, or confirmed."""
        if dimension is Dimension.COMPLIANCE:
            fails = (one.finding.turn for one in self.hard_fails)
            return tuple(sorted({turn for turn in fails if turn is not None}))
        rated = self.rated(dimension)
        return rated.turns if rated else ()

    def rated(self, dimension: Dimension) -> Rated | None:
        """What raters agreed on about a dimension; None where it has no scale, or no sheet is."""
        name = scale_of(dimension)
        return self.sheet.levels.get(name) if self.sheet and name else None

    def rated_by_all(self, dimension: Dimension) -> tuple[Rated, ...]:
        """What is said of a dimension on any of its sheets, those made apart among them."""
        name = scale_of(dimension) or ""
        sheets = (self.sheet, *self.apart)
        return tuple(one.levels[name] for one in sheets if one and name in one.levels)

    def without_words(self) -> "JudgedCall":
        """The same without what was said, which the message of a rule may quote: rule and place."""
        nothing = {"quote": "", "message": ""}
        bare = (
            replace(one, finding=one.finding.model_copy(update=nothing)) for one in self.hard_fails
        )
        return replace(self, hard_fails=tuple(bare))


_CALLS = """select candidacy_id, attempt_id,
    (select content from scenarios where hash = scenario_hash) as scenario,
    (select body from consensus where attempt_id = attempts.id) as agreed,
    (select json_extract(body, '$.scorecard.must_change') from reviews
        where attempt_id = attempts.id order by rowid desc limit 1) as fails
    from candidacy_attempts join candidacies on candidacies.id = candidacy_id
    join attempts on attempts.id = attempt_id
    where assessment_id = ? and exists (select 1 from events
        where attempt_id = attempts.id and kind = 'wrapped_up')
    order by candidacy_id, nth"""
_APART = """select ratings.attempt_id, body from ratings
    join candidacy_attempts on candidacy_attempts.attempt_id = ratings.attempt_id
    join candidacies on candidacies.id = candidacy_id
    where assessment_id = ? and blind and not json_extract(body, '$.model_rated')
    order by ratings.attempt_id, at, ratings.person_id"""


def judged_calls(db: Database, assessment_id: str) -> dict[str, list[JudgedCall]]:
    """Every call that was handed in, by the candidacy that it belongs to, in their order."""
    apart: dict[str, list[Sheet]] = {}
    for row in db.query(_APART, (assessment_id,)):
        apart.setdefault(row["attempt_id"], []).append(Sheet.model_validate_json(row["body"]))
    found: dict[str, list[JudgedCall]] = {}
    for row in db.query(_CALLS, (assessment_id,)):
        call = _call(db, row, apart.get(row["attempt_id"], ()))
        found.setdefault(row["candidacy_id"], []).append(call)
    return found


def _call(db: Database, row: Mapping[str, Any], apart: Sequence[Sheet]) -> JudgedCall:
    attempt_id = row["attempt_id"]
    return JudgedCall(
        attempt_id=attempt_id,
        scenario=shipped.scenario_from(row["scenario"]),
        sheet=Sheet.model_validate_json(row["agreed"]) if row["agreed"] else None,
        apart=tuple(apart),
        hard_fails=tuple(_confirmed(db, row)) if row["agreed"] else (),
        looked_at=still_open(db, attempt_id) == (),
    )


def _confirmed(db: Database, row: Mapping[str, Any]) -> Iterator[HardFail]:
    said = {one.place: one for one in confirmations_in(db, row["attempt_id"]) if one.confirmed}
    if not said:
        return
    rules = shipped.checker_for(shipped.scenario_from(row["scenario"]).house).by_id
    for finding in _FINDINGS.validate_json(row["fails"] or "[]"):
        if one := said.pop(Place(finding.rule, finding.turn), None):
            rule = rules.get(finding.rule)
            yield HardFail(finding, one, rule.title if rule else finding.rule)


def scale_of(dimension: Dimension) -> str | None:
    """The scale on which people rate a dimension."""
    scales = load_scales().values()
    return next((one.id for one in scales if one.compared_with is dimension), None)


def levels_of(sheet: Sheet, scenario: Scenario, confirmed: Iterable[str] = ()) -> Levels:
    """The levels of one sheet; compliance has no scale, it is made of the rules that people named.

    Each costs what it costs on a scorecard.
    """
    found: dict[Dimension, float | None] = {
        scale.compared_with: sheet.levels[scale.id].level
        for scale in load_scales().values()
        if scale.compared_with is not None and scale.id in sheet.levels
    }
    rules = {*sheet.not_met, *confirmed}
    if rules or any(level is not None for level in found.values()):
        found[Dimension.COMPLIANCE] = _compliance(rules, scenario)
    return found


def _compliance(rules: Iterable[str], scenario: Scenario) -> float:
    """5 where no rule was named; a rule that is not shipped any more costs as a major one."""
    known = shipped.checker_for(scenario.house).by_id
    weights = (known[rule].weight if rule in known else Weight.MAJOR for rule in rules)
    cost = sum(COST[weight] for weight in weights)
    return level_at(max(0.0, FULL - cost))


def mean_levels(calls: Sequence[Levels]) -> Levels:
    """Each dimension over several calls, of those that gave an opportunity."""
    found: dict[Dimension, float | None] = {}
    for dimension in Dimension:
        given = [level for call in calls if (level := call.get(dimension)) is not None]
        found[dimension] = sum(given) / len(given) if given else None
    return found


def weighted(levels: Levels, duties: Iterable[Duty]) -> float | None:
    """One level by the locked weights; duties without an opportunity leave theirs to the others."""
    given = [
        (duty.weight, level) for duty in duties if (level := levels.get(duty.dimension)) is not None
    ]
    total = sum(weight for weight, _ in given)
    return sum(weight * level for weight, level in given) / total if total else None
