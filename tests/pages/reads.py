"""What a page asks of the database while it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from training import connections

_OF_THE_LIBRARY = "sqlite_master"


@contextmanager
def queries(patch: pytest.MonkeyPatch) -> Iterator[Callable[[], list[str]]]:
    """Within, a call gives the queries since the last call, with the values they were asked for."""
    asked: list[str] = []
    begin = connections._Connection.__init__

    def watched(connection: connections._Connection, *how: object) -> None:
        begin(connection, *how)  # type: ignore[arg-type]
        connection.db.conn.set_trace_callback(asked.append)

    def since() -> list[str]:
        found = [one for one in asked if one.lstrip().lower().startswith("select")]
        asked.clear()
        return [one for one in found if _OF_THE_LIBRARY not in one]

    with patch.context() as here:
        here.setattr(connections._Connection, "__init__", watched)
        yield since
