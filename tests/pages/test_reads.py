"""No page reads more of the database than it needs, however often it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.testing.v1 import AppTest, local_script_runner

from tests.pages.finished import BADLY, finished
from tests.pages.reads import queries
from tests.pages.visiting import begin_call, go, say, shown, sign_in, visit
from tests.training.floor import NOW
from training.models import Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import Store

MOST = {"today": 9, "practise": 6, "progress": 6, "call": 5}
"""Who acts and what is released, on each page; then what the page is about, each thing once."""
A_LINE = 17
"""Said and answered: what is there is looked at while nobody else can write, before each."""


def test_a_page_reads_once_what_it_draws(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with queries(monkeypatch) as since:
        dana = sign_in(visit(), "Dana Wells")
        person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
        for seed in (3, 4):
            review_attempt(store, person, finished(store, BADLY, seed=seed).id, NOW)
        attempt = begin_call(dana)
        found = {page: _asked(dana, since, page, attempt) for page in MOST}
        say(dana, "Hello, may I speak with Ana Reyes please?")
        line = since()

    assert {page: len(asked) for page, asked in found.items() if len(asked) > MOST[page]} == {}
    for page in ("today", "practise"):
        assert [one for one, times in Counter(found[page]).items() if times > 1] == []
    assert len(line) <= A_LINE


def _asked(dana: AppTest, since: Callable[[], list[str]], page: str, attempt: str) -> list[str]:
    go(dana, page, **({"attempt": attempt} if page == "call" else {}))
    since()
    dana.run()
    return since()


@pytest.mark.usefixtures("store")
def test_a_search_among_the_calls_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with queries(monkeypatch) as since:
        dana = go(sign_in(visit(), "Dana Wells"), "practise")
        [the_list] = dana._fragment_storage._fragments
        only = partial(RerunData, fragment_id_queue=[the_list])
        since()
        monkeypatch.setattr(local_script_runner, "RerunData", only)
        dana.text_input(key="words").set_value("laid off").run()

        assert "<b>3 of " in shown(dana)
        assert since() == []
