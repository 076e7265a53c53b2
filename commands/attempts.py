"""`recheck` and `search`: stored attempts as lines."""

from collections.abc import Iterable, Iterator

from calls.turn import turn_number
from training.rechecking import Moved, Rechecked
from training.searching import Hit


def recheck_lines(rechecked: Iterable[Rechecked]) -> Iterator[str]:
    """Who would be judged otherwise, from what to what and why; then how many of how many."""
    looked_at = changing = 0
    for one in rechecked:
        looked_at += 1
        if one.changes:
            changing += 1
            yield f"{one.started_on} {one.who}: {one.title} ({one.attempt_id})"
            yield from (f"  because: {version}" for version in one.versions)
            yield from (f"  + {finding}" for finding in one.new)
            yield from (f"  - {finding}" for finding in one.gone)
            yield from moved_lines(one.moved, one.verdicts)
    yield f"{changing} of {looked_at} reviewed attempts would change; nothing was changed"


def moved_lines(moved: Moved, verdicts: int) -> Iterator[str]:
    """What marks and grade would come to, and how much of it people outrank."""
    for mark in moved.marks:
        told = f"{_shown(mark.before)} -> {_shown(mark.now)}"
        yield f"  {mark.name}: {told} ({mark.why})"
    yield from _moved("grade", *moved.grade)
    yield from _moved("passed", *moved.passed)
    if verdicts:
        yield f"  verdicts that outrank it either way: {verdicts}"


def _moved(what: str, before: object, now: object) -> Iterator[str]:
    if before != now:
        yield f"  {what}: {_shown(before)} -> {_shown(now)}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else f"{value:.0f}" if isinstance(value, float) else str(value)


def search_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """One line a hit: the day, the call, the turn, and what was said."""
    for hit in hits:
        place = f"{hit.attempt.started_at.date()} {hit.title}, turn {turn_number(hit.turn)}"
        yield f"{place}: {hit.speaker}: {hit.text}"
