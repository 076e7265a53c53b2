"""Asking a model three times and taking the median, one dimension at a time."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median_low
from time import monotonic
from typing import NamedTuple

from calls.record import Record
from compliance_rules.assumptions import DEFAULT
from compliance_rules.checker import Checker
from language_model import Answer, Message, Model, Settings, connect
from scoring.contacts import read_and_checked
from scoring.judge.opinion import JUDGED, Dropped, Opinion, Remark, SecondOpinion
from scoring.judge.prompting import REMARKS, VERSION, asked_for
from scoring.judge.sent import Sent, sent
from scoring.judge.shapes import Judged, Judgement
from scoring.judge.sifting import Rules, quoting
from scoring.levels import mark_of
from scoring.marks import Dimension
from scoring.rating_scales import load_scales

ASKS = 3
FEWEST = 2
"""So many answers must give a level that their remarks show; one alone is no median."""
PATIENCE = 6
"""A call is read three times; nobody waits on the line meanwhile."""
TOKENS = 1_500
"""Room for the remarks; a turn needs less."""


class _Vote(NamedTuple):
    """One answer on one dimension, as far as its remarks stand."""

    level: int | None
    remarks: tuple[Remark, ...]


def judge_of(settings: Settings) -> Model:
    """The model of these settings as a judge: at temperature 0, with room and time for a call."""
    changes = {
        "temperature": 0.0,
        "tokens": max(TOKENS, settings.tokens),
        "seconds": PATIENCE * settings.seconds,
    }
    return connect(settings.model_copy(update=changes))


def judge(
    record: Record,
    checker: Checker,
    model: Model,
    rules: Mapping[Dimension, float | None],
    names: Iterable[str] = (),
) -> SecondOpinion:
    """The model's opinion of a call; `rules` are the marks it is compared with, never changed.

    Raises:
        ModelFault: One of the three answers did not come; there is no opinion then.
    """
    readings, before = read_and_checked(record, checker, DEFAULT)
    call = sent(readings, names, record.day)
    scales = [load_scales()[dimension.value] for dimension in JUDGED]
    answers = _asked(model, asked_for(call, scales))
    by_rules = Rules(record, checker, before)
    dropped = Dropped()
    opinions = []
    for dimension in JUDGED:
        said = [getattr(answer.content, dimension.value) for answer in answers]
        votes, first = _votes(said, call)
        opinion, second = _opinion(dimension, votes, rules.get(dimension), by_rules)
        opinions.append(opinion)
        dropped += first + second
    words = {f"scale.{one.id}": one.fingerprint for one in scales}
    return SecondOpinion(
        opinions=tuple(opinions),
        dropped=dropped,
        model=model.name,
        versions={"judge": VERSION} | words,
        milliseconds=sum(answer.usage.milliseconds for answer in answers),
        tokens_in=_sum(answer.usage.tokens_in for answer in answers),
        tokens_out=_sum(answer.usage.tokens_out for answer in answers),
    )


def _asked(model: Model, messages: Sequence[Message]) -> Sequence[Answer[Judgement]]:
    """Three answers to the same question, all within the seconds of the model."""
    until = monotonic() + model.seconds
    return [model.ask(messages, Judgement, max(0.0, until - monotonic())) for _ in range(ASKS)]


def _votes(said: Iterable[Judged], call: Sent) -> tuple[Sequence[_Vote], Dropped]:
    """What each answer comes to: no level where nothing that it says can be shown."""
    votes: list[_Vote] = []
    dropped = Dropped()
    for one in said:
        remarks, gone = quoting(one.remarks, call)
        votes.append(_Vote(one.level if remarks else None, remarks))
        dropped += gone
    return votes, dropped


def _opinion(
    dimension: Dimension, votes: Sequence[_Vote], mark: float | None, rules: Rules
) -> tuple[Opinion, Dropped]:
    """The median, with the remarks of the first answer that gave it."""
    levels = tuple(vote.level for vote in votes)
    given = [level for level in levels if level is not None]
    if len(given) < FEWEST:
        none = Opinion(dimension=dimension, level=None, value=None, rules=mark, levels=levels)
        return none, Dropped()
    level = median_low(given)
    chosen = next(vote.remarks for vote in votes if vote.level == level)
    remarks, dropped = rules.sift(chosen[:REMARKS])
    opinion = Opinion(
        dimension=dimension,
        level=level,
        value=mark_of(level),
        rules=mark,
        levels=levels,
        remarks=remarks,
    )
    return opinion, dropped


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
