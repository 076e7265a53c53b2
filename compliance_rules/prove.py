"""The proof of the rules: every example runs, every pattern is needed, every wording passes."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from calls.context import CallContext
from calls.errors import RecordError
from calls.notation import parse_transcript
from calls.turn import Speaker, Turn
from compliance_rules.cases import Case, cases_of, found_in, gaps_of
from compliance_rules.checker import Checker
from compliance_rules.examples import Example
from compliance_rules.patterns import Own, families_of, signal_name
from compliance_rules.permissions import Permission
from compliance_rules.rule import Rule
from language.patterns import PatternError
from language.reader import Reader
from language.reading import Reading

_AT_LEAST = 3
_SETTING = """
collector: Hello, this is Dana Whitfield with Harbor Recovery. May I speak with Ana Reyes?
consumer: This is Ana Reyes.
collector: Could you confirm your date of birth?
consumer: March fourth, eighty-eight.
collector: Thank you. This is an attempt to collect a debt.
| Any information obtained will be used for that purpose.
consumer: Okay.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a rule claims and does not keep."""

    rule: str
    where: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}: {self.wrong}"


def prove(checker: Checker, ids: Collection[str] = ()) -> list[Fault]:
    """All that is wrong with the rules of a checker, or with these; nothing is the proof."""
    faults = list(unreadable(checker))
    if faults:
        return faults
    for rule in checker.rules:
        for gate in GATES if not ids or rule.id in ids else ():
            faults += [Fault(rule.id, where, wrong) for where, wrong in gate(checker, rule)]
    for owner, _ in checker.owners:
        permission = checker.permissions.get(owner)
        if permission is not None and not ids:
            wrongs = prove_permission(checker, permission)
            faults += [Fault(owner, where, wrong) for where, wrong in wrongs]
    return faults


Wrong = Iterator[tuple[str, str]]


def unreadable(checker: Checker) -> Iterator[Fault]:
    """Patterns that the reader refuses; only then is each owner tried alone, which takes long."""
    try:
        checker.reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello"))
    except PatternError:
        for owner, own in checker.owners:
            try:
                Reader(families_of(owner, own))
            except PatternError as error:
                yield Fault(owner, "own", str(error))


def prove_shape(checker: Checker, rule: Rule) -> Wrong:
    """Enough examples of both kinds, all of them calls that can be read."""
    del checker
    for name, count in (("flag", len(rule.examples.flag)), ("pass", len(rule.examples.pass_))):
        if count < _AT_LEAST:
            yield f"examples.{name}", f"{count} examples - at least {_AT_LEAST}"
    for place, example in _all_examples(rule):
        try:
            parse_transcript(example.call, where="example")
        except RecordError as error:
            yield place, str(error)


def prove_cases(checker: Checker, rule: Rule) -> Wrong:
    """What must be flagged is, where and as it says; what must pass draws no finding."""
    yield from _wrongs(checker, rule, cases_of(rule))


def prove_gaps(checker: Checker, rule: Rule) -> Wrong:
    """A gap that was closed is an example now."""
    yield from _wrongs(checker, rule, gaps_of(rule))


def _wrongs(checker: Checker, rule: Rule, cases: Iterable[Case]) -> Wrong:
    for case in cases:
        wrong = case.wrong(found_in(checker, rule, case))
        if wrong:
            yield case.where, wrong


def prove_patterns(checker: Checker, rule: Rule) -> Wrong:
    """Without any single pattern some case breaks; a word list needs three for that."""
    if rule.reuses is not None:
        return
    proofs = _proofs(checker, rule.id)
    for name, number, pattern in _patterns(rule.own):
        if not _breaks(checker, proofs, (signal_name(rule.id, name), pattern)):
            yield f"own.{name}", f"pattern {number} is needed by no example: {pattern!r}"


def prove_permission(checker: Checker, permission: Permission) -> Wrong:
    """The same of a permission, whose patterns are needed by the examples of its rules."""
    rules = [rule for rule in checker.rules if permission.id in rule.all_permissions]
    proofs = [proof for rule in rules for proof in _proofs(checker, rule.id)]
    for name, number, pattern in _patterns(permission.own):
        if not _breaks(checker, proofs, (signal_name(permission.id, name), pattern)):
            yield f"own.{name}", f"pattern {number} is needed by no example: {pattern!r}"


def prove_better(checker: Checker, rule: Rule) -> Wrong:
    """The better wording is said after verification and disclosure, and no rule minds."""
    call = parse_transcript(f"{_SETTING}collector: {rule.better}")
    result = checker.check(call, CallContext())
    last = len(call.turns) - 1
    for finding in result.findings:
        if finding.turn == last:
            yield "better", f"is itself a finding of {finding.rule} ({finding.quote!r})"


GATES = (prove_shape, prove_cases, prove_gaps, prove_patterns, prove_better)
"""All that a rule is asked."""

PatternKey = tuple[str, str]
"""A signal, and one of its patterns."""


class Proof(NamedTuple):
    """A case of a rule as it is read, and which patterns are behind it, turn by turn."""

    rule: Rule
    case: Case
    readings: tuple[Reading, ...]
    patterns: tuple[frozenset[PatternKey], ...]


@lru_cache(maxsize=1024)
def _proofs(checker: Checker, rule_id: str) -> tuple[Proof, ...]:
    reader = checker.reader
    (rule,) = (rule for rule in checker.rules if rule.id == rule_id)
    return tuple(
        Proof(
            rule,
            case,
            reader.read_call(case.call),
            tuple(map(reader.matching_patterns, case.call.turns)),
        )
        for case in cases_of(rule)
    )


def _patterns(own: Own) -> Iterator[tuple[str, int, str]]:
    for name, signal in own.signals.items():
        for number, pattern in enumerate(signal.patterns, 1):
            yield name, number, pattern


def _breaks(checker: Checker, proofs: Iterable[Proof], gone: PatternKey) -> bool:
    """Whether a case is judged otherwise without a pattern."""
    return any(
        proof.case.wrong(found_in(checker, proof.rule, proof.case, _without(proof, gone)))
        for proof in proofs
        if any(gone in patterns for patterns in proof.patterns)
    )


def _without(proof: Proof, gone: PatternKey) -> tuple[Reading, ...]:
    """The readings without a signal where no other of its patterns matches, too."""
    name, _ = gone
    return tuple(
        replace(reading, signals=tuple(s for s in reading.signals if s.name != name))
        if gone in patterns and sum(one == name for one, _ in patterns) == 1
        else reading
        for reading, patterns in zip(proof.readings, proof.patterns, strict=True)
    )


def _all_examples(rule: Rule) -> Iterator[tuple[str, Example]]:
    kinds = (("examples.flag", rule.examples.flag), ("examples.pass", rule.examples.pass_))
    for kind, examples in (*kinds, ("known_gaps", rule.known_gaps)):
        for number, example in enumerate(examples, 1):
            yield f"{kind} {number}", example
