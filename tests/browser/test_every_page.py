"""Every page, opened by its address, by every role: nobody reads what is not theirs to read.

Pages are opened over the sockets that a browser opens, without its screen, so that all of them can
be asked in seconds.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from typing import NamedTuple

import pytest

from benchmarks.load.server import PROJECT, AppServer
from benchmarks.load.window import Window
from tests.conftest import Samples
from tests.pages.finished import finished
from tests.training.accounts import signed_in_as
from tests.training.assessments.taken import NAME, taken
from training.assessments.browsers import bind
from training.models import Purpose, Role
from training.rights import (
    ADOPTS,
    COACHES,
    HIRES,
    JUDGES,
    MANAGES,
    OF_ACCOUNTS,
    READS,
    REPORTS,
    SIGNS_OFF,
    WRITES,
)
from training.store import Store

pytestmark = pytest.mark.browser

PAGES = sorted(path.stem for path in (PROJECT / "pages").glob("[a-z]*.py"))
WITH_ATTEMPT = {"brief", "call", "rating", "rewind", "scorecard", "wrap_up"}
"""In small samples each has one of three attempts: the rating that of the candidate."""
WITH_SAMPLE = {"results", "work_samples"}
OWNER = "Dana Wells"
PRIVATE, SUBMITTED = "heron in the pantry", "teapot on the stairs"
"""Words that nobody says by chance, each said in one call."""
ASSESSED = "no plan."
AT_ONCE = 6


class Seen(NamedTuple):
    role: Role
    page: str
    query: str
    text: str


@dataclass(frozen=True)
class House:
    """A store with a call of each purpose, and somebody of each role in a browser."""

    tokens: Mapping[Role, str]
    attempts: Sequence[str]
    sample: str

    def addresses(self, most: int) -> Iterator[tuple[str, str]]:
        """Each page, with so many of the attempts where it is of one, by turns."""
        turns = cycle(self.attempts)
        for page in PAGES:
            if page in WITH_ATTEMPT:
                yield from ((page, f"attempt={one}") for one in islice(turns, most))
            elif page == "review":  # of nothing but what was submitted
                yield page, f"attempt={self.attempts[1]}"
            else:
                yield page, f"sample={self.sample}" if page in WITH_SAMPLE else ""


@pytest.fixture(scope="session")
def house(app_server: AppServer) -> House:
    store, now = Store(app_server.data), datetime.now(UTC)
    calls = [
        finished(store, (f"There is a {words}.", "Goodbye."), OWNER, purpose=purpose, now=now)
        for words, purpose in ((PRIVATE, Purpose.PRIVATE), (SUBMITTED, Purpose.SUBMITTED))
    ]
    candidacy, (assessed,) = taken(store)
    tokens = {role: signed_in_as(store, f"Any {role.label}", role, now)[1] for role in OF_ACCOUNTS}
    tokens[Role.CANDIDATE] = secrets.token_urlsafe(32)
    with store.writing() as db:
        bind(db, tokens[Role.CANDIDATE], candidacy.id, now)
    attempts = [*(one.id for one in calls), assessed.id]
    return House(tokens, attempts, candidacy.assessment_id)


@pytest.fixture(scope="session")
def seen(app_server: AppServer, house: House, samples: Samples) -> Sequence[Seen]:
    """What every role finds at every address."""
    return _looked(app_server, house.tokens, tuple(house.addresses(samples(small=1, full=3))))


def _looked(
    server: AppServer, tokens: Mapping[Role, str], addresses: Sequence[tuple[str, str]]
) -> Sequence[Seen]:
    """In a thread of its own: the browser of other tests has its loop in this one."""

    async def look(gate: asyncio.Semaphore, role: Role, page: str, query: str) -> Seen:
        cookie = f"right_party={tokens[role]}"
        async with gate, Window.on(server.url, page, query, cookie) as window:
            return Seen(role, page, query, window.seen)

    async def all_of_them() -> Sequence[Seen]:
        gate = asyncio.Semaphore(AT_ONCE)
        return await asyncio.gather(*(look(gate, role, *at) for role in tokens for at in addresses))

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, all_of_them()).result()


NOT_FOR_YOU = "This page is for "
FOR: Mapping[str, Collection[Role]] = {
    "accounts": MANAGES,
    "agreement": {role for role in JUDGES if JUDGES[role]},
    "coaching": COACHES,
    "cohorts": COACHES,
    "coverage": WRITES,
    "house": WRITES,
    "own_rules": ADOPTS,
    "rating_scales": {role for role in JUDGES if JUDGES[role]},
    "queue": {role for role in JUDGES if JUDGES[role]},
    "report": REPORTS,
    "results": HIRES,
    "scenarios": WRITES,
    "work_samples": SIGNS_OFF,
}
"""Whom a page is for, where it is not for everybody."""


def test_a_page_says_plainly_whom_it_is_for(seen: Sequence[Seen]) -> None:
    told = {(one.page, one.role): NOT_FOR_YOU in one.text for one in seen}
    for page in PAGES:
        for role in OF_ACCOUNTS:
            assert told[page, role] is (role not in FOR.get(page, OF_ACCOUNTS)), (page, role)


def test_what_was_said_is_read_by_those_alone_whom_the_table_lets_in(
    seen: Sequence[Seen],
) -> None:
    for words, purpose in ((PRIVATE, Purpose.PRIVATE), (SUBMITTED, Purpose.SUBMITTED)):
        assert {one.role for one in seen if words in one.text} == _readers(purpose)
    assert {one.role for one in seen if ASSESSED in one.text} == _readers(Purpose.ASSESSMENT)


def _readers(purpose: Purpose) -> set[Role]:
    return {role for role in Role if purpose in READS[role]}


def test_nobody_who_rates_or_looks_around_reads_a_name_that_is_not_for_them(
    seen: Sequence[Seen],
) -> None:
    hiring = {one.role for one in seen if NAME in one.text}
    practising = {one.role for one in seen if OWNER in one.text}

    assert hiring <= HIRES | {Role.CANDIDATE}, "whose name it is, and who invited them"
    assert practising == _readers(Purpose.SUBMITTED)


def test_a_candidate_stands_on_their_own_page_whatever_the_address(seen: Sequence[Seen]) -> None:
    found = {one.page: one.text for one in seen if one.role is Role.CANDIDATE}

    assert found.keys() == set(PAGES)
    assert set(found.values()) == {found["candidate"]}
    assert "Thank you, that was all of it" in found["candidate"]


def test_whoever_is_not_signed_in_is_asked_who_they_are(app_server: AppServer) -> None:
    nobody = [("rating", "attempt=1"), ("results", "sample=1"), ("own_data", "")]
    for one in _looked(app_server, {Role.TRAINEE: "nobody's"}, nobody):
        assert "Who is practising?" in one.text
