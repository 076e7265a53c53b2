"""Say it better: somebody's words that did not do, and one's own instead, checked as on a call.

Two kinds: words that a rule flags, and a line that passed over what somebody told. Both are marked
by the functions that mark calls: the rules, the parts of conduct, the levels of empathy.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from calls.context import CallContext
from calls.turn import Speaker, Transcript, Turn
from compliance_rules.examples import Flagged
from compliance_rules.finding import Standing
from compliance_rules.rule import Rule
from drills.finding import in_setting, known_in_words, short_calls
from drills.item import Item, Kind, Marked, Said, Source, source_of
from drills.playing import offered, poor_call
from drills.stock import Stock, dice
from language.reading import Reading
from scoring.conduct import PARTS
from scoring.empathy.cues import CUES, FORMULA, NAMED, cue_signal, level
from scoring.empathy.proposals import proposal

RULE, HEARD = "better/", "heard/"
FEWEST_WORDS = 4
LONGEST_ANSWER = 600
_TRIES = 4
_LONGEST = 3
_CRISIS = "crisis_self_harm"
_SETTLED = frozenset(
    {
        "fdcpa.comm.disclosure_before_verification",
        "fdcpa.false.mini_miranda_initial",
        "fdcpa.false.mini_miranda_subsequent",
        "house.identity_verified_first",
    }
)
"""What was settled before: the exchange begins in the middle of a call, with whom it is about."""
_SOURCE = Source(
    citation="Levels of empathic response after Suchman 1997 and the ECCS (Bylund and Makoul)"
)


def better_cards(stock: Stock) -> tuple[str, ...]:
    """A card for each rule about words, and one for each call in which somebody is passed over."""
    rules = (rule for rule, _ in stock.rules.values() if any(_flagged(rule)))
    return (
        *(f"{HEARD}{one.id}" for one in offered(stock)),
        *(f"{RULE}{rule.id}" for rule in rules),
    )


def better_item(stock: Stock, card: str, nth: int) -> Item | None:
    """A question whose example passes and whose flagged words do not; None where there is none."""
    if card.startswith(HEARD):
        return _passed_over(stock, card, nth)
    rule, pack = stock.rules[card.removeprefix(RULE)]
    calls = list(_flagged(rule))
    dice(card, nth).shuffle(calls)
    for call, known in calls[:_TRIES]:
        item = Item(
            card=card,
            nth=nth,
            kind=Kind.BETTER,
            question="How would you say it, so that no rule speaks against it?",
            facts=tuple(known_in_words(known)),
            turns=call.turns,
            context=in_setting(pack, known),
            example=rule.better,
            why=rule.asks,
            source=source_of(rule),
        )
        if _works(stock, item):
            return item
    return None


def _passed_over(stock: Stock, card: str, nth: int) -> Item | None:
    """A turn of a poor call in which somebody told something and got a formula, or less."""
    played = poor_call(stock, stock.scenarios[card.removeprefix(HEARD)])
    readings = stock.checker.reader.read_call(played.call)
    for cue, answer in pairwise(readings):
        theirs = cue.turn.speaker is Speaker.CONSUMER and cue.has(*CUES)
        if not theirs or cue.has(_CRISIS) or level(cue, answer) > FORMULA:
            continue
        item = Item(
            card=card,
            nth=nth,
            kind=Kind.BETTER,
            question="They told you something. Say it so that they notice you heard it.",
            turns=played.call.turns[max(0, cue.index - 2) : answer.index + 1],
            context=played.context,
            example=proposal(cue, cue_signal(cue)),
            why=(
                "An answer that names what they told, or takes up their words, counts more than "
                "a set phrase. What the words show is looked at, and nothing else."
            ),
            source=_SOURCE,
        )
        if _works(stock, item):
            return item
    return None


def mark_words(stock: Stock, item: Item, words: str) -> Marked:
    """What was looked at in an answer in one's own words; right where nothing speaks against it."""
    turn = Turn(speaker=Speaker.COLLECTOR, text=words)
    call = Transcript(id="drill", turns=(*item.turns[:-1], turn))
    readings = stock.checker.reader.read_call(call)
    parts = (
        *_by_rules(stock, item, readings),
        *_by_manner(readings[-1]),
        *_by_empathy(item, readings),
        *_says_something(readings[-1]),
    )
    return Marked(right=all(part.met for part in parts), parts=parts)


def _by_rules(stock: Stock, item: Item, readings: Sequence[Reading]) -> Iterator[Said]:
    """The rule in question, open or not; and whatever others are not met by these words."""
    found = stock.checker.check_readings(readings, item.context).findings
    here = [one for one in found if one.turn == len(readings) - 1]
    rule = _rule(stock, item)
    ours = next((one for one in here if rule is not None and rule.id in one.rules), None)
    if rule is not None:
        yield Said(met=ours is None, text=ours.message if ours else f"{rule.title}: nothing found")
    for one in here:
        if one is not ours and one.standing is Standing.NOT_MET and _SETTLED.isdisjoint(one.rules):
            yield Said(met=False, text=f"{one.message} ({one.citation})")


def _rule(stock: Stock, item: Item) -> Rule | None:
    """The rule that flagged the words, where one did."""
    return stock.rule(item.card.removeprefix(RULE)) if item.card.startswith(RULE) else None


def _by_manner(reading: Reading) -> Iterator[Said]:
    for part in PARTS:
        said = (one for one in reading.signals if one.name in part.names and one.asserted)
        for one in said:
            if part.cost(one):
                text = f"“{one.text}” is one of the {part.wrong}. {part.instead(one)}"
                yield Said(met=False, text=text)
                break


def _by_empathy(item: Item, readings: Sequence[Reading]) -> Iterator[Said]:
    if not item.card.startswith(HEARD):
        return
    cue, answer = readings[-2], readings[-1]
    reached = level(cue, answer)
    met = reached >= NAMED
    told = "it names or takes up what they told" if met else "it does not take up what they told"
    yield Said(met=met, text=f"Level {reached} of 5: {told}")


def _says_something(reading: Reading) -> Iterator[Said]:
    """Silence and talk beside the matter break no rule, and are no better words either."""
    if reading.words < FEWEST_WORDS:
        yield Said(met=False, text=f"At least {FEWEST_WORDS} words, as you would say them")
    elif not any(one.asserted for one in reading.signals):
        yield Said(met=False, text="Nothing in it was recognised as part of a call")


def _works(stock: Stock, item: Item) -> bool:
    was = item.turns[-1].text
    return mark_words(stock, item, item.example).right and not mark_words(stock, item, was).right


def _flagged(rule: Rule) -> Iterator[tuple[Transcript, CallContext]]:
    """Short calls that end with flagged words of ours."""
    for example, call in short_calls(rule, _LONGEST):
        if isinstance(example, Flagged):
            yield call, example.context
