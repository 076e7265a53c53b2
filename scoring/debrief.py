"""The first screen of a debrief: one sentence, the bar, what went well and what to try next."""

from collections.abc import Iterable, Iterator
from itertools import islice

from calls.moves import Act
from calls.record import Record
from calls.turn import Frozen, Speaker
from compliance_rules.finding import Standing
from scoring.aftermath import aftermath
from scoring.bar import Demand, bar
from scoring.conduct import PARTS
from scoring.grade import WEIGHTS
from scoring.levels import STRONG
from scoring.marks import Dimension, Evidence, Mark
from scoring.review import Review, Scorecard
from simulator.scenario import PassingBar, Scenario

STRENGTHS = 3
TRIES = 2
NOTHING_WRONG = frozenset(
    (
        *(part.name for part in PARTS),
        *("no unsolicited advice", "stays with them", "takes them seriously", "deadlines"),
        *("plain turns", "plain words", "room to speak", "lets them in", "short enough", "civil"),
        *("spelling", "tone"),
    )
)
"""Marks for what was left undone: good to have, and no strength that somebody could be told of."""
LONGEST_QUOTE = 160


class Strength(Frozen):
    """Something that went well, with the words that show it."""

    text: str
    evidence: Evidence


class Try(Frozen):
    """One thing to do otherwise next time."""

    dimension: Dimension
    text: str
    evidence: Evidence | None = None


class Condition(Frozen):
    """One part of the bar that was shown before the call, and whether the call came up to it."""

    text: str
    met: bool
    missing: tuple[str, ...] = ()


class Debrief(Frozen):
    """What somebody reads first; without conditions where no bar is to be passed."""

    sentence: str
    conditions: tuple[Condition, ...]
    strengths: tuple[Strength, ...]
    to_try: tuple[Try, ...]
    aftermath: str = ""


def debrief(review: Review, record: Record, scenario: Scenario | None) -> Debrief:
    """The debrief of one reviewed call; without a scenario there is no bar."""
    conditions = tuple(_conditions(review, record, scenario))
    if scenario is None:
        told = _without_a_bar(review)
    else:
        told = _calmly(review) if scenario.with_care else _sentence(review, scenario, conditions)
    return Debrief(
        sentence=told,
        conditions=conditions,
        strengths=tuple(islice(_apart(_strengths(review, record)), STRENGTHS)),
        to_try=tuple(islice(_tries(review), TRIES)),
        aftermath=aftermath(record.call),
    )


def _conditions(review: Review, record: Record, scenario: Scenario | None) -> Iterator[Condition]:
    if scenario is None or scenario.with_care:
        return
    for demand, text in bar(scenario.passing).items():
        match demand:
            case Demand.END if record.wrap_up is None:
                continue
            case Demand.GRADE:
                yield _enough(text, review.scorecard, scenario.passing)
            case Demand.LAW:
                yield _lawful(text, review.scorecard)
            case Demand.END:
                yield _ended_well(text, review.scorecard)


def _enough(text: str, card: Scorecard, passing: PassingBar) -> Condition:
    value = card.grade.value
    reached = "no grade" if value is None else f"you reached {value:.0f}"
    return Condition(text=f"{text}: {reached}", met=value is not None and value >= passing.grade)


def _lawful(text: str, card: Scorecard) -> Condition:
    rules = len({finding.rule for finding in card.must_change})
    missed = "none was" if not rules else "one was" if rules == 1 else f"{rules} were"
    return Condition(text=f"{text}: {missed}", met=not rules)


def _ended_well(text: str, card: Scorecard) -> Condition:
    return Condition(text=text, met=bool(card.end_reached), missing=card.missing)


def _calmly(review: Review) -> str:
    """Of a call that is played with care, without a figure and without a verdict."""
    if review.scorecard.grade.value is None:
        return "You left it before anything was said. That is always all right."
    if review.scorecard.end_reached:
        return "You put the person before the bill, and they are not alone with it now."
    return "There is hardly a harder call. What helped, and what would help more, stands below."


def _without_a_bar(review: Review) -> str:
    """Of a call for which no scenario says what it takes to pass."""
    card = review.scorecard
    value = card.grade.value
    if value is None:
        return _nothing_to_judge(card)
    if card.must_change:
        return f"{_changes(card).capitalize()}, whatever else went well: {value:.0f} of 100."
    return f"It comes to {value:.0f} of 100, by what was said; no scenario sets a bar beside it."


def _nothing_to_judge(card: Scorecard) -> str:
    return f"There is nothing to judge: {card.grade.reason}."


def _changes(card: Scorecard) -> str:
    rules = len({finding.rule for finding in card.must_change})
    return "one thing must change first" if rules == 1 else f"{rules} things must change first"


