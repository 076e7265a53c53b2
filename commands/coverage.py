"""`scenarios coverage`: what the scripted calls touch, and the plays of those not played yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from audit.results import csv_of
from commands.beside import Beside
from commands.scenarios import PLAYED_AT
from simulator.scenario import Scenario
from training.coverage import HEADS, Across, Cell, CoverageMap, Rows, coverage_lines
from training.store import Store
from training.touching import keep_touched, touched

_WIDEST = 44


@dataclass
class PlayedThrough(Beside[str]):
    """Both calls of each of these, one scenario after the other; each is kept when it is there."""

    store: Store
    scenarios: Sequence[Scenario]

    @property
    def name(self) -> str:
        """What it is called in the log."""
        return "play of the scripted calls"

    @property
    def total(self) -> int:
        """How many calls there are to hold."""
        return 2 * len(self.scenarios)

    def hold(self) -> Iterator[str]:
        """The id of the scenario for each call of it."""
        for one in self.scenarios:
            keep_touched(self.store, one, touched(one, PLAYED_AT))
            yield one.id
            yield one.id

    def keep(self) -> None:
        """Each was kept already, so that nothing is lost when it is stopped."""


def map_lines(of: CoverageMap, rows: Rows, across: Across) -> Iterator[str]:
    """The map as a table: touched of those that could be; `□` where none is, `-` where none can."""
    columns = of.columns(across)
    by_row: dict[str, list[Cell]] = {}
    for cell in of.cells(rows, across):
        by_row.setdefault(cell.row, []).append(cell)
    width = min(_WIDEST, max(map(len, by_row), default=0))
    room = [max(7, len(name)) for name in columns]
    heads = (f"{name:>{wide}}" for name, wide in zip(columns, room, strict=True))
    yield "  ".join((" " * width, *heads))
    for row, cells in by_row.items():
        told = (f"{cell_told(cell):>{wide}}" for cell, wide in zip(cells, room, strict=True))
        yield "  ".join((f"{row[:width]:<{width}}", *told))
    kind = Rows.SKILLS if rows is Rows.SKILLS else Rows.RULES
    holes = of.holes(kind)
    yield ""
    yield f"□ {len(holes)} of {len(of.things(kind))} {kind.value} are touched by no call" + (
        ":" if holes else ""
    )
    yield from (f"  {one}" for one in holes)


def cell_told(cell: Cell) -> str:
    """A cell in figures."""
    if not cell.of:
        return "-"
    return f"□ 0/{cell.of}" if cell.hole else f"{cell.touched}/{cell.of}"


def as_csv(of: CoverageMap) -> bytes:
    """Every rule and skill that a scenario touches, and the holes, for spreadsheets."""
    return csv_of(pd.DataFrame(coverage_lines(of), columns=list(HEADS)))
