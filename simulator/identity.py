"""Who is calling, and who is asked: what happens before a stranger is trusted with a birth date."""

from calls.moves import Act, Ending
from language.questions import asks_which
from simulator.facts import Identifier
from simulator.memory import Kept, kept
from simulator.moment import Draft, Moment
from simulator.positions import PositionKind

_DEBT = ("debt_mention", "account_detail", "demand_payment")


def settle_identity(moment: Moment) -> Draft | None:
    """What they do while it is open who is who; None once the call is about something else."""
    if _keeps_asking_who(moment):
        return _asks_again_or_goes(moment)
    if moment.heard.identifiers and not _is_about_something_else(moment):
        return _asked_identifier(moment, _wanted(moment))
    if _why_is_open(moment):
        return _after_reason(moment)
    if moment.memory.has(Kept.KNOWS_DEBT) or moment.positions:
        return _still_here(moment)
    if moment.heard.has(*_DEBT):
        return _told_early(moment)
    if moment.heard.has("ask_right_party", "confirm_identity"):
        return _asked_name(moment)
    if moment.memory.has(Kept.RIGHT_PARTY):
        return None if moment.heard.has("collector_disclosure") else _asks_about(moment)
    return _stranger(moment)


def _asks_again_or_goes(moment: Moment) -> Draft:
    """Who has asked often enough who it is does not talk to somebody without a name."""
    if moment.memory.did(Act.ASKS_WHO) < moment.limits.asks_who_at_most:
        return Draft((Act.ASKS_WHO,))
    return Draft((Act.HANGS_UP,), ending=Ending.HUNG_UP)


def _is_about_something_else(moment: Moment) -> bool:
    """Once they are known, "what is your new address?" asks for news, not for a proof."""
    unnamed = set(moment.heard.identifiers) <= {"other", ""}
    if unnamed and (moment.heard.has("ask_method") or moment.memory.has(Kept.VERIFIED)):
        return True
    if not moment.memory.has(Kept.VERIFIED):
        return False
    news = (fact for fact in moment.person.facts if not moment.told(fact))
    return moment.heard.has("recap") or any(
        moment.heard.mentions(fact.asked_by.words) for fact in news
    )


def _keeps_asking_who(moment: Moment) -> bool:
    """They asked who is calling and were told something else."""
    open_still = moment.memory.just(Act.ASKS_WHO) and not knows_caller(moment)
    return open_still and moment.heard.understood


def _still_here(moment: Moment) -> Draft | None:
    asks_name = moment.heard.has("ask_right_party", "confirm_identity")
    if asks_name and not moment.memory.has(Kept.RIGHT_PARTY):
        return Draft((Act.CONFIRMS_IDENTITY,), remember=_name_words(moment))
    return None


def _name_words(moment: Moment) -> tuple[str, ...]:
    """What is kept with a yes to the name; "who am I speaking to?" asks for the name itself."""
    asked = asks_which(moment.heard.reading)
    return (Kept.RIGHT_PARTY, Kept.ASKED_NAME) if asked else (Kept.RIGHT_PARTY,)


def _asked_name(moment: Moment) -> Draft:
    knows = knows_caller(moment)
    if knows:
        return _confirms(moment)
    if moment.memory.has(Kept.RIGHT_PARTY):
        return Draft((Act.ASKS_WHO,))
    if moment.mood.trust >= moment.limits.half_says_yes and not moment.memory.did(Act.ASKS_WHO):
        return Draft((Act.CONFIRMS_IDENTITY, Act.ASKS_WHO), remember=_name_words(moment))
    return Draft((Act.ASKS_WHO,))


def _confirms(moment: Moment) -> Draft:
    said = Draft((Act.CONFIRMS_IDENTITY,), remember=_name_words(moment))
    if moment.memory.did(Act.ASKS_WHAT_ABOUT) or moment.heard.has("collector_disclosure"):
        return said
    return said.then(Act.ASKS_WHAT_ABOUT)


def _asks_about(moment: Moment) -> Draft | None:
    """The right party, who still does not know what the call is about."""
    if not knows_caller(moment):
        return Draft((Act.ASKS_WHO,))
    if _was_called_before(moment):
        return None
    if moment.memory.did(Act.ASKS_WHAT_ABOUT) < 2:
        return Draft((Act.ASKS_WHAT_ABOUT,))
    return Draft((Act.HESITATES,), remember=(Kept.STILL_WHAT_ABOUT,))


def _was_called_before(moment: Moment) -> bool:
    """Who was talked to before knows what it is about: asked for it, or told off, they answer."""
    first = moment.scenario.circumstances.first_communication
    answers = moment.heard.asks_something or moment.heard.has("sets_boundary")
    return first is False and answers and moment.memory.did(Act.ASKS_WHAT_ABOUT) > 0


def _stranger(moment: Moment) -> Draft | None:
    """Somebody talks who has not said whom they want."""
    if not moment.heard.understood:
        return None
    if knows_caller(moment):
        return _asks_about(moment)
    return Draft((Act.ASKS_WHO,))


