"""Findings at one place that say the same: one speaks, and names the others under `also`."""

from collections.abc import Iterable, Iterator, Mapping

from compliance_rules.finding import Also, Finding, Standing
from compliance_rules.rule import Rule

_FIRMEST = (Standing.NOT_MET, Standing.DEPENDS, Standing.REMINDER)


def folded(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """What is left to say, once laws that ask the same and what is more specific have spoken."""
    turns: dict[int | None, list[Finding]] = {}
    for finding in findings:
        turns.setdefault(finding.turn, []).append(finding)
    for at_turn in turns.values():
        yield from _specific(list(_of_laws(at_turn, rules)), rules)


def _of_laws(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Of laws that ask the same, the firmest speaks."""
    owners: dict[str, list[Finding]] = {}
    for finding in findings:
        owners.setdefault(rules[finding.rule].owner, []).append(finding)
    for owner, found in owners.items():
        first, *others = sorted(found, key=lambda one: (_firmness(one), one.rule != owner))
        yield _naming(first, others)


def _specific(findings: list[Finding], rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Of rules that mind the same words, the one that says so speaks for the other."""
    speakers = {one.rule: _speaker(one, findings, rules) for one in findings}
    for finding in findings:
        if speakers[finding.rule] is None:
            others = (one for one in findings if _last(one, speakers) == finding.rule)
            yield _naming(finding, others)


def _speaker(finding: Finding, others: list[Finding], rules: Mapping[str, Rule]) -> str | None:
    owner = rules[finding.rule].owner
    return next(
        (
            other.rule
            for other in others
            if owner in rules[other.rule].speaks_for
            and _firmness(other) <= _firmness(finding)
            and _same_words(other, finding)
        ),
        None,
    )


def _last(finding: Finding, speakers: Mapping[str, str | None]) -> str | None:
    """Who speaks for a finding in the end, as the one that does may be spoken for itself."""
    speaker = speakers[finding.rule]
    while speaker is not None and speakers[speaker] is not None:
        speaker = speakers[speaker]
    return speaker


def _same_words(one: Finding, other: Finding) -> bool:
    if None in (one.start, one.end, other.start, other.end):
        return False
    return one.start < other.end and other.start < one.end  # type: ignore[operator]


def _firmness(finding: Finding) -> int:
    return _FIRMEST.index(finding.standing)


def _naming(finding: Finding, others: Iterable[Finding]) -> Finding:
    """A finding that names others, and those that they name."""
    named = [
        also
        for other in others
        for also in (
            Also(rule=other.rule, citation=other.citation, needs=other.needs),
            *other.also,
        )
    ]
    return finding.model_copy(update={"also": (*finding.also, *named)}) if named else finding
