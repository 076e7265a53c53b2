"""How far people and the machine agree, from ratings that were saved blind and from no others."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

from compliance_rules.in_use import own_in_use
from scoring.agreement import Agreement, Pair, agreement
from scoring.alone import Condition, conditions, may_mark_alone
from scoring.levels import LEVELS, level_of
from scoring.rating_scales import Scale
from training import shipped
from training.came_out import CameOut, machine_today
from training.errors import TrainingError
from training.models import Person, Role
from training.rights import JUDGES
from training.scales import scales_in_use
from training.sheets import Rated, Sheet
from training.store import Store, json_list, visible_to


@dataclass(frozen=True)
class RaterLine:
    """One rater beside the others and beside the machine; + is milder than they are."""

    name: str
    ratings: int
    others: Agreement
    machine: Agreement


@dataclass(frozen=True)
class Line:
    """One criterion or rule; without `machine` the machine gives no mark for it.

    `version` says by which words of its scale people rated here: `levels` were given by these, and
    those by other words stand in a line of their own. A rule has none.
    """

    id: str
    name: str
    people: Agreement
    machine: Agreement | None
    raters: tuple[RaterLine, ...]
    conditions: tuple[Condition, ...] = ()
    version: int | None = None
    levels: int = 0

    @property
    def alone(self) -> bool:
        """Whether the machine may mark it alone, in practice and never in an assessment."""
        return bool(self.conditions) and may_mark_alone(self.conditions)


@dataclass(frozen=True)
class AgreementTold:
    """All lines, and what was left out of them and why.

    `criteria` are read by the words of today; `older` has a line for each other wording by which
    somebody rated, so that levels on different words are never beside each other.
    """

    criteria: tuple[Line, ...]
    rules: tuple[Line, ...]
    blind: int
    raters: int
    not_blind: int = 0
    model_rated: int = 0
    older_scale: int = 0
    older: tuple[Line, ...] = ()
    consensus: int = 0
    verdicts: int = 0


@dataclass
class _Rated:
    """One attempt with its blind sheets by rater, and the machine's review of it."""

    attempt_id: str
    scenario: str
    machine: CameOut
    titles: Mapping[str, str]
    sheets: dict[str, Sheet] = field(default_factory=dict)


Step = Callable[[Sheet], int | None]
"""What a sheet says of one criterion or rule, counted from 0; None where it says nothing."""


class NotYoursToCompare(TrainingError):
    """A look at how far people and the machine agree, by somebody who judges nobody."""

    def __init__(self, role: Role) -> None:
        super().__init__(
            "agreement", f"it is not for a {role.label}", "trainers and assessors read it"
        )


def agreement_so_far(store: Store, person: Person) -> AgreementTold:
    """From every attempt that this person judges; whoever judges nobody is refused."""
    judged = JUDGES[person.role]
    if not judged:
        raise NotYoursToCompare(person.role)
    with store.reading() as db:
        # What the machine says of a work sample is hidden until its raters have agreed.
        purposes = """purpose in (select value from json_each(:judged)) and (
            purpose <> 'assessment'
            or exists (select 1 from consensus where attempt_id = attempts.id))"""
        rows = list(visible_to(db, person, purposes, select=_SELECTED, judged=json_list(judged)))
        names = {row["id"]: row["name"] for row in db.table("people").rows}
    counts = _counts(rows)
    rated = list(_rated(store, person, rows))
    scales = scales_in_use(store).values()
    older = tuple(line for scale in scales for line in _older(scale, rated, names))
    return AgreementTold(
        criteria=tuple(_criterion(scale, _words(scale), rated, names) for scale in scales),
        rules=tuple(_rules(rated, names)),
        blind=sum(len(one.sheets) for one in rated),
        raters=len({name for one in rated for name in one.sheets}),
        older_scale=sum(line.levels for line in older),
        older=older,
        **counts,
    )


_SELECTED = """attempts.*,
    (select content from scenarios where hash = scenario_hash) as scenario,
    (select body from reviews where attempt_id = attempts.id order by rowid desc limit 1) as review,
    (select json_group_array(json_object('by', person_id, 'blind', blind, 'body', json(body)))
        from ratings where attempt_id = attempts.id) as rated,
    (select count(*) from consensus where attempt_id = attempts.id) as consensus,
    (select count(*) from standing_verdicts where attempt_id = attempts.id) as verdicts"""


