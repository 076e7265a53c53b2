"""The checker: a call, what is known of it, and every finding that the rules come to."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from calls.context import CallContext, context_keys
from calls.knowledge import Truth
from calls.turn import Transcript
from compliance_rules.assumptions import DEFAULT, Assumptions
from compliance_rules.call import Call, open_call
from compliance_rules.checks import Check, Cue, sparks_of
from compliance_rules.conditions import Condition
from compliance_rules.evaluation import evaluate, facts_named
from compliance_rules.excuses import excuses
from compliance_rules.facts import SELECTING, Facts
from compliance_rules.finding import Also, CheckResult, Finding, Met, PackOff, Standing
from compliance_rules.house import HouseFacts
from compliance_rules.load import load_line, load_permissions
from compliance_rules.mechanisms import Hit, Kept, run
from compliance_rules.pack import Law, Pack
from compliance_rules.patterns import CueBook, Own, families_of
from compliance_rules.permissions import Permission
from compliance_rules.rule import Rule
from compliance_rules.verdict import YES, Verdict, all_of, any_of, negated
from language.reader import Reader
from language.reading import Reading
from language.signals import SignalFamily, load_families

_CONTEXT_KEYS = frozenset(context_keys())


Checks = tuple[tuple[Check, tuple[Cue, ...] | None], ...]
"""The checks of a rule, each with the signals without which it has nothing to say."""


@dataclass(frozen=True, slots=True)
class _Active:
    """A rule whose law is not off, and whether it surely applies."""

    rule: Rule
    checks: Checks
    selected: Verdict


class Checker:
    """All rules of some packs, ready for any number of calls."""

    def __init__(
        self,
        packs: Iterable[Pack],
        house: HouseFacts | None = None,
        permissions: Mapping[str, Permission] | None = None,
        reader: Reader | None = None,
    ) -> None:
        self.packs = tuple(packs)
        self._reader = reader
        self._book = CueBook(house or HouseFacts())
        self._checks: dict[str, Checks] = {
            rule.id: tuple((check, sparks_of(check)) for check in rule.checks)
            for rule in self.rules
        }
        self.permissions = load_permissions() if permissions is None else permissions

    @property
    def house(self) -> HouseFacts:
        return self._book.house

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for pack in self.packs for rule in pack.rules)

    @property
    def owners(self) -> tuple[tuple[str, Own], ...]:
        """Rules and the permissions they use, with the patterns that each brings along."""
        used = {name for rule in self.rules for name in rule.all_permissions}
        rules = {rule.owner: rule.own for rule in self.rules}
        return (*rules.items(), *((name, self.permissions[name].own) for name in sorted(used)))

    @cached_property
    def _owners(self) -> dict[str, str]:
        return {rule.id: rule.owner for rule in self.rules}

    @cached_property
    def families(self) -> tuple[SignalFamily, ...]:
        """The patterns of rules and permissions, and those that tell who listens."""
        local = (family for owner, own in self.owners for family in families_of(owner, own))
        return (*load_line(), *local)

    @cached_property
    def reader(self) -> Reader:
        """The reader that hears shared signals and those of the rules in one pass."""
        return self._reader or Reader((*load_families(), *self.families))

    def only(self, *rules: str) -> "Checker":
        """The same checker with some of its rules; it reads with the same reader."""
        packs = (
            pack.model_copy(
                update={"rules": tuple(rule for rule in pack.rules if rule.id in rules)}
            )
            for pack in self.packs
        )
        kept = [pack for pack in packs if pack.rules]
        return Checker(kept, self.house, self.permissions, self.reader)

    @cached_property
    def fingerprint(self) -> str:
        """These rules, signals and house facts as a few characters that change with them."""
        said = hashlib.sha256()
        for part in (*self.packs, *load_families(), *self.families, self.house):
            said.update(part.model_dump_json().encode())
        return said.hexdigest()[:12]

    def check(
        self, transcript: Transcript, context: CallContext, assume: Assumptions = DEFAULT
    ) -> CheckResult:
        """Read a call and check it."""
        readings = self.reader.read_call(transcript)
        return self.check_readings(
            readings,
            context,
            assume,
            transcript_id=transcript.id,
            began_at=transcript.began_at,
        )

    def check_readings(
        self,
        readings: Sequence[Reading],
        context: CallContext,
        assume: Assumptions = DEFAULT,
        *,
        transcript_id: str = "",
        began_at: datetime | None = None,
    ) -> CheckResult:
        """Check a call that `self.reader` has read already."""
        call = open_call(readings, context, assume.facts(), self._book, began_at)
        active, off = self._select(call.facts(), call.day)
        findings: list[Finding] = []
        met: list[Met] = []
        for entry in active:
            found, done = self._judge(entry, call)
            findings += found
            met += done
        return CheckResult(
            id=transcript_id,
            turns=len(readings),
            assumed=assume.used(context, self._selecting_facts),
            packs_off=off,
            findings=tuple(sorted(_folded(findings, self._owners), key=_place)),
            met=tuple(met),
        )

    @cached_property
    def _selecting_facts(self) -> frozenset[str]:
        named = frozenset[str]()
        for pack in self.packs:
            laws = (pack.about.applies, *(law.applies for law in pack.about.laws.values()))
            rules = (rule.applies for rule in pack.rules)
            for condition in (*laws, *rules):
                named |= facts_named(condition) if condition is not None else frozenset()
        return named & frozenset(SELECTING)

    def _select(self, facts: Facts, day: date | None) -> tuple[list[_Active], tuple[PackOff, ...]]:
        """The rules that may apply; an unknown day is taken for one on which all hold.

        The day is that of the recording's own clock.
        """
        active: list[_Active] = []
        off: list[PackOff] = []
        for pack in self.packs:
            for name, law in pack.about.laws.items():
                selected = all_of(_holds(c, facts) for c in (pack.about.applies, law.applies))
                why = _why_off(pack, law, selected, facts, day)
                if why:
                    off.append(PackOff(pack=pack.about.id, law=name, title=law.title, why=why))
                else:
                    rules = (rule for rule in pack.rules if rule.law == name)
                    active += [_Active(rule, self._checks[rule.id], selected) for rule in rules]
        return active, tuple(off)

    def _judge(self, entry: _Active, call: Call) -> tuple[list[Finding], list[Met]]:
        """One finding a turn: the first and firmest of what the rule's checks come to."""
        by_turn: dict[int | None, Finding] = {}
        kept: list[int] = []
        for check, sparks in entry.checks:
            if not call.stirs(entry.rule.owner, sparks):
                continue
            for outcome in run(check, entry.rule.owner, call):
                if isinstance(outcome, Kept):
                    kept.append(outcome.turn)
                    continue
                verdict = self._stands(entry, check, outcome, call)
                if verdict.truth is Truth.NO:
                    continue
                finding = _finding(entry.rule, outcome, verdict, call)
                other = by_turn.get(finding.turn)
                if other is None or (other.needs and not finding.needs):
                    by_turn[finding.turn] = finding
        met = [Met(rule=entry.rule.id, turn=turn) for turn in sorted(set(kept) - set(by_turn))]
        return list(by_turn.values()), met

    def _stands(self, entry: _Active, check: Check, hit: Hit, call: Call) -> Verdict:
        facts = call.facts(hit.turn)
        names = (*entry.rule.permissions, *check.permissions)
        excused = any_of(excuses(self.permissions[name], hit, call) for name in names)
        return all_of(
            (
                hit.verdict,
                entry.selected,
                _holds(entry.rule.applies, facts),
                _holds(check.if_, facts),
                negated(excused),
            )
        )


