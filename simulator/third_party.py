"""Somebody else picks up: curious, helpful to the polite, and nobody who should hear of a debt."""

from calls.moves import Act, Ending
from language.names import SAYINGS
from simulator.disclosure import asked_for, disclose
from simulator.facts import Fact, Reveal
from simulator.memory import Kept
from simulator.moment import Draft, Moment

_DEBT = ("debt_mention", "account_detail", "demand_payment")
_WANTS_SOMEBODY = ("ask_right_party", "confirm_identity")


def hear_of_debt(moment: Moment) -> Draft | None:
    """Told what is none of their business: curious first, then wishing they had not asked."""
    if not moment.heard.has(*_DEBT):
        return None
    times = moment.memory.count(Kept.TOLD_OF_DEBT)
    if times == 0 and moment.person.answerer.asks_about > 0:
        return Draft((Act.PROBES_REASON,), remember=(Kept.TOLD_OF_DEBT, Kept.PROBED))
    act = (Act.SNAPS, Act.DEFLECTS, Act.HANGS_UP)[min(times, 2)]
    ending = Ending.HUNG_UP if act is Act.HANGS_UP else None
    return Draft((act,), remember=(Kept.TOLD_OF_DEBT,), ending=ending)


def say_who_is_out(moment: Moment) -> Draft | None:
    """Asked for somebody who is not there; asked again and again, they get short."""
    again = moment.memory.has(Kept.KNOWS_CALLER) or moment.memory.did(Act.SAYS_NOT_HERE)
    introduces = moment.heard.has("self_identification") and again
    if introduces or not moment.heard.has(*_WANTS_SOMEBODY):
        return None
    if moment.memory.did(Act.SAYS_NOT_HERE) > 1 and moment.memory.just(Act.SAYS_NOT_HERE):
        return Draft((Act.SNAPS,))
    draft = Draft((Act.SAYS_NOT_HERE,))
    if not _knows_caller(moment):
        return draft.then(Act.ASKS_WHO)
    return _with_probe(moment, draft)


def snap_at_pressure(moment: Moment) -> Draft | None:
    """They have nothing to do with it."""
    return Draft((Act.SNAPS,)) if moment.heard.harsh else None


def _with_probe(moment: Moment, draft: Draft) -> Draft:
    if not _still_curious(moment):
        return draft
    return draft.then(Act.PROBES_REASON).also(Kept.PROBED)


def _still_curious(moment: Moment) -> bool:
    asked = moment.memory.count(Kept.PROBED)
    return asked < moment.person.answerer.asks_about and not moment.memory.has(Kept.TOLD_OF_DEBT)


def _knows_caller(moment: Moment) -> bool:
    return moment.memory.has(Kept.KNOWS_CALLER) or moment.heard.has("self_identification")


def tell_of_other(moment: Moment) -> Draft | None:
    """When somebody is home: told to whoever asks decently, and kept back from who presses."""
    named = [fact for fact in asked_for(moment) if moment.heard.asks(fact.asked_by)]
    if not named:
        return None
    if not _knows_who_is_wanted(moment):
        return (
            Draft((Act.DEFLECTS,)) if moment.memory.just(Act.ASKS_WHO) else Draft((Act.ASKS_WHO,))
        )
    pressed = moment.memory.has(Kept.TOLD_OF_DEBT) or moment.caused("pressed_third_party")
    if pressed or moment.mood.trust < moment.limits.third_party_helps_trust:
        return Draft((Act.REFUSES,))
    ready = next((fact for fact in named if moment.may_tell(fact)), None)
    if ready is not None:
        return disclose(ready)
    return _told_before(moment, named)


def _knows_who_is_wanted(moment: Moment) -> bool:
    """Whether anybody was asked for: nobody tells a stranger when just somebody is home."""
    return bool(moment.memory.did(Act.SAYS_NOT_HERE)) or moment.heard.has(*_WANTS_SOMEBODY)


def _told_before(moment: Moment, named: list[Fact]) -> Draft:
    told = next((fact for fact in named if moment.told(fact)), None)
    if told is not None:
        return Draft((Act.ANSWERS,), facts=(told.id,))
    never = any(fact.reveal is Reveal.NEVER for fact in named)
    return Draft((Act.REFUSES,) if never else (Act.DEFLECTS,))


def stop_guessing(moment: Moment) -> Draft | None:
    """They asked what it is about and were not told; that is taken with good grace, mostly."""
    if not moment.memory.just(Act.PROBES_REASON) or moment.heard.empty:
        return None
    evasive = not moment.heard.warm and not moment.heard.has("third_party_safe_message")
    if evasive and _still_curious(moment):
        return Draft((Act.PROBES_REASON,), remember=(Kept.PROBED,))
    message = _lets_go(moment)
    return message.first(Act.SOFTENS) if Act.OFFERS_MESSAGE in message.acts else message


def take_message(moment: Moment) -> Draft | None:
    """Told what may be told: a message is offered, or the hint is taken."""
    if not moment.heard.has("third_party_safe_message"):
        return None
    if moment.memory.has(Kept.MESSAGE) or not moment.person.answerer.takes_message:
        return _with_probe(moment, Draft((Act.LISTENS,)))
    return Draft((Act.OFFERS_MESSAGE,), remember=(Kept.MESSAGE,))


def be_curious(moment: Moment) -> Draft | None:
    """The caller says who they are, or does not: who is it, and what is it about?"""
    if not moment.heard.has("self_identification", "greeting", "small_talk"):
        return None
    return _curious(moment)


def get_along(moment: Moment) -> Draft | None:
    """Whatever else makes sense to them."""
    if moment.heard.has("ask_identifier"):
        return Draft((Act.REFUSES,))
    if moment.heard.asks_something and moment.heard.understood:
        return Draft((Act.DEFLECTS,))
    if moment.heard.warm or moment.heard.has("thanks", "affirms", "denies", "gives_reason"):
        return _lets_go(moment)
    if moment.memory.has(Kept.TOLD_OF_DEBT):
        act = Act.SNAPS if moment.memory.just(Act.DEFLECTS) else Act.DEFLECTS
        return Draft((act,), understood=moment.heard.understood)
    return Draft((Act.LISTENS,)) if moment.heard.has(*SAYINGS) else None


def _curious(moment: Moment) -> Draft:
    if not _knows_caller(moment):
        return Draft((Act.ASKS_WHO,)) if not moment.memory.just(Act.ASKS_WHO) else _lets_go(moment)
    if _still_curious(moment):
        return Draft((Act.PROBES_REASON,), remember=(Kept.PROBED,))
    if moment.memory.did(Act.SAYS_NOT_HERE):
        return _lets_go(moment)
    return Draft((Act.ASKS_WHAT_ABOUT,))


def _lets_go(moment: Moment) -> Draft:
    """Nothing is open: a message is offered once."""
    if moment.person.answerer.takes_message and not moment.memory.has(Kept.MESSAGE):
        return Draft((Act.OFFERS_MESSAGE,), remember=(Kept.MESSAGE,))
    return Draft((Act.LISTENS,))
