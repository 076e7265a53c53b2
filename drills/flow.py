"""What comes next: a model call up to a turn, and which of four lines is said then.

The right line meets a rule where the model call meets it. The others are not right for a reason
that can be shown: the rules find something in them at this place, or they were said already.
"""

from collections.abc import Iterator
from typing import NamedTuple

from calls.turn import Speaker, Transcript, Turn
from compliance_rules.finding import CheckResult, Finding, Standing
from drills.item import Item, Kind, source_of
from drills.playing import Played, model_call, offered, poor_call
from drills.stock import Stock, dice, mixed
from simulator.scenario import Scenario

PREFIX = "next/"
_SHOWN = 4
"""So many turns before it are shown."""
_OTHERS = 3
_TRIES = 8
"""So many lines are tried in a place before it is left."""


class Wrong(NamedTuple):
    """A line that is not right in a place, and why."""

    line: str
    why: str


def next_cards(stock: Stock) -> tuple[str, ...]:
    """A card for each call, the easiest first."""
    calls = sorted(offered(stock), key=lambda one: (one.level, one.minutes, one.id))
    return tuple(f"{PREFIX}{one.id}" for one in calls)


def next_item(stock: Stock, card: str, nth: int) -> Item | None:
    """A question at one of the turns at which the model call does what a rule asks."""
    chance = dice(card, nth)
    scenario = stock.scenarios[card.removeprefix(PREFIX)]
    played = model_call(stock, scenario)
    result = stock.checker.check(played.call, played.context)
    places = list(_places(stock, played, result))
    chance.shuffle(places)
    for turn, rule_id in places:
        wrong = wrong_lines(stock, scenario, played, turn)
        if len(wrong) < _OTHERS:
            continue
        others = wrong[:_OTHERS]
        line = played.call.turns[turn].text
        choices, right = mixed(chance, line, [one.line for one in others])
        rule = stock.rule(rule_id)
        return Item(
            card=card,
            nth=nth,
            kind=Kind.NEXT,
            question=f"{scenario.brief.who} What do you say next?",
            turns=played.call.turns[max(0, turn - _SHOWN) : turn],
            choices=choices,
            right=right,
            whys={choices.index(one.line): one.why for one in others},
            why=f"It is the moment for this: {rule.asks}",
            source=source_of(rule),
        )
    return None


def _places(stock: Stock, played: Played, result: CheckResult) -> Iterator[tuple[int, str]]:
    """Turns of ours, after the first, at which a rule that is asked about is met."""
    ours = [n for n, turn in enumerate(played.call.turns) if turn.speaker is Speaker.COLLECTOR]
    found = {one.turn for one in result.findings if one.standing is Standing.NOT_MET}
    for met in result.met:
        if met.turn in ours[1:] and met.turn not in found and met.rule in stock.rules:
            yield met.turn, met.rule


def wrong_lines(stock: Stock, scenario: Scenario, played: Played, turn: int) -> list[Wrong]:
    """Lines that are not right in this place, each with the reason; what a rule finds first."""
    before, right = played.call.turns[:turn], played.call.turns[turn].text
    said = [one.text for one in before if one.speaker is Speaker.COLLECTOR]
    later = [one.text for one in played.call.turns[turn + 1 :] if _is_ours(one)]
    poor = [one.text for one in poor_call(stock, scenario).call.turns if _is_ours(one)]
    fresh = [one for one in dict.fromkeys((*poor, *later)) if one not in (*said, right)]
    wrong = []
    for line in fresh[:_TRIES]:
        finding = _finding(stock, played, (*before, _ours(line)))
        if finding is not None:
            wrong.append(Wrong(line, f"{finding.message} ({finding.citation})"))
        if len(wrong) == _OTHERS:
            return wrong
    said_before = [one for one in dict.fromkeys(reversed(said)) if one != right]
    again = (Wrong(line, "You said that already.") for line in said_before)
    return [*wrong, *again] if wrong else []


def _finding(stock: Stock, played: Played, turns: tuple[Turn, ...]) -> Finding | None:
    """What the rules find in the last of these turns, if it is not met there."""
    call = Transcript(id=played.call.id, turns=turns, began_at=played.call.began_at)
    found = stock.checker.check(call, played.context).findings
    return next(
        (one for one in found if one.turn == len(turns) - 1 and one.standing is Standing.NOT_MET),
        None,
    )


def _is_ours(turn: Turn) -> bool:
    return turn.speaker is Speaker.COLLECTOR


def _ours(line: str) -> Turn:
    return Turn(speaker=Speaker.COLLECTOR, text=line)
