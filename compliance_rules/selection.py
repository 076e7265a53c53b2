"""Which laws apply to a call: yes, perhaps, or not, and why not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from calls.knowledge import Truth
from compliance_rules.conditions import Condition
from compliance_rules.evaluation import evaluate, facts_named
from compliance_rules.facts import SELECTING, Facts
from compliance_rules.finding import PackOff
from compliance_rules.pack import Law, Pack
from compliance_rules.verdict import YES, Verdict, all_of

LawKey = tuple[str, str]
"""A pack and a law of it, by their names."""
_MOST = 256


class Choice(NamedTuple):
    """The laws that apply or may apply, and those that are off."""

    laws: Mapping[LawKey, Verdict]
    off: tuple[PackOff, ...]


class Selector:
    """Chooses among the laws of some packs; calls that are alike in what decides share a choice."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._packs = packs
        conditions = [condition for pack in packs for condition in _conditions(pack)]
        named = frozenset[str]().union(*map(facts_named, conditions))
        self._deciding = tuple(sorted(named))
        in_rules = (rule.applies for pack in packs for rule in pack.rules if rule.applies)
        self.assumable = named.union(*map(facts_named, in_rules)) & frozenset(SELECTING)
        self._known: dict[tuple[object, ...], Choice] = {}

    def choose(self, facts: Facts) -> Choice:
        """The laws for a call; an unknown day is taken for one on which all hold.

        The day is that of the recording's own clock.
        """
        key = (facts.day, *map(facts.fact, self._deciding))
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[key] = self._chosen(facts)
        return known

    def _chosen(self, facts: Facts) -> Choice:
        laws: dict[LawKey, Verdict] = {}
        off: list[PackOff] = []
        for pack in self._packs:
            for name, law in pack.about.laws.items():
                selected = all_of(holds(c, facts) for c in (pack.about.applies, law.applies))
                why = _why_off(pack, law, selected, facts)
                if why:
                    off.append(PackOff(pack=pack.about.id, law=name, title=law.title, why=why))
                else:
                    laws[pack.about.id, name] = selected
        return Choice(laws, tuple(off))


def holds(condition: Condition | None, facts: Facts) -> Verdict:
    """What the facts say of a condition that need not be there."""
    return YES if condition is None else evaluate(condition, facts)


def _conditions(pack: Pack) -> Iterable[Condition]:
    conditions = (pack.about.applies, *(law.applies for law in pack.about.laws.values()))
    return (condition for condition in conditions if condition is not None)


def _why_off(pack: Pack, law: Law, selected: Verdict, facts: Facts) -> str | None:
    """Why a law is off, by its file's own reason where it gives one; None where it may apply."""
    day = facts.day
    not_in_force = _not_in_force(pack, law, day) if day else None
    if not_in_force:
        return not_in_force
    reason = law.why_off or pack.about.why_off
    if selected.truth is Truth.NO:
        return _with_facts([pack.about.applies, law.applies], facts, reason)
    of_pack = holds(pack.about.applies, facts)
    if pack.about.if_unknown == "off" and of_pack.truth is Truth.UNKNOWN:
        return f"{_and(sorted(of_pack.needs))} not known: looked at only where it surely applies"
    return None


def _not_in_force(pack: Pack, law: Law, day: date) -> str | None:
    return pack.about.out_of_force(day) or law.out_of_force(day)


def _with_facts(conditions: Iterable[Condition | None], facts: Facts, reason: str) -> str:
    """The facts that decided, before the reason that the file gives."""
    deciding = [c for c in conditions if c is not None and evaluate(c, facts).truth is Truth.NO]
    keys = sorted(frozenset[str]().union(*(facts_named(condition) for condition in deciding)))
    known = ", ".join(f"{key} is {facts.fact(key)}" for key in keys)
    return f"{known}: {reason}" if reason else known


def _and(keys: Sequence[str]) -> str:
    return f"{' and '.join(keys)} {'is' if len(keys) == 1 else 'are'}"
