"""An audit of many more calls needs no more memory."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Samples

PROJECT = Path(__file__).parents[2]
FEW, CHARACTERS = 200, 20_000
MORE_MB = 25.0
"""What may vary between two runs; the calls alone are more."""
AUDIT = """
import sys
from pathlib import Path
from audit import Asked, run
from tests.audit.test_memory import most_kilobytes
for file in map(Path, sys.argv[1:]):
    for one in run([file], file.with_suffix(""), Asked(packs=("house",))):
        pass
    print(one.totals.calls, most_kilobytes())
"""


def most_kilobytes() -> int:
    """The most memory that this process had; where `getrusage` alone tells, its parent's counts."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = status.read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def peaks_mb(folder: Path, *counts: int) -> list[float]:
    """The most memory that a process of its own had after an audit of so many calls, and the next.

    It never falls: what a later audit needs more than those before it is what is added.
    """
    told = subprocess.run(
        [sys.executable, "-c", AUDIT, *(written(folder, count) for count in counts)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    checked, kilobytes = zip(
        *(map(int, line.split()) for line in told.stdout.splitlines()), strict=True
    )
    assert checked == counts
    return [one / 1024 for one in kilobytes]


def written(folder: Path, count: int) -> Path:
    """A file of so many calls."""
    said = {"speaker": "agent", "text": "a" * CHARACTERS}  # a word: long, and soon read
    path = folder / f"{count}.jsonl"
    with path.open("w") as file:
        for number in range(count):
            file.write(json.dumps({"id": f"call-{number}", "turns": [said]}) + "\n")
    return path


def test_memory_does_not_grow_with_the_calls(
    tmp_path: Path, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    many = samples(small=2_200, full=50_000)

    few_mb, many_mb = peaks_mb(tmp_path, FEW, many)

    figure("audit.peak_few_mb", round(few_mb))
    figure("audit.peak_many_mb", round(many_mb))
    assert (many - FEW) * CHARACTERS > 1.5 * MORE_MB * 2**20
    assert many_mb < few_mb + MORE_MB
