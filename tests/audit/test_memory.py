"""An audit of ten times as many calls needs no more memory."""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.audit.made import call, write_calls
from tests.conftest import Samples

PROJECT = Path(__file__).parents[2]
MORE_MB = 60
"""What an allocator may keep; the calls alone are several times that."""
AUDIT = """
import resource, sys
from pathlib import Path
from audit import Asked, run
for one in run([Path(sys.argv[1])], Path(sys.argv[2]), Asked(packs=("house",))):
    pass
print(one.totals.calls, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_mb(calls: Path, out: Path) -> tuple[int, float]:
    """Calls that were checked, and the most memory that the process had."""
    told = subprocess.run(
        [sys.executable, "-c", AUDIT, str(calls), str(out)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    checked, kilobytes = map(int, told.stdout.split())
    return checked, kilobytes / 1024


def test_memory_does_not_grow_with_the_calls(
    tmp_path: Path, samples: Samples, figure: Callable[[str, object], None]
) -> None:
    pass