def _told_early(moment: Moment) -> Draft | None:
    """The debt was named to somebody who might have been anyone; the right party knows of it."""
    words = (Kept.KNOWS_DEBT, Kept.SUSPICIOUS)
    if not knows_caller(moment):
        return Draft((Act.ASKS_WHO,), remember=words)
    if moment.memory.has(Kept.VERIFIED) or moment.memory.has(Kept.RIGHT_PARTY):
        return None
    return Draft((Act.ASKS_VALIDATION,), remember=words)


def knows_caller(moment: Moment) -> bool:
    """Whether they have been told who is calling."""
    return moment.memory.has(Kept.KNOWS_CALLER) or moment.heard.has("self_identification")


def _why_is_open(moment: Moment) -> bool:
    return (
        moment.memory.just(Act.ASKS_WHY_NEEDED, Act.REFUSES_IDENTIFIER)
        and _open_kind(moment) is not None
    )


def _open_kind(moment: Moment) -> str | None:
    """The identifier that was asked for and has neither been given nor let go of."""
    asked = [w for w in moment.call.remembered if w.startswith(f"{Kept.IDENTIFIER}:")]
    if not asked:
        return None
    kind = asked[-1].partition(":")[2]
    return None if kind in moment.call.revealed else kind


def _wanted(moment: Moment) -> Identifier | None:
    """The identifier that was asked for; an unnamed kind is whichever they would give first."""
    kinds = set(moment.heard.identifiers)
    mine = [one for one in moment.person.identifiers if one.kind in kinds]
    named = next((one for one in mine if not one.refuses), None) or next(iter(mine), None)
    if named is not None:
        return named
    if kinds & {"", "other"}:
        left = (one for one in moment.person.identifiers if not one.refuses)
        return next((one for one in left if one.kind not in moment.call.revealed), None)
    return None


def _asked_identifier(moment: Moment, wanted: Identifier | None) -> Draft:
    if wanted is None:
        return Draft((Act.REFUSES_IDENTIFIER,))
    asked = kept(Kept.IDENTIFIER, wanted.kind)
    if not knows_caller(moment):
        return Draft((Act.ASKS_WHO,), remember=(asked,))
    if wanted.refuses:
        return Draft((Act.REFUSES_IDENTIFIER,), facts=(wanted.kind,))
    if wanted.wants_reason and not _has_reason(moment):
        return _holds_back(moment).also(asked)
    if moment.mood.trust < wanted.trust:
        return Draft((Act.REFUSES_IDENTIFIER,), remember=(asked,))
    return _gives(wanted)


def _has_reason(moment: Moment) -> bool:
    given = moment.heard.has("gives_reason") or moment.memory.has(Kept.KNOWS_REASON)
    return given or moment.memory.has(Kept.VERIFIED)


def _holds_back(moment: Moment) -> Draft:
    if moment.memory.did(Act.ASKS_WHY_NEEDED):
        return Draft((Act.REFUSES_IDENTIFIER,))
    return Draft((Act.ASKS_WHY_NEEDED,))


def _gives(identifier: Identifier) -> Draft:
    facts = (identifier.kind, *identifier.reveals)
    remember = (Kept.VERIFIED, Kept.RIGHT_PARTY)
    return Draft((Act.GIVES_IDENTIFIER,), facts=facts, remember=remember)


def _after_reason(moment: Moment) -> Draft | None:
    """They asked why, or said no; a reason or a kind word moves them, anything else does not."""
    if moment.heard.harsh:
        return None
    if not moment.heard.understood:
        return Draft((Act.REFUSES_IDENTIFIER,), understood=False)
    if moment.heard.has("debt_mention", "account_detail"):
        return None if moment.memory.has(Kept.KNOWS_DEBT) else _told_early(moment)
    kind = _open_kind(moment)
    wanted = next((one for one in moment.person.identifiers if one.kind == kind), None)
    reason = moment.heard.has("gives_reason") or moment.heard.warm
    if wanted is None or not reason or moment.mood.trust < wanted.trust:
        return None
    return _gives(wanted)


def learned(moment: Moment) -> tuple[str, ...]:
    """What they know from now on, because this turn said it."""
    words = []
    if moment.heard.has("self_identification"):
        words.append(Kept.KNOWS_CALLER)
    if moment.heard.has("gives_reason"):
        words.append(Kept.KNOWS_REASON)
    if moment.heard.has("debt_mention", "account_detail"):
        words.append(Kept.KNOWS_DEBT)
        if _is_somebody_else(moment):
            words.append(Kept.TOLD_OF_DEBT)
    return tuple(word for word in words if not moment.memory.has(word))


def _is_somebody_else(moment: Moment) -> bool:
    """Whether the call has reached another person of the same name, known to be one or not."""
    kinds = {position.kind for position in moment.person.positions}
    return PositionKind.NOT_THE_ONE in kinds
