"""A yes, and what has to be settled before it: worries, own conditions, time to think."""

from collections.abc import Iterator

from calls.money import Offer
from calls.moves import Act
from simulator.affordable import Verdict
from simulator.agreement import accepts, judged
from simulator.disclosure import tell
from simulator.facts import Fear, FearKind
from simulator.fears import PUT_BY, eases, just_put, settles
from simulator.memory import Kept, kept
from simulator.moment import Draft, Moment

_PUT_AT_MOST = 2
"""So often something is put to the collector; then the offer is left where it is."""


def agree(moment: Moment, offer: Offer, tight: bool) -> Draft:
    """A yes to this, or what they want settled before it; `tight` is what they can just keep."""
    fear = next(_unsettled(moment, tight), None)
    return accepts(offer) if fear is None else _puts(moment, offer, fear)


def after_an_answer(moment: Moment) -> Draft | None:
    """They put something to the collector before a yes: it was answered, or passed over."""
    standing, fear = moment.memory.standing, just_put(moment.memory, moment.person.fears)
    if standing is None or fear is None or moment.heard.harsh:
        return None
    if moment.call.accepted is not None or moment.heard.has("goodbye"):
        return None
    if not settles(moment.heard, fear):
        return _still_open(moment, fear)
    if fear.kind is FearKind.TIME:
        return _has_time(moment)
    return agree(moment, standing, judged(moment, standing).verdict is Verdict.TIGHT)


def noticed(moment: Moment) -> tuple[str, ...]:
    """What is remembered of what settles a condition or gives time, whatever the turn brought."""
    lasting = (f for f in moment.person.fears if f.kind is not FearKind.WORRY)
    return tuple(_settled(fear) for fear in lasting if _settles_now(moment, fear))


def _unsettled(moment: Moment, tight: bool) -> Iterator[Fear]:
    """What stands between them and a yes, in the order in which they put it."""
    fears = moment.person.fears
    yield from (f for f in fears if f.kind is FearKind.CONDITION and not _is_met(moment, f))
    if tight:
        yield from _worries(moment)
        yield from (fear for fear in fears if fear.kind is FearKind.TIME)


def _is_met(moment: Moment, fear: Fear) -> bool:
    return moment.memory.has(_settled(fear)) or _settles_now(moment, fear)


def _settles_now(moment: Moment, fear: Fear) -> bool:
    """Whether this turn settles it: in the scenario's words, or as an answer where it was put."""
    if just_put(moment.memory, moment.person.fears) == fear:
        return settles(moment.heard, fear)
    return eases(moment.heard, fear) and not moment.heard.harsh


def _worries(moment: Moment) -> Iterator[Fear]:
    """What they still want to know before they agree, unless it was just laid to rest."""
    fresh = [
        fear
        for fear in moment.person.fears
        if fear.kind is FearKind.WORRY and not moment.memory.has(kept(Kept.TESTED, fear.id))
    ]
    eased = [fear for fear in fresh if eases(moment.heard, fear)]
    settled = moment.memory.count(Kept.TESTED) + bool(eased)
    if moment.scenario.means and settled < moment.person.bargaining.tests_before_accepting:
        yield from (fear for fear in fresh if fear not in eased)


def _puts(moment: Moment, offer: Offer, fear: Fear) -> Draft:
    if fear.kind is FearKind.TIME and _is_met(moment, fear):
        return _has_time(moment)
    if _times_put(moment, fear) >= _PUT_AT_MOST:
        return Draft((Act.REFUSES,), remember=(Kept.SAID_WHAT_IT_TAKES,))
    draft = Draft((PUT_BY[fear.kind],), facts=(fear.id,), numbers=(offer.amount,))
    if fear.kind is FearKind.WORRY:
        return draft.first(Act.HESITATES).also(Kept.TESTED, kept(Kept.TESTED, fear.id))
    return draft


def _still_open(moment: Moment, fear: Fear) -> Draft | None:
    """It was passed over: put once more, then the offer is left open."""
    if moment.heard.has("open_question") or not moment.heard.understood:
        return None
    if _times_put(moment, fear) >= _PUT_AT_MOST:
        return Draft((Act.HESITATES,))
    return Draft((PUT_BY[fear.kind],), facts=(fear.id,))


def _has_time(moment: Moment) -> Draft:
    """They will think about it; asked when they will know, they say so."""
    told = tell(moment) if moment.heard.asks_something else None
    if told is not None:
        return told.also(Kept.WILL_THINK)
    act = Act.HESITATES if moment.memory.has(Kept.WILL_THINK) else Act.THANKS
    return Draft((act,), remember=(Kept.WILL_THINK,))


def _times_put(moment: Moment, fear: Fear) -> int:
    return sum(fear.id in move.facts for move in moment.memory.moves)


def _settled(fear: Fear) -> str:
    return kept(Kept.SETTLED, fear.id)
