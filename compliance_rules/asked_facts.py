"""Which circumstances the rules ask for, so that a form can say why it wants to know."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from calls.context import context_keys
from compliance_rules.checker import Checker
from compliance_rules.checks import Check, ContactCount, Limit, React, When
from compliance_rules.conditions import Condition
from compliance_rules.evaluation import facts_named
from compliance_rules.pack import Pack
from compliance_rules.permissions import AllExcuses, AnyExcuse, ByFacts, BySaying, ByScope, Excuse
from compliance_rules.rule import Rule

_KEYS = frozenset(context_keys())


def asked_facts(checker: Checker) -> Mapping[str, tuple[Rule, ...]]:
    """Each circumstance that some rule depends on, with those rules; the most asked come first."""
    asked: dict[str, list[Rule]] = defaultdict(list)
    for pack in checker.packs:
        for rule in pack.rules:
            for key in sorted({_field(name) for name in _named(checker, pack, rule)}):
                asked[key].append(rule)
    most_first = sorted(asked.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return {key: tuple(rules) for key, rules in most_first}


def _field(name: str) -> str:
    """The key that a context has for it: of a record inside it, the record's."""
    return name if name in _KEYS else name.partition(".")[0]


def _named(checker: Checker, pack: Pack, rule: Rule) -> Iterator[str]:
    for condition in _conditions(checker, pack, rule):
        yield from facts_named(condition)
    for check in rule.checks:
        if isinstance(check, Limit) and isinstance(check.of, ContactCount):
            yield from ("contact_log", "debt_id")


def _conditions(checker: Checker, pack: Pack, rule: Rule) -> Iterator[Condition]:
    chosen = (pack.about.applies, pack.about.laws[rule.law].applies, rule.applies)
    yield from (condition for condition in chosen if condition is not None)
    for check in rule.checks:
        yield from _of_check(check)
    for name in dict.fromkeys(rule.all_permissions):
        yield from _of_excuse(checker.permissions[name].excuse)


def _of_check(check: Check) -> Iterator[Condition]:
    if check.if_ is not None:
        yield check.if_
    if isinstance(check, When):
        yield check.holds
    if isinstance(check, React) and check.since is not None:
        yield check.since


def _of_excuse(excuse: Excuse) -> Iterator[Condition]:
    match excuse:
        case ByFacts():
            yield excuse.facts
        case AllExcuses():
            for part in excuse.all:
                yield from _of_excuse(part)
        case AnyExcuse():
            for part in excuse.any:
                yield from _of_excuse(part)
        case ByScope() | BySaying():
            return
