"""A made-up language in which every text stands in ⟦brackets⟧: what pages say without is English.

What stays English is content: scenarios, rules, people's words, and what packages below the pages
say of a call (docs/decisions/0123-texts-of-pages-go-through-gettext.md).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from streamlit.testing.v1 import AppTest

from calls.state import AttemptState
from calls.turn import Speaker
from debriefs import whole_debrief
from debriefs.page import annotated, page_of
from debriefs.transcript import transcript_html
from pages._words import kept_elsewhere
from scoring.bar import bar
from simulator.library import load_scenarios
from simulator.scenario import Scenario
from tests.ground.texts import collected, compiled
from tests.pages.finished import finished
from tests.pages.visiting import SCENARIO, go, press, say, sign_in, visit
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF
from training.accounts import make_owner
from training.desk_parts import Block, Hand, account_blocks, contact_blocks, house_blocks
from training.models import Attempt, Role
from training.people import sign_in_locally
from training.practice import scenario_of
from training.reviews import record, review_attempt
from training.shipped import checker_for
from training.store import Store

_READ = {"label", "body", "help", "placeholder", "caption", "captions", "options", "alt", "content"}
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_SPOKEN = re.compile(r"\b(?:title|aria-label)=\"([^\"]*)\"")


@pytest.fixture(scope="module", autouse=True)
def brackets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The pages as a process imports them that was started in this language."""
    folder = tmp_path_factory.mktemp("locale")
    file = folder / "brackets" / "LC_MESSAGES" / "right_party.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled(_in_brackets(collected())))
    english = {name: sys.modules.pop(name) for name in [*sys.modules] if _is_of_pages(name)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIGHT_PARTY_LANGUAGE", "brackets")
        patch.setenv("RIGHT_PARTY_LOCALES", str(folder))
        yield
    for name in [*filter(_is_of_pages, sys.modules)]:
        del sys.modules[name]
    sys.modules.update(english)


def _is_of_pages(module: str) -> bool:
    return module.partition(".")[0] == "pages"


def _in_brackets(template: Catalog) -> Catalog:
    made = Catalog()
    for message in template:
        if message.id:
            forms = (message.id,) if isinstance(message.id, str) else message.id
            words = tuple(f"⟦{form}⟧" for form in forms)
            made.add(message.id, words if len(words) > 1 else words[0])
    return made


def told(app: AppTest) -> Iterator[str]:
    """Everything that can be read or heard on the page."""
    assert not app.exception
    for element in app._tree:
        proto = getattr(element, "proto", None)
        if proto is not None:
            yield from _strings(proto)


def _strings(message: Any) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.message_type is not None:
            for part in value if field.is_repeated else [value]:
                yield from _strings(part)
        elif field.name in _READ:
            yield from value if field.is_repeated else [value]


def english(texts: Iterable[str], content: str) -> list[str]:
    """What stands in no bracket and is no content."""
    return sorted({one for text in texts for one in _outside(text) if one not in content})


def _outside(text: str) -> Iterator[str]:
    """Pieces of a text in no bracket, between tags; figures and signs are in every language."""
    spoken = "\n".join(_SPOKEN.findall(text))
    rest = unescape(f"{_TAG.sub(chr(10), text)}\n{spoken}").replace("\\", "")
    while (less := _INNERMOST.sub("\n", rest)) != rest:
        rest = less
    for line in rest.splitlines():
        words = " ".join(line.split()).strip(" ·,.:;()“”*-")
        if re.search(r"[^\W\d_]{2}", words):
            yield words


def _texts_in(content: object) -> Iterator[str]:
    """The strings of something that was dumped."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        yield from (text for one in content.values() for text in _texts_in(one))
    elif isinstance(content, list | tuple):
        yield from (text for one in content for text in _texts_in(one))


def _of_scenario(scenario: Scenario) -> str:
    """What its author wrote, and its bar."""
    written = _texts_in(scenario.model_dump(mode="json"))
    return _as_read([*written, *bar(scenario.passing).values()])


def _of_desk(scenario: Scenario) -> str:
    """What the desk says of an account, but for its headings and terms, which are looked up."""
    today, hand = NOW.date(), Hand(lambda on: f"{on:%d}", lambda at: f"{at:%H}")
    there = scenario.time_there(NOW)
    blocks = (
        *account_blocks(scenario, today, there, hand),
        *contact_blocks(scenario, today, hand),
        *house_blocks(scenario),
    )
    looked_up = set(kept_elsewhere())
    return _as_read(text for one in blocks for text in _texts_of(one) if text not in looked_up)


def _texts_of(block: Block) -> Iterator[str]:
    yield from (block.heading, *block.lines, *block.heads)
    yield from (text for row in (*block.facts, *block.rows) for text in row)


def _of_debrief(store: Store, attempt: Attempt) -> str:
    """What the debrief says, as it stands on paper, too."""
    person = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    scenario = scenario_of(store, person, attempt)
    review = review_attempt(store, person, attempt.id, NOW)
    checker = checker_for(scenario.house)
    names = {Speaker.COLLECTOR: "You", Speaker.CONSUMER: scenario.consumer_name}
    whole = whole_debrief(review, record(attempt, scenario), checker, scenario, names)
    call = replace(annotated(whole), again="rewind")
    return _as_read([page_of(whole), transcript_html(call), whole.talk])


def _of_talk(state: AttemptState) -> str:
    return _as_read(line.turn.text for call in state.calls for line in call.lines)


def _as_read(texts: Iterable[str]) -> str:
    return "\n".join(piece for text in texts for piece in _outside(text))


EVERY_SCENARIO = "\n".join(map(_of_scenario, load_scenarios().values()))
DANA = "Dana Wells"


def test_signing_in_speaks_it(store: Store) -> None:
    first = [*told(visit())]
    make_owner(store, DANA, "three words in a row", "three words in a row", NOW)
    later = [*told(visit())]

    assert "⟦You are the first here" in "\n".join(first)
    assert "⟦No account yet" in "\n".join(later)
    assert english([*first, *later], "") == []


def test_practice_speaks_it_from_today_to_the_wrap_up() -> None:
    app = sign_in(visit(), DANA)
    desk = _of_scenario(LAID_OFF) + _of_desk(LAID_OFF)

    assert english(told(app), EVERY_SCENARIO) == []
    assert english(told(go(app, "practise")), EVERY_SCENARIO) == []
    assert english(told(go(app, "brief", scenario=SCENARIO)), desk) == []

    press(app, "⟦Practise privately⟧")
    attempt = "".join(app.query_params["attempt"])
    say(go(app, "call", attempt=attempt), "Hello, may I speak with Ana Reyes, please?")
    talk = _of_talk(app.session_state["attempt"].state)
    assert english(told(app), desk + talk) == []

    press(app, "⟦End call⟧")
    assert "⟦You ended the call.⟧" in "\n".join(told(app))
    assert english(told(app), desk + talk) == []
    assert english(told(go(app, "wrap_up", attempt=attempt)), desk + talk) == []


def test_what_came_of_it_speaks_it(store: Store) -> None:
    attempt = finished(store, name=DANA)
    app = sign_in(visit(), DANA)
    debrief = _of_debrief(store, attempt)

    assert english(told(go(app, "scorecard", attempt=attempt.id)), debrief) == []
    progress = [*told(go(app, "progress"))]
    assert "⟦You handed in 1 attempt and passed ⟦none so far⟧.⟧" in "\n".join(progress)
    assert english(progress, EVERY_SCENARIO + debrief) == []
    assert english(told(go(app, "today")), EVERY_SCENARIO) == []


def test_a_text_without_brackets_is_found() -> None:
    said = ["⟦Today⟧ and ⟦{n} of ⟦3⟧⟧", '<p title="Late">⟦Day⟧ Ana</p>', "$40.00 · ⟦a⟧"]

    assert english(said, "Ana Reyes") == ["Late", "and"]
