"""Messages: who writes, how they can be answered, and whether they are as short as their medium."""

from collections.abc import Iterator, Sequence

from calls.events import MessageSent
from calls.turn import Channel, turn_number
from compliance_rules.finding import Standing
from language.reading import Reading
from language.wording import words_said
from scoring.case import SHOWN, Case
from scoring.heard import PAST_THEM
from scoring.marks import Evidence, Mark, Score, no_mark
from simulator.ends import EndState

WORDS_AT_MOST = {
    Channel.VOICEMAIL: 45,
    Channel.SMS: 45,
    Channel.CHAT: 60,
    Channel.EMAIL: 180,
    Channel.LETTER: 400,
}
"""So many words are heard to their end on a machine, or read at a glance."""
CIVIL = "civil"
_FEW = 6
_ANSWERED_BY = ("reply", "call", "answer", "write", "ring", "text")


def message_marks(case: Case) -> Iterator[tuple[Mark, float]]:
    """Marks for what was left on a machine or written, with their weights."""
    out = [r for r in case.collector if r.turn.channel in WORDS_AT_MOST]
    return _marks(case, out, out, case.record.messages)


def marks_of_last(case: Case) -> Iterator[Mark]:
    """The same marks for the message that went out last, by itself."""
    out = [r for r in case.collector if r.turn.channel in WORDS_AT_MOST]
    return (mark for mark, _ in _marks(case, out[-1:], out, case.record.messages[-1:]))


def _marks(
    case: Case, out: list[Reading], every: list[Reading], sent: Sequence[MessageSent]
) -> Iterator[tuple[Mark, float]]:
    if not out or case.scenario is None:
        return
    yield _as_short_as_its_medium(case, out), 1.0
    yield _private_address(case, sent), 1.0
    yield _civil(case, out), 1.0
    # What answers a stop says nothing else, and may not; a text has said it before.
    asking = [r for r in out if not (_answers_a_stop(case, r) or _goes_on(r, every))]
    if asking:
        yield _says_whose(case, asking), 1.0
        yield _can_be_answered(case, asking), 1.0


def as_far_as_civil(score: Score) -> Score:
    """The score of messages by the share of them that threatens, hurries and blames nobody.

    However short a threat is, nobody is talked with in it.
    """
    civil = next((m.value for m in score.marks if m.name == CIVIL and m.value is not None), 100.0)
    if score.value is None or civil == 100:
        return score
    reason = f"the messages count as far as they press nobody, {civil:.0f} of 100; {score.reason}"
    value = round(score.value * civil / 100, 1)
    return score.model_copy(update={"value": value, "reason": reason})


def _civil(case: Case, out: list[Reading]) -> Mark:
    harsh = [r for r in out if r.has(*PAST_THEM)]
    said = next(
        (s.text for r in harsh for s in r.signals if s.name in PAST_THEM and s.asserted), ""
    )
    return _mark(
        case,
        CIVIL,
        out,
        harsh,
        f"messages that press, threaten or wave away: {len(harsh)} of {len(out)}"
        if harsh
        else "your messages press nobody",
        f'Turn {turn_number(harsh[0].index)}: leave out "{said}", and say what they can do next.'
        if harsh
        else "",
    )


def address_faults(case: Case) -> tuple[str, ...]:
    """Whether something went to an address that the employer provides."""
    at_work = _at_work(case, case.record.messages)
    return tuple(f"an e-mail went to {one}, an address at work" for one in at_work[:1])


def _at_work(case: Case, sent: Sequence[MessageSent]) -> list[str]:
    if case.scenario is None:
        return []
    accounts = [case.scenario.for_account(name).account for name in case.scenario.accounts]
    at_work = {box.address for one in accounts for box in one.emails if box.work}
    return [message.to for message in sent if message.to in at_work]


def _private_address(case: Case, sent: Sequence[MessageSent]) -> Mark:
    """An employer reads along; only whoever agreed to it is written to at work."""
    name = "private address"
    to = [message.to for message in sent if message.to]
    if not to:
        return no_mark(name, "no e-mail went out")
    at_work = _at_work(case, sent)
    return Mark(
        name=name,
        value=0.0 if at_work else 100.0,
        reason=f"an e-mail went to {at_work[0]}" if at_work else "what you sent went to them alone",
        evidence=tuple(
            Evidence(turn=None, quote=f"e-mail to {one}") for one in (at_work or to)[:1]
        ),
        advice=_elsewhere(case, at_work[0]) if at_work else "",
    )


