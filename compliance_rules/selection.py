"""Which laws apply to a call: yes, perhaps, or not, and why not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from calls.knowledge import Truth
from compliance_rules.conditions import All, Condition
from compliance_rules.evaluation import evaluate, facts_named
from compliance_rules.facts import SELECTING, Facts
from compliance_rules.finding import PackOff
from compliance_rules.pack import Law, Pack, PackFile
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
            about = pack.about
            whole = _pack_off(pack, facts)
            if whole:
                off.append(PackOff(pack=about.id, law=None, title=about.title, **whole._asdict()))
                continue
            for name, law in about.laws.items():
                selected = all_of(holds(c, facts) for c in (about.applies, law.applies))
                why = _off(law, facts, law.why_off or about.why_off)
                if why:
                    off.append(PackOff(pack=about.id, law=name, title=law.title, **why._asdict()))
                else:
                    laws[about.id, name] = selected
        return Choice(laws, tuple(off))


def holds(condition: Condition | None, facts: Facts) -> Verdict:
    """What the facts say of a condition that need not be there."""
    return YES if condition is None else evaluate(condition, facts)


def _conditions(pack: Pack) -> Iterable[Condition]:
    conditions = (pack.about.applies, *(law.applies for law in pack.about.laws.values()))
    return (condition for condition in conditions if condition is not None)


class _Why(NamedTuple):
    """What put something off, and the sentence of the file about it."""

    why: str
    reason: str = ""


def _pack_off(pack: Pack, facts: Facts) -> _Why | None:
    """Why a pack is off with all its laws; None where it may apply."""
    about = pack.about
    why = _off(about, facts, about.why_off)
    selected = holds(about.applies, facts)
    if why is None and about.if_unknown == "off" and selected.truth is Truth.UNKNOWN:
        told = _and(sorted(selected.needs))
        return _Why(f"{told} not known: looked at only where it surely applies")
    return why


def _off(held: PackFile | Law, facts: Facts, reason: str) -> _Why | None:
    """The day or the facts that put it off, before the reason that the file gives."""
    not_in_force = held.out_of_force(facts.day) if facts.day else None
    if not_in_force:
        return _Why(not_in_force)
    if held.applies is None or holds(held.applies, facts).truth is not Truth.NO:
        return None
    keys = sorted(frozenset[str]().union(*map(facts_named, _deciding(held.applies, facts))))
    known = ", ".join(f"{key} is {facts.fact(key)}" for key in keys)
    return _Why(f"{known}: {reason}" if reason else known, reason)


def _deciding(condition: Condition, facts: Facts) -> Iterable[Condition]:
    """The parts of a condition that do not hold."""
    parts = condition.all if isinstance(condition, All) else (condition,)
    return (part for part in parts if holds(part, facts).truth is Truth.NO)


def _and(keys: Sequence[str]) -> str:
    return f"{' and '.join(keys)} {'is' if len(keys) == 1 else 'are'}"
