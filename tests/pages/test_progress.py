"""Progress: one's own attempts, in figures that can be taken along."""

from __future__ import annotations

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from simulator.scenario import Scenario
from tests.pages.finished import KINDER, finished, tried_again
from tests.pages.visiting import begin_call, go, say, shown, sign_in, visit
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, LINES
from tests.training.test_over_time import RULE
from training.models import Person, Purpose, Role
from training.over_time import ENOUGH
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import Store


def test_the_empty_page_offers_what_fills_it(dana: AppTest) -> None:
    assert "once you hand one in" in shown(go(dana, "progress"))


def test_attempts_are_listed_with_their_marks(dana: AppTest, store: Store) -> None:
    for seed, lines in ((1, None), (2, LINES)):
        attempt = finished(store, lines, seed=seed) if lines else finished(store, seed=seed)
        go(dana, "scorecard", attempt=attempt.id)
    page = shown(go(dana, "progress"))

    assert "You handed in 2 attempts" in page
    assert f'href="scorecard?attempt={attempt.id}"' in page
    assert "(again)" in page
    assert len(dana.get("vega_lite_chart")) >= 5


def test_an_attempt_nobody_has_looked_at_yet_has_no_marks(dana: AppTest, store: Store) -> None:
    finished(store)
    page = shown(go(dana, "progress"))

    assert "You handed in 1 attempt and passed none so far." in page
    assert "open it to have it marked" in page


def test_an_attempt_in_which_nothing_was_said_is_shown_as_such(dana: AppTest, store: Store) -> None:
    silent, spoken = finished(store, (), seed=1), finished(store, seed=2)
    for attempt in (silent, spoken):
        go(dana, "scorecard", attempt=attempt.id)

    page = shown(go(dana, "progress"))

    assert "In 1 of them there was no conversation." in page
    assert page.count("<td>no conversation</td>") == 1


def test_words_lead_to_the_turn_in_which_they_were_said(dana: AppTest, store: Store) -> None:
    attempt = finished(store)
    go(dana, "progress").text_input(key="said").set_value("friday arrest").run()
    page = shown(dana)

    assert "1 line" in page
    assert "You will be <mark>arrested</mark> if you do not pay by <mark>Friday</mark>." in page
    turn = page.partition(f"scorecard?attempt={attempt.id}&amp;turn=")[2].partition('"')[0]
    go(dana, "scorecard", attempt=attempt.id, turn=turn)
    assert f'location.replace("#turn-{turn}")' in shown(dana)


def test_of_a_long_line_so_much_is_shown_as_stands_around_the_words(
    dana: AppTest, store: Store
) -> None:
    around = "so it goes on and on " * 30
    finished(store, (f"{around}<b>giraffe</b> {around}",))
    go(dana, "progress").text_input(key="said").set_value("giraffe").run()
    line = shown(dana).partition("<p><b>You</b> ")[2].partition("</p>")[0]

    assert line.startswith("… ")
    assert line.endswith(" …")
    assert "&lt;b&gt;<mark>giraffe</mark>&lt;/b&gt;" in line
    assert len(line) < 400


def test_a_call_that_is_not_handed_in_is_found_where_it_goes_on(dana: AppTest) -> None:
    attempt = begin_call(dana)
    say(dana, "Hello, is this about a giraffe?")
    go(dana, "progress").text_input(key="said").set_value("giraffe").run()

    assert f"call?attempt={attempt}" in shown(dana)
    assert "not handed in yet" in shown(dana)


def test_words_that_nobody_said_are_told_so(dana: AppTest, store: Store) -> None:
    finished(store)
    go(dana, "progress").text_input(key="said").set_value("zeppelin").run()

    assert "Nobody says that in a call of yours" in shown(dana)


def test_words_in_other_peoples_calls_are_not_found(store: Store) -> None:
    finished(store)
    ben = go(sign_in(visit(), "Ben"), "progress")
    ben.text_input(key="said").set_value("arrested").run()

    assert "Nobody says that in a call of yours" in shown(ben)


def test_other_peoples_attempts_are_not_here(store: Store) -> None:
    finished(store)

    assert "once you hand one in" in shown(go(sign_in(visit(), "Ben"), "progress"))


def test_a_call_tried_again_from_the_middle_is_told_apart(dana: AppTest, store: Store) -> None:
    first = finished(store)
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    again = tried_again(store, person, first, KINDER)
    for attempt in (first, again):
        go(dana, "scorecard", attempt=attempt.id)

    page = shown(go(dana, "progress"))

    assert "(from the middle on)" in page
    assert "Everything else is practice: a hollow point" in page
    points = [json.loads(chart.proto.spec) for chart in dana.get("vega_lite_chart")]
    assert all("datum.hollow" in json.dumps(one) for one in points)


@pytest.mark.parametrize(
    ("purpose", "sign"), [(Purpose.SUBMITTED, "!"), (Purpose.PRIVATE, "")], ids=str
)
def test_a_point_is_hollow_where_it_does_not_count(
    dana: AppTest, store: Store, purpose: Purpose, sign: str
) -> None:
    go(dana, "scorecard", attempt=finished(store, purpose=purpose).id)

    for chart in go(dana, "progress").get("vega_lite_chart"):
        layers = json.loads(chart.proto.spec)["layer"]
        dots = [layer["transform"][0]["filter"] for layer in layers if "transform" in layer]
        assert dots == [f"{sign}datum.hollow && datum.mark !== null"]


def test_of_few_calls_nothing_is_said_and_of_enough_a_mean_with_its_interval(
    dana: AppTest, store: Store
) -> None:
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    calls = list(SCENARIOS.values())[: ENOUGH + 1]
    for scenario in calls[:-2]:
        marked(store, person, scenario)
    few = shown(go(dana, "progress"))
    for scenario in calls[-2:]:
        marked(store, person, scenario)
    enough = shown(go(dana, "progress"))

    assert f"{ENOUGH - 1} calls that count: too few to say" in few
    assert re.search(r"Mean \d+ \(\d+ to \d+\) over 6 calls that count", enough)
    assert "rect" in dana.get("vega_lite_chart")[0].proto.spec


def test_rules_stand_call_by_call_with_what_is_still_to_be_done(
    dana: AppTest, store: Store
) -> None:
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    marked(store, person, LAID_OFF)
    page = shown(go(dana, "progress"))

    assert 'aria-label="not met on Mar 2, 2026 in Laid off three weeks ago"' in page
    assert f'href="rules?rule={RULE}"' in page
    assert "1 of 1: too few to say" in page or "0 of 1: too few to say" in page
    assert "Level 2: 0 of" in page
    assert "the next one can count" in page


def marked(store: Store, person: Person, scenario: Scenario) -> None:
    attempt = finished(store, scenario=scenario, purpose=Purpose.SUBMITTED)
    review_attempt(store, person, attempt.id, NOW)
