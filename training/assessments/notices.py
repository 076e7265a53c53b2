"""What candidates are told before they begin: a template for each place, and the text in use.

The templates are a start for counsel and no legal advice. What a work sample uses is a copy in its
set-up, so that everybody who takes it is told the same.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from calls.turn import Frozen
from datafiles import load_file
from training.assessments.models import NO_ADJUSTMENTS, Adjustments, Paragraph, SetUp
from training.errors import NotOffered, TrainingError

FOLDER = Path(__file__).parent / "notice_texts"
OWN_FOLDER = "notices"
"""Where in the data folder a house's own templates are; of two for one place its own counts."""
_BASE = "base"
_SLOT = re.compile(r"\{([^{}]*)\}")
_NUMBERS = ("no", "one", "two", "three", "four")


class Template(Frozen):
    """The text for one place; `for_counsel` is what has to be asked before it is used."""

    extends: str | None = None
    place: str = Field(min_length=2)
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)
    consent: str = Field(min_length=3)
    for_counsel: tuple[str, ...] = ()


def templates(folder: Path) -> Mapping[str, Template]:
    """Every template by its place's id, with those of the house in this data folder."""
    own = _read(folder / OWN_FOLDER) if (folder / OWN_FOLDER).is_dir() else {}
    return {**_shipped(), **own}


def with_notice(set_up: SetUp, folder: Path) -> SetUp:
    """The set-up with a text of its own: that of its place, where it has none yet."""
    known = templates(folder)
    if set_up.place not in known:
        raise NotOffered("place", set_up.place, known)
    template = known[set_up.place]
    notice, consent = set_up.notice or template.paragraphs, set_up.consent or template.consent
    for paragraph in notice:
        _check_slots(paragraph)
    return set_up.model_copy(update={"notice": notice, "consent": consent})


def told(set_up: SetUp, easier: Adjustments = NO_ADJUSTMENTS) -> tuple[Paragraph, ...]:
    """The text as a candidate reads it, filled in; what this work sample has not is left out."""
    filled = _slots(set_up, easier)
    return tuple(
        paragraph.model_copy(update={"text": _filled(paragraph.text, filled)})
        for paragraph in set_up.notice
        if _ONLY_IF.get(paragraph.id, _always)(set_up)
    )


def _always(_: SetUp) -> bool:
    return True


_ONLY_IF: Mapping[str, Callable[[SetUp], bool]] = {
    "message": lambda set_up: set_up.written_message,
    "demographics": lambda set_up: set_up.asks_demographics,
}


def _slots(set_up: SetUp, easier: Adjustments) -> Mapping[str, str]:
    calls = len(set_up.scenarios)
    return {
        "job": set_up.job,
        "calls": f"{_NUMBERS[calls]} telephone call{'' if calls == 1 else 's'}",
        "minutes": str(set_up.whole_minutes(easier)),
        "duties": "; ".join(duty.duty for duty in set_up.duties),
        "keep_days": str(set_up.keep_days),
        "appeals_to": set_up.appeals_to,
    }


SLOTS = ("job", "calls", "minutes", "duties", "keep_days", "appeals_to")
"""What may stand in braces in a text."""


def _filled(text: str, filled: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda found: filled.get(found[1], found[0]), text)


def _check_slots(paragraph: Paragraph) -> None:
    strange = next((one for one in _SLOT.findall(paragraph.text) if one not in SLOTS), None)
    if strange is not None:
        raise TrainingError(
            f"notice, {paragraph.heading!r}",
            f"nothing is filled in for {{{strange}}}",
            ", ".join(f"{{{one}}}" for one in SLOTS),
        )


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, Template]:
    return _read(FOLDER)


def _read(folder: Path) -> dict[str, Template]:
    return dict(_each(folder))


def _each(folder: Path) -> Iterator[tuple[str, Template]]:
    for path in sorted(folder.glob("*.yaml")):
        if path.stem != _BASE:
            yield path.stem, load_file(path, Template, "extends", (FOLDER,))
