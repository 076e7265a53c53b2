"""A read call as the checks see it: who hears each turn, and every signal in its place."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from calls.circumstances import SpeakerRole
from calls.context import CallContext
from calls.knowledge import UNKNOWN
from calls.turn import Channel, Speaker
from compliance_rules.checks import ANYONE, Cue, Hearer
from compliance_rules.facts import Facts
from compliance_rules.patterns import CueBook
from language.reading import Reading, Signal

COLLECTOR = (Speaker.COLLECTOR,)
IDENTIFIES = ("confirms_identity", "gives_identifier")
DENIES = ("denies_identity", "wrong_party", "third_party_answer")
ROLE = "person_on_line."
GREETING = "voicemail_greeting"


@dataclass(frozen=True, slots=True)
class Line:
    """Who is on the line when a turn is spoken."""

    hearer: Hearer
    role: SpeakerRole | None


@dataclass(frozen=True)
class Call:
    """The readings of a call with what follows from them; made once, asked by every check."""

    readings: Sequence[Reading]
    lines: Sequence[Line]
    context: CallContext
    assumed: Mapping[str, Any]
    book: CueBook
    began_at: datetime | None
    day: date | None
    by_name: Mapping[str, tuple[Signal, ...]]
    _found: dict[tuple[str, tuple[Cue, ...], tuple[Speaker, ...]], Sequence[Signal]] = field(
        default_factory=dict
    )
    _turns: dict[tuple[str, tuple[Cue, ...], tuple[Speaker, ...]], Sequence[int]] = field(
        default_factory=dict
    )

    def find(self, owner: str, cues: tuple[Cue, ...], by: tuple[Speaker, ...]) -> Sequence[Signal]:
        """The signals of these cues by these speakers, in order, asserted or not."""
        key = owner, cues, by
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = self._looked_for(*key)
        return known

    def _looked_for(
        self, owner: str, cues: tuple[Cue, ...], by: tuple[Speaker, ...]
    ) -> Sequence[Signal]:
        found = [
            signal
            for name, kind in self.book.pairs(owner, cues)
            if name in self.by_name
            for signal in self.by_name[name]
            if kind in (None, signal.kind) and self.speaker(signal.turn) in by
        ]
        return sorted(found, key=lambda signal: (signal.turn, signal.start)) if found else found

    @cached_property
    def said_at_all(self) -> frozenset[tuple[str, str | None]]:
        """The signals of the call by name, and by name and kind."""
        pairs: set[tuple[str, str | None]] = {(name, None) for name in self.by_name}
        pairs.update((s.name, s.kind) for signals in self.by_name.values() for s in signals)
        return frozenset(pairs)

    def turns_with(
        self, owner: str, cues: tuple[Cue, ...], by: tuple[Speaker, ...]
    ) -> Sequence[int]:
        """The turns in which any of these cues is asserted, in order."""
        key = owner, cues, by
        known = self._turns.get(key)
        if known is None:
            turns = (signal.turn for signal in self.find(*key) if signal.asserted)
            known = self._turns[key] = list(dict.fromkeys(turns))
        return known

    def said(
        self,
        owner: str,
        cues: tuple[Cue, ...],
        by: tuple[Speaker, ...] = COLLECTOR,
        to: tuple[Hearer, ...] = ANYONE,
    ) -> Sequence[Signal]:
        """What is really said: not denied, not quoted, not only imagined."""
        return [
            signal
            for signal in self.find(owner, cues, by)
            if signal.asserted and not signal.hypothetical and self.lines[signal.turn].hearer in to
        ]

    def speaker(self, turn: int) -> Speaker:
        return self.readings[turn].turn.speaker

    def collector_turns(self, after: int) -> Sequence[int]:
        """The collector's turns after a turn."""
        return self.of_collector[bisect_right(self.of_collector, after) :]

    @cached_property
    def of_collector(self) -> Sequence[int]:
        """The collector's turns."""
        turns = range(len(self.readings))
        return [index for index in turns if self.speaker(index) is Speaker.COLLECTOR]

    def facts(self, turn: int | None = None) -> Facts:
        """What is known when a turn is spoken: who hears it, over what, besides what was told."""
        if turn is None:
            return Facts(self.context, {}, self.assumed, self.day)
        heard: dict[str, Any] = {}
        line = self.lines[turn]
        channel = self.readings[turn].turn.channel
        if line.hearer is Hearer.VOICEMAIL:
            heard["channel"] = Channel.VOICEMAIL
        elif channel is not Channel.CALL:
            heard["channel"] = channel
        if line.hearer is Hearer.RIGHT_PARTY and not _survives(self.context):
            heard["speaker_role"] = SpeakerRole.CONSUMER
        if line.hearer is Hearer.THIRD_PARTY:
            heard["speaker_role"] = _third_party_role(line.role, self.context)
        return Facts(self.context, heard, self.assumed, self.day)


