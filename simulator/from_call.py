"""A draft of a scenario from a call that was held: what can be read from it stands in its place.

Everything else is that of the sheet, and the call stands above it as notes. What people said
becomes facts with one way to say them; a scenario needs two, and so nothing of it can be played
before an author has looked at each.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from calls.money import Every, Money
from calls.turn import Channel, Speaker, turn_number
from datafiles import changed, read_text
from language.giving_back import sentence_of
from language.reading import AmountRole, Reading
from simulator.facts import Topic
from simulator.positions import Occasion, PositionKind
from simulator.skeleton import skeleton

HEARD: Mapping[str, Topic] = MappingProxyType(
    {
        "hardship_job": Topic.JOB,
        "hardship_health": Topic.HEALTH,
        "hardship_bereavement": Topic.FAMILY,
        "hardship_divorce": Topic.FAMILY,
        "hardship_other": Topic.REASON,
        "disputes_debt": Topic.DISPUTE,
        "disputes_amount": Topic.DISPUTE,
        "identity_theft": Topic.DISPUTE,
        "already_paid": Topic.DISPUTE,
        "asks_validation": Topic.DISPUTE,
        "complaint": Topic.DISPUTE,
        "attorney": Topic.LEGAL,
        "bankruptcy": Topic.LEGAL,
        "asks_if_sued": Topic.LEGAL,
        "debt_advice": Topic.LEGAL,
        "breathing_space": Topic.LEGAL,
        "deceased": Topic.FAMILY,
        "wrong_party": Topic.WHEREABOUTS,
        "at_work": Topic.JOB,
        "cease_all": Topic.CHANNEL,
        "stop_channel": Topic.CHANNEL,
        "language_need": Topic.CHANNEL,
        "disability_need": Topic.CHANNEL,
        "vulnerable": Topic.HEALTH,
        "crisis_self_harm": Topic.HEALTH,
        "suspects_scam": Topic.FEAR,
        "fear": Topic.FEAR,
        "promise_to_pay": Topic.TIMING,
    }
)
"""What consumers say that may be a fact of the scenario, and what it is about."""

POSITIONS: Mapping[str, PositionKind] = MappingProxyType(
    {
        "suspects_scam": PositionKind.SUSPECTS_SCAM,
        "asks_validation": PositionKind.WANTS_PROOF,
        "disputes_debt": PositionKind.DISPUTES,
        "disputes_amount": PositionKind.DISPUTES,
        "identity_theft": PositionKind.IDENTITY_THEFT,
        "attorney": PositionKind.ATTORNEY,
        "bankruptcy": PositionKind.BANKRUPTCY,
        "at_work": PositionKind.AT_WORK,
        "cease_all": PositionKind.CEASE,
        "stop_channel": PositionKind.STOP_TEXTS,
        "hardship_bereavement": PositionKind.BEREAVED,
        "asks_if_sued": PositionKind.ASKS_IF_SUED,
        "complaint": PositionKind.COMPLAINS,
        "wrong_party": PositionKind.NOT_THE_ONE,
        "already_paid": PositionKind.PAID,
        "language_need": PositionKind.LANGUAGE,
        "crisis_self_harm": PositionKind.CRISIS,
        "debt_advice": PositionKind.DEBT_ADVICE,
        "breathing_space": PositionKind.BREATHING_SPACE,
    }
)
"""What people stand on, by the signal that says it."""


@dataclass(frozen=True)
class Draft:
    """The text of the file, and which parts of it were read from the call, in words."""

    text: str
    read: tuple[str, ...]


@dataclass
class _Writing:
    file: str
    read: list[str] = field(default_factory=list)

    def put(self, at: Sequence[str | int], value: object, told: str = "") -> None:
        self.file = changed(self.file, at, value)
        if told:
            self.read.append(told)


def drafted(scenario_id: str, title: str, readings: Sequence[Reading]) -> Draft:
    """The sheet with what these turns say; names and numbers must have been masked before."""
    made = _Writing(skeleton(scenario_id))
    made.put(("title",), title)
    _channel(made, readings)
    _who_answers(made, readings)
    _amounts(made, readings)
    _facts(made, readings)
    return Draft(_headed(made, readings), tuple(made.read))


def _channel(made: _Writing, readings: Sequence[Reading]) -> None:
    used = Counter(one.turn.channel for one in readings)
    most = used.most_common(1)[0][0] if used else Channel.CALL
    if most not in (Channel.CALL, Channel.VOICEMAIL):
        made.put(("channel",), most.value, f"the channel: {most.value}")
    elif used[Channel.VOICEMAIL]:
        made.put(("answered_by", 0, "channel"), Channel.VOICEMAIL.value, "a machine picks up")


def _who_answers(made: _Writing, readings: Sequence[Reading]) -> None:
    first = next((one for one in readings if one.turn.speaker is not Speaker.COLLECTOR), None)
    if first is None:
        return
    if first.turn.speaker is Speaker.THIRD_PARTY:
        made.put(("answered_by", 0, "speaker"), Speaker.THIRD_PARTY.value)
        told = "somebody else picks up (who, and what they know, is to be written)"
        made.put(("answered_by", 0, "role"), "household", told)
    if first.turn.text.strip():
        made.put(("answered_by", 0, "opening", 0), first.turn.text, "their first words")


def _amounts(made: _Writing, readings: Sequence[Reading]) -> None:
    """What is owed as the collector says it, what comes in and what they offer as they say it."""
    owed = next(_named(readings, Speaker.COLLECTOR, AmountRole.BALANCE), None)
    if owed is not None:
        made.put(("account", "balance"), _amount(owed))
        made.put(("account", "past_due"), _amount(owed), f"what is owed: {owed}")
    income = next(_named(readings, Speaker.CONSUMER, AmountRole.INCOME), None)
    if income is not None:
        made.put(("means", "income", 0, "amount"), _amount(income), f"what comes in: {income}")
    offered = next(_named(readings, Speaker.CONSUMER, AmountRole.PAYMENT), None)
    if offered is not None:
        made.put(("means", "opens_with", "amount"), _amount(offered), f"what they offer: {offered}")
        every = next(
            (
                rhythm.every
                for one in readings
                if one.turn.speaker is Speaker.CONSUMER
                for rhythm in one.schedules
                if rhythm.every is not None
            ),
            Every.ONCE,
        )
        made.put(("means", "opens_with", "every"), every.value)


def _named(readings: Sequence[Reading], by: Speaker, role: AmountRole) -> Iterator[Money]:
    for one in readings:
        for mention in one.money if one.turn.speaker is by else ():
            if mention.role is role and mention.amount is not None and not mention.negated:
                yield mention.amount


def _amount(money: Money) -> float | int | str:
    whole, rest = divmod(money.cents, 100)
    figure = money.cents / 100 if rest else whole
    return figure if money.currency == "USD" else f"{money.currency} {figure}"


def _facts(made: _Writing, readings: Sequence[Reading]) -> None:
    """Facts in their own words, behind those of the sheet, and what they stand on."""
    stands: list[str] = []
    for signal, said in _heard(readings).items():
        nth = len(read_text(made.file, "")["facts"])
        fact = {
            "id": f"heard_{signal}",
            "topic": HEARD[signal].value,
            "reveal": "if_asked",
            "signal": signal,
            "asked_by": {"topics": [HEARD[signal].value]},
            "says": list(dict.fromkeys(words for _, words in said)),
        }
        turns = ", ".join(str(turn_number(turn)) for turn, _ in said)
        told = f"a fact to be checked, {fact['id']}: turn {turns}"
        made.put(("facts", nth), fact, told)
        if signal in POSITIONS:
            stands.append(signal)
    for nth, signal in enumerate(stands):
        position = {
            "kind": POSITIONS[signal].value,
            "when": Occasion.HEARS_OF_DEBT.value,
            "facts": [f"heard_{signal}"],
        }
        made.put(("positions", nth), position, f"they stand on it: {POSITIONS[signal].value}")


def _heard(readings: Sequence[Reading]) -> dict[str, list[tuple[int, str]]]:
    """By signal: in which turns they said it, and the sentences; one sentence says one fact."""
    found: dict[str, list[tuple[int, str]]] = {}
    for one in readings:
        if one.turn.speaker is Speaker.COLLECTOR:
            continue
        taken: set[str] = set()
        for signal in one.signals:
            said = sentence_of(one, signal)
            if signal.name in HEARD and signal.asserted and said not in taken:
                taken.add(said)
                found.setdefault(signal.name, []).append((one.index, said))
    return found


def _headed(made: _Writing, readings: Sequence[Reading]) -> str:
    """The text below notes that say what it is, what was read, and what was said."""
    notes = [
        "Draft from a call. Names, numbers and addresses in it were masked: where something",
        "stands in [brackets], write what you invent. What was read from the call:",
        *(f"  - {told}" for told in made.read or ["nothing but its words"]),
        "All else is the sheet's own. The call:",
    ]
    notes += [
        f"  {turn_number(one.index)} {one.turn.speaker.value}: {' '.join(one.turn.text.split())}"
        for one in readings
    ]
    return "".join(f"# {note}\n" for note in notes) + made.file
