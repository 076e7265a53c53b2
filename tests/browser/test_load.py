"""Several people at once, each in a window without a screen."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from html import escape
from typing import Any, TypeVar

import pytest

from benchmarks.load.__main__ import asked_for
from benchmarks.load.people import LINES, lost, practise, practising
from benchmarks.load.server import AppServer
from benchmarks.load.window import Window
from training.store import Store

pytestmark = pytest.mark.browser

T = TypeVar("T")


def _run(doing: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: the browser of other tests has its loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, doing).result()


def test_what_several_people_say_at_once_is_kept_and_answered(app_server: AppServer) -> None:
    people = practising(Store(app_server.data), 4)

    waits = _run(practise(app_server.url, people, 3, 0.05))

    assert len(waits) == 12
    assert lost(app_server.data, people, 3) == 0


def test_a_wait_ends_when_the_page_shows_what_was_said(app_server: AppServer) -> None:
    [one] = practising(Store(app_server.data), 1)

    async def after_a_line() -> str:
        cookie = f"right_party={one.token}"
        query = f"attempt={one.attempt}"
        async with Window.on(app_server.url, "call", query, cookie) as window:
            await window.say(LINES[0])
            return window.seen

    assert escape(LINES[0]) in _run(after_a_line())


def test_a_line_that_nobody_said_is_one_that_was_lost(app_server: AppServer) -> None:
    people = practising(Store(app_server.data), 2)

    assert lost(app_server.data, people, 3) == 6


def test_the_command_alone_asks_for_the_hundred_of_the_target() -> None:
    asked = [asked_for(words.split()).people for words in ("", "--json", "--samples small")]

    assert asked == [100, 100, 10]
