"""What benchmarks are asked on the command line."""

import argparse
from collections.abc import Callable


def samples(small: int, full: int) -> Callable[[str], int]:
    """`--samples small|full|N` as a number."""
    named = {"small": small, "full": full}

    def count(text: str) -> int:
        if text in named:
            return named[text]
        if text.isdigit() and int(text) > 0:
            return int(text)
        wrong = f"expected small, full or a number from 1 on, got {text!r}"
        raise argparse.ArgumentTypeError(wrong)

    return count
