"""The page of a drill: one question at a time, explained; what was missed comes again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from streamlit.testing.v1 import AppTest

from drills.item import Item, Kind
from pages import _shipped
from pages._floor import now
from tests.pages.visiting import buttons, go, press, shown
from tests.training.drilled import know_all_but, miss_one
from tests.training.floor import NOW
from training.drilling import Drill, answers, drill, question
from training.models import Person, Role
from training.people import sign_in_locally
from training.preferences import Switch, switched_off
from training.store import Store


def person(store: Store) -> Person:
    return sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)


def began(app: AppTest) -> str:
    return "".join(app.query_params["began"])


def first_of(store: Store, kind: Kind) -> None:
    know_all_but(store, person(store), _shipped.stock(), kind, now() - timedelta(hours=1))


def asked_now(app: AppTest, store: Store) -> tuple[Drill, Item]:
    going = drill(
        store, person(store), _shipped.stock(), datetime.fromtimestamp(float(began(app)), UTC)
    )
    item = question(_shipped.stock(), going)
    assert item is not None
    return going, item


def choose(app: AppTest, item: Item, choice: str) -> AppTest:
    number = item.choices.index(choice) + 1
    app.button(key=f"choice_{item.card}_{item.nth}_{number}").click()
    return app.run()


def test_today_offers_the_drill_and_the_drill_says_what_it_is(dana: AppTest) -> None:
    assert "Drill of the day" in shown(go(dana, "today"))

    told = shown(go(dana, "drill"))

    assert "Three minutes of small questions" in told
    assert "Nobody but you sees your answers" in told
    assert "Begin" in buttons(dana)


def test_an_answer_is_explained_with_its_citation_and_one_goes_on(
    dana: AppTest, store: Store
) -> None:
    first_of(store, Kind.NUMBERS)
    press(go(dana, "drill"), "Begin")
    _, item = asked_now(dana, store)
    assert "Numbers and dates · question 1 of 12 at most · about 3 minutes left" in shown(dana)

    wrong = next(one for one in item.choices if one != item.answer)
    told = shown(choose(dana, item, wrong))

    assert "Not this one" in told
    assert item.answer in told
    assert item.source.citation in told

    press(dana, "Go on")
    _, second = asked_now(dana, store)
    told = shown(choose(dana, second, second.answer))
    assert "✓" in told
    assert "Right" in told
    assert [one.right for one in answers(store, person(store))][-2:] == [False, True]


def test_a_reload_goes_on_where_it_was(dana: AppTest, store: Store) -> None:
    first_of(store, Kind.NUMBERS)
    press(go(dana, "drill"), "Begin")
    _, item = asked_now(dana, store)
    choose(dana, item, item.answer)
    at = began(dana)

    del dana.session_state["drill_answered"]

    assert "question 2 of 12" in shown(go(dana, "drill", began=at))


def test_ones_own_words_are_checked_and_can_be_tried_again(dana: AppTest, store: Store) -> None:
    first_of(store, Kind.BETTER)
    press(go(dana, "drill"), "Begin")
    _, item = asked_now(dana, store)
    assert item.kind is Kind.BETTER

    dana.text_area(key="drill_words").set_value(item.turns[-1].text)
    told = shown(press(dana, "Check"))
    assert "Not yet" in told
    assert "Your first answer counts" in told

    dana.text_area(key="drill_words").set_value(item.example)
    assert "Right" in shown(press(dana, "Check"))
    assert answers(store, person(store))[-1].right is False


def test_at_the_end_stands_what_to_look_at_again(dana: AppTest, store: Store) -> None:
    at = miss_one(store, person(store), _shipped.stock(), now() - timedelta(minutes=4))

    told = shown(go(dana, "drill", began=str(int(at.timestamp()))))

    assert "You answered 3 questions, 2 of them right" in told
    assert "it comes first in your next drill" in told
    assert "What you knew comes again from" in told
    assert "One of them comes again today" in shown(go(dana, "today"))


def test_an_address_that_says_nothing_begins_anew(dana: AppTest) -> None:
    for began_at in ("soon", "99999999999", "-5", "9" * 40, "1e3", "nan", "12.", "٣"):
        assert "Begin" in buttons(go(dana, "drill", began=began_at))


def test_single_keys_can_be_switched_off_and_stay_off(dana: AppTest, store: Store) -> None:
    first_of(store, Kind.DIAL)
    press(go(dana, "drill"), "Begin")
    _, item = asked_now(dana, store)
    key = f"choice_{item.card}_{item.nth}_1"
    assert dana.button(key=key).proto.shortcut == "1"

    dana.toggle(key="switch_single_keys").set_value(False).run()
    assert not dana.button(key=key).proto.shortcut
    choose(dana, item, item.choices[0])
    assert not dana.button(key="go_on").proto.shortcut
    assert switched_off(store, person(store)) == {Switch.SINGLE_KEYS}
