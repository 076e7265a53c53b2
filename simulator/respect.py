"""What they stand on, and what they do when it is respected or passed over."""

from collections.abc import Iterator

from calls.moves import Act, Ending
from simulator.disclosure import disclose, ready_fact, tell
from simulator.identity import knows_caller
from simulator.memory import Kept, kept
from simulator.moment import Draft, Moment
from simulator.positions import Occasion, Position, PositionKind

_OF_THE_DEBT = ("debt_mention", "account_detail", "demand_payment")
_TO_PAY = ("demand_payment", "offer", "counter_offer", "ask_amount", "ask_method")
_OF_NAME = ("ask_right_party", "confirm_identity")
_ASKED_BACK_AT_MOST = 2
_DOUBTS = ("are you sure", "are you certain", "you sure about", "are you positive")
_MORE_THAN_A_COURTESY = 8
"""So many words after they are known are about something."""


def have_to_go(moment: Moment) -> Draft | None:
    """Who can stay no longer says so and goes; a last question about a better time is answered."""
    position = next((one for one in moment.positions if _is_out_of_time(moment, one)), None)
    if position is None or moment.heard.has("goodbye"):
        return None
    fact = ready_fact(moment)
    if fact is not None:
        return _leaving(disclose(fact), Ending.GOODBYE)
    if moment.memory.has(kept(Kept.RESPECTED, position.kind)):
        return _leaving(Draft((Act.LISTENS,)), Ending.GOODBYE)
    return _leaving(Draft((Act.SAYS_BUSY,)), Ending.HUNG_UP)


def stand_by(moment: Moment) -> Draft | None:
    """The turn goes past what they have stated: said again, then warned, then they are gone."""
    still = (p for p in moment.positions if not p.settled(moment.call.remembered))
    position = next((p for p in still if p.passed_over_by(moment.heard)), None)
    if position is None:
        return None
    word = kept(Kept.PASSED_OVER, position.kind)
    times = moment.memory.count(word)
    if position.cannot_stay:
        steps = [Draft((Act.SAYS_BUSY,)), _hangs_up()]
    else:
        warning = Draft((Act.THREATENS_TO_HANG_UP,), remember=(Kept.WARNED,))
        steps = [Draft((Act.STANDS_BY,)), warning, _hangs_up()]
    return steps[min(times, len(steps) - 1)].also(word)


def believe_it_is_theirs(moment: Moment) -> Draft | None:
    """Led to think that what the dead owed is theirs, they offer to pay, and ask whether it is."""
    if not moment.heard.has("puts_on_family"):
        return None
    position = next((p for p in moment.positions if p.kind is PositionKind.BEREAVED), None)
    return _next_step(moment, position) if position else None


def insist(moment: Moment) -> Draft | None:
    """Asked whether they are sure of what they stand on, nobody says "could be"."""
    still = any(not one.settled(moment.call.remembered) for one in moment.positions)
    doubted = moment.heard.asks_something and moment.heard.mentions(_DOUBTS)
    return Draft((Act.STANDS_BY,)) if still and doubted else None


def be_relieved(moment: Moment) -> Draft | None:
    """What they stand on is respected for the first time: that is noticed, and loosens tongues.

    Asked in the same breath who they are, they say that; what was respected is remembered.
    """
    position = next((one for one in moment.positions if _is_newly_respected(moment, one)), None)
    if position is None or moment.heard.identifiers:
        return None
    if moment.heard.has(*position.answered_with_it):
        return None
    told = tell(moment) if moment.heard.asks_something else None
    if told is not None:
        return told
    more = None if moment.heard.has("goodbye") else _next_step(moment, position)
    return more.first(Act.SOFTENS) if more else Draft((Act.SOFTENS,))


def noticed(moment: Moment) -> tuple[str, ...]:
    """What is remembered of it, whatever else the turn brought them to do."""
    newly = (one for one in moment.positions if _is_newly_respected(moment, one))
    return tuple(kept(Kept.RESPECTED, position.kind) for position in newly)


def have_had_enough(moment: Moment) -> Draft | None:
    """What they come out with when they are pressed is their answer to the pressing."""
    pressed = (one for one in _unsaid(moment) if one.when is Occasion.PRESSED)
    position = next((one for one in pressed if _is_occasion(moment, one)), None)
    return _states(position) if position else None


def bring_up(moment: Moment) -> Draft | None:
    """They come out with what they stand on, when this turn is the occasion."""
    unsaid = _unsaid(moment)
    if not moment.heard.understood:
        unsaid = (one for one in unsaid if one.when is Occasion.COMES_TO_IT)
    position = next((one for one in unsaid if _is_occasion(moment, one)), None)
    if position is None:
        return None
    stated = _states(position)
    if moment.heard.has(*_OF_NAME) and not moment.memory.has(Kept.RIGHT_PARTY):
        return stated.first(Act.CONFIRMS_IDENTITY).also(Kept.RIGHT_PARTY)
    return stated


