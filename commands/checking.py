"""`check`: findings as lines, the tally of a run, and its exit status."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from calls.errors import RecordError
from calls.turn import turn_number
from compliance_rules import CheckResult, Finding, Standing, Weight
from importers import Imported

FOUND, BAD_INPUT = 1, 2


def parse_packs(wanted: str | None) -> tuple[str, ...] | None:
    """The packs named in `us_federal,house`; None, which means all, where nothing is named."""
    if wanted is None:
        return None
    return tuple(name.strip() for name in wanted.split(",") if name.strip())


def json_line(result: CheckResult) -> str:
    """A call's findings as one JSON object."""
    content = result.model_dump(mode="json", include={"id", "turns", "assumed", "findings"})
    return json.dumps(content, ensure_ascii=False)


def text_lines(imported: Imported, result: CheckResult) -> Iterator[str]:
    """One line a finding: `file:turn: standing weight rule: message`; people's turns begin at 1.

    What depends on circumstances alone would be the same line for every call: see the summary.
    """
    place = imported.file if imported.alone else f"{imported.file}:{imported.call.id}"
    for finding in result.findings:
        if _is_silent(finding):
            continue
        turn = "call" if finding.turn is None else turn_number(finding.turn)
        heading = f"{finding.standing} {finding.weight} {finding.rule}"
        yield f"{place}:{turn}: {heading}: {finding.message}{_needs(finding)}"


def _needs(finding: Finding) -> str:
    return f" (depends on {', '.join(finding.needs)})" if finding.needs else ""


def _is_silent(finding: Finding) -> bool:
    return finding.turn is None and finding.standing is Standing.DEPENDS


@dataclass
class Tally:
    """What a run over many calls comes to."""

    calls: int = 0
    without_turns: int = 0
    standings: Counter[Standing] = field(default_factory=Counter)
    assumed: Counter[str] = field(default_factory=Counter)
    off: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    bad: list[RecordError] = field(default_factory=list)
    serious: bool = False

    def add(self, result: CheckResult) -> None:
        """Count one call's findings, assumptions and packs that are off."""
        self.calls += 1
        self.without_turns += result.turns == 0
        self.standings.update(finding.standing for finding in result.findings)
        self.assumed.update(result.assumed)
        self.off.update(f"{off.pack}, {off.title}: {off.why}" for off in result.packs_off)
        self.silent.update(
            f"{finding.weight} {finding.rule}: {', '.join(finding.needs)}"
            for finding in result.findings
            if _is_silent(finding)
        )
        self.serious |= any(map(_is_serious, result.findings))

    def summary(self) -> Iterator[str]:
        """How many findings there are, what they lack, what was assumed, which packs are off."""
        counts = ", ".join(f"{self.standings[standing]} {standing}" for standing in Standing)
        yield f"{self.calls} {'call' if self.calls == 1 else 'calls'}: {counts}"
        if self.without_turns:
            of = f"{self.without_turns} of {self.calls} calls"
            yield f"without turns: {of}, in which nobody speaks"
        yield from (f"depends: {line}{self._of(n)}" for line, n in self.silent.items())
        yield from (f"assumed: {line}{self._of(n)}" for line, n in self.assumed.items())
        yield from (f"off: {line}{self._of(n)}" for line, n in self.off.items())

    def _of(self, count: int) -> str:
        return "" if count == self.calls else f" ({count} of {self.calls} calls)"

    @property
    def status(self) -> int:
        """2 for bad input, 1 when something critical or major is not met, else 0."""
        if self.bad:
            return BAD_INPUT
        return FOUND if self.serious else 0


def _is_serious(finding: Finding) -> bool:
    return finding.standing is Standing.NOT_MET and finding.weight is not Weight.MINOR
