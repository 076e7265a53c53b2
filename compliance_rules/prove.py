"""The proof of the rules: every example runs, every pattern is needed, every wording passes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from calls.context import CallContext
from calls.errors import RecordError
from calls.notation import parse_transcript
from calls.turn import Transcript
from compliance_rules.checker import Checker
from compliance_rules.finding import Finding, Standing
from compliance_rules.patterns import Own, families_of
from compliance_rules.rule import Example, Flagged, Rule
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


def prove(checker: Checker) -> list[Fault]:
    """Everything that is wrong with the rules of a checker; an empty list is the proof."""
    faults = [
        Fault(owner, "own", wrong)
        for owner, own in checker.owners
        for wrong in unreadable(owner, own)
    ]
    if faults:
        return faults
    for rule in checker.rules:
        for gate in (prove_shape, prove_examples, prove_gaps, prove_patterns, prove_better):
            faults += [Fault(rule.id, where, wrong) for where, wrong in gate(checker, rule)]
    return faults


Wrong = Iterator[tuple[str, str]]


def unreadable(owner: str, own: Own) -> Iterator[str]:
    """Patterns that the reader refuses."""
    try:
        Reader(families_of(owner, own))
    except PatternError as error:
        yield str(error)


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
    examples = list(_examples(rule))
    readings = [checker.reader.read_call(_call(example)) for _, example in examples]
    for name, number, pattern, own in _thinned(rule.own):
        thin = Reader(families_of(rule.id, own))
        broken = 0
        for (_, example), full in zip(examples, readings, strict=True):
            less = _without(rule, full, thin.read_call(_call(example)))
            found = _findings(checker, rule, example, less)
            broken += _judge(rule, example, found) is not None
        if not broken:
            yield f"own.{name}", f"pattern {number} is needed by no example: {pattern!r}"


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


def _thinned(own: Own) -> Iterator[tuple[str, int, str, Own]]:
    """Every way to take one pattern away."""
    for name, signal in own.signals.items():
        for number, pattern in enumerate(signal.patterns):
            rest = signal.patterns[:number] + signal.patterns[number + 1 :]
            signals = {key: value for key, value in own.signals.items() if key != name}
            if rest:
                signals[name] = signal.model_copy(update={"patterns": rest})
            yield name, number + 1, pattern, own.model_copy(update={"signals": signals})


def _without(rule: Rule, full: Sequence[Reading], thin: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with the rule's own signals as the thinner patterns find them."""
    mine = f"{rule.id}/"
    return tuple(
        replace(
            reading,
            signals=(
                *(s for s in reading.signals if not s.name.startswith(mine)),
                *less.signals,
            ),
        )
        for reading, less in zip(full, thin, strict=True)
    )
