"""What is told as done right: beside what was not met in the same turn, only what was said."""

from collections.abc import Iterable, Iterator, Mapping

from compliance_rules import Finding, Met, Rule, Standing


def done_right(
    met: Iterable[Met], findings: Iterable[Finding], rules: Mapping[str, Rule]
) -> tuple[Met, ...]:
    """Where nothing was amiss, all of it.

    In a turn that is not met elsewhere, to have left something out is no praise, nor is half of the
    very thing that was not met: who was asked for, and not by what the house asks.
    """
    missed: dict[int | None, list[str]] = {}
    for one in findings:
        if one.standing is Standing.NOT_MET:
            missed.setdefault(one.turn, []).extend(one.rules)
    return tuple(one for one in met if _holds(one, missed.get(one.turn, ()), rules))


def _holds(met: Met, missed: Iterable[str], rules: Mapping[str, Rule]) -> bool:
    rule = rules.get(met.rule)
    others = [rules[one] for one in missed if one in rules]
    if rule is None or not others:
        return True
    return rule.asks_for_words and not any(_same_matter(rule, other) for other in others)


def _same_matter(one: Rule, other: Rule) -> bool:
    """Whether one of the two speaks for the other."""
    return any(b.owner in a.speaks_for for a, b in _both(one, other))


def _both(one: Rule, other: Rule) -> Iterator[tuple[Rule, Rule]]:
    yield one, other
    yield other, one
