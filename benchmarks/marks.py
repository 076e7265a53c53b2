"""Whether marks follow how long a call is: the correlation that is left beside who held it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import mean

from benchmarks.measures import correlation
from benchmarks.table import Row, Table
from calls.turn import Speaker
from scoring.marks import Dimension
from training.bot_practice import BotCall

AT_MOST = 0.30
"""The aim of the scoring plan for the partial correlation with length, either way."""


def measure_marks(calls: Sequence[BotCall]) -> Table:
    """One row a dimension, over the calls of bots in which it could be scored."""
    return Table(
        f"Marks and the length of a call ({len(calls)} calls of bots)",
        tuple(_rows(calls)),
        (f"partial correlation with the collector's words; aim: at most {AT_MOST:.2f} either way",),
    )


def _rows(calls: Sequence[BotCall]) -> Iterator[Row]:
    for dimension in Dimension:
        scored = [(call, value) for call in calls if (value := _value(call, dimension)) is not None]
        yield Row(
            f"marks.length.{dimension}",
            partial_with_length([call for call, _ in scored], [value for _, value in scored]),
            f"over {len(scored)} calls, beside bot and scenario",
        )


def partial_with_length(calls: Sequence[BotCall], values: Sequence[float]) -> float | None:
    """What length still says of a value once the bot and the scenario have said theirs."""
    lengths = [float(_words(call)) for call in calls]
    by = (_bot, _scenario)
    return correlation(_beside(calls, values, by), _beside(calls, lengths, by))


def _bot(call: BotCall) -> str:
    return call.bot


def _scenario(call: BotCall) -> str:
    return call.scenario.id


def _beside(
    calls: Sequence[BotCall], values: Sequence[float], by: Sequence[Callable[[BotCall], str]]
) -> list[float]:
    """The values without the means of their groups, one grouping after the other until settled."""
    left = list(values)
    for _ in range(_ROUNDS):
        for name in by:
            means = _means(calls, left, name)
            left = [value - means[name(call)] for call, value in zip(calls, left, strict=True)]
    return left


_ROUNDS = 50


def _means(
    calls: Sequence[BotCall], values: Sequence[float], by: Callable[[BotCall], str]
) -> Mapping[str, float]:
    groups: dict[str, list[float]] = defaultdict(list)
    for call, value in zip(calls, values, strict=True):
        groups[by(call)].append(value)
    return {name: mean(group) for name, group in groups.items()}


def _value(call: BotCall, dimension: Dimension) -> float | None:
    scores = call.review.scorecard.scores
    return next((score.value for score in scores if score.dimension is dimension), None)


def _words(call: BotCall) -> int:
    turns = call.record.transcript.turns
    return sum(len(turn.text.split()) for turn in turns if turn.speaker is Speaker.COLLECTOR)