def _survives(context: CallContext) -> bool:
    """Whether the consumer has died, so that the person asked for is whom we were told of."""
    told = context.speaker_role
    return context.flags.deceased is True and told not in (UNKNOWN, SpeakerRole.CONSUMER)


def _third_party_role(role: SpeakerRole | None, context: CallContext) -> Any:
    """Their own words first, then what we were told; a third party is never the consumer."""
    told = context.speaker_role
    if role is not None:
        return role
    return UNKNOWN if told is SpeakerRole.CONSUMER else told


def open_call(
    readings: Sequence[Reading],
    context: CallContext,
    assumed: Mapping[str, Any],
    book: CueBook,
    began_at: datetime | None = None,
) -> Call:
    """The call ready to be checked."""
    context = _as_they_are_told(context)
    by_name: dict[str, list[Signal]] = {}
    for reading in readings:
        for signal in reading.signals:
            by_name.setdefault(signal.name, []).append(signal)
    return Call(
        readings=readings,
        lines=_lines(readings, context),
        context=context,
        assumed=assumed,
        book=book,
        began_at=began_at if began_at is not None and began_at.tzinfo is not None else None,
        day=began_at.date() if began_at else None,
        by_name={name: tuple(signals) for name, signals in by_name.items()},
    )


def _as_they_are_told(context: CallContext) -> CallContext:
    """A relay operator reads out what the consumer types; who that is has still to be shown."""
    if context.speaker_role is not SpeakerRole.RELAY_OPERATOR:
        return context
    return context.model_copy(update={"speaker_role": SpeakerRole.CONSUMER})


def _lines(readings: Sequence[Reading], context: CallContext) -> tuple[Line, ...]:
    """Who hears each turn: the person who spoke last, as far as they have shown who they are."""
    line = _at_first(context)
    speaker = None
    lines: list[Line] = []
    for reading in readings:
        if reading.turn.channel is Channel.VOICEMAIL or reading.has(GREETING):
            line = Line(Hearer.VOICEMAIL, None)
        elif reading.turn.speaker is not Speaker.COLLECTOR and line.hearer is not Hearer.VOICEMAIL:
            if (speaker, reading.turn.speaker) == (Speaker.THIRD_PARTY, Speaker.CONSUMER):
                line = Line(Hearer.UNCONFIRMED, None)
            line = _shown_by(reading, line)
            speaker = reading.turn.speaker
        lines.append(line)
    return tuple(lines)


def _at_first(context: CallContext) -> Line:
    """What we were told of the other end; being told that it is the consumer confirms nothing."""
    if context.channel is Channel.VOICEMAIL:
        return Line(Hearer.VOICEMAIL, None)
    role = context.speaker_role
    if role is UNKNOWN or role is SpeakerRole.CONSUMER:
        return Line(Hearer.UNCONFIRMED, None)
    return Line(Hearer.THIRD_PARTY, role)


def _shown_by(reading: Reading, line: Line) -> Line:
    """The line after the other end spoke; the transcript's own label outranks their words."""
    role = _role_said(reading)
    if reading.turn.speaker is Speaker.THIRD_PARTY:
        same = line.role if line.hearer is Hearer.THIRD_PARTY else None
        return Line(Hearer.THIRD_PARTY, role or same or _wrong_number(reading))
    if line.hearer is Hearer.RIGHT_PARTY:
        return line
    if reading.has(*IDENTIFIES) and role is None:
        return Line(Hearer.RIGHT_PARTY, None)
    if role is not None or reading.has(*DENIES):
        return Line(Hearer.THIRD_PARTY, role or _wrong_number(reading))
    return line


def _role_said(reading: Reading) -> SpeakerRole | None:
    named = (s.name.removeprefix(ROLE) for s in reading.signals if s.asserted and ROLE in s.name)
    said = (SpeakerRole(role) for role in named)
    return next((role for role in said if role is not SpeakerRole.RELAY_OPERATOR), None)


def _wrong_number(reading: Reading) -> SpeakerRole | None:
    """Somebody reached by a wrong number is nobody's spouse."""
    return SpeakerRole.THIRD_PARTY if reading.has("wrong_party") else None
