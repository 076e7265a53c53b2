"""`schema`: what is written from files and models, written or compared."""

from collections.abc import Iterator
from pathlib import Path

from compliance_rules.written import written
from scoring import rating_scales
from simulator import schemas as simulator_schemas
from training.assessments import interview_questions


def write() -> Iterator[str]:
    """Write every file that is not as it should be; yields the files that were."""
    for path, text in _stale():
        path.write_text(text, encoding="utf-8")
        yield str(path)


def out_of_date() -> tuple[str, ...]:
    """The files that no longer say what the models and other files say."""
    return tuple(str(path) for path, _ in _stale())


def _stale() -> Iterator[tuple[Path, str]]:
    """Each file that is not as it should be, with what should stand in it."""
    for path, text in {
        **simulator_schemas.schemas(),
        **rating_scales.schemas(),
        **interview_questions.schemas(),
        **written(),
    }.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield path, text
