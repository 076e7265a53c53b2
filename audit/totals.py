"""What the tables of an audit add up to, part by part; its size is that of the rules and people."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd

from audit.tables import Tables
from compliance_rules import Standing

UNSAID = "not said"
MOST_REFUSED = 100
"""Refused calls that the page shows; the table has them all."""


@dataclass
class Totals:
    """Counts over all calls.

    What depends on circumstances alone would be the same for every call: it stands in `waiting`
    alone, where all that depends on facts is counted by rule and by what would decide it.
    """

    calls: int = 0
    turns: int = 0
    refused: int = 0
    calls_not_met: int = 0
    calls_serious: int = 0
    standings: Counter[str] = field(default_factory=Counter)
    by_rule: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_collector: dict[str, Counter[str]] = field(default_factory=dict)
    by_week: dict[str, Counter[str]] = field(default_factory=dict)
    waiting: Counter[tuple[str, str]] = field(default_factory=Counter)
    first_day: date | None = None
    last_day: date | None = None
    refused_first: list[dict[str, str]] = field(default_factory=list)
    assumed: Counter[str] = field(default_factory=Counter)
    off: Counter[str] = field(default_factory=Counter)

    def add(self, part: Tables) -> None:
        """Count one part."""
        self._add_refused(part.refused)
        if not len(part.calls):
            return
        calls = part.calls.assign(
            collector=part.calls["collector"].fillna(UNSAID),
            week=part.calls["week"].fillna(UNSAID),
            with_not_met=(part.calls["not_met"] > 0).astype("int64"),
            serious=(part.calls["not_met_critical"] + part.calls["not_met_major"] > 0).astype(
                "int64"
            ),
            calls=1,
        )
        self.calls += len(calls)
        self.turns += int(calls["turns"].sum())
        self.calls_not_met += int(calls["with_not_met"].sum())
        self.calls_serious += int(calls["serious"].sum())
        self._add_days(calls["began_at"].dropna())
        _group(calls, "collector", self.by_collector)
        _group(calls, "week", self.by_week)
        for column, counter in (("assumed", self.assumed), ("off", self.off)):
            for lines, count in calls[column].value_counts().items():
                counter.update(dict.fromkeys(filter(None, str(lines).split("\n")), int(count)))
        self._add_findings(part.findings)

    def _add_refused(self, refused: pd.DataFrame) -> None:
        self.refused += len(refused)
        fresh = refused.head(MOST_REFUSED - len(self.refused_first))
        self.refused_first += [
            {name: str(row[name]) for name in ("where", "reason", "allowed")}
            for row in fresh.to_dict("records")
        ]

    def _add_days(self, began_at: "pd.Series[str]") -> None:
        """By the recordings' own clocks, as with weeks."""
        days = [datetime.fromisoformat(moment).date() for moment in began_at]
        if days:
            self.first_day = min(days if self.first_day is None else (self.first_day, *days))
            self.last_day = max(days if self.last_day is None else (self.last_day, *days))

    def _add_findings(self, findings: pd.DataFrame) -> None:
        depends = findings["standing"] == Standing.DEPENDS.value
        in_words = findings[~(depends & findings["turn"].isna())]
        self.waiting.update(_pairs(findings[depends], "rule", "needs"))
        self.by_rule.update(_pairs(in_words, "rule", "standing"))
        for (_, standing), count in _pairs(in_words, "rule", "standing").items():
            self.standings[standing] += count


def _pairs(frame: pd.DataFrame, one: str, other: str) -> Counter[tuple[str, str]]:
    return Counter(zip(frame[one].astype(str), frame[other].astype(str), strict=True))


def _group(calls: pd.DataFrame, by: str, into: dict[str, Counter[str]]) -> None:
    columns = ["calls", "not_met", "with_not_met", "serious"]
    for name, row in calls.groupby(by)[columns].sum().iterrows():
        into.setdefault(str(name), Counter()).update({key: int(row[key]) for key in columns})
