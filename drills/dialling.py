"""May I dial? An account, two clocks, a contact log and what is marked; the rules say the rest.

The account is that of the scenario `dial_or_not` with another place, log and flags, and what is
right follows from the same rules that mark the decisions there: a question in which they come to
anything else than it was made for is not asked.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from calls.circumstances import ContactResult, MediumOptOut
from calls.context import CallContext
from calls.events import DialDecision, DialReason
from calls.turn import Channel, Speaker, Transcript, Turn
from compliance_rules.finding import Standing
from drills.item import Item, Kind, Source, source_of
from drills.places import Place, names, places
from drills.stock import DIALS, Stock, dice, mixed
from simulator.account import Account, Contact
from simulator.circumstances import context
from simulator.queue import CLOSES, OPENS, Clock
from simulator.scenario import Scenario

PREFIX = "dial/"
CARDS = tuple(f"{PREFIX}{reason}" for reason in DialReason)
DAY = date(2027, 3, 3)
"""The Wednesday on which all of it plays."""
DECISIONS: Mapping[DialReason, DialDecision] = {
    DialReason.ALLOWED: DialDecision.DIAL,
    DialReason.HOURS: DialDecision.NOT_NOW,
    DialReason.FREQUENCY: DialDecision.NOT_NOW,
    DialReason.PAUSE: DialDecision.NOT_NOW,
    DialReason.CEASE: DialDecision.NOT_NOW,
    DialReason.ATTORNEY: DialDecision.OTHER_CHANNEL,
    DialReason.OPTED_OUT: DialDecision.OTHER_CHANNEL,
}
HOURS = "fdcpa.comm.inconvenient_hours"
SEVEN = "fdcpa.harassment.frequency_7in7"
PAUSE = "fdcpa.harassment.call_after_conversation"
RULES: Mapping[DialReason, str] = {
    DialReason.ALLOWED: SEVEN,
    DialReason.HOURS: HOURS,
    DialReason.FREQUENCY: SEVEN,
    DialReason.PAUSE: PAUSE,
    DialReason.CEASE: "fdcpa.comm.cease_written",
    DialReason.ATTORNEY: "fdcpa.comm.attorney_represented",
    DialReason.OPTED_OUT: "fdcpa.medium.stop_request",
}
SEVEN_CALLS = 7
_FOUND_BEFORE_A_WORD = (
    *(DialReason.HOURS, DialReason.FREQUENCY, DialReason.PAUSE),
    *(DialReason.CEASE, DialReason.OPTED_OUT),
)
"""What the rules find in a call with nothing but a hello; a lawyer only once money is spoken of."""
_OTHERS = 3


def dial_item(stock: Stock, card: str, nth: int) -> Item | None:
    """A question whose answer is this reason; None where the rules see it otherwise."""
    chance, reason = dice(card, nth), DialReason(card.removeprefix(PREFIX))
    home, ours = (chance.choice(places()) for _ in range(2))
    there = _moment(chance, home, outside=reason is DialReason.HOURS)
    number = chance.choice(_numbers(there, reason))
    scenario = _scenario(stock, chance, reason, home, number)
    here = there.astimezone(ZoneInfo(ours.time_zone))
    scenario = scenario.model_copy(
        update={"clock": Clock(at=here.time(), time_zone=ours.time_zone)}
    )
    if here.date() != there.date() or not _stands(stock, scenario, reason, there):
        return None
    others = chance.sample([one for one in DialReason if one is not reason], _OTHERS)
    if reason is not DialReason.ALLOWED and DialReason.ALLOWED not in others:
        others[0] = DialReason.ALLOWED
    choices, right = mixed(chance, _choice(reason), [_choice(one) for one in others])
    return Item(
        card=card,
        nth=nth,
        kind=Kind.DIAL,
        question="May this telephone ring now?",
        facts=tuple(_facts(scenario, chance, home, ours, here)),
        heads=("Days ago", "Time", "What", "Result"),
        table=tuple(_log(scenario.account, there)),
        choices=choices,
        right=right,
        why=" ".join(_why(stock, scenario, reason, there)),
        source=_source(stock, reason),
    )


def _choice(reason: DialReason) -> str:
    return f"{DECISIONS[reason].label.capitalize()}: {reason.means}"


def _source(stock: Stock, reason: DialReason) -> Source:
    standing = None if reason is DialReason.ALLOWED else Standing.NOT_MET
    return source_of(stock.rule(RULES[reason]), standing)


def _numbers(there: datetime, reason: DialReason) -> list[Place]:
    """Where the number may be from: what holds where an area code tells of another hour is open."""
    if reason is DialReason.HOURS:
        return list(places())
    hours = {one: there.astimezone(ZoneInfo(one.time_zone)).time() for one in places()}
    return [one for one, hour in hours.items() if OPENS <= hour < CLOSES]


def _moment(chance: Random, home: Place, *, outside: bool) -> datetime:
    """A time of day there, within the hours of calling or outside of them."""
    hours = (6, 7, 21, 22) if outside else (8, 9, 12, 15, 18, 19, 20)
    at = time(chance.choice(hours), chance.choice((10, 20, 35, 50)))
    return datetime.combine(DAY, at, tzinfo=ZoneInfo(home.time_zone))


def _scenario(
    stock: Stock, chance: Random, reason: DialReason, home: Place, number: Place
) -> Scenario:
    """The scenario with an account of which this reason holds and no other does."""
    base = stock.scenarios[DIALS]
    address = base.account.address.model_copy(
        update={"city": home.town, "state": home.state, "time_zone": home.time_zone}
    )
    flags = base.account.flags.model_copy(
        update={
            "cease_written": reason is DialReason.CEASE,
            "attorney_represented": reason is DialReason.ATTORNEY,
        }
    )
    account = base.account.model_copy(
        update={
            "phone": f"{number.area_code}-555-01{chance.randint(10, 49)}",
            "address": address,
            "contact_log": tuple(_contacts(chance, reason)),
            "flags": flags,
            "notes": (),
        }
    )
    optouts = (MediumOptOut(channel=Channel.CALL),) if reason is DialReason.OPTED_OUT else ()
    circumstances = base.circumstances.learn(medium_optouts=optouts)
    return base.model_copy(update={"account": account, "queue": (), "circumstances": circumstances})


def _contacts(chance: Random, reason: DialReason) -> Iterator[Contact]:
    """Calls and texts of some days; what does not count stands between what does."""
    calls = SEVEN_CALLS if reason is DialReason.FREQUENCY else chance.randint(2, 4)
    days = sorted((chance.randint(1, 6) for _ in range(calls)), reverse=True)
    yield _contact(chance, chance.randint(8, 12), chance.choice(_UNANSWERED))
    if reason is not DialReason.PAUSE and chance.random() < 0.5:
        yield _contact(chance, 7 + chance.randint(1, 4), ContactResult.CONVERSATION)
    for day in days:
        yield _contact(chance, day, chance.choice(_UNANSWERED))
    for _ in range(chance.randint(0, 2)):
        text = _contact(chance, chance.randint(1, 6), ContactResult.SENT)
        yield text.model_copy(update={"channel": Channel.SMS})
    if reason is DialReason.PAUSE:
        yield _contact(chance, chance.randint(1, 6), ContactResult.CONVERSATION)


_UNANSWERED = (ContactResult.NO_ANSWER, ContactResult.VOICEMAIL, ContactResult.BUSY)


def _contact(chance: Random, days_ago: int, result: ContactResult) -> Contact:
    at = time(chance.randint(9, 19), chance.choice((5, 15, 30, 45)))
    return Contact(days_ago=days_ago, at=at, result=result)


def _stands(stock: Stock, scenario: Scenario, reason: DialReason, there: datetime) -> bool:
    """Whether the rules come to this reason and to no other, with a hello and nothing more."""
    known = context(scenario, there, channel=Channel.CALL)
    hello = Turn(speaker=Speaker.COLLECTOR, text="Hello, may I speak with Ida Novak?")
    call = Transcript(id="drill", turns=(hello,), began_at=there)
    found = stock.checker.check(call, _at(known, there)).findings
    not_met = {one.rule for one in found if one.standing is Standing.NOT_MET}
    return not_met == ({RULES[reason]} if reason in _FOUND_BEFORE_A_WORD else set())


def _at(known: CallContext, there: datetime) -> CallContext:
    return known.learn(consumer_local_time=there.time().isoformat())


def _facts(
    scenario: Scenario, chance: Random, home: Place, ours: Place, here: datetime
) -> Iterator[tuple[str, str]]:
    yield "Account", f"{chance.choice(names())}, lives in {home.town}, {home.state}"
    yield "Number", scenario.account.phone
    yield "Our clock", f"{here:%A} {here:%H:%M} in {ours.town}, {ours.state}"
    yield "Marked", _marked(scenario)
    yield "Agreed beforehand", "no other time, no call back"


def _marked(scenario: Scenario) -> str:
    flags = scenario.account.flags
    if flags.cease_written is True:
        return "a letter came: contact is to stop"
    if flags.attorney_represented is True:
        return "a lawyer acts for them on this debt, and answers letters"
    return "asked for letters, no calls" if scenario.circumstances.medium_optouts else "nothing"


def _log(account: Account, there: datetime) -> Iterator[tuple[str, ...]]:
    """What was tried, the oldest first, in their own time."""
    for one in sorted(account.contact_log, key=lambda one: (-one.days_ago, one.at)):
        day = there - timedelta(days=one.days_ago)
        what = "text" if one.channel is Channel.SMS else "call"
        yield f"{one.days_ago} ({day:%a})", f"{one.at:%H:%M}", what, one.result.replace("_", " ")


def _why(stock: Stock, scenario: Scenario, reason: DialReason, there: datetime) -> Iterator[str]:
    """What the account shows, and what the rule makes of it."""
    rule = stock.rule(RULES[reason])
    clock = f"It is {there:%H:%M} in {scenario.account.address.city}"
    count = sum(
        one.channel is Channel.CALL and one.days_ago < SEVEN_CALLS
        for one in scenario.account.contact_log
    )
    match reason:
        case DialReason.ALLOWED:
            yield f"{clock}, within 8 to 21."
            yield f"{count} calls in seven days, and no conversation in them; texts do not count."
            yield "Nothing is marked. Up to seven calls are presumed to be no harassment."
        case DialReason.HOURS:
            yield f"{clock}, where they live."
            yield rule.message
        case DialReason.FREQUENCY:
            yield f"There were {count} calls in seven days, answered or not."
            yield rule.message
        case DialReason.PAUSE:
            yield "There was a conversation less than a week ago; a voicemail is no conversation."
            yield rule.message
        case _:
            yield rule.asks
