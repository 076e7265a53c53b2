from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from calls.events import Event, Replied, Said
from tests.conftest import Samples
from tests.training.floor import NOW
from tests.training.practising import SHARED_SEED, practise, serve, serve_on
from tests.training.servers import ended, pipe, start
from tests.training.shipped_calls import LINES, at, on_a_call
from training.models import Attempt, Person, Role
from training.people import sign_in_locally
from training.practice import resume
from training.store import Store

WINDOWS = 8


def _ana(store: Store) -> Person:
    return sign_in_locally(store, "Ana", Role.TRAINEE, NOW)


def _log_of_an_undisturbed_call(folder: Path, seed: int) -> tuple[Event, ...]:
    store = Store(folder)
    return practise(store, _ana(store), seed).events


def _is_whole(attempt: Attempt) -> bool:
    """Numbers without a gap, and at most one reply to each line."""
    numbers = [event.seq for event in attempt.events]
    answers = Counter(event.answers for event in attempt.events if isinstance(event, Replied))
    return numbers == list(range(1, len(numbers) + 1)) and set(answers.values()) <= {1}


def test_calls_go_on_after_their_server_was_killed_at_any_moment(
    tmp_path: Path, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    """However often a server is killed, a log ends as it would have without."""
    folder, chance = tmp_path / "killed", random.Random(3)
    store = Store(folder)
    ana, kills, waiting = _ana(store), samples(small=5, full=100), 0
    before: dict[int, tuple[Event, ...]] = {}
    for _ in range(kills):
        ours, theirs = pipe()
        server = start(serve_on, folder, max(before, default=1), theirs)
        ours.recv()
        time.sleep(chance.random() * 0.12)
        server.kill()
        server.join()
        logs = {one.seed: one for one in store.attempts(ana)}
        for seed, log in before.items():
            assert logs[seed].events[: len(log)] == log
        assert all(_is_whole(log) for log in logs.values() if log.events)
        waiting += _waits(logs[max(logs)]) if logs else 0
        before = {seed: log.events for seed, log in logs.items()}

    lost = [_lost(store, ana, tmp_path / "undisturbed", seed) for seed in before]
    assert lost == [0] * len(before)
    figure("practice.kills", kills)
    figure("practice.kills_between_words_and_reply", waiting)
    figure("practice.events_lost_in_kills", sum(lost))


def _waits(attempt: Attempt) -> bool:
    call = attempt.state.call
    return call is not None and call.unanswered is not None


def _lost(store: Store, person: Person, elsewhere: Path, seed: int) -> int:
    """How many events a log has less, when it is gone on with, than that of a call in peace."""
    ended = practise(store, person, seed).events
    in_peace = _log_of_an_undisturbed_call(elsewhere, seed)
    assert ended == in_peace[: len(ended)]
    return len(in_peace) - len(ended)


def test_two_servers_with_eight_windows_each_practise_side_by_side(
    tmp_path: Path, samples: Samples
) -> None:
    """Both go through the same calls, so every turn is contended."""
    for round_ in range(samples(small=1, full=5)):
        folder = tmp_path / str(round_)
        statuses = ended(*(start(serve, folder, WINDOWS) for _ in range(2)))
        store = Store(folder)
        attempts = store.attempts(_ana(store))

        assert statuses == [0, 0]
        assert {one.seed for one in attempts} == {*range(1, WINDOWS + 1), SHARED_SEED}
        for attempt in attempts:
            assert _is_whole(attempt)
            alone = _log_of_an_undisturbed_call(tmp_path / "undisturbed", attempt.seed)
            assert attempt.events == alone


def test_of_many_who_answer_the_same_words_one_wins_and_all_show_it(tmp_path: Path) -> None:
    stores = [Store(tmp_path), Store(tmp_path)]
    ana = _ana(stores[0])
    attempt = on_a_call(stores[0], ana)
    said = Said(seq=attempt.next_seq, at=at(5), text=LINES[0])
    stores[0].append(ana, attempt, lambda _: (said,))
    seen: list[Attempt] = []
    start = threading.Barrier(8)

    def answer(store: Store) -> None:
        start.wait()
        seen.append(resume(store, ana, attempt.id))

    threads = [threading.Thread(target=answer, args=(stores[n % 2],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 8
    assert all(one == seen[0] for one in seen)
    assert len(seen[0].events) == len(attempt.events) + 2
