"""Results: a band for each candidate beside the bar, with confirmed hard fails; no ranking."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from sqlite_utils import Database

from scoring.marks import Dimension
from training.assessments.bands import Band, Error, Standing, band, measured
from training.assessments.hiring import check_hires
from training.assessments.judged import (
    HardFail,
    JudgedCall,
    Levels,
    judged_calls,
    levels_of,
    mean_levels,
    weighted,
)
from training.assessments.models import Assessment, Candidacy, Decision
from training.assessments.rows import assessment_in, candidacies_where
from training.errors import TrainingError
from training.models import Person
from training.ratings import TOGETHER
from training.store import Store


class NotRated(TrainingError):
    """A look at the result of somebody whose calls are not rated and agreed on yet."""

    def __init__(self, candidacy: Candidacy) -> None:
        super().__init__(
            f"candidate {candidacy.alias!r}",
            "two people have not rated every call of theirs and agreed yet",
            "come back once they have",
        )


@dataclass(frozen=True)
class Result:
    """What one candidate came to, once every call that they handed in has an agreed sheet.

    `level` is what the weights make of it, and None where nothing could be rated; people are shown
    `band`.
    """

    candidacy: Candidacy
    name: str
    calls: tuple[JudgedCall, ...]
    levels: Levels
    level: float | None
    band: Band | None
    decision: Decision | None

    @property
    def hard_fails(self) -> tuple[tuple[JudgedCall, HardFail], ...]:
        """Each confirmed one, with the call in which it is."""
        return tuple((call, fail) for call in self.calls for fail in call.hard_fails)

    @property
    def looked_at(self) -> bool:
        """Whether an assessor has looked at every hard fail that the machine saw."""
        return all(call.looked_at for call in self.calls)

    def standing(self, bar: float) -> Standing | None:
        """Where they lie beside the bar; a confirmed hard fail is below it, whatever else."""
        if self.hard_fails:
            return Standing.BELOW
        return self.band.beside(bar) if self.band else None


@dataclass(frozen=True)
class Results:
    """The results of a work sample, in the order of the bands and then of the invitations.

    `waiting` have finished and are not rated yet; `on_their_way` have not finished.
    """

    sample: Assessment
    error: Error
    lines: tuple[Result, ...]
    waiting: int
    on_their_way: int

    @property
    def wordings(self) -> Mapping[Dimension, tuple[int, ...]]:
        """By which versions of a duty's scale its candidates were rated, where by several.

        A work sample keeps the scales it was locked with; one from before that may have several.
        """
        read: dict[Dimension, set[tuple[int, str]]] = {}
        calls = [call for line in self.lines for call in line.calls]
        for call, duty in product(calls, self.sample.set_up.duties):
            for rated in call.rated_by_all(duty.dimension):
                read.setdefault(duty.dimension, set()).add((rated.version, rated.scale))
        several = {one: sorted(words) for one, words in read.items() if len(words) > 1}
        return {one: tuple(version for version, _ in words) for one, words in several.items()}


def results(store: Store, person: Person, assessment_id: str) -> Results:
    """Everybody who was rated, beside the locked bar; whoever is not yet is counted.

    What somebody said is left out: `training.assessments.reading` hands it out, one by one.
    """
    check_hires(person)
    with store.reading() as db:
        found = results_in(db, assessment_id)
    return replace(found, lines=tuple(map(_without_words, found.lines)))


def count_rated(store: Store, person: Person, assessment_id: str) -> int:
    """How many have a result, without working out what it is."""
    check_hires(person)
    with store.reading() as db:
        invited = candidacies_where(db, "assessment_id = ?", assessment_id)
        calls = judged_calls(db, assessment_id)
    done = [one for one in invited if one.withdrawn_at is None and one.finished_at is not None]
    return sum(_is_rated(calls.get(one.id, ())) for one in done)


def _without_words(line: Result) -> Result:
    return replace(line, calls=tuple(call.without_words() for call in line.calls))


def results_in(db: Database, assessment_id: str) -> Results:
    """The same, for who has asked already whether it may be read."""
    sample = assessment_in(db, assessment_id)
    invited = [
        one
        for one in candidacies_where(db, "assessment_id = ?", assessment_id)
        if one.withdrawn_at is None
    ]
    calls = judged_calls(db, assessment_id)
    done = [one for one in invited if one.finished_at is not None]
    rated = {one.id: calls[one.id] for one in done if _is_rated(calls.get(one.id, ()))}
    duties = sample.set_up.duties
    error = error_in(
        rated.values(), len(sample.set_up.scenarios), lambda levels: weighted(levels, duties)
    )
    names, decided = _names(db, assessment_id), _decided(db, assessment_id)
    lines = [
        _result(one, names[one.id], rated[one.id], sample, error, decided.get(one.id))
        for one in done
        if one.id in rated
    ]
    return Results(
        sample=sample,
        error=error,
        lines=tuple(sorted(lines, key=lambda line: _place(line, sample.set_up.bar))),
        waiting=len(done) - len(lines),
        on_their_way=len(invited) - len(done),
    )


def _is_rated(calls: Sequence[JudgedCall]) -> bool:
    return bool(calls) and all(call.sheet is not None for call in calls)


def _result(
    candidacy: Candidacy,
    name: str,
    calls: Sequence[JudgedCall],
    sample: Assessment,
    error: Error,
    decision: Decision | None,
) -> Result:
    levels = mean_levels([call.levels for call in calls if call.levels is not None])
    level = weighted(levels, sample.set_up.duties)
    return Result(
        candidacy=candidacy,
        name=name,
        calls=tuple(calls),
        levels={duty.dimension: levels.get(duty.dimension) for duty in sample.set_up.duties},
        level=level,
        band=None if level is None else band(level, error, len(calls)),
        decision=decision,
    )


def error_in(
    rated: Iterable[Sequence[JudgedCall]], asked: int, level: Callable[[Levels], float | None]
) -> Error:
    """The error of one kind of level, of candidates who were asked to hold so many calls.

    It is known from candidates with every call; and from calls that two people rated apart.
    """
    whole: list[list[float]] = []
    pairs: list[tuple[float, float]] = []
    for calls in rated:
        each = [level(call.levels or {}) for call in calls]
        given = [one for one in each if one is not None]
        if len(given) == asked:
            whole.append(given)
        pairs.extend(pair for call in calls if (pair := _pair(call, level)))
    return measured(whole, pairs if asked == 1 else ())


def _pair(call: JudgedCall, level: Callable[[Levels], float | None]) -> tuple[float, float] | None:
    both = [level(levels_of(one, call.scenario)) for one in call.apart[:TOGETHER]]
    given = [one for one in both if one is not None]
    return (given[0], given[1]) if len(given) == TOGETHER else None


_ORDER = (Standing.ABOVE, Standing.ACROSS, Standing.BELOW, None)


def _place(line: Result, bar: float) -> tuple[bool, int]:
    return bool(line.hard_fails), _ORDER.index(line.standing(bar))


def _names(db: Database, assessment_id: str) -> Mapping[str, str]:
    sql = """select candidacies.id, name from candidacies join people on people.id = person_id
        where assessment_id = ?"""
    return {row["id"]: row["name"] for row in db.query(sql, (assessment_id,))}


def _decided(db: Database, assessment_id: str) -> Mapping[str, Decision]:
    """The latest decision on each candidate."""
    sql = """select candidacy_id, decision from hiring_decisions
        join candidacies on candidacies.id = candidacy_id
        where assessment_id = ? order by hiring_decisions.id"""
    rows = db.query(sql, (assessment_id,))
    return {row["candidacy_id"]: Decision(row["decision"]) for row in rows}
