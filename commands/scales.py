"""`scales`: the rating scales in use, and files of the house's own as they are checked."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from datafiles import DataFileError, text_of, told
from scoring.levels import LEVELS
from scoring.rating_scales import Opened, Scale, is_own, open_own


def list_lines(found: Opened) -> Iterator[str]:
    """Every scale with its version and whose words it has, then what each level means."""
    for scale in found.scales.values():
        words = "the house's own" if is_own(scale) else "shipped"
        yield f"{scale.id}: {scale.name}, wording {scale.version} ({words})"
        for number, level in zip(LEVELS, scale.levels, strict=True):
            yield f"  {number}  {level.means}"


def faults_of(files: Iterable[Path]) -> Mapping[Path, tuple[str, ...]]:
    """What is wrong in each file, in a trainer's words with its lines; none where it is whole."""
    return {path: tuple(_faults(path)) for path in files}


def _faults(path: Path) -> Iterator[str]:
    try:
        _opened(path)
    except DataFileError as error:
        yield from map(str, told(error))


def _opened(path: Path) -> Scale:
    return open_own(text_of(path), path)
