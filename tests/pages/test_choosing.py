"""Choosing a scenario and reading its brief."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from pages._parts import plain
from tests.pages.finished import finished
from tests.pages.visiting import SCENARIO, begin_call, buttons, go, press, shown
from tests.shipped import CHANNELS, EVERY, SCENARIOS
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.models import Person, Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import Store


def test_every_scenario_is_offered_with_level_minutes_and_what_it_teaches(dana: AppTest) -> None:
    page = shown(go(dana, "practise"))
    for number in range(2, dana.pagination(key="page").proto.num_pages + 1):
        page += shown(dana.pagination(key="page").set_value(number).run())

    for scenario in EVERY.values():
        assert plain(scenario.title) in page
        assert f"Level {scenario.level} · {scenario.minutes} minutes" in page
        assert all(lesson in page for lesson in scenario.teaches)


def test_filters_leave_what_fits_and_say_how_many(dana: AppTest) -> None:
    go(dana, "practise").selectbox(key="place").set_value("United Kingdom").run()
    dana.text_input(key="words").set_value("laid off").run()
    page = shown(dana)

    assert f"<b>1 of {len(EVERY)} calls</b>" in page
    assert "Level 2 · 12 minutes · Hardship · United Kingdom" in page
    assert SCENARIOS["forgetful_payer"].title not in page


def test_a_new_search_begins_on_the_first_page_of_what_it_finds(dana: AppTest) -> None:
    go(dana, "practise").pagination(key="page").set_value(2).run()
    assert f"13 to 24 of {len(EVERY)}" in shown(dana)

    found = shown(dana.text_input(key="words").set_value("e").run())

    assert "1 to 12 of" in found


def test_where_nothing_fits_one_click_shows_all_again(dana: AppTest) -> None:
    go(dana, "practise").text_input(key="words").set_value("zeppelin").run()
    assert "No call is like that." in shown(dana)

    page = shown(press(dana, "Show all calls"))

    assert f"<b>{len(EVERY)} of {len(EVERY)} calls</b>" in page
    assert dana.text_input(key="words").value == ""


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_brief_says_what_counts_before_the_call(dana: AppTest, scenario: str) -> None:
    page = shown(go(dana, "brief", scenario=scenario))

    assert "Typed practice trains words, order and decisions; not the voice." in page
    bar = f"{SCENARIOS[scenario].passing.grade} of 100 or more."
    assert (bar in page) is not SCENARIOS[scenario].with_care
    assert str(SCENARIOS[scenario].account.balance) in page
    assert "own time" in page or "Nobody has tried to reach them yet" in page


@pytest.mark.parametrize("scenario", CHANNELS)
def test_what_is_written_or_decided_first_begins_like_any_call(
    dana: AppTest, scenario: str
) -> None:
    app = go(dana, "brief", scenario=scenario)

    assert "Practise privately" in buttons(app)
    listed = [CHANNELS[scenario].for_account(one) for one in CHANNELS[scenario].accounts]
    assert all(of.consumer_name in shown(app) for of in listed)


def test_that_the_bar_is_not_passed_yet_is_said(dana: AppTest, store: Store) -> None:
    review_attempt(store, *owner_and_id(store), NOW)

    assert "· bar not passed yet" in shown(go(dana, "practise"))


def owner_and_id(store: Store) -> tuple[Person, str]:
    attempt = finished(store)
    return sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW), attempt.id


def test_brief_and_account_agree_on_what_may_be_offered(dana: AppTest) -> None:
    page = shown(go(dana, "brief", scenario="forgetful_payer"))

    assert "Two instalments of at least $25 within two months." in page
    assert "<dt>At most</dt><dd>2 months</dd>" in page


def test_a_scenario_that_is_not_there_is_told(dana: AppTest) -> None:
    assert "There is no such scenario" in shown(go(dana, "brief", scenario="nothing"))


def test_an_open_attempt_can_be_gone_on_with(dana: AppTest) -> None:
    begin_call(dana)
    go(dana, "practise")

    links = [link.proto.label for link in dana.get("page_link") if isinstance(link, Element)]
    assert "Go on where you were" in links


def test_last_and_best_are_shown_once_there_are_some(dana: AppTest) -> None:
    attempt = begin_call(dana)
    press(dana, "End call")
    go(dana, "wrap_up", attempt=attempt)
    press(dana, "Hand in")
    press(dana, "Hand in as it is")
    page = shown(go(dana, "practise"))

    assert "Finished once · last" in page
    assert SCENARIO in SCENARIOS


def test_a_card_tells_the_form_that_its_brief_tells(dana: AppTest, store: Store) -> None:
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    other = LAID_OFF.form(1).brief.who
    assert other not in shown(go(dana, "practise"))
    on_a_call(store, person, LAID_OFF)

    assert other in shown(go(dana, "practise"))
    assert other in shown(go(dana, "brief", scenario=LAID_OFF.id))
