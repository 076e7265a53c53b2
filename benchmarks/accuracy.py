"""How well calls are judged: python -m benchmarks.accuracy [--data DIR] [--json].

DIR is laid out like the corpora that docs/measuring.md describes; whichever files are there are
measured with. Our own statements always are.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.collection_calls import CALLS, measure_calls
from benchmarks.collector_turns import measure_collector_turns
from benchmarks.conduct import FILE as CONDUCT
from benchmarks.conduct import measure_conduct
from benchmarks.corpora import CorpusError
from benchmarks.label_map import LabelMap, label_map
from benchmarks.lawful import measure_lawful
from benchmarks.oracle import measure_oracle
from benchmarks.sessions import SESSIONS, measure_sessions
from benchmarks.statements import FILES, OURS, measure_statements
from benchmarks.table import Table, render_json, render_text
from benchmarks.turns import (
    BARGAINING,
    COUNSELLING,
    SUPPORT,
    measure_bargaining,
    measure_counselling,
    measure_support,
)
from calls.errors import TeachingError
from compliance_rules import Checker, HouseFacts, shipped_checker
from language.shipped import shipped_reader

KNOWN = (CALLS, CONDUCT, *FILES.values(), COUNSELLING, *SESSIONS, SUPPORT, BARGAINING)

AS_LABELLED = HouseFacts(identifiers=("birth_date", "address", "ssn"), identifiers_needed=1)
"""What makes somebody verified in the labels: one of date of birth, address, last four digits."""


def measure(data: Path | None, checker: Checker) -> tuple[Table, ...]:
    """Every table that the folder has files for, and the one of our own statements."""
    labels = label_map()
    tables = (
        *(_tables_of(data, checker, labels) if data else ()),
        measure_statements(OURS, checker, labels, "ours"),
        measure_lawful(shipped_checker()),
        measure_collector_turns(shipped_reader()),
        measure_oracle(shipped_reader()),
    )
    return tuple(table for table in tables if table is not None)


def _tables_of(data: Path, checker: Checker, labels: LabelMap) -> Iterator[Table | None]:
    yield measure_calls(data, checker, labels)
    yield measure_conduct(data, checker, labels)
    for area, name in FILES.items():
        yield measure_statements(data / name, checker, labels, area)
    yield measure_counselling(data, checker.reader, labels)
    yield measure_sessions(data, checker.reader)
    yield measure_support(data, checker.reader, labels)
    yield measure_bargaining(data, checker.reader, labels)


def demand_data(data: Path) -> None:
    """Raise `CorpusError` where the folder has nothing to measure with."""
    if not any((data / name).is_file() for name in KNOWN):
        raise CorpusError(str(data), "no labelled calls here", f"one of {', '.join(KNOWN)}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or explain what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, help="folder of labelled calls")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    options = parser.parse_args(arguments)
    try:
        if options.data:
            demand_data(options.data)
        tables = measure(options.data, shipped_checker(AS_LABELLED))
    except TeachingError as error:
        print(error, file=sys.stderr)
        return 2
    print(render_json(tables) if options.json else render_text(tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