def _counts(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """What is shown apart because it enters no figure."""
    sheets = [one for row in rows for one in json.loads(row["rated"])]
    model = [one for one in sheets if one["body"]["model_rated"]]
    return {
        "model_rated": len(model),
        "not_blind": sum(not one["blind"] for one in sheets if one not in model),
        "consensus": sum(row["consensus"] for row in rows),
        "verdicts": sum(row["verdicts"] for row in rows),
    }


def _rated(store: Store, person: Person, rows: Iterable[Mapping[str, Any]]) -> Iterator[_Rated]:
    own = own_in_use()
    for row in rows:
        sheets = {
            one["by"]: Sheet.model_validate(one["body"])
            for one in json.loads(row["rated"])
            if one["blind"] and not one["body"]["model_rated"]
        }
        if sheets:
            made = machine_today(store, person, row, own)
            scenario = shipped.scenario_from(row["scenario"])
            titles = {rule.id: rule.title for rule in shipped.checker_for(scenario.house).rules}
            yield _Rated(row["id"], scenario.title, made, titles, sheets)


class _Words(NamedTuple):
    """One wording of a scale, as sheets name it."""

    fingerprint: str
    version: int


def _words(scale: Scale) -> _Words:
    return _Words(scale.fingerprint, scale.version)


def _older(scale: Scale, rated: Sequence[_Rated], names: Mapping[str, str]) -> Iterator[Line]:
    """A line for each wording that is not today's, the latest first."""
    given = (sheet.levels.get(scale.id) for part in rated for sheet in part.sheets.values())
    other = {_Words(one.scale, one.version) for one in given if one} - {_words(scale)}
    for words in sorted(other, key=lambda one: (-one.version, one.fingerprint)):
        line = _criterion(scale, words, rated, names)
        # A wording of before has no say in what the machine may mark by now.
        yield replace(line, name=f"{scale.name}, wording {words.version}", conditions=())


def _criterion(
    scale: Scale, words: _Words, rated: Sequence[_Rated], names: Mapping[str, str]
) -> Line:
    def by_these_words(sheet: Sheet) -> Rated | None:
        one = sheet.levels.get(scale.id)
        return one if one and one.scale == words.fingerprint else None

    def by_people(sheet: Sheet) -> int | None:
        one = by_these_words(sheet)
        return None if one is None or one.level is None else one.level - LEVELS[0]

    def by_machine(made: CameOut) -> int | None:
        mark = made.scores.get(scale.compared_with) if scale.compared_with else None
        return None if mark is None else level_of(mark) - LEVELS[0]

    machine = by_machine if scale.compared_with else None
    line = _line(scale.id, scale.name, rated, by_people, machine, len(LEVELS), names)
    sheets = [sheet for part in rated for sheet in part.sheets.values() if by_these_words(sheet)]
    return replace(line, version=words.version, levels=len(sheets))


def _rules(rated: Sequence[_Rated], names: Mapping[str, str]) -> Iterator[Line]:
    """Every rule that anybody or the machine saw not met in a call that somebody rated."""
    seen = {rule for one in rated for sheet in one.sheets.values() for rule in sheet.not_met}
    seen |= {rule for one in rated for rule in one.machine.missed}
    titles = {rule: title for one in rated for rule, title in one.titles.items()}
    for rule in sorted(seen):

        def by_people(sheet: Sheet, rule: str = rule) -> int:
            return int(rule in sheet.not_met)

        def by_machine(made: CameOut, rule: str = rule) -> int:
            return int(rule in made.missed)

        yield _line(rule, titles.get(rule, rule), rated, by_people, by_machine, 2, names)


def _line(
    line_id: str,
    name: str,
    rated: Sequence[_Rated],
    by_people: Step,
    by_machine: Callable[[CameOut], int | None] | None,
    steps: int,
    names: Mapping[str, str],
) -> Line:
    between = list(_between(rated, by_people))
    among = [pair for _, _, pair in between]
    people = _agreement(tuple(among), steps, same_raters=False)
    beside = list(_beside(rated, by_people, by_machine)) if by_machine else []
    machine = _agreement(tuple(pair for _, _, pair in beside), steps, same_raters=True)
    scenarios = sorted({scenario for _, scenario, _ in beside})
    groups = {
        one: _agreement(tuple(pair for _, s, pair in beside if s == one), steps, same_raters=True)
        for one in scenarios
    }
    raters = sorted({rater for part in rated for rater in part.sheets}, key=names.__getitem__)
    return Line(
        id=line_id,
        name=name,
        people=people,
        machine=machine if by_machine else None,
        raters=tuple(_rater(one, names[one], between, beside, steps) for one in raters),
        conditions=conditions(people, machine, groups) if by_machine else (),
    )


@lru_cache(maxsize=8192)
def _agreement(pairs: tuple[Pair, ...], steps: int, *, same_raters: bool) -> Agreement:
    """An interval is drawn out of thousands of samples: the same ratings are reckoned with once."""
    return agreement(pairs, steps, same_raters=same_raters)


def _between(rated: Iterable[_Rated], step: Step) -> Iterator[tuple[str, str, Pair]]:
    """Every two people who rated the same attempt; who is first is always the same."""
    for part in rated:
        said = {rater: step(sheet) for rater, sheet in sorted(part.sheets.items())}
        for (one, first), (other, second) in combinations(said.items(), 2):
            if first is not None and second is not None:
                yield one, other, Pair(part.attempt_id, first, second)


def _beside(
    rated: Iterable[_Rated], step: Step, by_machine: Callable[[CameOut], int | None]
) -> Iterator[tuple[str, str, Pair]]:
    """Every rating beside the machine's, with its rater and the scenario."""
    for part in rated:
        second = by_machine(part.machine)
        for rater, sheet in sorted(part.sheets.items()):
            first = step(sheet)
            if first is not None and second is not None:
                yield rater, part.scenario, Pair(part.attempt_id, first, second)


def _rater(
    rater: str,
    name: str,
    between: Iterable[tuple[str, str, Pair]],
    beside: Sequence[tuple[str, str, Pair]],
    steps: int,
) -> RaterLine:
    """One rater beside the others and beside the machine, the rater minus the other."""
    others = [
        Pair(pair.attempt, *((pair.second, pair.first) if one == rater else pair[1:]))
        for one, other, pair in between
        if rater in (one, other)
    ]
    machine = [Pair(pair.attempt, pair.second, pair.first) for by, _, pair in beside if by == rater]
    return RaterLine(
        name,
        len(machine) or len(others),
        _agreement(tuple(others), steps, same_raters=False),
        _agreement(tuple(machine), steps, same_raters=True),
    )