def _holds(condition: Condition | None, facts: Facts) -> Verdict:
    return YES if condition is None else evaluate(condition, facts)


def _why_off(pack: Pack, law: Law, selected: Verdict, facts: Facts, day: date | None) -> str | None:
    """Why a law is off, by its file's own reason where it gives one; None where it may apply."""
    not_in_force = day and (pack.about.out_of_force(day) or law.out_of_force(day))
    if not_in_force:
        return not_in_force
    reason = law.why_off or pack.about.why_off
    if selected.truth is Truth.NO:
        return _with_facts([pack.about.applies, law.applies], facts, reason)
    of_pack = _holds(pack.about.applies, facts)
    if pack.about.if_unknown == "off" and of_pack.truth is Truth.UNKNOWN:
        return f"{_and(_needs(of_pack))} not known: it is looked at only where it surely applies"
    return None


def _with_facts(conditions: Iterable[Condition | None], facts: Facts, reason: str) -> str:
    """The facts that decided, before the reason that the file gives."""
    deciding = [c for c in conditions if c is not None and evaluate(c, facts).truth is Truth.NO]
    keys = sorted(frozenset().union(*(facts_named(condition) for condition in deciding)))
    known = ", ".join(f"{key} is {facts.fact(key)}" for key in keys)
    return f"{known}: {reason}" if reason else known


def _and(keys: Sequence[str]) -> str:
    return f"{' and '.join(keys)} {'is' if len(keys) == 1 else 'are'}"


def _finding(rule: Rule, hit: Hit, verdict: Verdict, call: Call) -> Finding:
    signal = hit.signal
    is_open = verdict.truth is Truth.UNKNOWN
    text = "" if hit.turn is None else call.readings[hit.turn].turn.text
    start, end = (signal.start, signal.end) if signal else (0, len(text))
    return Finding(
        rule=rule.id,
        standing=Standing.DEPENDS if is_open else rule.standing,
        weight=rule.weight,
        basis=rule.basis,
        turn=hit.turn,
        start=None if hit.turn is None else start,
        end=None if hit.turn is None else end,
        quote=text[start:end],
        citation=rule.citation,
        message=(rule.message_if_open if is_open else None) or rule.message,
        better=rule.better,
        needs=_needs(verdict) if is_open else (),
    )


def _needs(verdict: Verdict) -> tuple[str, ...]:
    """The keys of the context that would decide; of a record inside it, the record's."""
    keys = (key if key in _CONTEXT_KEYS else key.partition(".")[0] for key in verdict.needs)
    return tuple(sorted(set(keys)))


def _place(finding: Finding) -> tuple[int, str]:
    """By turn; what concerns the whole call comes first."""
    return (-1 if finding.turn is None else finding.turn, finding.rule)


_FIRMEST = (Standing.NOT_MET, Standing.DEPENDS, Standing.REMINDER)


def _folded(findings: Iterable[Finding], owners: Mapping[str, str]) -> Iterator[Finding]:
    """Of laws that ask the same at the same place, the firmest speaks and names the others."""
    places: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in findings:
        places.setdefault((owners[finding.rule], finding.turn), []).append(finding)
    for (owner, _), found in places.items():
        first, *others = sorted(
            found, key=lambda one: (_FIRMEST.index(one.standing), one.rule != owner)
        )
        also = tuple(Also(rule=o.rule, citation=o.citation, needs=o.needs) for o in others)
        yield first.model_copy(update={"also": also}) if also else first
