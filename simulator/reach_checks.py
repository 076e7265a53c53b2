"""Whether everything that a scenario lets somebody know can come out at all."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from simulator.disclosure import comes_with_an_open_question
from simulator.facts import Fact, Reveal
from simulator.fault import Fault
from simulator.persona import Persona
from simulator.scenario import Situation

MOST_TRUST = 90
"""Nobody comes to trust a collector further than this in one call, whatever is done right."""
_At = tuple[str | int, ...]


def reach_faults(scenario: Situation, personas: Mapping[str, Persona]) -> Iterator[Fault]:
    """Facts that wait for each other, for one that is never told, or for what nobody can do."""
    life = personas[scenario.consumer].life if scenario.consumer in personas else ()
    let_out = {name for one in scenario.answered_by for i in one.identifiers for name in i.reveals}
    said = let_out | _said_by_positions(scenario)
    yield from _unreached(("facts",), scenario.facts, life, said)
    for n, one in enumerate(scenario.answered_by):
        yield from _unreached(("answered_by", n, "facts"), one.facts, scenario.facts, said)


def _said_by_positions(scenario: Situation) -> set[str]:
    """What somebody comes out with because they stand on it, asked or not."""
    return {name for one in scenario.positions for name in (*one.facts, *one.then, *one.guards)}


def _unreached(
    at: _At, facts: Sequence[Fact], others: Sequence[Fact], said: Collection[str]
) -> Iterator[Fault]:
    known = {fact.id: fact for fact in (*others, *facts)}
    yield from _in_a_ring(at, facts, known)
    for n, fact in enumerate(facts):
        here = (*at, n)
        for name in fact.after:
            if name in known and known[name].reveal is Reveal.NEVER:
                yield Fault((*here, "after"), f"{name!r} is never told", "a fact that comes out")
        if fact.trust > MOST_TRUST:
            wrong = f"nobody comes to trust somebody as far as {fact.trust} in one call"
            yield Fault((*here, "trust"), wrong, f"1 to {MOST_TRUST}")
        if fact.id not in said and _is_never_asked(fact):
            yield Fault(
                (*here, "asked_by"),
                f"nothing that is said asks for {fact.id!r}",
                "signals, topics or words under asked_by:, or reveal: volunteered or never",
            )


def _is_never_asked(fact: Fact) -> bool:
    """Whether it waits for a question, and there is none that it is an answer to."""
    if fact.reveal in {Reveal.VOLUNTEERED, Reveal.NEVER}:
        return False
    asked = fact.asked_by
    named = asked.signals or asked.topics or asked.words
    return not named and not comes_with_an_open_question(fact)


def _in_a_ring(at: _At, facts: Sequence[Fact], known: Mapping[str, Fact]) -> Iterator[Fault]:
    waits = {fact.id: set(fact.after) & known.keys() - {fact.id} for fact in known.values()}
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        ring = error.args[1]
        first = next((n for n, fact in enumerate(facts) if fact.id in ring), None)
        if first is not None:
            round_trip = " after ".join(repr(name) for name in reversed(ring))
            wrong = f"facts wait for each other, and none comes out: {round_trip}"
            yield Fault((*at, first, "after"), wrong, "one of them that comes first")
