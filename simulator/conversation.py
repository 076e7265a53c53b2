"""Everything else that is said in a call: questions without a fact, statements, courtesies."""

from calls.moves import Act
from language.names import SAYINGS
from language.questions import asks_for_more, asks_which
from simulator.disclosure import tell, volunteer
from simulator.memory import Kept, kept
from simulator.moment import Draft, Moment

_ABOUT_THE_DEBT = ("debt_mention", "account_detail")
_KIND = (
    *("acknowledgement", "reflection", "apology", "explain_rights", "honour_stop"),
    "sets_boundary",
)
_COURTESY = (
    "greeting",
    "small_talk",
    "self_identification",
    "recording_notice",
    "collector_disclosure",
    "hold",
    "transfer",
    "affirms",
    "denies",
    "accept",
    "refuse",
    "confirm_identity",
    "ask_right_party",
    "gives_reason",
    "explains_terms",
    "third_party_safe_message",
    "honour_dispute",
)


def wonder_how_they_know(moment: Moment) -> Draft | None:
    """Something came up that they never told: that is asked before anything else, once."""
    if not moment.caused("knew_too_much"):
        return None
    for fact in moment.person.facts:
        word = kept(Kept.SUSPICIOUS, fact.id)
        if fact.suspicion is None or moment.told(fact) or moment.memory.has(word):
            continue
        if moment.heard.mentions(fact.suspicion.words):
            return Draft((Act.ASKS_BACK,), remember=(word,))
    return None


def hear_of_debt(moment: Moment) -> Draft | None:
    """The first time the debt is named to them; a question in the same turn is answered as well."""
    if moment.memory.has(Kept.KNOWS_DEBT) or not moment.heard.has(*_ABOUT_THE_DEBT):
        return None
    if moment.heard.asks_something:
        told = tell(moment)
        if told is not None:
            return told
    more = volunteer(moment)
    return more.first(Act.ACKNOWLEDGES_DEBT) if more else Draft((Act.ACKNOWLEDGES_DEBT,))


def answer_question(moment: Moment) -> Draft | None:
    """What they were asked about, or what they would rather not say."""
    if not moment.heard.asks_something and not moment.heard.has("ask_method"):
        return None
    if _asks_how_before_whether(moment):
        return Draft((Act.REFUSES,))
    told = tell(moment)
    if told is not None:
        return told
    if asks_for_more(moment.heard.reading):
        return Draft((Act.ANSWERS,), remember=(Kept.NOTHING_ELSE,))
    if moment.heard.has("open_question"):
        return Draft((Act.DISCLOSES,) if moment.call.revealed else (Act.DEFLECTS,))
    if moment.heard.has("ask_commitment_date", "ask_method"):
        return Draft((Act.HESITATES,))
    return None


def _asks_how_before_whether(moment: Moment) -> bool:
    """Asked for a card as if they had said yes to what was demanded of them a moment ago."""
    demanded = any(
        moment.memory.since(kept(Kept.CAUSE, cause), 1)
        for cause in ("demanded_before_asking", "demanded_again")
    )
    named = moment.call.accepted is not None or moment.memory.my_last is not None
    return demanded and moment.heard.has("ask_method") and not named


def respond_to_kindness(moment: Moment) -> Draft | None:
    """Help was offered, or a kind word said."""
    if moment.heard.has("promise_hardship_help") and not moment.memory.did(Act.ASKS_OPTIONS):
        return Draft((Act.ASKS_OPTIONS,))
    if moment.heard.has("sets_boundary") and moment.heard.reading.has("dismisses"):
        return Draft((Act.REFUSES,) if moment.memory.just(Act.SNAPS) else (Act.SNAPS,))
    if not moment.heard.has(*_KIND, "promise_hardship_help"):
        return None
    more = volunteer(moment)
    if more is not None:
        return more
    return Draft((Act.LISTENS,) if moment.memory.just(Act.SOFTENS) else (Act.SOFTENS,))


def take_note(moment: Moment) -> Draft | None:
    """A statement that asks for no more than a sign of listening."""
    if moment.heard.has("thanks") and moment.call.accepted is not None:
        return Draft((Act.LISTENS,) if moment.memory.did(Act.THANKS) else (Act.THANKS,))
    if moment.heard.has(*_COURTESY, "thanks"):
        return Draft((Act.LISTENS,))
    if moment.heard.asks_something and moment.heard.understood:
        return _has_nothing_to_say(moment)
    if moment.heard.has(*_ABOUT_THE_DEBT):
        return Draft((Act.LISTENS,))
    if moment.heard.has(*SAYINGS):
        return Draft((Act.LISTENS,))
    if moment.heard.topics:
        tense = moment.mood.tension >= moment.limits.snaps_at_tension
        return Draft((Act.HESITATES if tense else Act.LISTENS,), understood=False)
    return None


def _has_nothing_to_say(moment: Moment) -> Draft:
    """A question for which they have no answer of their own: "could be" fits a yes or no alone."""
    ways = (Act.DEFLECTS, Act.HESITATES) if asks_which(moment.heard.reading) else (Act.ANSWERS,)
    fresh = [act for act in ways if not moment.memory.just(act)] or [Act.HESITATES]
    return Draft((fresh[0],))
