"""What the two scripted calls of a scenario touch: rules met and not met, skills with a mark.

Playing both takes a second; so it is kept, by what the scenario says and by the versions of what
played, read and marked it.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from calls.turn import Frozen
from compliance_rules import Checker, CheckResult, Standing
from scoring.review import Review, review, versions_by
from simulator.scenario import Scenario, content_hash
from simulator.scripted_call import ScriptedCall
from simulator.turn_taking import versions
from training import shipped
from training.rehearsal import rehearsed
from training.reviews import record
from training.store import Store

_KEPT_AS = "touched-2"
"""Raised when more is kept of a call: what was kept before is played again."""


class Script(StrEnum):
    """Which of the two calls."""

    MODEL = "model_call"
    POOR = "poor_call"


class Played(Frozen):
    """What one call touches; `off` are the packs, or `pack/law`, that are not asked there.

    `skills` are all that are looked at in such a call, with an opportunity in it or without.
    """

    met: frozenset[str]
    not_met: frozenset[str]
    marks: dict[str, float]
    skills: frozenset[str]
    off: frozenset[str]

    @property
    def rules(self) -> frozenset[str]:
        """The rules that came up, either way."""
        return self.met | self.not_met


Touched = Mapping[Script, Played]
"""What both calls of a scenario touch."""


def touched(scenario: Scenario, played_at: datetime) -> Touched:
    """Play both calls, and say what the rules and the scorers make of them."""
    of = {Script.MODEL: scenario.model_call, Script.POOR: scenario.poor_call}
    return {script: _played(scenario, call, played_at) for script, call in of.items()}


def keep_touched(store: Store, scenario: Scenario, found: Touched) -> None:
    """Keep it for whoever asks next; what was kept of the same content by older rules goes."""
    body = {script.value: played.model_dump(mode="json") for script, played in found.items()}
    row = {
        "fingerprint": content_hash(scenario),
        "versions": _versions(scenario),
        "body": json.dumps(body),
    }
    with store.writing() as db:
        db.table("touched").upsert(row, pk="fingerprint")


def kept_touched(store: Store, scenarios: Iterable[Scenario]) -> dict[str, Touched]:
    """What is known of these scenarios by the rules of today; those not played yet are left out."""
    by_hash = {content_hash(one): one for one in scenarios}
    sql = """select * from touched
        where fingerprint in (select value from json_each(?))"""
    with store.reading() as db:
        rows = list(db.query(sql, (json.dumps([*by_hash]),)))
    return {
        by_hash[row["fingerprint"]].id: _read(row["body"])
        for row in rows
        if row["versions"] == _versions(by_hash[row["fingerprint"]])
    }


def _played(scenario: Scenario, scripted: ScriptedCall, played_at: datetime) -> Played:
    checker = shipped.checker_for(scenario.house)
    made = review(record(rehearsed(scenario, scripted, played_at), scenario), checker, scenario)
    off = _off(made.check)
    not_met = {
        rule
        for finding in made.check.findings
        if finding.standing is Standing.NOT_MET
        for rule in finding.rules
    }
    met = _by_every_law({one.rule for one in made.check.met}, checker, off)
    marks = _marks(made)
    given = {name: value for name, value in marks.items() if value is not None}
    return Played(
        met=met, not_met=frozenset(not_met), marks=given, skills=frozenset(marks), off=off
    )


def _off(check: CheckResult) -> frozenset[str]:
    return frozenset(f"{one.pack}/{one.law}" if one.law else one.pack for one in check.packs_off)


def is_asked(pack: str, law: str, off: frozenset[str]) -> bool:
    """Whether a law of a pack is asked where these are off."""
    return pack not in off and f"{pack}/{law}" not in off


def _by_every_law(met: set[str], checker: Checker, off: frozenset[str]) -> frozenset[str]:
    """A step that was right is told once by the checker, and is so by every law that asks it."""
    owners = {checker.by_id[rule].owner for rule in met}
    same = {
        rule.id
        for pack in checker.packs
        for rule in pack.rules
        if rule.owner in owners and is_asked(pack.about.id, rule.law, off)
    }
    return frozenset(met | same)


def _marks(made: Review) -> dict[str, float | None]:
    """Skills by name, `empathy/validates`; None where the call gave no opportunity for one."""
    return {
        f"{score.dimension.value}/{mark.name}": mark.value
        for score in made.scorecard.scores
        for mark in score.marks
    }


def _versions(scenario: Scenario) -> str:
    made = {**versions_by(shipped.checker_for(scenario.house)), **versions(), "touched": _KEPT_AS}
    return json.dumps(made, sort_keys=True)


def _read(body: str) -> Touched:
    parts = json.loads(body)
    return {script: Played.model_validate(parts[script.value]) for script in Script}
