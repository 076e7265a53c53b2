"""What each of the others runs in an environment of its own: gets ready, then reads when asked.

It imports nothing of ours, which is not installed there. The first line of its input is a job as
JSON; every further line answers with the seconds of one pass over all turns.
"""

import json
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

Read = Callable[[str], object]


def serve(get_ready: Callable[[list[dict[str, Any]]], Read]) -> None:
    """Read the job's turns with what `get_ready` makes of its rules, each time a line comes."""
    job = json.loads(sys.stdin.readline())
    read = get_ready(job["rules"])
    print("ready", flush=True)
    for _ in sys.stdin:
        began = perf_counter()
        for text in job["turns"]:
            read(text)
        print(perf_counter() - began, flush=True)
