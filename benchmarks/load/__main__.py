"""How long people wait: python -m benchmarks.load [--samples small|full] [--people N] [--json].

A server of its own and people with real sessions, who say 20 lines a second between them: a hundred
with five seconds of thinking before each, unless fewer are asked for, or ten with half a second
(small). A wait is from sending a line until the page has drawn the answer and rests; nothing of it
is a browser's: `browser.*` of the browser tests tells that. The keys name how many they were.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.load.people import LINES, lost, practise, practising
from benchmarks.load.server import AppServer
from benchmarks.measures import percentile
from benchmarks.options import samples
from benchmarks.table import Row, Table, render_json, render_text
from training.store import Store

PEOPLE = samples(small=10, full=100)
LINES_A_SECOND = 20.0


def measure(people: int) -> Table:
    """What one person alone waits, then many at once; lines that were lost; memory of a session."""
    thinks = people / LINES_A_SECOND
    with TemporaryDirectory() as made:
        folder = Path(made)
        first, alone, *many = practising(Store(folder), people + 2)
        server = AppServer(folder, folder / "server.log")
        try:
            asyncio.run(practise(server.url, [first], 1, 0.0))  # a server that has just started
            single = asyncio.run(practise(server.url, [alone], len(LINES), 0.1))
            before = server.megabytes
            waits = asyncio.run(practise(server.url, many, len(LINES), thinks))
            used = server.megabytes - before
        finally:
            server.stop()
        missing = lost(folder, [alone, *many], len(LINES))
    rows = (
        *_waits(single, 1),
        *_waits(waits, people),
        Row("load.lost_turns", float(missing), "not kept, or not answered"),
        Row("load.mb_per_session", used / people, f"of {people} that talked"),
    )
    return Table(
        f"People practising at once ({people})",
        rows,
        (
            f"{thinks:g} s of thinking before each line; server and people share this computer",
            *_fewer(people),
        ),
    )


def _fewer(people: int) -> tuple[str, ...]:
    """Said where these are not the people of the target."""
    target = PEOPLE("full")
    if people == target:
        return ()
    return (f"{people} people, not {target}: the target is met or missed with --samples full",)


def _waits(waits: Sequence[float], people: int) -> tuple[Row, Row]:
    half, most = (percentile(waits, share) * 1000 for share in (0.5, 0.95))
    return (
        Row(f"load.reply_p50_ms_{people}", half, f"{len(waits)} lines"),
        Row(f"load.reply_p95_ms_{people}", most, f"target {150 if people == 1 else 200} and less"),
    )


def asked_for(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line asks for; the hundred of the target unless it says otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=PEOPLE, default="full", dest="people", metavar="N")
    parser.add_argument("--people", type=int, dest="people", help="so many at once")
    parser.add_argument("--json", action="store_true", help="one flat JSON object")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print the figures."""
    asked = asked_for(argv)
    table = measure(asked.people)
    print(render_json([table]) if asked.json else render_text([table]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
