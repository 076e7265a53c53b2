"""A candidate in a real browser: from the link to the feedback sheet, and what else they open."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from benchmarks.load.server import AppServer
from tests.browser.practising import COLD_MS, say, settled
from tests.browser.test_axe import issues
from tests.training.assessments.samples import SET_UP, invited, ready
from tests.training.assessments.taken import agreed
from tests.training.assessments.test_afterwards import decided
from training.assessments.models import Step
from training.assessments.steps import Taken, steps_in
from training.models import Attempt, Person, Role
from training.store import Store

pytestmark = pytest.mark.browser

ONE_CALL = SET_UP.model_copy(update={"scenarios": ("forgetful_payer",), "asks_demographics": True})

_PASTE = """() => {
  const given = new DataTransfer();
  given.setData('text', 'x'.repeat(37));
  const event = new ClipboardEvent('paste', {clipboardData: given, bubbles: true});
  document.querySelector('[data-testid=stChatInputTextArea]').dispatchEvent(event);
}"""


def test_a_candidate_goes_from_the_link_to_the_feedback_sheet(
    app_server: AppServer, open_page: Callable[..., Page]
) -> None:
    """With a lost connection in the middle of the call, which costs nothing."""
    store, now = Store(app_server.data), datetime.now(UTC)
    made = ready(store, ONE_CALL, now)
    cleo, dan = invited(store, made, "Cleo Marsh", "Dan Ortiz", now=now)
    (late,) = invited(store, made, "Eve Lang", now=now - timedelta(days=30))
    page, id_ = open_page(), cleo.candidacy.id

    _goes_in(app_server, page, cleo.token, made.set_up.consent)
    page.get_by_role("button", name="Call ").last.click()
    say(page, "Hello, may I speak with the account holder, please?", COLD_MS)
    page.evaluate(_PASTE)
    _wait_for(lambda: any(one.step is Step.PASTED for one in _steps(store, id_)))
    _loses_the_connection(app_server, page, store, id_)
    _hands_in(page)

    (attempt,) = store.attempts(Person(cleo.candidacy.person_id, "", Role.CANDIDATE))
    _is_as_it_was(store, id_, attempt)
    for address in (f"scorecard?attempt={attempt.id}", "queue", ""):
        page.goto(f"{app_server.url}/{address}")
        expect(page.get_by_text("Thank you, that was all of it")).to_be_visible(timeout=COLD_MS)

    agreed(store, attempt)
    decided(store, id_, attempt)
    page.goto(f"{app_server.url}/candidate?link={dan.token}")
    expect(page.get_by_text("Welcome, Dan Ortiz")).to_be_visible(timeout=COLD_MS)
    page.goto(f"{app_server.url}/candidate")
    _takes_the_sheet(page)

    other = open_page()
    for token, told in (
        (cleo.token, "This link was opened before, in another browser"),
        (late.token, "This link has expired"),
        (cleo.token[:-5], "This link is not whole"),
    ):
        _go(app_server, other, token)
        expect(other.get_by_role("heading", name=told)).to_be_visible(timeout=COLD_MS)


def _goes_in(server: AppServer, page: Page, token: str, consent: str) -> None:
    """From the link past the notice and the try-out to the desk of the first call."""
    _go(server, page, token)
    _press(page, "Open it in this browser")
    page.get_by_text(consent or "I have read this").click()
    _press(page, "Go on")
    page.get_by_placeholder("Type a word").fill("ready")
    page.keyboard.press("Enter")
    expect(page.get_by_text("It arrived")).to_be_visible()
    _press(page, "Go on")
    _press(page, "Go on without")
    _press(page, "Open the desk")
    expect(page.get_by_text("of 10 minutes")).to_be_visible(timeout=COLD_MS)
    settled(page)
    assert list(issues(page, {})) == []


def _loses_the_connection(server: AppServer, page: Page, store: Store, candidacy_id: str) -> None:
    """For ten minutes in the middle of the call, which goes on afterwards."""
    server.kill()
    _began_earlier(store, candidacy_id, timedelta(minutes=11))
    _heard_last(store, candidacy_id, datetime.now(UTC) - timedelta(minutes=10))
    server.restart()
    page.reload()
    expect(page.get_by_text("Your connection was lost for about 10 min")).to_be_visible(
        timeout=COLD_MS
    )
    expect(page.get_by_text("may I speak with the account holder")).to_be_visible()
    say(page, "I am calling about your account.", COLD_MS)
    settled(page)
    assert list(issues(page, {})) == []
    _press(page, "End call")


def _hands_in(page: Page) -> None:
    """The message after the call, and the wrap-up as it is."""
    page.get_by_label("Your text").fill("Thank you for your time. We talk again on Friday.")
    _press(page, "Send the text …")
    _press(page, "Send the text")
    expect(page.get_by_text("How the call ended", exact=True)).to_be_visible(timeout=COLD_MS)
    _press(page, "Hand in")
    _press(page, "Hand in as it is")
    expect(page.get_by_text("Thank you, that was all of it")).to_be_visible(timeout=COLD_MS)
    settled(page)
    assert list(issues(page, {})) == []


def _is_as_it_was(store: Store, candidacy_id: str, attempt: Attempt) -> None:
    """The lost minutes, what was pasted, and the message are on record."""
    lost = [one for one in _steps(store, candidacy_id) if one.step is Step.DISCONNECTED]
    assert [one.lasted >= timedelta(minutes=10) for one in lost] == [True]
    pasted = [one.note for one in _steps(store, candidacy_id) if one.step is Step.PASTED]
    assert pasted == ["37 characters, What do you say?"]
    assert len(attempt.state.messages) == 1


def _takes_the_sheet(page: Page) -> None:
    expect(page.get_by_text("Your feedback sheet")).to_be_visible(timeout=COLD_MS)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="The sheet to keep (PDF)").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")


def test_a_link_for_another_work_sample_is_not_opened_over_the_first(
    app_server: AppServer, phone: Page
) -> None:
    store, now = Store(app_server.data), datetime.now(UTC)
    first, other = (
        ready(store, ONE_CALL.model_copy(update={"job": job}), now)
        for job in ("Collector, early arrears", "Collector, late arrears")
    )
    (one,), (another,) = (invited(store, made, "Fay", now=now) for made in (first, other))
    _go(app_server, phone, one.token)
    _press(phone, "Open it in this browser")
    expect(phone.get_by_text("What you should know")).to_be_visible(timeout=COLD_MS)
    settled(phone)

    _go(app_server, phone, another.token)

    expect(phone.get_by_text("You are taking another work sample")).to_be_visible(timeout=COLD_MS)
    _press(phone, "Back to your work sample")
    expect(phone.get_by_text("What you should know")).to_be_visible(timeout=COLD_MS)


def _wait_for(there: Callable[[], bool]) -> None:
    until = time.monotonic() + 15
    while not there() and time.monotonic() < until:
        time.sleep(0.1)
    assert there()


def _go(server: AppServer, page: Page, token: str) -> None:
    page.goto(f"{server.url}/candidate?link={token}")


def _press(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True)
    expect(button).to_be_enabled(timeout=COLD_MS)
    button.click()


def _began_earlier(store: Store, candidacy_id: str, by: timedelta) -> None:
    """As if all of it had been done so much earlier: nobody waits eleven minutes for a test."""
    of = "attempt_id in (select attempt_id from candidacy_attempts where candidacy_id = ?)"
    with store.writing() as db:
        for row in list(db.table("events").rows_where(of, [candidacy_id])):
            at = (datetime.fromisoformat(row["at"]) - by).isoformat()
            body = json.dumps({**json.loads(row["body"]), "at": at})
            db.table("events").update((row["attempt_id"], row["seq"]), {"at": at, "body": body})


def _heard_last(store: Store, candidacy_id: str, at: datetime) -> None:
    with store.writing() as db:
        sql = "update candidate_browsers set seen_at = ? where candidacy_id = ?"
        db.execute(sql, [at.isoformat(), candidacy_id])


def _steps(store: Store, candidacy_id: str) -> tuple[Taken, ...]:
    with store.reading() as db:
        return steps_in(db, candidacy_id)
