"""What the tables of an audit add up to, part by part; its size is that of the rules and people."""

from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

from audit.tables import Tables
from compliance_rules import Standing

UNSAID = "not said"


@dataclass
class Totals:
    """Counts over all calls.

    What depends on circumstances alone would be the same for every call: it is counted apart, in
    `undecided`, by rule and by what would decide it.
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
    undecided: Counter[tuple[str, str]] = field(default_factory=Counter)
    assumed: Counter[str] = field(default_factory=Counter)
    off: Counter[str] = field(default_factory=Counter)

    def add(self, part: Tables) -> None:
        """Count one part."""
        self.refused += len(part.refused)
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
        _group(calls, "collector", self.by_collector)
        _group(calls, "week", self.by_week)
        for column, counter in (("assumed", self.assumed), ("off", self.off)):
            for lines, count in calls[column].value_counts().items():
                counter.update(dict.fromkeys(filter(None, str(lines).split("\n")), int(count)))
        self._add_findings(part.findings)

    def _add_findings(self, findings: pd.DataFrame) -> None:
        silent = findings["turn"].isna() & (findings["standing"] == Standing.DEPENDS.value)
        for counter, frame, columns in (
            (self.undecided, findings[silent], ["rule", "needs"]),
            (self.by_rule, findings[~silent], ["rule", "standing"]),
        ):
            for pair, count in frame[columns].value_counts().items():
                first, second = pair if isinstance(pair, tuple) else (pair, "")
                counter[str(first), str(second)] += int(count)
        self.standings.update(
            {str(k): int(n) for k, n in findings[~silent]["standing"].value_counts().items()}
        )


def _group(calls: pd.DataFrame, by: str, into: dict[str, Counter[str]]) -> None:
    columns = ["calls", "not_met", "with_not_met", "serious"]
    for name, row in calls.groupby(by)[columns].sum().iterrows():
        into.setdefault(str(name), Counter()).update({key: int(row[key]) for key in columns})
