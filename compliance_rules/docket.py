"""Which checks of which rules a call calls for; most have nothing to say, and are not asked."""

from collections.abc import Callable, Container, Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from compliance_rules.checks import Check, sparks_of
from compliance_rules.patterns import CueBook
from compliance_rules.rule import Rule
from compliance_rules.selection import LawKey

Said = frozenset[tuple[str, str | None]]
"""The signals of a call by name, and by name and kind."""


class Asked(NamedTuple):
    """One check of a rule, and the law that it belongs to."""

    law: LawKey
    rule: Rule
    check: Check


_rule_id: Callable[[Asked], str] = attrgetter("rule.id")


class Docket:
    """The checks of all rules, each found by the signals without which it has nothing to say."""

    def __init__(
        self, rules: Iterable[tuple[str, Rule]], book: CueBook, leave_out: str = ""
    ) -> None:
        """`leave_out` is a kind of check that shall not be asked."""
        self._asked: list[Asked] = []
        self._always: list[int] = []
        self._by_signal: dict[tuple[str, str | None], list[int]] = {}
        for pack, rule in rules:
            for check in rule.checks:
                if check.kind == leave_out:
                    continue
                number = len(self._asked)
                self._asked.append(Asked((pack, rule.law), rule, check))
                sparks = sparks_of(check)
                if sparks is None:
                    self._always.append(number)
                for pair in book.pairs(rule.owner, sparks) if sparks else ():
                    self._by_signal.setdefault(pair, []).append(number)

    def due(
        self, said: Said, laws: Container[LawKey]
    ) -> Iterator[tuple[Rule, LawKey, list[Check]]]:
        """The checks of these laws that a call with these signals calls for, rule by rule."""
        numbers = set(self._always)
        for pair in said & self._by_signal.keys():
            numbers.update(self._by_signal[pair])
        asked = [one for number in sorted(numbers) if (one := self._asked[number]).law in laws]
        for _, of_rule in groupby(asked, key=_rule_id):
            checks = list(of_rule)
            yield checks[0].rule, checks[0].law, [one.check for one in checks]
