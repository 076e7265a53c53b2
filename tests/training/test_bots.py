"""Bots prove the scenarios: who listens wins, who shouts loses, and nobody learns too much."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import sqrt

import pytest

from benchmarks.marks import AT_MOST, measure_marks
from calls.turn import Speaker
from commands.forms import apart_in, forms_of, side_by_side
from commands.scenarios import PLAYED_AT
from scoring.marks import Dimension
from scoring.talked_with import OF_THIS_CALL
from simulator.bots.bot import shipped_bots
from simulator.facts import Asked, Reveal
from simulator.scenario import Scenario
from tests.conftest import Samples
from tests.shipped import EVERY, SCENARIOS
from tests.training.conditions import facts_told, told_early
from training.assessments.bot_tables import MOST_APART, SAME
from training.bands import missed
from training.bot_practice import BotCall, hold_calls

IDS = list(SCENARIOS)
WITH_FORMS = [name for name, one in EVERY.items() if one.forms]


@cache
def held(scenario: str, seeds: int, form: int = 0) -> tuple[BotCall, ...]:
    """The calls of all bots, held once for all tests here."""
    bots = tuple(shipped_bots().values())
    of = EVERY[scenario].form(form)
    return tuple(hold_calls(of, bots, range(1, seeds + 1), PLAYED_AT))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """In a small run the forms of one situation are compared: ten bots in each form cost time."""
    few = metafunc.config.getoption("--samples") == "small"
    if "with_forms" in metafunc.fixturenames:
        metafunc.parametrize("with_forms", WITH_FORMS[: 1 if few else None])


@pytest.fixture(params=IDS)
def calls(request: pytest.FixtureRequest, samples: Samples) -> Sequence[BotCall]:
    return held(request.param, samples(small=2, full=20))


def of(calls: Sequence[BotCall], bot: str) -> list[BotCall]:
    return [call for call in calls if call.bot == bot]


def test_every_bot_stays_within_its_band(calls: Sequence[BotCall]) -> None:
    assert list(missed(calls[0].scenario, calls)) == []


def test_exemplary_reaches_an_acceptable_end(
    calls: Sequence[BotCall], figure: Callable[[str, object], None]
) -> None:
    played = of(calls, "exemplary")
    reached = sum(call.acceptable_end for call in played)
    figure(f"bots.exemplary.{calls[0].scenario.id}", f"{reached} of {len(played)}")

    known = calls[0].scenario.bands["exemplary"].gap
    assert known or reached >= 0.95 * len(played)


def test_who_says_nothing_gets_no_grade_and_no_end(calls: Sequence[BotCall]) -> None:
    for call in of(calls, "silent"):
        assert call.grade is None
        assert not call.acceptable_end


def test_the_right_words_without_listening_end_below_everybody_fair(
    calls: Sequence[BotCall],
) -> None:
    fair = [call.grade or 0 for bot in ("exemplary", "decent", "soft") for call in of(calls, bot)]

    assert max(call.grade or 0 for call in of(calls, "parrot")) < min(fair)


def test_the_right_words_without_listening_earn_nothing_in_any_dimension(
    calls: Sequence[BotCall],
) -> None:
    """In calls so long that one word in common is chance; a shorter one ends below everybody fair.

    With 20 seeds the most that a shorter one gets is 37.5 (six turns, *On the shop floor*).
    """
    for call in of(calls, "parrot"):
        ours = [t for t in call.record.transcript.turns if t.speaker is Speaker.COLLECTOR]
        if len(ours) >= 1 / OF_THIS_CALL:
            assert not any(score.value for score in call.review.scorecard.scores)


def test_no_mark_follows_how_long_a_call_is(
    samples: Samples, figure: Callable[[str, object], None]
) -> None:
    """In a small run two standard errors are left to chance, and the sums are done on a quarter."""
    seeds, every = samples(small=2, full=20), samples(small=4, full=1)
    errors = samples(small=2, full=0)
    calls = [call for name in IDS[::every] for call in held(name, seeds)]
    rows = measure_marks(calls).rows
    for row in rows:
        figure(row.key, f"{row.value or 0:+.2f} over {len(calls)} calls")

    most = AT_MOST + errors / sqrt(len(calls))
    assert len(rows) == len(Dimension)
    assert [row.key for row in rows if row.value is None or abs(row.value) > most] == []


def test_talking_to_the_machine_is_no_conversation(calls: Sequence[BotCall]) -> None:
    grades = {call.grade for call in of(calls, "injector")}

    assert grades == (set() if calls[0].scenario.with_care else {None})


def test_no_bot_gets_a_fact_before_its_condition(calls: Sequence[BotCall]) -> None:
    early = [f"{call.bot} {call.seed}: {fault}" for call in calls for fault in told_early(call)]

    assert early == []


def test_a_fact_that_nobody_asked_for_or_earned_would_be_noticed() -> None:
    """The same calls, held against files in which more is asked of who wants to know."""
    played = held("laid_off_three_weeks_ago", 2)
    told = {fact for call in played for fact in facts_told(call)}
    direct = {"reveal": Reveal.ONLY_IF_ASKED_DIRECTLY, "trust": 0, "after": ()}
    faults: Mapping[str, Mapping[str, object]] = {
        "nobody asked": direct | {"asked_by": Asked(words=("a zebra",))},
        "it is never told": {"reveal": Reveal.NEVER},
        "and 99 is needed": {"trust": 99},
        "it comes after never_told": {"after": ("never_told",)},
    }

    for wrong, change in faults.items():
        found = {
            fault.split()[0]
            for call in played
            for fault in told_early(call, every_fact=change)
            if wrong in fault
        }
        assert found == told


def test_what_a_bot_records_is_what_the_other_side_agreed_to(calls: Sequence[BotCall]) -> None:
    for call in of(calls, "exemplary"):
        wrap_up, state = call.record.wrap_up, call.record.call
        assert wrap_up is not None
        assert state is not None
        assert (wrap_up.arrangement is None) == (state.accepted is None)


def test_bots_find_no_difference_between_the_forms(
    with_forms: str, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    """In a small run one situation in two of its forms, which are those of other tests here."""
    scenario = EVERY[with_forms]
    count = samples(small=2, full=len(scenario.form_names))
    seeds = samples(small=2, full=20)
    of = forms_of(scenario, count)
    played = [call for one in of for call in held(with_forms, seeds, one.form_number)]

    told = list(side_by_side(scenario, played))
    outcomes = next(line for line in told if line.startswith("mean outcome"))
    figure(f"{SAME}: {with_forms}", " ".join(outcomes.split()[2:]))

    assert told[0] == f"{with_forms}: {SAME}"
    assert apart_in(played) <= MOST_APART


def test_bands_that_are_missed_are_told_in_one_line_each() -> None:
    scenario = SCENARIOS[IDS[0]]
    calls = held(IDS[0], 2)

    told = list(missed(_with(scenario, exemplary={"ends": [0, 10], "grade": [0, 5]}), calls))

    assert (
        "bands.exemplary: 2 of 2 calls reach an acceptable end - 0 to 10 of 100 are declared"
        in told
    )
    assert any(line.startswith("bands.exemplary: the mean grade is ") for line in told)
    assert "bands: none for decent - such as decent: {ends: [60, 100], grade: [50, 90]}" in told


def _with(scenario: Scenario, **bands: Mapping[str, object]) -> Scenario:
    return Scenario.model_validate({**scenario.model_dump(mode="json"), "bands": bands})
