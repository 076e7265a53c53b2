"""The talk that is learned from: counselling, support and bargaining, one line a turn.

A file is named after its writer (`c1_2.jsonl` is by *c1*). Of counselling each turn is learned
twice, as it was written and as a recogniser of speech leaves it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from datafiles import DataFileError
from language.acts import Act
from language.talk_classifier.lines import MAIN, Bargain, Counsel, Line, Reply, Said, mainly

FOLDER = Path(__file__).with_name("turns")
ACTS: dict[str, tuple[str, ...]] = {
    "counselling": (
        Act.QUESTION,
        Act.OPEN_QUESTION,
        Act.REFLECTION,
        Act.INPUT,
        *map(mainly, MAIN),
    ),
    "support": (Act.FEELS_WITH, Act.INTERPRETS, Act.EXPLORES),
    "bargaining": (Act.OFFERS, Act.AGREES),
}
"""The kinds of talk, and what is learned of each."""
_LINES: dict[str, type[Line]] = {
    "counselling": Counsel,
    "support": Reply,
    "bargaining": Bargain,
}
_NO_MARK = re.compile(r"[^\w\s']")


@dataclass(frozen=True)
class LabelledTalk:
    """A turn, the one that it answers, what it does, and who wrote it."""

    by: str
    session: str
    said: Said
    before: Said | None
    does: frozenset[str]
    stripped: bool = False


def labelled_talk(kind: str, folder: Path = FOLDER) -> tuple[LabelledTalk, ...]:
    """All turns of a kind; raises `DataFileError` with the first line that cannot be used."""
    files = sorted((folder / kind).glob("*.jsonl"))
    return tuple(turn for path in files for turn in _turns_in(path, kind))


def digest_of(turns: tuple[LabelledTalk, ...]) -> str:
    """A short name for exactly these turns, in whatever order they stand."""
    told = sorted(repr((t.by, t.session, t.said, t.before, sorted(t.does))) for t in turns)
    return sha256("\n".join(told).encode()).hexdigest()[:12]


def without_marks(text: str) -> str:
    """A text as a recogniser of speech leaves it, without marks and capitals."""
    return " ".join(_NO_MARK.sub(" ", text.lower()).split())


def _turns_in(path: Path, kind: str) -> Iterator[LabelledTalk]:
    by, last = path.stem.partition("_")[0], None
    for line in _lines(path, kind):
        before = line.answers(last)
        yield LabelledTalk(by, line.session, line.said, before, line.does())
        stripped = without_marks(line.text)
        if kind == "counselling" and stripped not in ("", line.text):
            said = (line.said[0], stripped)
            yield LabelledTalk(by, line.session, said, before, line.does(), stripped=True)
        last = line


def _lines(path: Path, kind: str) -> Iterator[Line]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield _LINES[kind].model_validate(json.loads(line))
        except (json.JSONDecodeError, ValidationError) as error:
            wrong = f"{number}: not a labelled turn ({error})"
            raise DataFileError(str(path), (wrong,)) from error
