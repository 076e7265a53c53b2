"""Two tries of one call, side by side: what they share, how each came out, and what parted them."""

from collections.abc import Iterator, Mapping

from calls.money import Offer
from calls.moves import Ending
from calls.record import Record
from calls.turn import Frozen, Speaker
from compliance_rules import Finding, Standing
from scoring.marks import Dimension, Evidence
from scoring.review import Review


class Told(Frozen):
    """A fact that came out, and the words in which it did."""

    fact: str
    at: Evidence


class Felt(Frozen):
    """Where the other side stood after a turn, each 0-100."""

    turn: int
    trust: int
    tension: int


class Outcome(Frozen):
    """How one of the tries came out.

    `told`, `not_met` and `moods` are of the whole try; `reached` says whether its end is an
    acceptable one, None where there is no such set.
    """

    told: tuple[Told, ...]
    not_met: tuple[Finding, ...]
    moods: tuple[Felt, ...]
    accepted: Offer | None
    ending: Ending | None
    reached: bool | None
    grade: float | None
    scores: dict[Dimension, float | None]


class Parting(Frozen):
    """The first words that differ, and why the mood moved at the answer to them."""

    said: Evidence
    because: tuple[str, ...]


class Comparison(Frozen):
    """Two tries of one call; `shared` is the number of turns that are the same in both.

    A parting is None where that try had no further words of the collector.
    """

    shared: int
    first: Outcome
    second: Outcome
    partings: tuple[Parting | None, Parting | None]

    @property
    def told_in_both(self) -> frozenset[str]:
        """The facts that came out either way."""
        first, second = ({told.fact for told in one.told} for one in (self.first, self.second))
        return frozenset(first & second)


def compare(first: tuple[Record, Review], second: tuple[Record, Review]) -> Comparison:
    """What two tries of one scenario have in common, and what they have not."""
    shared = _shared(first[0], second[0])
    return Comparison(
        shared=shared,
        first=_outcome(*first),
        second=_outcome(*second),
        partings=(_parting(first[0], shared), _parting(second[0], shared)),
    )


def _shared(first: Record, second: Record) -> int:
    pairs = zip(first.transcript.turns, second.transcript.turns, strict=False)
    for n, (one, other) in enumerate(pairs):
        if one != other:
            return n
    return min(len(first.transcript.turns), len(second.transcript.turns))


def _outcome(record: Record, made: Review) -> Outcome:
    card, call = made.scorecard, record.call
    return Outcome(
        told=tuple(_told(record)),
        not_met=tuple(one for one in made.check.findings if one.standing is Standing.NOT_MET),
        moods=tuple(
            Felt(turn=turn, trust=mood.trust, tension=mood.tension)
            for turn, mood in record.moods.items()
        ),
        accepted=call.accepted if call else None,
        ending=call.ending if call else None,
        reached=card.end_reached,
        grade=card.grade.value,
        scores={score.dimension: score.value for score in card.scores},
    )


def _told(record: Record) -> Iterator[Told]:
    known: set[str] = set()
    for turn, move in record.moves.items():
        for fact in move.facts:
            if fact not in known:
                known.add(fact)
                yield Told(fact=fact, at=_evidence(record, turn))


def _parting(record: Record, shared: int) -> Parting | None:
    turns = record.transcript.turns
    ours = (n for n in range(shared, len(turns)) if turns[n].speaker is Speaker.COLLECTOR)
    turn = next(ours, None)
    if turn is None:
        return None
    answer = record.moves.get(turn + 1)
    because = tuple(shift.because for shift in answer.shifts) if answer else ()
    return Parting(said=_evidence(record, turn), because=because)


def _evidence(record: Record, turn: int) -> Evidence:
    return Evidence(turn=turn, quote=record.transcript.turns[turn].text)


def by_dimension(
    made: Comparison,
) -> Mapping[Dimension, tuple[float | None, float | None]]:
    """The scores of both tries beside each other, in the order in which they are shown."""
    return {
        dimension: (made.first.scores.get(dimension), made.second.scores.get(dimension))
        for dimension in Dimension
        if dimension in made.first.scores or dimension in made.second.scores
    }