def _sentence(review: Review, scenario: Scenario, conditions: Iterable[Condition]) -> str:
    card = review.scorecard
    value = card.grade.value
    if value is None:
        return _nothing_to_judge(card)
    if card.passed:
        return f"You passed: {value:.0f} of 100, and the bar was {scenario.passing.grade}."
    if card.must_change:
        return f"Not passed yet: {_changes(card)}, whatever else went well."
    if value < scenario.passing.grade:
        return f"Not passed yet: {value:.0f} of 100, and the bar is {scenario.passing.grade}."
    if card.end_reached is None:
        told = f"It comes to {value:.0f} of 100, and the bar is {scenario.passing.grade}"
        return f"{told}; without a wrap-up nobody can say whether it ended where it should."
    missing = next((c.missing[0] for c in conditions if c.missing), "the end is another one")
    return f"Not passed yet: {value:.0f} of 100 is enough, but {missing}."


def _strengths(review: Review, record: Record) -> Iterator[Strength]:
    """What moved the other side most, then the marks that are strong; nothing that did harm."""
    faulty: set[int | None] = {turn - 1 for turn in _soured(record)}
    faulty |= {turn - 1 for turn in _turned_down(record)}
    faulty |= {f.turn for f in review.check.findings if f.standing is Standing.NOT_MET}
    yield from (s for s in _what_moved_them(record) if s.evidence.turn not in faulty)
    for mark in sorted(_marks(review), key=lambda mark: -(mark.value or 0)):
        for evidence in mark.evidence if mark.name not in NOTHING_WRONG else ():
            if _is_strong(mark) and evidence.turn not in faulty and _ours(record, evidence.turn):
                yield Strength(text=_capital(mark.reason), evidence=evidence)
                break


def _what_moved_them(record: Record) -> Iterator[Strength]:
    """The reasons why trust rose or tension fell, the strongest first, with our words before it."""
    gains = [
        (shift.trust - shift.tension, turn, shift.because)
        for turn, move in record.moves.items()
        for shift in move.shifts
        if shift.trust > 0
    ]
    for _, turn, because in sorted(gains, key=lambda gain: (-gain[0], gain[1])):
        if turn > 0 and _ours(record, turn - 1):
            quote = _brief(record.transcript.turns[turn - 1].text)
            yield Strength(text=because, evidence=Evidence(turn=turn - 1, quote=quote))


def _soured(record: Record) -> Iterator[int]:
    """The turns at which trust was lost, all told."""
    for turn, move in record.moves.items():
        if sum(shift.trust for shift in move.shifts) < 0:
            yield turn


_NO = {Act.REFUSES, Act.CORRECTS_RECAP, Act.SNAPS}


def _turned_down(record: Record) -> Iterator[int]:
    """The turns at which they said no, or put right what was read back to them."""
    return (turn for turn, move in record.moves.items() if _NO & set(move.acts))


def _apart(strengths: Iterable[Strength]) -> Iterator[Strength]:
    """Each turn once and each reason once."""
    turns: set[int | None] = set()
    texts: set[str] = set()
    for strength in strengths:
        if strength.evidence.turn not in turns and strength.text not in texts:
            turns.add(strength.evidence.turn)
            texts.add(strength.text)
            yield strength


def _marks(review: Review) -> Iterator[Mark]:
    for score in review.scorecard.scores:
        yield from score.marks


def _is_strong(mark: Mark) -> bool:
    return mark.value is not None and mark.value >= STRONG and not mark.advice


def _ours(record: Record, turn: int | None) -> bool:
    turns = record.transcript.turns
    return turn is not None and turn < len(turns) and turns[turn].speaker is Speaker.COLLECTOR


def _tries(review: Review) -> Iterator[Try]:
    """Advice by what it would gain, one a dimension; what must change is said elsewhere."""
    found: list[tuple[float, Try]] = []
    for score in review.scorecard.scores:
        if score.dimension is Dimension.COMPLIANCE and review.scorecard.must_change:
            continue
        given = [mark for mark in score.marks if mark.value is not None]
        weak = [mark for mark in given if mark.advice and (mark.value or 0) < STRONG]
        worst = min(weak, key=lambda mark: mark.value or 0, default=None)
        if worst is not None:
            cost = (100 - (worst.value or 0)) * WEIGHTS[score.dimension] / len(given)
            first = next((seen for seen in worst.evidence if seen.turn is not None), None)
            found.append((cost, Try(dimension=score.dimension, text=worst.advice, evidence=first)))
    for _, one in sorted(found, key=lambda pair: -pair[0]):
        yield one


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _brief(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
