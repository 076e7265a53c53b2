"""Telling: facts come out by their condition, one at a time, the way people tell them."""

from collections.abc import Iterator
from dataclasses import replace

from calls.moves import Act
from language.questions import asks_if_right, questions_apart, words_asked
from simulator.facts import Fact, Reveal, Topic
from simulator.memory import Kept, kept
from simulator.moment import Draft, Moment
from simulator.positions import PositionKind

_STORY = frozenset(
    {
        Topic.REASON,
        Topic.JOB,
        Topic.HEALTH,
        Topic.FAMILY,
        Topic.INCOME,
        Topic.COSTS,
        Topic.HOUSING,
        Topic.DISPUTE,
    }
)
"""What an open question that names nothing ("tell me more") may bring out."""

_A_DAY = ("when", "what day", "which day", "how soon")
_HURTS = frozenset({Topic.REASON, Topic.JOB, Topic.HEALTH, Topic.INCOME, Topic.MEANS})


def asked_for(moment: Moment) -> tuple[Fact, ...]:
    """The facts that this turn asks for: named ones first, then those an open question brings."""
    heard = moment.heard
    named = [fact for fact in moment.person.facts if heard.asks(fact.asked_by)]
    if not heard.has("open_question"):
        return tuple(named)
    facts = moment.person.facts
    story = [fact for fact in facts if comes_with_an_open_question(fact) and fact not in named]
    return (*named, *story)


def comes_with_an_open_question(fact: Fact) -> bool:
    """Whether a question that names nothing may bring it out."""
    return fact.topic in _STORY and fact.reveal is not Reveal.ONLY_IF_ASKED_DIRECTLY


def tell(moment: Moment) -> Draft | None:
    """What they tell when asked; None where nothing of theirs was asked for."""
    day = _day_again(moment)
    if day is not None:
        return _again(moment, day)
    asked = asked_for(moment)
    if not asked:
        return None
    both = _each_question(moment)
    if len(both) > 1:
        said = all(one in moment.call.revealed for one in both)
        return Draft((Act.ANSWERS if said else Act.DISCLOSES,), facts=both)
    ready = next((fact for fact in asked if moment.may_tell(fact)), None)
    named = [fact for fact in asked if moment.heard.asks(fact.asked_by)]
    if ready is not None and not _hides(moment, ready):
        return disclose(ready)
    earlier = next((one for fact in named for one in _before(moment, fact)), None)
    if earlier is not None and not _hides(moment, earlier):
        return disclose(earlier)
    if named and all(moment.told(fact) for fact in named):
        return _again(moment, named[0])
    closed = [fact for fact in asked if not moment.told(fact)]
    return _keeps_quiet(moment, closed[0]) if closed else Draft((Act.DISCLOSES,))


def _each_question(moment: Moment) -> tuple[str, ...]:
    """In a crisis, what each question of the turn names and they would tell.

    "Are you safe? Is anybody with you?" must not leave one of the two open.
    """
    if all(position.kind is not PositionKind.CRISIS for position in moment.positions):
        return ()
    facts = moment.person.facts
    mine = [fact for fact in facts if moment.told(fact) or moment.may_tell(fact)]
    found = (
        next((fact.id for fact in mine if question.holds(fact.asked_by.words)), "")
        for question in questions_apart(moment.heard.reading)
    )
    return tuple(dict.fromkeys(one for one in found if one))


def ready_fact(moment: Moment) -> Fact | None:
    """The fact that this turn names and that they would tell."""
    named = (fact for fact in moment.person.facts if moment.heard.asks(fact.asked_by))
    return next((fact for fact in named if moment.may_tell(fact)), None)


def disclose(fact: Fact) -> Draft:
    """The decision to tell one fact, with its numbers."""
    hard = (fact.signal or "").startswith("hardship")
    act = Act.STATES_HARDSHIP if hard else Act.DISCLOSES
    return Draft((act,), facts=(fact.id,), numbers=fact.amounts)


def volunteer(moment: Moment) -> Draft | None:
    """A fact they come out with unasked, if there is one and they feel like talking."""
    if moment.mood.engagement < moment.limits.talks_at_engagement:
        return None
    free = _unasked(moment)
    fact = next(free, None)
    return disclose(fact) if fact else None


def with_wish(moment: Moment, draft: Draft) -> Draft:
    """The same decision with a wish about letters or e-mail, where the turn gives occasion."""
    for fact in moment.person.facts:
        occasion = moment.heard.mentions(fact.asked_by.words)
        if fact.topic is Topic.CHANNEL and occasion and moment.may_tell(fact):
            return replace(draft, acts=(*draft.acts, Act.DISCLOSES), facts=(*draft.facts, fact.id))
    return draft


def _unasked(moment: Moment) -> Iterator[Fact]:
    return (
        fact
        for fact in moment.person.facts
        if fact.reveal is Reveal.VOLUNTEERED and moment.may_tell(fact)
    )


def _before(moment: Moment, fact: Fact) -> Iterator[Fact]:
    """What has to be told first, where that is all that keeps a fact back."""
    if moment.told(fact) or fact.reveal is Reveal.NEVER or moment.mood.trust < fact.trust:
        return
    waits = (moment.person.fact(name) for name in fact.after)
    yield from (one for one in waits if one and moment.may_tell(one))


def _hides(moment: Moment, fact: Fact) -> bool:
    """Shame keeps it back once, unless the turn itself was kind, or a mere day is asked for."""
    open_or_kind = moment.heard.warm or moment.heard.has("open_question") or _asks_when(moment)
    return (
        fact.topic in _HURTS
        and moment.mood.shame >= moment.limits.hides_at_shame
        and not open_or_kind
        and not moment.memory.has(kept(Kept.HEDGED, fact.id))
    )


def _asks_when(moment: Moment) -> bool:
    return words_asked(moment.heard.reading).holds(_A_DAY)


def _day_again(moment: Moment) -> Fact | None:
    """The fact whose day is asked for once more: named, or told a moment ago ("when is that?")."""
    if not _asks_when(moment):
        return None
    before = None if moment.heard.has("ask_commitment_date") else moment.memory.last
    last = () if before is None else before.facts
    told = (one for one in moment.person.facts if one.tells_a_day and moment.told(one))
    return next((one for one in told if one.id in last or moment.heard.asks(one.asked_by)), None)


def _keeps_quiet(moment: Moment, fact: Fact) -> Draft:
    hedged = kept(Kept.HEDGED, fact.id)
    ways = [act for act in (Act.DEFLECTS, Act.HESITATES) if not moment.memory.just(act)]
    return Draft((moment.pick(ways, "quiet"),), remember=(hedged,))


def _again(moment: Moment, fact: Fact) -> Draft:
    """Asked for what is out already: a yes to who reads it back, said again once, then an edge."""
    if asks_if_right(moment.heard.reading):
        return Draft((Act.CONFIRMS_RECAP,))
    repeated = kept(Kept.STATED, fact.id)
    if moment.memory.has(repeated):
        return Draft((Act.DISCLOSES,))
    return Draft((Act.ANSWERS,), facts=(fact.id,), numbers=fact.amounts, remember=(repeated,))
