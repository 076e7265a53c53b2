"""The slots of a bot's lines, filled the way people write amounts, rhythms and days."""

from datetime import date
from random import Random
from string import Formatter

from calls.money import Country, Every, Money, Offer
from simulator import spoken
from simulator.bots.table import Named
from simulator.desk import Desk


def fill(
    form: str, desk: Desk, me: str, told: Offer | None, named: Named, rng: Random
) -> str | None:
    """The line with its slots filled; None where one of them is not known yet."""
    known = _known(desk, me, told, named, rng)
    slots = [slot for _, slot, _, _ in Formatter().parse(form) if slot]
    if any(known.get(slot) is None for slot in slots):
        return None
    text = form.format_map(known)
    return text[:1].upper() + text[1:]


def _known(
    desk: Desk, me: str, told: Offer | None, named: Named, rng: Random
) -> dict[str, str | None]:
    first, _, last = desk.name.partition(" ")
    known = {
        "name": desk.name,
        "first": first,
        "last": last,
        "me": me,
        "house": desk.house.name,
        "call_back": desk.house.call_back,
        "creditor": desk.account.creditor,
        "kind": desk.account.debt_type.replace("_", " "),
        "due": amount(desk.due, rng),
        "notice": desk.house.notice("collector_disclosure"),
        "on_a_machine": _notice(desk, "on_a_machine", me),
        "by_email": _notice(desk, "by_email", me),
        "program": desk.program.lower() if desk.program else None,
        "method": named.method,
        "hours": named.hours,
        "day": day(named.day, desk.today, desk.house.country, rng) if named.day else None,
    }
    return known | (deal(told, desk, rng) if told else {})


def _notice(desk: Desk, name: str, me: str) -> str | None:
    """Words of the house with the bot's name in them, where the house has such."""
    if all(one.id != name for one in desk.house.notices):
        return None
    return desk.house.notice(name).replace("[your name]", me)


def deal(offer: Offer, desk: Desk, rng: Random) -> dict[str, str | None]:
    """What is proposed or agreed, as a whole and in its parts."""
    said = amount(offer.amount, rng)
    every = spoken.rhythm(offer.schedule.every, rng)
    begins = offer.schedule.start
    start = day(begins, desk.today, desk.house.country, rng) if begins else None
    if every is None:
        whole = f"{said} {spoken.on(start)}" if start else said
    else:
        whole = f"{said} {every}" + (f", starting {start}" if start else "")
    return {"amount": said, "rhythm": every, "starts": start, "deal": whole}


def amount(money: Money, rng: Random) -> str:
    """An amount as people write it."""
    forms = [spoken.amount(money, rng)]
    if not money.cents % 100:
        forms += [f"{money.cents // 100} {spoken.unit(money)}", spoken.in_figures(money)]
    return rng.choice(forms)


def day(when: date, today: date, country: Country, rng: Random) -> str:
    """A day as people write it there."""
    nth = f"{when.day}{_ending(when.day)}"
    near = _is_near(when, today)
    forms = (
        spoken.day(when, today, country),
        spoken.written_day(when, country),
        spoken.of_month(f"{when:%B}", nth, country),
        f"the {nth}" if near else spoken.of_month(f"{when:%b}", str(when.day), country),
    )
    return rng.choice(forms)


def _is_near(when: date, today: date) -> bool:
    return 1 < (when - today).days < 25


def _ending(number: int) -> str:
    if number in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def once(offer: Offer) -> bool:
    """Whether it is a single payment."""
    return offer.schedule.every is Every.ONCE
