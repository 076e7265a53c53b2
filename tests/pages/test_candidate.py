"""The candidate's page: the door, the stages, and that nothing else opens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from calls.disposition import Disposition
from pages import _candidate_call, _candidate_head, _candidate_watch, _floor
from tests.pages.visiting import APP, buttons, press, say, shown, sign_in, visit
from tests.training.assessments.candidates import Way
from tests.training.assessments.samples import SET_UP, invited, manager, ready
from training.assessments.arriving import check_device, consent, leave_room
from training.assessments.dry_runs import dry_run
from training.assessments.invitations import Invited
from training.assessments.inviting import Guest, invite, withdraw
from training.assessments.models import Adjustments, Assessment, Minutes
from training.assessments.opening import open_link
from training.assessments.places import Stage
from training.assessments.retakes import invite_again
from training.assessments.taking import begin_part, call
from training.models import Role
from training.store import Store

TOKEN = "a candidate's browser"


def _now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def made(store: Store) -> Assessment:
    short = SET_UP.model_copy(update={"minutes": Minutes(desk=2, call=2, wrap_up=2, message=2)})
    return ready(store, short, _now())


@pytest.fixture
def cleo(store: Store, made: Assessment) -> Invited:
    return invited(store, made, "Cleo Marsh", now=_now())[0]


def _knock(link: str, app: AppTest | None = None) -> AppTest:
    """Somebody opens the address of an invitation."""
    app = app or visit()
    app.switch_page("pages/candidate.py")
    app.query_params["link"] = link
    return app.run()


def _opened(store: Store, one: Invited, at: datetime | None = None) -> Way:
    here = open_link(store, one.token, TOKEN, at or _now())
    return Way(store, here.person, here.candidacy.id)


def _page() -> AppTest:
    """The page in the browser that opened the link."""
    app = visit()
    app.session_state["who"] = TOKEN
    app.switch_page("pages/candidate.py")
    return app.run()


def _before_the_sample(way: Way, at: datetime) -> Way:
    consent(*way, "us", at)
    check_device(*way, "1280 wide", at)
    leave_room(*way, at)
    return way


def test_a_link_is_opened_by_a_button_and_never_by_looking(cleo: Invited) -> None:
    app = _knock(cleo.token)
    assert "Welcome, Cleo Marsh" in shown(app)
    assert "Welcome, Cleo Marsh" in shown(_knock(cleo.token)), "whoever previews it opens nothing"

    press(app, "Open it in this browser")

    assert "What you should know" in shown(app)
    assert "link" not in app.query_params
    assert "opened before, in another browser" in shown(_knock(cleo.token))


def test_a_link_that_opens_nothing_says_so_and_what_to_do(
    store: Store, made: Assessment, cleo: Invited
) -> None:
    (late,) = invited(store, made, "Dan", now=_now() - timedelta(days=20))
    (gone,) = invited(store, made, "Eve", now=_now())
    withdraw(store, manager(store), gone.candidacy.id, _now())
    app = _knock(late.token)

    assert "This link has expired" in shown(app)
    assert "This link is not whole" in shown(_knock(cleo.token[:-4], app))
    assert "Your invitation was withdrawn" in shown(_knock(gone.token, app))
    app.query_params.clear()
    assert "A work sample opens by a link" in shown(app.run())


def test_who_is_signed_in_does_not_use_up_the_link_of_a_candidate(
    store: Store, made: Assessment, cleo: Invited
) -> None:
    mara = sign_in(visit(), "Mara", Role.HIRING_MANAGER)

    _knock(cleo.token, mara)
    assert "belongs to Mara" in shown(mara)
    assert buttons(mara).count("Open it in this browser") == 0

    _knock(dry_run(store, manager(store), made.id, _now()).token, mara)
    press(mara, "Open it in this browser")
    assert "A dry run" in shown(mara)


def test_the_way_to_the_first_call_is_short(store: Store, cleo: Invited) -> None:
    way = _opened(store, cleo)
    app = _page()
    app.checkbox[0].check().run()
    press(app, "Go on")
    say(app, "ready")
    assert "It arrived: “ready”" in "".join(one.value for one in app.success)
    press(app, "Go on")
    press(app, "Try a call")
    say(app, "Hello, who am I speaking with?")
    press(app, "Leave the practice room")
    press(app, "Open the desk")
    press(app, next(one for one in buttons(app) if one.startswith("Call ")))
    say(app, "Hello, may I speak with the account holder, please?")

    there = way.at((_now() - datetime(2026, 3, 2, 15, tzinfo=UTC)).total_seconds() / 60)
    assert there.stage is Stage.CALL
    assert there.attempt is not None
    assert there.attempt.state.call is not None
    assert len(there.attempt.state.call.lines) == 3
    assert "Hints" not in shown(app)


def test_when_the_minutes_of_a_call_are_over_it_can_only_be_ended(
    store: Store, cleo: Invited
) -> None:
    then = _now() - timedelta(seconds=80)
    way = _before_the_sample(_opened(store, cleo, then), then)
    begin_part(*way, 1, then)
    call(*way, _now() - timedelta(minutes=2))

    app = _page()

    assert "The minutes for this call are over" in shown(app)
    assert not app.chat_input
    press(app, "End call")
    assert "You ended the call." in shown(app)
    assert "What happened" in shown(app)


def test_a_pause_shows_nothing_of_the_task(store: Store, cleo: Invited) -> None:
    way = _before_the_sample(_opened(store, cleo), _now())
    begin_part(*way, 1, _now())
    app = _page()

    press(app, "Pause")
    assert "You are having a pause" in shown(app)
    assert "What you may offer" not in shown(app)
    press(app, "Go on")

    assert "What you may offer" in shown(app)
    assert "Pause" not in buttons(app)


def test_who_has_no_clock_sees_none(store: Store, made: Assessment) -> None:
    quiet = Guest("Cleo", Adjustments(no_clock=True, extra_time=50))
    (one,) = invite(store, manager(store), made.id, [quiet], _now())
    way = _before_the_sample(_opened(store, one), _now())
    begin_part(*way, 1, _now())

    assert 'class="clock' not in shown(_page())


def test_whatever_page_a_candidate_opens_it_is_their_own(store: Store, cleo: Invited) -> None:
    _opened(store, cleo)
    app = visit()
    app.session_state["who"] = TOKEN
    every = sorted(path.stem for path in (APP.parent / "pages").glob("[!_]*.py"))
    assert len(every) > 20
    for page in every:
        app.switch_page(f"pages/{page}.py")
        told = shown(app.run())

        assert "What you should know" in told, page
        assert "Signed in as" not in told, page


def test_a_candidate_takes_their_work_sample_off_a_browser_of_others(
    store: Store, cleo: Invited
) -> None:
    _opened(store, cleo)

    press(_page(), "Take it off this browser")

    assert "A work sample opens by a link" in shown(_page())


def test_nothing_of_one_wrap_up_stands_in_the_next(store: Store, cleo: Invited) -> None:
    way = _before_the_sample(_opened(store, cleo), _now())
    begin_part(*way, 1, _now())
    call(*way, _now())
    app = press(_page(), "End call")
    app.selectbox(key="disposition").set_value(Disposition.REFUSED).run()
    app.text_area(key="note").input("Will not pay, he says.").run()
    press(app, "Hand in")
    for next_step in ("Open the desk", "Call ", "End call", "Go on without a message"):
        press(app, next(one for one in buttons(app) if one.startswith(next_step)))

    assert app.selectbox(key="disposition").value is None
    assert app.text_area(key="note").value == ""
    first, second = store.attempts(way.person)
    assert first.state.wrap_up.notes == "Will not pay, he says."
    assert not second.state.wrap_up.notes


def test_a_retake_is_shown_as_a_retake(store: Store, cleo: Invited) -> None:
    begin_part(*_before_the_sample(_opened(store, cleo), _now()), 1, _now())
    withdraw(store, manager(store), cleo.candidacy.id, _now())
    again = invite_again(store, manager(store), cleo.candidacy.id, _now())
    _opened(store, again)

    assert "a retake" in shown(_page())


def test_what_is_sent_first_after_a_lost_connection_is_in_time(
    store: Store, cleo: Invited, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = _before_the_sample(_opened(store, cleo), _now())
    begin_part(*way, 1, _now())
    call(*way, _now())
    app = _page()
    later = _now() + timedelta(minutes=6)
    for module in (_floor, _candidate_call, _candidate_head, _candidate_watch):
        monkeypatch.setattr(module, "now", lambda: later)
    say(app, "Hello, the network is back here.")

    assert "the network is back here" in shown(app)
    assert "Your connection was lost for about 6 min" in shown(app)
