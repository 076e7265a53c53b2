"""How attempts came out, by their latest reviews and the verdicts on them, worked out once each.

Pages that count over many attempts ask at every click, and a call in which a finding was set aside
is scored anew. What came of the same review and the same verdicts by the same rules is the same.
"""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from threading import Lock
from types import MappingProxyType
from typing import Any, NamedTuple

from calls.events import Hints
from compliance_rules.finding import Standing
from compliance_rules.in_use import own_in_use
from compliance_rules.own_rule import OwnRules
from scoring.judged import about_place
from scoring.review import Review
from training.models import Person
from training.reviews import machine_review
from training.store import Store
from training.verdicts import as_it_stands

WITH_LATEST_REVIEW = """attempts.rowid, attempts.*,
    (select json_extract(content, '$.title', '$.with_care', '$.level') from scenarios
        where hash = scenario_hash) as played,
    (select body from reviews where attempt_id = attempts.id order by rowid desc limit 1) as review,
    (select json_group_array(json_array(id, about, decision, value, reason))
        from standing_verdicts where attempt_id = attempts.id) as rulings
"""
"""What a query selects so that `came_out`, `machine_said` and `played` can tell."""

_NO_RULINGS = "[]"
_TODAY = "today"
_KEPT = 20_000
"""So many are remembered, each one or two kilobytes: 40 MB at most."""


class Played(NamedTuple):
    """Of the scenario, as it was played: its title, whether it is played with care, its level."""

    title: str
    with_care: bool
    level: int


def played(row: Mapping[str, Any]) -> Played:
    """The same of an attempt's row; a content is long, and is looked into once."""
    title, with_care, level = json.loads(row["played"])
    return Played(title, bool(with_care), level or 0)


@dataclass(frozen=True)
class CameOut:
    """What a review says; nothing of it is there, and `marked` is false, where there is none yet.

    `scores` are by dimension, None where there was no opportunity. `end_reached`: it came to an
    acceptable end. `hinted`: hints were on. `must_change` is the first turn that must change. `met`
    are rules that came up and were met somewhere; `missed` those that were not, each with the
    places as verdicts name them. `versions` are those of the review.
    """

    marked: bool = False
    scores: Mapping[str, float | None] = field(default_factory=dict)
    grade: float | None = None
    passed: bool | None = None
    end_reached: bool | None = None
    hinted: bool = False
    must_change: int | None = None
    met: frozenset[str] = frozenset()
    missed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def rules(self) -> dict[str, bool]:
        """Each rule that came up by whether it was met.

        A rule that was not met in one place is not met in that call, however often it was in
        others; what depends on unknown facts, or is a reminder, is neither.
        """
        return dict.fromkeys(self.met, True) | dict.fromkeys(self.missed, False)


def came_out(store: Store, person: Person, row: Mapping[str, Any], own: OwnRules) -> CameOut:
    """How an attempt stands after verdicts; its row came through `visible_to` with what is above.

    What was worked out for one person holds for another: what stands is the same for all. `own`
    are the rules of the house's own that are in use, looked up once for all rows.
    """
    if not is_judged(row):
        return machine_said(row)
    content = (row["id"], _fingerprint(row), _digest(row["rulings"]))
    return _by_rules(own, content, lambda: _stands(store, person, row))


def machine_said(row: Mapping[str, Any]) -> CameOut:
    """What the latest review of an attempt's row says, whatever people said of it."""
    if not row["review"]:
        return CameOut()
    made = row["review"]
    return _known.get((_fingerprint(row),), lambda: _read(json.loads(made)), lambda: True)


def machine_today(store: Store, person: Person, row: Mapping[str, Any], own: OwnRules) -> CameOut:
    """What the rules and scorers of today say of an attempt, for figures over many of them.

    Its row says its latest kept review (`review`); of another release, or by other rules of the
    house's own than those in use (`own`), it is made anew, once.
    """
    latest = _fingerprint(row) if row["review"] else b""

    def work_out() -> CameOut:
        made = machine_review(store, person, row["id"])
        return _read(made.model_dump(mode="json"))

    return _by_rules(own, (row["id"], latest, _TODAY), work_out)


def is_judged(row: Mapping[str, Any]) -> bool:
    """Whether there is a review, and a verdict stands on it."""
    return bool(row["review"]) and row["rulings"] != _NO_RULINGS


def _by_rules(
    own: OwnRules, content: tuple[Hashable, ...], work_out: Callable[[], CameOut]
) -> CameOut:
    """What came of it by these rules; rules and scorers that ship are the same in one process.

    Where a rule was adopted or taken back meanwhile it was asked in parts, and is not remembered.
    """
    return _known.get((own, *content), work_out, lambda: own_in_use() == own)


def _stands(store: Store, person: Person, row: Mapping[str, Any]) -> CameOut:
    attempt = store.attempt(person, row["id"], shown=False)
    made = Review.model_validate_json(row["review"])
    return _read(as_it_stands(store, person, attempt, made).model_dump(mode="json"))


def _read(review: Mapping[str, Any]) -> CameOut:
    card, check = review.get("scorecard", {}), review.get("check", {})
    missed: dict[str, tuple[str, ...]] = {}
    for one in check.get("findings", ()):
        if one["standing"] == Standing.NOT_MET:
            rule = intern(one["rule"])
            place = intern(about_place(rule, one["turn"]))
            missed[rule] = (*missed.get(rule, ()), place)
    return CameOut(
        marked=True,
        scores={intern(score["dimension"]): score["value"] for score in card.get("scores", ())},
        grade=card.get("grade", {}).get("value"),
        passed=card.get("passed"),
        end_reached=card.get("end_reached"),
        hinted=card.get("hints", Hints.OFF) != Hints.OFF,
        must_change=_must_change(card),
        met=frozenset(intern(one["rule"]) for one in check.get("met", ())),
        missed=missed,
        versions=_versions(tuple(review.get("versions", {}).items())),
    )


@lru_cache(maxsize=64)
def _versions(told: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """One mapping for all reviews of a release: it is most of what is to be remembered."""
    return MappingProxyType(dict(told))


def _must_change(card: Mapping[str, Any]) -> int | None:
    turns = (finding["turn"] for finding in card.get("must_change", ()))
    return min((turn for turn in turns if turn is not None), default=None)


def _fingerprint(row: Mapping[str, Any]) -> bytes:
    return _digest(row["review"])


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


class _Known:
    """What was worked out in this process, by content; what was not asked for longest goes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, CameOut] = OrderedDict()
        self._lock = Lock()

    def get(
        self, content: Hashable, work_out: Callable[[], CameOut], holds: Callable[[], bool]
    ) -> CameOut:
        """The same as before, or worked out now; two who ask at once may both work.

        It is remembered where it still `holds` once it was worked out.
        """
        with self._lock:
            if content in self._kept:
                self._kept.move_to_end(content)
                return self._kept[content]
        made = work_out()
        if not holds():
            return made
        with self._lock:
            self._kept[content] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made


_known = _Known()
