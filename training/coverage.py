"""The coverage map: what scenarios touch, by rule or skill, over levels, places or one by one."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from compliance_rules import Pack, Rule
from compliance_rules.topics import topics
from simulator.scenario import Scenario
from training.touching import Script, Touched, is_asked

OTHER = "Something else"
"""The topic of rules that stand under none."""


class Rows(StrEnum):
    """What stands down the side."""

    TOPICS = "topics"
    RULES = "rules"
    SKILLS = "skills"


class Across(StrEnum):
    """What stands along the top."""

    LEVELS = "levels"
    JURISDICTIONS = "jurisdictions"
    SCENARIOS = "scenarios"


@dataclass(frozen=True)
class Cell:
    """So many of those that could be touched here are; a hole where none is.

    Of a topic rules are counted, of one rule or skill scenarios. `by` are the scenarios.
    """

    row: str
    column: str
    touched: int
    of: int
    by: tuple[str, ...] = ()

    @property
    def hole(self) -> bool:
        """Whether something could come up here and never does."""
        return self.of > 0 and not self.touched


@dataclass(frozen=True)
class CoverageMap:
    """Scenarios with what is known of them; `scripts` are the calls that are looked at."""

    scenarios: tuple[Scenario, ...]
    known: Mapping[str, Touched]
    packs: tuple[Pack, ...]
    scripts: Collection[Script] = tuple(Script)

    def cells(self, rows: Rows, across: Across) -> Iterator[Cell]:
        """Every cell, row by row; one in which nothing could come up has `of` 0."""
        could = {one.id: self._could(one.id, rows) for one in self._played}
        did = {one.id: self._did(one.id, rows) for one in self._played}
        for row, things in self._things(rows).items():
            for column, names in self.columns(across).items():
                if rows is Rows.TOPICS:
                    yield _of_topic(row, column, things, names, could, did)
                else:
                    yield _of_one(row, column, things[0], names, could, did)

    def columns(self, across: Across) -> dict[str, tuple[str, ...]]:
        """Each column with its scenarios, the easiest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self._played, key=lambda one: (one.level, one.id)):
            told = {
                Across.LEVELS: str(one.level),
                Across.JURISDICTIONS: one.jurisdiction,
                Across.SCENARIOS: one.id,
            }
            found[told[across]].append(one.id)
        names = sorted(found) if across is Across.JURISDICTIONS else list(found)
        return {name: tuple(found[name]) for name in names}

    def holes(self, rows: Rows) -> tuple[str, ...]:
        """Rules or skills that no call of any scenario touches."""
        seen = {thing for one in self._played for thing in self._did(one.id, rows)}
        things = (thing for some in self._things(rows).values() for thing in some)
        return tuple(dict.fromkeys(thing for thing in things if thing not in seen))

    def things(self, rows: Rows) -> tuple[str, ...]:
        """Every rule or skill that could be touched somewhere."""
        return tuple(dict.fromkeys(thing for some in self._things(rows).values() for thing in some))

    @property
    def _played(self) -> tuple[Scenario, ...]:
        return tuple(one for one in self.scenarios if one.id in self.known)

    def _things(self, rows: Rows) -> dict[str, tuple[str, ...]]:
        """The rows, each with the rules or skills in it."""
        if rows is Rows.TOPICS:
            return self._topics()
        if rows is Rows.RULES:
            return {rule.id: (rule.id,) for pack in self.packs for rule in pack.rules}
        every = (played.skills for known in self.known.values() for played in known.values())
        return {name: (name,) for name in sorted({name for some in every for name in some})}

    def _topics(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {one.title: [] for one in topics()}
        for pack in self.packs:
            for rule in pack.rules:
                titles = [one.title for one in topics() if one.has(rule)]
                for title in titles or [OTHER]:
                    found.setdefault(title, []).append(rule.id)
        return {title: tuple(rules) for title, rules in found.items() if rules}

    def _could(self, name: str, rows: Rows) -> frozenset[str]:
        """What may come up in a scenario: rules of the laws that are asked there, every skill."""
        if rows is Rows.SKILLS:
            return frozenset(self.things(rows))
        offs = [self.known[name][script].off for script in self.scripts]
        return frozenset(
            rule.id
            for pack in self.packs
            for rule in pack.rules
            if any(is_asked(pack.about.id, rule.law, off) for off in offs)
        )

    def _did(self, name: str, rows: Rows) -> frozenset[str]:
        calls = [self.known[name][script] for script in self.scripts]
        if rows is Rows.SKILLS:
            return frozenset(mark for one in calls for mark in one.marks)
        return frozenset(rule for one in calls for rule in one.rules)


Sets = Mapping[str, frozenset[str]]
"""Rules or skills by scenario."""


def _of_one(
    row: str, column: str, thing: str, names: Sequence[str], could: Sets, did: Sets
) -> Cell:
    by = tuple(name for name in names if thing in did[name])
    of = sum(thing in could[name] or thing in did[name] for name in names)
    return Cell(row, column, len(by), of, by)


def _of_topic(
    row: str, column: str, things: Sequence[str], names: Sequence[str], could: Sets, did: Sets
) -> Cell:
    there = {one for one in things if any(one in could[name] | did[name] for name in names)}
    hit = {one for one in there if any(one in did[name] for name in names)}
    by = tuple(name for name in names if did[name] & hit)
    return Cell(row, column, len(hit), len(there), by)


HEADS = (
    *("kind", "id", "topic", "pack", "scenario", "level", "jurisdiction"),
    *(script.value for script in Script),
)


def coverage_lines(of: CoverageMap) -> Iterator[tuple[object, ...]]:
    """One line for each rule or skill and each scenario that touches it, then the holes.

    Both calls stand in it, each in its column, whichever of them the map looks at.
    """
    of = replace(of, scripts=tuple(Script))
    about = {rule.id: (_topic(rule), pack.about.id) for pack in of.packs for rule in pack.rules}
    for one in of.scenarios:
        known = of.known.get(one.id)
        if known is None:
            continue
        place = (one.id, one.level, one.jurisdiction)
        model, poor = (known[script] for script in Script)
        for rule in sorted((model.rules | poor.rules) & about.keys()):
            told = tuple(_came_to(rule, played.met, played.not_met) for played in (model, poor))
            yield ("rule", rule, *about[rule], *place, *told)
        for name in sorted(model.marks | poor.marks):
            marks = tuple(played.marks.get(name, "") for played in (model, poor))
            yield ("skill", name, "", "", *place, *marks)
    for rule in of.holes(Rows.RULES):
        yield ("hole", rule, *about[rule], "", "", "", "", "")
    for name in of.holes(Rows.SKILLS):
        yield ("hole", name, "", "", "", "", "", "", "")


def _topic(rule: Rule) -> str:
    return next((one.title for one in topics() if one.has(rule)), OTHER)


def _came_to(rule: str, met: frozenset[str], not_met: frozenset[str]) -> str:
    return "not met" if rule in not_met else "met" if rule in met else ""
