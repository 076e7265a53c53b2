"""How well calls are judged: python -m benchmarks.accuracy --data DIR [--json].

DIR is laid out like the corpora that docs/measuring.md describes; whichever files are there are
measured with.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.collection_calls import CALLS, measure_calls
from benchmarks.conduct import FILE as CONDUCT
from benchmarks.conduct import measure_conduct
from benchmarks.corpora import CorpusError
from benchmarks.label_map import label_map
from benchmarks.statements import FILES, measure_statements
from benchmarks.table import Table, render_json, render_text
from benchmarks.turns import BARGAINING, COUNSELLING, measure_bargaining, measure_counselling
from calls.errors import TeachingError
from compliance_rules import Checker, HouseFacts, shipped_checker

KNOWN = (CALLS, CONDUCT, *FILES.values(), COUNSELLING, BARGAINING)

AS_LABELLED = HouseFacts(identifiers=("birth_date", "address", "ssn"), identifiers_needed=1)
"""What makes somebody verified in the labels: one of date of birth, address, last four digits."""


def measure(data: Path, checker: Checker) -> tuple[Table, ...]:
    """Every table that the folder has files for."""
    labels = label_map()
    tables = (
        measure_calls(data, checker, labels),
        measure_conduct(data, checker, labels),
        *(measure_statements(data, checker, labels, area) for area in FILES),
        measure_counselling(data, checker.reader, labels),
        measure_bargaining(data, checker.reader, labels),
    )
    return tuple(table for table in tables if table is not None)


def demand_data(data: Path) -> None:
    """Raise `CorpusError` where the folder has nothing to measure with."""
    if not any((data / name).is_file() for name in KNOWN):
        raise CorpusError(str(data), "no labelled calls here", f"one of {', '.join(KNOWN)}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or explain what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="folder of labelled calls")
    parser.add_argument("--json", action="store_true", help="one flat object instead of tables")
    options = parser.parse_args(arguments)
    try:
        demand_data(options.data)
        tables = measure(options.data, shipped_checker(AS_LABELLED))
    except TeachingError as error:
        print(error, file=sys.stderr)
        return 2
    print(render_json(tables) if options.json else render_text(tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
