"""The checker: a call, what is known of it, and every finding that the rules come to."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain

from calls.context import CallContext, context_keys
from calls.knowledge import Truth
from calls.turn import Transcript
from compliance_rules.assumptions import DEFAULT, Assumptions
from compliance_rules.call import Call, open_call
from compliance_rules.checks import Check
from compliance_rules.docket import Docket
from compliance_rules.excuses import excuses
from compliance_rules.facts import Facts
from compliance_rules.finding import CheckResult, Finding, Met, Standing
from compliance_rules.folding import folded
from compliance_rules.house import HouseFacts
from compliance_rules.load import load_line, load_permissions
from compliance_rules.mechanisms import Hit, Kept, run
from compliance_rules.pack import Pack
from compliance_rules.patterns import CueBook, Own, families_of
from compliance_rules.permissions import Permission
from compliance_rules.rule import Rule
from compliance_rules.selection import Selector, holds
from compliance_rules.verdict import Verdict, all_of, any_of, negated
from language.reader import Reader
from language.reading import Reading
from language.signals import SignalFamily, shipped_families

_CONTEXT_KEYS = frozenset(context_keys())


class Checker:
    """All rules of some packs, ready for any number of calls."""

    def __init__(
        self,
        packs: Iterable[Pack],
        house: HouseFacts | None = None,
        permissions: Mapping[str, Permission] | None = None,
        reader: Reader | None = None,
        *,
        leave_out: str = "",
    ) -> None:
        self.packs = tuple(packs)
        self._reader = reader
        self._book = CueBook(house or HouseFacts())
        rules = ((pack.about.id, rule) for pack in self.packs for rule in pack.rules)
        self._docket = Docket(rules, self._book, leave_out)
        self._selector = Selector(self.packs)
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
        rules = {rule.owner: rule.own for rule in self.rules}
        return (*rules.items(), *((name, used.own) for name, used in self._used.items()))

    @property
    def _used(self) -> dict[str, Permission]:
        names = {name for rule in self.rules for name in rule.all_permissions}
        return {name: self.permissions[name] for name in sorted(names)}

    def without(self, kind: str) -> "Checker":
        """The same checker, which asks no check of a kind."""
        return Checker(self.packs, self.house, self.permissions, self.reader, leave_out=kind)

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their ids."""
        return {rule.id: rule for rule in self.rules}

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
        return self._reader or Reader((*shipped_families(), *self.families))

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
        about = (pack.about for pack in self.packs)
        parts = (*about, *self._used.values(), *shipped_families(), *load_line(), self.house)
        told = (
            *(part.model_dump_json() for part in parts),
            *(one.fingerprint for one in self.rules),
        )
        said = hashlib.sha256("\n".join(told).encode())
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
        choice = self._selector.choose(call.facts())
        findings: list[Finding] = []
        met: list[Met] = []
        for rule, law, checks in self._docket.due(call.said_at_all, choice.laws):
            found, done = self._judge(rule, checks, choice.laws[law], call)
            findings += found
            met += done
        return CheckResult(
            id=transcript_id,
            turns=len(readings),
            assumed=assume.used(context, self._selector.assumable),
            packs_off=choice.off,
            findings=tuple(sorted(folded(findings, self.by_id), key=_place)),
            met=_once_each(_where_all_is_met(met, findings, self._owners), self._owners),
        )

    def _judge(
        self, rule: Rule, checks: Iterable[Check], selected: Verdict, call: Call
    ) -> tuple[Iterable[Finding], Iterable[Met]]:
        """One finding a turn: the first and firmest of what the rule's checks come to."""
        by_turn: dict[int | None, Finding] = {}
        kept: set[int] = set()
        for check in checks:
            for outcome in run(check, rule.owner, call):
                if isinstance(outcome, Kept):
                    said = not (outcome.silently and rule.asks_for_words)
                    if said and _asked(rule, check, call.facts(outcome.turn)).truth is not Truth.NO:
                        kept.add(outcome.turn)
                    continue
                verdict = all_of(chain((selected,), self._grounds(rule, check, outcome, call)))
                if verdict.truth is Truth.NO:
                    continue
                finding = _finding(rule, outcome, verdict, call)
                other = by_turn.get(finding.turn)
                if other is None or (other.needs and not finding.needs):
                    by_turn[finding.turn] = finding
        met = (Met(rule=rule.id, turn=turn) for turn in sorted(kept - set(by_turn)))
        return by_turn.values(), met

    def _grounds(self, rule: Rule, check: Check, hit: Hit, call: Call) -> Iterator[Verdict]:
        """All that must hold for a finding; nothing is asked behind the first that does not."""
        yield hit.verdict
        yield _asked(rule, check, call.facts(hit.turn))
        names = (*rule.permissions, *check.permissions)
        yield negated(any_of(excuses(self.permissions[name], hit, call) for name in names))


def _asked(rule: Rule, check: Check, facts: Facts) -> Verdict:
    """Whether the circumstances at a turn are those that a check is for."""
    return all_of((holds(rule.applies, facts), holds(check.if_, facts)))


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


def _where_all_is_met(
    met: Iterable[Met], findings: Iterable[Finding], owners: Mapping[str, str]
) -> Iterator[Met]:
    """A rule that was not met somewhere in a call is not done right in another place of it."""
    missed = {owners[one.rule] for one in findings if one.standing is Standing.NOT_MET}
    return (one for one in met if owners[one.rule] not in missed)


def _once_each(met: Iterable[Met], owners: Mapping[str, str]) -> tuple[Met, ...]:
    """What was done right is told once, however many laws ask for it."""
    first: dict[tuple[str, int], Met] = {}
    for one in met:
        first.setdefault((owners[one.rule], one.turn), one)
    return tuple(first.values())