def _elsewhere(case: Case, at_work: str) -> str:
    """The private address beside the one at work, where the account holds one."""
    accounts = (
        [case.scenario.for_account(n).account for n in case.scenario.accounts]
        if case.scenario
        else []
    )
    private = next((box.address for one in accounts for box in one.emails if not box.work), "")
    private = f"their private address, {private}" if private else "a private address; ask for one"
    return f"write to {private}, for {at_work} is read at work."


def quiet_faults(case: Case, end: EndState) -> tuple[str, ...]:
    """What went out all the same on a channel that this end wants left in peace."""
    turns = [reading.turn for reading in case.readings]
    found = [
        one
        for one in case.check.findings
        if one.standing is Standing.NOT_MET
        and one.turn is not None
        and turns[one.turn].channel in end.quiet
    ]
    return tuple(f"by {turns[one.turn or 0].channel}: {one.message}" for one in found[:1])


def _answers_a_stop(case: Case, reading: Reading) -> bool:
    before = [r for r in case.other_side if r.index < reading.index]
    return bool(before) and before[-1].has("stop_channel", "cease_all")


def _goes_on(reading: Reading, out: list[Reading]) -> bool:
    """Whether it is a further line of a talk in texts."""
    channel = reading.turn.channel
    if channel not in (Channel.SMS, Channel.CHAT):
        return False
    return any(r.turn.channel is channel and r.index < reading.index for r in out)


def _as_short_as_its_medium(case: Case, out: list[Reading]) -> Mark:
    long = [r for r in out if r.words > WORDS_AT_MOST[r.turn.channel]]
    longest = max(out, key=lambda r: r.words / WORDS_AT_MOST[r.turn.channel])
    advice = ""
    if long:
        most = WORDS_AT_MOST[long[0].turn.channel]
        advice = f"Say turn {turn_number(long[0].index)} in no more than {most} words."
    return _mark(
        case,
        "short enough",
        out,
        long,
        f"messages longer than their medium bears: {len(long)} of {len(out)}"
        if long
        else f"your longest message has {longest.words} words",
        advice,
    )


def _says_whose(case: Case, out: list[Reading]) -> Mark:
    nameless = [r for r in out if not (r.has("self_identification") or _names_house(case, r))]
    return _mark(
        case,
        "says who writes",
        out,
        nameless,
        f"messages that do not say whose they are: {len(nameless)} of {len(out)}"
        if nameless
        else "each message says whose it is",
        f"Turn {turn_number(nameless[0].index)}: put your name and the name the house uses for "
        f'messages before "{_few(nameless[0])}".'
        if nameless
        else "",
    )


def _can_be_answered(case: Case, out: list[Reading]) -> Mark:
    closed = [r for r in out if not _says_how(r)]
    return _mark(
        case,
        "can be answered",
        out,
        closed,
        f"messages that do not say how to answer: {len(closed)} of {len(out)}"
        if closed
        else "each message says how it can be answered",
        f"Turn {turn_number(closed[0].index)}: add a number, a link or an address to answer to. It "
        f'begins "{_few(closed[0])}" and ends without one.'
        if closed
        else "",
    )


def _mark(
    case: Case, name: str, out: list[Reading], wrong: list[Reading], reason: str, advice: str
) -> Mark:
    return Mark(
        name=name,
        value=round(100 * (1 - len(wrong) / len(out)), 1),
        reason=reason,
        evidence=case.evidence(*(r.index for r in (wrong or out)[:SHOWN])),
        advice=advice,
    )


def _few(reading: Reading) -> str:
    """The first words of a message, by which one knows it."""
    words = reading.turn.text.split()
    return " ".join(words[:_FEW]) + ("…" if len(words) > _FEW else "")


def _names_house(case: Case, reading: Reading) -> bool:
    name = case.scenario.house.name.split()[:1] if case.scenario else []
    return words_said(reading).holds(word.lower() for word in name)


def _says_how(reading: Reading) -> bool:
    return words_said(reading).holds(_ANSWERED_BY)