def bring_up_next(moment: Moment) -> Draft | None:
    """What else they stand on comes out one thing after the other, when nothing was asked."""
    if not moment.heard.understood or moment.heard.has("goodbye"):
        return None
    position = next((one for one in _unsaid(moment) if _occasion_was(moment, one)), None)
    return _states(position) if position else None


def speak_up(moment: Moment) -> Draft | None:
    """Something that they stand on is about to be harmed by good intentions: they say what by."""
    for name in (name for position in moment.positions for name in position.guards):
        fact = moment.person.fact(name)
        if fact and moment.may_tell(fact) and moment.heard.mentions(fact.asked_by.words):
            return disclose(fact)
    return None


def go_on(moment: Moment) -> Draft | None:
    """Once it is respected: what they had kept back, and what they want to know themselves."""
    if moment.heard.asks_something or moment.heard.has("goodbye") or moment.heard.empty:
        return None
    respected = (p for p in moment.positions if moment.memory.has(kept(Kept.RESPECTED, p.kind)))
    steps = (_next_step(moment, position) for position in respected)
    return next((step for step in steps if step), None)


def _is_out_of_time(moment: Moment, position: Position) -> bool:
    if position.stays is None:
        return False
    moves = moment.memory.moves
    stated = next(n for n, move in enumerate(moves) if set(position.facts) & set(move.facts))
    return len(moves) - stated > position.stays


def _leaving(draft: Draft, ending: Ending) -> Draft:
    return Draft((*draft.acts, Act.SAYS_GOODBYE), draft.facts, numbers=draft.numbers, ending=ending)


def _hangs_up() -> Draft:
    return Draft((Act.HANGS_UP,), ending=Ending.HUNG_UP)


def _is_newly_respected(moment: Moment, position: Position) -> bool:
    known = moment.memory.has(kept(Kept.RESPECTED, position.kind))
    return not known and position.respected_by(moment.heard)


def _next_step(moment: Moment, position: Position) -> Draft | None:
    """A fact that was waiting for this, else what they want to know, asked twice at most."""
    facts = (moment.person.fact(name) for name in position.then)
    fact = next((one for one in facts if one and moment.may_tell(one)), None)
    if fact is not None:
        return disclose(fact)
    wonders = position.wonders
    if wonders is None or moment.heard.asks(wonders.eased_by):
        return None
    asked = sum(wonders.id in move.facts for move in moment.memory.moves)
    if asked and not moment.memory.just(Act.ASKS_TERMS):
        return None
    if asked >= _ASKED_BACK_AT_MOST or moment.heard.mentions(wonders.eased_by.words):
        return None
    return Draft((Act.ASKS_TERMS,), facts=(wonders.id,))


def _unsaid(moment: Moment) -> Iterator[Position]:
    """What they have not stated yet and could, as far as other things come before it."""
    said, told = moment.positions, set(moment.call.revealed)
    unsaid = (one for one in moment.person.positions if one not in said)
    return (one for one in unsaid if all(told.issuperset(a) for a in _before(moment, one)))


def _before(moment: Moment, position: Position) -> Iterator[tuple[str, ...]]:
    facts = (moment.person.fact(name) for name in position.facts)
    return (fact.after for fact in facts if fact is not None)


def _states(position: Position) -> Draft:
    return Draft((Act.STATES_POSITION,), facts=position.facts)


def _is_occasion(moment: Moment, position: Position) -> bool:
    heard = moment.heard
    match position.when:
        case Occasion.AT_ONCE:
            return True
        case Occasion.ASKED_WHO_THEY_ARE:
            return knows_caller(moment) and heard.has("ask_identifier", *_OF_THE_DEBT)
        case Occasion.HEARS_OF_DEBT:
            return knows_caller(moment) and heard.has(*_OF_THE_DEBT)
        case Occasion.COMES_TO_IT:
            return _comes_to_it(moment)
        case Occasion.ASKED_TO_PAY:
            return heard.has(*_TO_PAY) or moment.proposal is not None
        case Occasion.PRESSED:
            return moment.hurt() and moment.mood.tension >= moment.limits.snaps_at_tension
        case Occasion.ASKED:
            return False


def _comes_to_it(moment: Moment) -> bool:
    """Who they are is settled, and more is said than thanks; or the debt was named before."""
    heard = moment.heard
    if knows_caller(moment) and heard.has(*_OF_THE_DEBT):
        return True
    more = heard.asks_something or heard.reading.words >= _MORE_THAN_A_COURTESY
    return moment.memory.has(Kept.VERIFIED) and more


def _occasion_was(moment: Moment, position: Position) -> bool:
    """Whether its time has come before, and something else was said then."""
    match position.when:
        case Occasion.AT_ONCE:
            return True
        case Occasion.ASKED_WHO_THEY_ARE | Occasion.HEARS_OF_DEBT | Occasion.COMES_TO_IT:
            return moment.memory.has(Kept.KNOWS_DEBT) and knows_caller(moment)
        case _:
            return False
