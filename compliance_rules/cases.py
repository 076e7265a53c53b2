"""What a rule claims of itself, case by case: a call, its circumstances, what must be found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from calls.context import CallContext
from calls.notation import parse_transcript
from calls.turn import Transcript
from compliance_rules.checker import Checker
from compliance_rules.examples import Example, Flagged, Saying
from compliance_rules.finding import Finding, Standing
from compliance_rules.rule import Rule
from language.reading import Reading

Found = list[Finding]


@dataclass(frozen=True, slots=True)
class Case:
    """One claim; `wrong` says what is amiss with what was found, or None."""

    where: str
    call: Transcript
    context: CallContext
    wrong: Callable[[Found], str | None]


def cases_of(rule: Rule) -> Iterator[Case]:
    """The calls and sentences that a rule must flag or let pass."""
    yield from _of_examples(rule)
    said = rule.sentences
    yield from _of_sentences("flag", said.flag, _missing)
    yield from _of_sentences("pass", said.pass_, _unwanted)


def gaps_of(rule: Rule) -> Iterator[Case]:
    """What is known to be judged wrongly; it is amiss that a gap is none any more."""
    for number, gap in enumerate(rule.known_gaps, 1):
        closed = _is_found if gap.should == "flag" else _passes
        yield Case(
            f"known_gaps {number}", _call(gap), gap.context, closed(f"examples.{gap.should}")
        )
    yield from _of_sentences("missed", rule.sentences.missed, _is_found("flag"))
    yield from _of_sentences("alarms", rule.sentences.alarms, _passes("pass"))


def found_in(
    checker: Checker, rule: Rule, case: Case, readings: Sequence[Reading] | None = None
) -> Found:
    """What the rule alone finds, in the setting of its pack where the case does not say more."""
    alone, setting = _alone(checker, rule.id)
    result = alone.check_readings(
        alone.reader.read_call(case.call) if readings is None else readings,
        setting.learn(**case.context.known()) if setting.known() else case.context,
        began_at=case.call.began_at,
    )
    return list(result.findings)


@lru_cache(maxsize=512)
def _alone(checker: Checker, rule: str) -> tuple[Checker, CallContext]:
    alone = checker.only(rule)
    return alone, alone.packs[0].about.setting


def _of_examples(rule: Rule) -> Iterator[Case]:
    for number, flagged in enumerate(rule.examples.flag, 1):
        wrong = _wants(rule, flagged)
        yield Case(f"examples.flag {number}", _call(flagged), flagged.context, wrong)
    for number, fine in enumerate(rule.examples.pass_, 1):
        yield Case(f"examples.pass {number}", _call(fine), fine.context, _unwanted)


def _of_sentences(
    kind: str, sayings: Sequence[Saying], wrong: Callable[[Found], str | None]
) -> Iterator[Case]:
    for saying in sayings:
        where = f"sentences.{kind} {saying.say!r}"
        yield Case(where, saying.call(), saying.context, wrong)


def _call(example: Example) -> Transcript:
    return parse_transcript(example.call, where="example")


def _wants(rule: Rule, example: Flagged) -> Callable[[Found], str | None]:
    standing = rule.standing if example.standing is Standing.NOT_MET else example.standing
    wanted = (example.turn, standing, tuple(sorted(example.needs)))
    needs = f", needs {', '.join(example.needs)}" if example.needs else ""

    def wrong(found: Found) -> str | None:
        if wanted in [(f.turn, f.standing, f.needs) for f in found]:
            return None
        return f"should be {standing} at turn {example.turn}{needs}, but {shown(found)}"

    return wrong


def _missing(found: Found) -> str | None:
    return None if found else "should be flagged, but nothing was found"


def _unwanted(found: Found) -> str | None:
    return f"should pass, but {shown(found)}" if found else None


def _is_found(place: str) -> Callable[[Found], str | None]:
    return lambda found: f"works now - move it to {place}" if found else None


def _passes(place: str) -> Callable[[Found], str | None]:
    return lambda found: None if found else f"works now - move it to {place}"


def shown(found: Found) -> str:
    """Findings in one line."""
    if not found:
        return "nothing was found"
    return "; ".join(
        f"turn {f.turn}: {f.standing} {f.quote!r}"
        + (f" needs {', '.join(f.needs)}" if f.needs else "")
        for f in found
    )
