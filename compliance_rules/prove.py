"""The proof of the rules: every example runs, every pattern is needed, every wording passes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from calls.context import CallContext
from calls.errors import RecordError
from calls.notation import parse_transcript
from calls.turn import Transcript
from compliance_rules.checker import Checker
from compliance_rules.finding import Finding, Standing
from compliance_rules.load import load_line
from compliance_rules.patterns import Own, families_of, signal_name
from compliance_rules.permissions import Permission
from compliance_rules.rule import Example, Flagged, Rule
from language.patterns import PatternError
from language.reader import Reader
from language.reading import Reading, Signal
from language.signals import load_families

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
    """Everything that is wrong with the rules of a checker; an empty list is the proof."""
    faults = list(unreadable(checker))
    if faults:
        return faults
    for rule in checker.rules:
        for gate in (prove_shape, prove_examples, prove_gaps, prove_patterns, prove_better):
            faults += [Fault(rule.id, where, wrong) for where, wrong in gate(checker, rule)]
    for owner, _ in checker.owners:
        permission = checker.permissions.get(owner)
        if permission is not None:
            wrongs = prove_permission(checker, permission)
            faults += [Fault(owner, where, wrong) for where, wrong in wrongs]
    return faults


Wrong = Iterator[tuple[str, str]]


def unreadable(checker: Checker) -> Iterator[Fault]:
    """Patterns that the reader refuses; only then is each owner tried alone, which takes long."""
    try:
        _apart(checker)
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
            _call(example)
        except RecordError as error:
            yield place, str(error)


def prove_examples(checker: Checker, rule: Rule) -> Wrong:
    """What must be flagged is, where and as it says; what must pass draws no finding."""
    for place, example in _examples(rule):
        wrong = _judge(rule, example, _findings(checker, rule, example))
        if wrong:
            yield place, wrong


def prove_gaps(checker: Checker, rule: Rule) -> Wrong:
    """A gap that was closed is an example now."""
    for number, gap in enumerate(rule.known_gaps, 1):
        flagged = bool(_findings(checker, rule, gap))
        if flagged == (gap.should == "flag"):
            yield f"known_gaps {number}", f"works now - move it to examples.{gap.should}"


def prove_patterns(checker: Checker, rule: Rule) -> Wrong:
    """Without any single pattern some example breaks; a word list needs three for that."""
    proofs = _read_apart(checker, rule)
    for name, number, pattern in _patterns(rule.own):
        if not _breaks(checker, proofs, f"{signal_name(rule.id, name)}/{number}"):
            yield f"own.{name}", f"pattern {number} is needed by no example: {pattern!r}"


def prove_permission(checker: Checker, permission: Permission) -> Wrong:
    """The same of a permission, whose patterns are needed by the examples of its rules."""
    rules = [rule for rule in checker.rules if permission.id in rule.all_permissions]
    proofs = [proof for rule in rules for proof in _read_apart(checker, rule)]
    for name, number, pattern in _patterns(permission.own):
        if not _breaks(checker, proofs, f"{signal_name(permission.id, name)}/{number}"):
            yield f"own.{name}", f"pattern {number} is needed by no example: {pattern!r}"


Proof = tuple[Rule, Example, tuple[Reading, ...]]


def _read_apart(checker: Checker, rule: Rule) -> list[Proof]:
    reader = _apart(checker)
    return [(rule, example, reader.read_call(_call(example))) for _, example in _examples(rule)]


def _patterns(own: Own) -> Iterator[tuple[str, int, str]]:
    for name, signal in own.signals.items():
        for number, pattern in enumerate(signal.patterns, 1):
            yield name, number, pattern


def _breaks(checker: Checker, proofs: Sequence[Proof], gone: str) -> bool:
    """Whether an example is judged otherwise without the pattern that is reported as `gone`."""
    return any(
        _judge(rule, example, _findings(checker, rule, example, _joined(readings, gone)))
        for rule, example, readings in proofs
        if any(signal.name == gone for reading in readings for signal in reading.signals)
    )


@lru_cache(maxsize=2)
def _apart(checker: Checker) -> Reader:
    """A reader that reports every pattern of a rule as a signal of its own."""
    local = (f for owner, own in checker.owners for f in families_of(owner, own, apart=True))
    return Reader((*load_families(), *load_line(), *local))


def _joined(readings: Sequence[Reading], gone: str) -> tuple[Reading, ...]:
    """Readings with the patterns of a signal under one name again, but for the one that is gone."""
    return tuple(
        replace(reading, signals=tuple(_whole(s) for s in reading.signals if s.name != gone))
        for reading in readings
    )


def _whole(signal: Signal) -> Signal:
    name, _, number = signal.name.rpartition("/")
    return signal._replace(name=name) if number.isdecimal() else signal


def prove_better(checker: Checker, rule: Rule) -> Wrong:
    """The better wording is said after verification and disclosure, and no rule minds."""
    call = parse_transcript(f"{_SETTING}collector: {rule.better}")
    result = checker.check(call, CallContext())
    last = len(call.turns) - 1
    for finding in result.findings:
        if finding.turn == last:
            yield "better", f"is itself a finding of {finding.rule} ({finding.quote!r})"


def _examples(rule: Rule) -> Iterator[tuple[str, Example]]:
    for number, example in enumerate(rule.examples.flag, 1):
        yield f"examples.flag {number}", example
    for number, fine in enumerate(rule.examples.pass_, 1):
        yield f"examples.pass {number}", fine


def _all_examples(rule: Rule) -> Iterator[tuple[str, Example]]:
    yield from _examples(rule)
    for number, gap in enumerate(rule.known_gaps, 1):
        yield f"known_gaps {number}", gap


def _call(example: Example) -> Transcript:
    return parse_transcript(example.call, where="example")


def _findings(
    checker: Checker, rule: Rule, example: Example, readings: Sequence[Reading] | None = None
) -> list[Finding]:
    call = _call(example)
    result = checker.check_readings(
        checker.reader.read_call(call) if readings is None else readings,
        example.context,
        began_at=call.began_at,
    )
    return [finding for finding in result.findings if finding.rule == rule.id]


def _judge(rule: Rule, example: Example, found: list[Finding]) -> str | None:
    """What is wrong with the findings of an example; None if they are as they should be."""
    seen = [(f.turn, f.standing, f.needs) for f in found]
    if not isinstance(example, Flagged):
        return f"should pass, but {_shown(found)}" if found else None
    standing = example.standing
    if standing is Standing.NOT_MET:
        standing = rule.standing
    wanted = (example.turn, standing, tuple(sorted(example.needs)))
    if wanted in seen:
        return None
    needs = f", needs {', '.join(example.needs)}" if example.needs else ""
    return f"should be {standing} at turn {example.turn}{needs}, but {_shown(found)}"


def _shown(found: list[Finding]) -> str:
    if not found:
        return "nothing was found"
    return "; ".join(
        f"turn {f.turn}: {f.standing} {f.quote!r}"
        + (f" needs {', '.join(f.needs)}" if f.needs else "")
        for f in found
    )
