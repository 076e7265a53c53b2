"""Reading and checking the conversations of an attempt, each by itself and then counted on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from calls.record import Contact, Record
from compliance_rules.assumptions import Assumptions
from compliance_rules.checker import Checker
from compliance_rules.finding import CheckResult, Finding, PackOff
from language.reading import Reading

Checked = tuple[tuple[Reading, ...], CheckResult]
"""What was read of a record, and what the rules came to."""


def read_and_checked(record: Record, checker: Checker, assume: Assumptions) -> Checked:
    """Every turn read once; each conversation is checked with what is known for it alone."""
    contacts = _contacts(record)
    parts = [_checked(contact, record.day, checker, assume) for contact in contacts]
    if len(parts) == 1 and not record.decisions:
        return parts[0]
    counted = list(zip(_starts(contacts), parts, strict=True))
    readings = tuple(_counted(one, start) for start, (heard, _) in counted for one in heard)
    results = [result for _, result in parts]
    return readings, CheckResult(
        id=record.transcript.id,
        turns=len(readings),
        assumed=tuple(dict.fromkeys(line for one in results for line in one.assumed)),
        packs_off=_off_everywhere(results),
        findings=tuple(one for start, part in counted for one in _findings(*part, start)),
        met=tuple(
            met.model_copy(update={"turn": met.turn + start})
            for start, (_, result) in counted
            for met in result.met
        ),
    )


def readings_of(record: Record, checker: Checker) -> tuple[Reading, ...]:
    """The same readings for whoever has the findings already."""
    contacts = _contacts(record)
    return tuple(
        _counted(reading, start)
        for start, contact in zip(_starts(contacts), contacts, strict=True)
        for reading in checker.reader.read_call(contact.transcript, record.day)
    )


def _contacts(record: Record) -> tuple[Contact, ...]:
    return record.contacts or (Contact("", record.transcript, record.context),)


def _starts(contacts: Sequence[Contact]) -> list[int]:
    """How many turns there were before each."""
    lengths = [len(contact.transcript.turns) for contact in contacts]
    return [sum(lengths[:n]) for n in range(len(lengths))]


def _checked(contact: Contact, day: date | None, checker: Checker, assume: Assumptions) -> Checked:
    readings = checker.reader.read_call(contact.transcript, day)
    result = checker.check_readings(
        readings,
        contact.context,
        assume,
        transcript_id=contact.transcript.id,
        began_at=contact.transcript.began_at,
    )
    return readings, result


def _counted(reading: Reading, start: int) -> Reading:
    signals = tuple(signal._replace(turn=signal.turn + start) for signal in reading.signals)
    return replace(reading, index=reading.index + start, signals=signals)


def _findings(readings: Sequence[Reading], result: CheckResult, start: int) -> Iterator[Finding]:
    """What concerns a whole conversation stands at its first turn: there are several."""
    for finding in result.findings:
        if finding.turn is not None:
            yield finding.model_copy(update={"turn": finding.turn + start})
        elif readings:
            yield finding.model_copy(update={"turn": start, "start": 0, "end": 0})
        else:
            yield finding


def _off_everywhere(results: Iterable[CheckResult]) -> tuple[PackOff, ...]:
    first, *others = [result.packs_off for result in results]
    return tuple(one for one in first if all(one in other for other in others))
