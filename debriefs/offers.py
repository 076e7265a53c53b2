"""What was on the table, in words: each offer, the whole of it, and what it is worth."""

from collections.abc import Iterator, Mapping

from calls.money import Every, Offer
from calls.turn import Speaker, turn_number
from debriefs.words import Day
from scoring.negotiation import Bargaining, Feasible, TabledOffer, Worth

COUNTED = "Counted in this call"
NO_YARDSTICK = (
    "Rackham and Carlisle (1978) counted these in labour negotiations face to face, by the hour or "
    "as a share of all that was done. It is another kind of talk: no yardstick, and no mark."
)
_FEASIBLE = {
    True: "yes, they can keep it and you may agree it",
    False: "no, it is more than they can keep, or not within your authority",
    None: "nobody could know, too little of their month was told",
}


def told_along(made: Bargaining, names: Mapping[Speaker, str], day: Day) -> Mapping[int, list[str]]:
    """For each turn the offers that were put on the table in it, and by whom."""
    along: dict[int, list[str]] = {}
    for one in made.offers:
        whose = names[one.by]
        verb = "offer" if whose == "You" else "offers"
        agreed = " (agreed)" if one.accepted else ""
        step = f" ({step_told(made, one)})" if step_told(made, one) else ""
        line = f"On the table: {whose} {verb} {offer_told(one, day)}{step}{agreed}."
        along.setdefault(one.turn, []).append(line)
    return along


def offer_told(one: TabledOffer, day: Day) -> str:
    """An offer with its rhythm, its days and what follows it."""
    word = "on" if one.every is Every.ONCE else "from"
    start = f" {word} {day(one.start)}" if one.start else ""
    count = f", {one.count} times" if one.count and one.count > 1 else ""
    then = "".join(f", then {row.amount} on {day(row.due)}" for row in one.then)
    return f"{one.amount} {one.every.told}{start}{count}{then}"


def step_told(made: Bargaining, one: TabledOffer) -> str:
    """How far an offer of ours came down from the last, and what came of it; "" where it did not.

    To come down before they had told or offered anything is to bargain against oneself.
    """
    step = next((c for c in made.concessions if c.turn == one.turn), None)
    if step is None or one.by is not Speaker.COLLECTOR:
        return ""
    came = "they came closer or took it" if step.returned else "nothing came back for it"
    alone = ", against yourself" if step.against_oneself else ""
    return f"down by {step.by} ({step.part:.0%}){alone}; {came}"


def agreed_told(offer: Offer | None, day: Day) -> str:
    """What was agreed on the call, with the way it is paid."""
    if offer is None:
        return "nothing"
    start = f" from {day(offer.schedule.start)}" if offer.schedule.start else ""
    how = f", by {offer.method}" if offer.method else ""
    then = "".join(f", then {row.amount} on {day(row.due)}" for row in offer.then)
    return f"{offer.amount} {offer.schedule.every.told}{start}{then}{how}"


def in_words(made: Bargaining) -> str:
    """All of it in two or three sentences, for whoever does not see the plot."""
    zone, agreed = made.zone, made.agreed
    ended = "Nothing was agreed."
    if agreed is not None:
        whose = "" if agreed.by is Speaker.COLLECTOR else ", as they proposed,"
        turn = turn_number(made.yes_at if made.yes_at is not None else agreed.turn)
        ended = f"It ended at {_level(made, agreed)}{whose or ','} agreed in turn {turn}."
    told = f"{_count(made)} {ended}"
    if zone is None:
        return told
    if not zone.possible:
        return f"{told} No arrangement was possible: their most lay below your floor."
    if made.possible is None:
        return told
    floor, most = made.possible
    if floor == most:
        return f"{told} The one thing that was possible is {most} {made.measure.value}."
    return (
        f"{told} The band is what was possible: from {floor} (your floor) to {most} "
        f"{made.measure.value} (the most they could keep up)."
    )


def _count(made: Bargaining) -> str:
    ours = sum(one.by is Speaker.COLLECTOR for one in made.offers)
    theirs = len(made.offers) - ours
    # To say yes to what they propose, and to read it back, is no offer, and nothing was left out.
    mine = f"You made {_offers(ours)}" if ours else "You made no offer of your own"
    return f"{mine}, they made {_offers(theirs)}."


def _offers(count: int) -> str:
    return "no offer" if not count else "one offer" if count == 1 else f"{count} offers"


def _level(made: Bargaining, offer: TabledOffer) -> str:
    return f"{made.level(offer)} {made.measure.value}"


def worth_drawing(made: Bargaining) -> bool:
    """Whether a plot shows more than the words: not of a single offer beside nothing."""
    return len(made.offers) > 1 or bool(made.offers and made.zone)


def facts_told(made: Bargaining) -> Iterator[tuple[str, str]]:
    """What was possible, what the agreement is worth beside it, and whether it can be kept."""
    zone = made.zone
    if zone is not None and zone.possible:
        floor, most = zone.floor_in_all, zone.most_in_all
        between = f"from {floor} to {most}" if floor != most else f"{most}"
        yield "Possible in all", f"{between}, of {zone.owed} that is due"
    if made.worth is not None and made.agreed is not None:
        yield from _worth_told(made.worth)
        yield from _feasible_told("Feasible", made.agreed, made.worth.feasible)
    elif made.last_offer is not None and made.last_of_ours is not None:
        yield from _feasible_told("Your last offer", made.last_of_ours, made.last_offer)


def _feasible_told(what: str, one: TabledOffer, told: Feasible) -> Iterator[tuple[str, str]]:
    """By what they told and in truth; what is put by once shows in nobody's month."""
    if one.every is not Every.ONCE:
        yield f"{what}, by what they told", _FEASIBLE[told.by_what_was_told]
    if told.in_truth is not None:
        yield f"{what}, by what there is", _FEASIBLE[told.in_truth]
    if told.unasked:
        unasked = ", ".join(told.unasked)
        yield "Never told on the call", f"{unasked}. By what you heard, nobody could know it fits."


def counted_told(made: Bargaining) -> Iterator[tuple[str, str, str, str]]:
    """What was counted: its name, the turns, per 100 turns, and what it was in their study."""
    for one in made.countables:
        yield one.name, str(one.count), f"{one.per_100_turns:g}", one.in_their_study


def _worth_told(worth: Worth) -> Iterator[tuple[str, str]]:
    """What the agreement is worth to the creditor, and what it takes of the one who pays."""
    if worth.recovered_share is not None:
        yield "It brings", f"{worth.total}, {worth.recovered_share:.0%} of what is due"
    of_due = (
        f"{worth.present_value_share:.0%} of what is due, " if worth.present_value_share else ""
    )
    yield "Worth today", f"{worth.present_value}, {of_due}as payments come later"
    if worth.takes is not None:
        flag = ": more than can be kept" if worth.over else ""
        yield "It takes", f"{worth.takes:.0%} of what there is{flag}"
    if worth.kept is not None and worth.expected_share is not None:
        kept = f"about {worth.kept:.0%} of such promises (an assumption of ours)"
        yield "Likely kept", f"{kept}, so {worth.expected_share:.0%} of what is due"
    if worth.zone_share is not None:
        yield "Of what was possible", f"{worth.zone_share:.0%} of the way from floor to most"
