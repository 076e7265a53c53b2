"""The proof of the rules: every example runs, every pattern is needed, every wording passes."""

from collections.abc import Iterable, Iterator
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
from compliance_rules.patterns import Own, owner_of, signal_name
from compliance_rules.permissions import Permission
from compliance_rules.rule import Rule
from language.patterns import PatternError
from language.reading import Reading, Signal
from language.sides import refused

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


def prove(checker: Checker) -> list[Fault]:
    """All that is wrong with the rules of a checker; nothing is the proof."""
    faults = list(unreadable(checker))
    if faults:
        return faults
    return [fault for name in to_prove(checker) for fault in prove_one(checker, name)]


def to_prove(checker: Checker) -> tuple[str, ...]:
    """The rules of a checker, and the permissions that they use."""
    permissions = (owner for owner, _ in checker.owners if owner in checker.permissions)
    return (*(rule.id for rule in checker.rules), *permissions)


def prove_one(checker: Checker, name: str) -> list[Fault]:
    """All that is wrong with one rule or permission."""
    if name in checker.permissions:
        wrongs = prove_permission(checker, checker.permissions[name])
    else:
        (rule,) = (rule for rule in checker.rules if rule.id == name)
        wrongs = (wrong for gate in GATES for wrong in gate(checker, rule))
    return [Fault(name, where, wrong) for where, wrong in wrongs]


Wrong = Iterator[tuple[str, str]]


def unreadable(checker: Checker) -> Iterator[Fault]:
    """Patterns that the reader refuses; only then is each tried by itself."""
    try:
        checker.reader.read(Turn(speaker=Speaker.COLLECTOR, text="Hello"))
    except PatternError:
        for name, _, why in refused(checker.families):
            yield Fault(owner_of(name), "own", why)


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
    """A case of a rule as it is read, and what each pattern by itself finds, turn by turn."""

    rule: Rule
    case: Case
    readings: tuple[Reading, ...]
    apart: tuple[tuple[tuple[str, Signal], ...], ...]

    def holds(self, gone: PatternKey) -> bool:
        """Whether the pattern finds anything in the case."""
        return any((s.name, text) == gone for turn in self.apart for text, s in turn)


@lru_cache(maxsize=1024)
def _proofs(checker: Checker, rule_id: str) -> tuple[Proof, ...]:
    reader = checker.reader
    (rule,) = (rule for rule in checker.rules if rule.id == rule_id)
    return tuple(
        Proof(
            rule,
            case,
            reader.read_call(case.call),
            tuple(reader.signals_by_pattern(t, n) for n, t in enumerate(case.call.turns)),
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
        if proof.holds(gone)
    )


def _without(proof: Proof, gone: PatternKey) -> tuple[Reading, ...]:
    """The readings as the other patterns of the signal leave them."""
    name, pattern = gone
    return tuple(
        replace(
            reading,
            signals=(
                *(s for s in reading.signals if s.name != name),
                *(s for text, s in apart if s.name == name and text != pattern),
            ),
        )
        for reading, apart in zip(proof.readings, proof.apart, strict=True)
    )


def _all_examples(rule: Rule) -> Iterator[tuple[str, Example]]:
    kinds = (("examples.flag", rule.examples.flag), ("examples.pass", rule.examples.pass_))
    for kind, examples in (*kinds, ("known_gaps", rule.known_gaps)):
        for number, example in enumerate(examples, 1):
            yield f"{kind} {number}", example
