"""What every scorer looks at: the record, what was read in it, the findings and the scenario."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from calls.record import Record
from calls.turn import Channel, Speaker
from compliance_rules.checker import Checker
from compliance_rules.finding import CheckResult
from language.names import words_of
from language.reading import Reading, Signal
from scoring.marks import Evidence
from scoring.told_facts import told_in
from simulator.scenario import Scenario

QUOTE_LENGTH = 90
SHOWN = 3
"""So many turns are shown for one mark; more are not read."""
NOT_HELD = "no conversation took place"
NOT_TOLD = "they asked who was calling and were never told, which is no conversation"
FEWEST_TURNS = 3
"""Below this many collector turns there is no manner of speaking to judge."""
TURNS_TO_SOMEBODY = ("self_identification", "ask_right_party", "ask_identifier")
"""What every call has in which the collector cares whom they talk with."""
KNOWS_WHO_IS_MEANT = words_of(
    "confirms_identity denies_identity third_party_answer gives_identifier"
)
"""What somebody says who was asked for a person."""


@dataclass(frozen=True)
class Case:
    """One call as the scorers see it; an imported one has no scenario and no note."""

    record: Record
    readings: Sequence[Reading]
    check: CheckResult
    scenario: Scenario | None = None
    checker: Checker | None = None

    @cached_property
    def collector(self) -> tuple[Reading, ...]:
        """The collector's turns that say anything."""
        return tuple(r for r in self.readings if r.turn.speaker is Speaker.COLLECTOR and r.words)

    @cached_property
    def other_side(self) -> tuple[Reading, ...]:
        """The turns of whoever is on the line."""
        return tuple(r for r in self.readings if r.turn.speaker is not Speaker.COLLECTOR)

    @cached_property
    def people(self) -> tuple[Reading, ...]:
        """The turns of the other side in which a person speaks: a machine's greeting is none."""
        return tuple(r for r in self.other_side if r.turn.channel is not Channel.VOICEMAIL)

    @property
    def held(self) -> bool:
        """Whether a conversation took place: both sides said something, and to each other."""
        return not self.not_held

    @cached_property
    def not_held(self) -> str:
        """Why there is nothing to judge; "" where a conversation took place.

        A decision not to dial, and a message that nobody has answered yet, are work as well.
        """
        if self.record.decisions:
            return ""
        if not (self.collector and self.other_side) or self._to_a_machine:
            return NOT_HELD
        return NOT_TOLD if self._past_them else ""

    @property
    def _past_them(self) -> bool:
        """Whether they asked who it is, and turn after turn the collector turned to nobody."""
        asked = sum(r.has("asks_who_is_calling") for r in self.other_side)
        known = any(r.has(*KNOWS_WHO_IS_MEANT) for r in self.other_side)
        turned = known or any(r.has(*TURNS_TO_SOMEBODY) for r in self.collector)
        enough = 2 if self.with_consumer else 1  # a third party asks once, and takes a message
        return asked >= enough and not turned and len(self.collector) >= FEWEST_TURNS

    @property
    def _to_a_machine(self) -> bool:
        """Whether half of what the collector said was meant for a program and lost on a person."""
        if not any(r.has("injection") for r in self.collector):
            return False
        lost = {turn - 1 for turn, move in self.record.moves.items() if not move.understood}
        beside = sum(r.has("injection") or r.index in lost for r in self.collector)
        return 2 * beside >= len(self.collector)

    @property
    def with_consumer(self) -> bool:
        """Whether the person obliged, or allegedly obliged, ever spoke."""
        return any(r.turn.speaker is Speaker.CONSUMER for r in self.readings)

    @property
    def agreed_at(self) -> tuple[int, ...]:
        """The turns in which the other side accepted an offer, in order.

        One that only adds how it is paid is none of them.
        """
        accepted = [(n, m.accepted) for n, m in self.record.moves.items() if m.accepted]
        before = [None, *(offer for _, offer in accepted)]
        return tuple(
            n
            for (n, now), then in zip(accepted, before, strict=False)
            if then is None or then.model_copy(update={"method": now.method}) != now
        )

    @cached_property
    def facts_told(self) -> Mapping[int, frozenset[str]]:
        """The facts of each turn that told any; of a call from elsewhere, by its words."""
        if self.record.moves:
            return {n: frozenset(m.facts) for n, m in self.record.moves.items() if m.facts}
        call, scenario, checker = self.record.call, self.scenario, self.checker
        if call is None or scenario is None or checker is None:
            return {}
        facts = [one for one in scenario.person(call.who).facts if one.id in call.revealed]
        by_turn: dict[int, frozenset[str]] = {}
        for fact, turn in told_in(facts, checker.reader, self.readings).items():
            by_turn[turn] = by_turn.get(turn, frozenset()) | {fact}
        return by_turn

    @property
    def paid_how_at(self) -> tuple[int, ...]:
        """The last turn that names the way to pay that was agreed."""
        call, scenario = self.record.call, self.scenario
        if scenario is None or call is None or call.accepted is None:
            return ()
        method, named = call.accepted.method, scenario.house.method_named
        return tuple(r.index for r in self.readings if method and named(r.method) == method)[-1:]

    def answers_to(self, cue: Reading, within: int = 2) -> tuple[Reading, ...]:
        """The next collector turns after a cue, two at most."""
        later = [r for r in self.collector if r.index > cue.index]
        return tuple(later[:within])

    def collector_signals(self, *names: str) -> Iterator[Signal]:
        """Every asserted signal of these names in the collector's turns."""
        return (s for r in self.collector for s in r.signals if s.name in names and s.asserted)

    def evidence(self, *turns: int) -> tuple[Evidence, ...]:
        """These turns, quoted."""
        return tuple(Evidence(turn=n, quote=quoted(self.readings[n].turn.text)) for n in turns)


def evidence_of(signals: Iterator[Signal]) -> tuple[Evidence, ...]:
    """These signals, quoted in their own words."""
    return tuple(Evidence(turn=s.turn, quote=quoted(s.text)) for s in signals)


def quoted(text: str) -> str:
    """As much of a turn as one reads at a glance."""
    if len(text) <= QUOTE_LENGTH:
        return text
    cut = text[:QUOTE_LENGTH]
    return f"{cut.rpartition(' ')[0] or cut}…"
