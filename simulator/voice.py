"""The template voice: says a move in surface forms written by people, and nothing besides.

It speaks of a fact, an identifier (by its kind) or a fear only where the move names it in `facts`,
and of amounts and days only out of the move's offers and numbers. `suspicious:<fact>` in
`remember` brings the fact's suspicion.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from calls.events import ModelUse, Voiced
from calls.moves import Act, Move
from calls.state import CallState
from simulator.choice import choose
from simulator.scenario import Scenario
from simulator.utterance import CARRIERS, Utterance

VERSION = "template-2"

_ORDER: tuple[tuple[Act, ...], ...] = (
    (Act.GREETS, Act.BREAKS_DOWN, Act.SNAPS, Act.SOFTENS, Act.LISTENS, Act.NOT_UNDERSTOOD),
    (Act.CONFIRMS_IDENTITY, Act.DENIES_IDENTITY, Act.GIVES_IDENTIFIER, Act.REFUSES_IDENTIFIER),
    (Act.STATES_POSITION, Act.STANDS_BY),
    (Act.SAYS_NOT_HERE, Act.ACKNOWLEDGES_DEBT, Act.DISPUTES, Act.ACCEPTS, Act.REFUSES),
    (Act.CONFIRMS_RECAP, Act.CORRECTS_RECAP, Act.DEFLECTS, Act.ANSWERS, Act.HESITATES),
    (Act.STATES_HARDSHIP, Act.DISCLOSES, Act.SAYS_BUSY, Act.STATES_CEASE),
    (Act.OFFERS_PAYMENT, Act.COUNTERS, Act.STATES_CONDITION, Act.OFFERS_MESSAGE),
    (Act.ASKS_WHO, Act.ASKS_WHY_NEEDED, Act.ASKS_WHAT_ABOUT, Act.PROBES_REASON, Act.ASKS_BACK),
    (Act.ASKS_OPTIONS, Act.ASKS_BALANCE, Act.ASKS_VALIDATION, Act.ASKS_TERMS, Act.ASKS_TIME),
    (Act.THREATENS_TO_HANG_UP, Act.THANKS, Act.SAYS_GOODBYE, Act.HANGS_UP),
)
_RANK = {act: n for n, act in enumerate(act for acts in _ORDER for act in acts)}
_SENTENCE_START = re.compile(r"(^|[.?!] )([a-z])")


@dataclass(frozen=True)
class Spoken:
    """What was said, by which voice, and the ids of the surface forms it was made of."""

    text: str
    lines: tuple[str, ...] = ()
    voice: Voiced = Voiced.TEMPLATE
    version: str = VERSION
    model: str | None = None
    use: ModelUse | None = None


def say(move: Move, call: CallState, scenario: Scenario, seed: int) -> Spoken:
    """The words for a move; nothing is said twice in a call while something else is left."""
    turn = Utterance(move, call, scenario, seed)
    parts = []
    for act in _acts(move):
        parts.append(_part(turn, act))
        turn.begun = True
    over = "" if move.ending else turn.person.answerer.over
    said = (*parts, *_left_over(turn), *((over,) if over else ()))
    text = " ".join(" ".join(_apart(said) if call.written else said).split())
    begun = text if call.written else _SENTENCE_START.sub(_capital, text)
    return Spoken(begun, tuple(turn.lines))


def _acts(move: Move) -> list[Act]:
    """The acts in the order people say them; telling a hardship is telling, said once."""
    acts = set(move.acts)
    if move.facts and {Act.DISCLOSES, Act.STATES_HARDSHIP} <= acts:
        acts.remove(Act.DISCLOSES)
    return sorted(acts, key=_RANK.__getitem__)


def _part(turn: Utterance, act: Act) -> str:
    own = _own_words(turn, act)
    if own is not None:
        return own
    slots = turn.slots(act)
    form = choose(turn, act, frozenset(slots))
    turn.lines.append(form.id)
    told = "" if "fact" in form.slots else slots.get("fact", "")
    return f"{turn.fill(form.text, slots)} {told}"


def _own_words(turn: Utterance, act: Act) -> str | None:
    """What the author wrote for this person: a hello, a refusal, a suspicion, a guess, a worry."""
    match act:
        case Act.GREETS if not turn.call.lines:
            return turn.pick("opening", turn.person.answerer.opening)
        case Act.REFUSES_IDENTIFIER:
            refused = (one for one in turn.given if one.refuses)
            words = ((f"identifier/{one.kind}", one.says) for one in refused)
        case Act.ASKS_BACK | Act.SNAPS:
            words = (
                (f"suspicion/{fact.id}", fact.suspicion.says)
                for fact in turn.person.facts
                if fact.suspicion and f"suspicious:{fact.id}" in turn.cues
            )
        case Act.ASKS_TERMS | Act.ASKS_TIME | Act.STATES_CONDITION:
            feared = (fear for fear in turn.person.fears if fear.id in turn.move.facts)
            words = ((f"fear/{fear.id}", fear.asks) for fear in feared)
        case Act.PROBES_REASON if "told_of_debt" not in turn.cues:
            return turn.unused("guess", turn.person.answerer.guesses)
        case _:
            return None
    return next((turn.pick(name, texts) for name, texts in words), None)


def _left_over(turn: Utterance) -> Iterator[str]:
    """Facts of a move in which no act carries them are said at the end, never swallowed."""
    if set(CARRIERS).isdisjoint(turn.move.acts):
        yield turn.told()


def _apart(parts: Iterable[str]) -> Iterator[str]:
    """Parts of a written turn with a full stop between them, where they have none of their own."""
    kept = [part.strip() for part in parts if part.strip()]
    for part in kept[:-1]:
        yield f"{part}." if part[-1].isalnum() else part
    yield from kept[-1:]


def _capital(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()
