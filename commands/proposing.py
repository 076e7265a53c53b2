"""`propose`: where a changed rule would find or mark something else, line by line."""

from collections.abc import Iterable, Iterator

from commands.attempts import moved_lines
from training.rechecking import Other


def otherwise_lines(rule: str, others: Iterable[Other]) -> Iterator[str]:
    """Each attempt with what is new and what is gone; then how many there are."""
    found = tuple(others)
    for one in found:
        yield f"{one.attempt_id}: {one.who}: {one.title}"
        yield from (f"  new: {line}" for line in one.new)
        yield from (f"  gone: {line}" for line in one.gone)
        yield from moved_lines(one.moved, one.verdicts)
    yield f"{rule}: something else in {len(found)} stored attempts; nothing is changed"
