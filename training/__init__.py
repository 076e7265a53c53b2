"""People's practice: attempts, the store that keeps them, who may read them, and progress."""

import sys
from importlib import import_module


def _without_pandas(module: str) -> None:
    """Import a module as if pandas were not there.

    sqlite-utils opens it wherever it finds it, for types of columns that we do not have, and that
    takes as long as half of all else that a command opens.
    """
    if "pandas" in sys.modules:
        return
    sys.modules["pandas"] = None  # type: ignore[assignment]  # Python's own sign for "not there"
    try:
        import_module(module)
    finally:
        del sys.modules["pandas"]


_without_pandas("sqlite_utils")
