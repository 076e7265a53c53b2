"""Families of signals: YAML files that say how people put things, with their proof beside them."""

import re
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from datafiles import DataFileError, files_of, kept, load_file, versions_of
from language.names import SpeakerSide, known_names
from language.patterns import Pattern, PatternError, WordLists, parse_pattern

TELLS, WONDERS = "tells", "wonders"
"""In the `after` of answers: the other side stated something, or asked why, whatever about."""

_CUT_SHORT = re.compile(r"\s*- [^\"'].* #(num|money|ordinal)\b")
_HERE = Path(__file__).parent
_SHIPPED = _HERE / "signals"


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty - write a sentence or leave the line out")
    return text


Sentence = Annotated[str, AfterValidator(_not_blank)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SignalSpec(_Strict):
    """What one signal means, how people say it, and sentences that prove it.

    `scope: free` is for signals that a negation or a condition cannot take back ("thank you");
    `scope: feared` for what people fear, which "nobody wants that" announces rather than denies;
    `scope: said` for words that are out once they are said, denied or not, unless quoted.
    """

    means: Sentence
    patterns: Annotated[list[str], Field(min_length=1)]
    should_match: list[Sentence] = []
    should_not_match: list[Sentence] = []
    scope: Annotated[str, Field(pattern="^(read|free|feared|said)$")] = "read"


class SignalFamily(_Strict):
    """Signals of one kind of speaker that belong together, and the word lists they share.

    With `after` they are answers: "done" honours a request where one was just made, and nothing
    elsewhere. `asked` is then a turn of the other side to which the examples are answers.
    """

    about: Sentence
    speaker: SpeakerSide
    after: tuple[str, ...] = ()
    asked: Sentence | None = None
    words: dict[str, list[str]] = {}
    signals: dict[str, SignalSpec]

    @field_validator("after")
    @classmethod
    def _are_signals(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        known = known_names() | {TELLS, WONDERS}
        unknown = sorted({*names} - known)
        if unknown:
            near = get_close_matches(unknown[0], sorted(known)) or sorted(known)
            raise ValueError(f"no signal {unknown[0]!r} - {', '.join(near)}")
        return names

    @model_validator(mode="after")
    def _answers_have_a_question(self) -> Self:
        if bool(self.after) != bool(self.asked):
            raise ValueError("an answer has both: 'after', signals, and 'asked', a turn with one")
        return self

    @model_validator(mode="after")
    def _patterns_can_be_parsed(self) -> Self:
        faults = [
            InitErrorDetails(
                type=PydanticCustomError("pattern", "{why}", {"why": str(parsed)}),
                loc=("signals", name, "patterns", number),
                input=self.signals[name].patterns[number],
            )
            for name, patterns in self._parsed.items()
            for number, parsed in enumerate(patterns)
            if isinstance(parsed, PatternError)
        ]
        if faults:
            raise ValidationError.from_exception_data("SignalFamily", faults)
        return self

    @cached_property
    def _parsed(self) -> dict[str, list[Pattern | PatternError]]:
        lists = WordLists(self.words)
        return {
            name: [_parsed(text, lists) for text in spec.patterns]
            for name, spec in self.signals.items()
        }

    def parsed(self, name: str) -> tuple[Pattern, ...]:
        """The patterns of one signal, parsed with the word lists of this family."""
        return tuple(one for one in self._parsed[name] if isinstance(one, Pattern))


def _parsed(text: str, lists: WordLists) -> Pattern | PatternError:
    try:
        return parse_pattern(text, lists)
    except PatternError as error:
        return error


@cache
def shipped_families() -> tuple[SignalFamily, ...]:
    """The families that ship with Right Party, loaded once."""
    return kept(Path(__file__), sources(), lambda: load_families(_SHIPPED), versions_of("pydantic"))


def sources() -> tuple[Path, ...]:
    """The files that decide how a turn is read: the data, and the code that reads it."""
    return files_of(_HERE, _HERE.parent / "datafiles", _HERE.parent / "calls")


def load_families(folder: Path) -> tuple[SignalFamily, ...]:
    """Every family in a folder, in order of file names; `DataFileError` gives line numbers."""
    return tuple(_load(path) for path in sorted(folder.glob("*.yaml")))


def _load(path: Path) -> SignalFamily:
    family = load_file(path, SignalFamily)
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    faults = [
        f"{number}: '#' begins a comment here - put the pattern in quotation marks"
        for number, line in lines
        if _CUT_SHORT.match(line)
    ]
    if faults:
        raise DataFileError(str(path), tuple(faults))
    return family
