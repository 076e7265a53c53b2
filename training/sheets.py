"""What a rater fills in of one call, and what makes a sheet whole."""

import re
from collections.abc import Iterable, Mapping, Sequence

from calls.turn import Frozen
from scoring.levels import LEVELS
from training import shipped
from training.errors import NotOffered, TrainingError
from training.judging import LONGEST_SENTENCE, said
from training.models import Attempt, Person, Purpose
from training.practice import scenario_of
from training.scales import Scales, scales_read
from training.store import Store

FAR_APART = 2
"""Levels that are so far apart are talked over before there is one sheet."""
_TURNS = re.compile(r"\bturns?\s+(\d+(?:\s*(?:,|and|to|[-\u2013])\s*\d+)*)", re.IGNORECASE)
_WRAP_UP = re.compile(r"\b(?:wrap[- ]?up|note)\b", re.IGNORECASE)


class Rated(Frozen):
    """One criterion: evidence first, then the level; None where there was no opportunity.

    `turns` are those that the evidence names, counted from 0. `scale` and `version` say by which
    words it was rated. `discussed` stands on a sheet that was agreed on, where levels were far
    apart: why it came to this one.
    """

    evidence: str
    level: int | None
    turns: tuple[int, ...] = ()
    scale: str = ""
    version: int = 0
    discussed: str = ""


class Sheet(Frozen):
    """All that one rater says of one attempt; `not_met` are the rules they saw not met.

    `model_rated`: a language model filled it in, so that it is no rating by a person.
    """

    levels: Mapping[str, Rated]
    not_met: tuple[str, ...] = ()
    model_rated: bool = False


def far_apart(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """The criteria that are talked over: levels far apart, or an opportunity that not all saw."""
    levels = [sheet.levels for sheet in sheets]
    names = dict.fromkeys(name for one in levels for name in one)
    return tuple(name for name in names if _far([one[name].level for one in levels if name in one]))


def _far(levels: Sequence[int | None]) -> bool:
    given = [level for level in levels if level is not None]
    return bool(given) and (len(given) < len(levels) or max(given) - min(given) >= FAR_APART)


def read_by(store: Store, attempt_id: str, sheet: Sheet) -> Scales:
    """The scales by which somebody filled in a sheet."""
    read = {name: one.scale for name, one in sheet.levels.items() if one.scale}
    return scales_read(store, attempt_id, read)


def checked(store: Store, person: Person, attempt_id: str, sheet: Sheet) -> Sheet:
    """The sheet with the scales it was rated on; every criterion, known rules, evidence first."""
    scales = read_by(store, attempt_id, sheet)
    attempt = store.attempt(person, attempt_id)
    rules = {
        rule.id for rule in shipped.checker_for(scenario_of(store, person, attempt).house).rules
    }
    unknown = next((name for name in sheet.levels if name not in scales), None)
    if unknown is not None:
        raise NotOffered("criterion", unknown, scales)
    strange = next((rule for rule in sheet.not_met if rule not in rules), None)
    if strange is not None:
        raise TrainingError("rule", f"there is no {strange!r} for this call", "one of its rules")
    missing = next((scales[name].name for name in scales if name not in sheet.levels), None)
    if missing is not None:
        raise TrainingError(f"criterion {missing!r}", "it is missing", "rate every criterion")
    levels = {}
    for name, one in sheet.levels.items():
        scale = scales[name]
        if one.level is not None and one.level not in LEVELS:
            raise TrainingError(
                f"criterion {scale.name!r}", f"there is no level {one.level}", "a level from 1 to 5"
            )
        evidence = said(one.evidence, LONGEST_SENTENCE, f"evidence for {scale.name!r}")
        levels[name] = Rated(
            evidence=evidence,
            level=one.level,
            turns=_turns(attempt, one.level, evidence, scale.name),
            discussed=one.discussed,
            scale=scale.fingerprint,
            version=scale.version,
        )
    not_met = tuple(sorted(set(sheet.not_met)))
    return Sheet(levels=levels, not_met=not_met, model_rated=sheet.model_rated)


def _turns(attempt: Attempt, level: int | None, evidence: str, name: str) -> tuple[int, ...]:
    """The turns that evidence names; in a work sample a level without a place does not stand."""
    found = [int(one) for told in _TURNS.findall(evidence) for one in re.findall(r"\d+", told)]
    count = sum(len(call.turns) for call in attempt.state.calls)
    there = tuple(sorted({one - 1 for one in found if 1 <= one <= count}))
    if attempt.purpose is Purpose.ASSESSMENT and level is not None and not there:
        where = f"evidence for {name!r}"
        if found:
            raise TrainingError(where, f"there is no turn {found[0]}", f"a turn from 1 to {count}")
        if not _WRAP_UP.search(evidence):
            allowed = 'say where: "turn 4: …", or "wrap-up: …"'
            raise TrainingError(where, "it names no turn", allowed)
    return there
