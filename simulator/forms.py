"""Surface forms: what an act sounds like, by mood, register and what was just heard."""

import re
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from calls.moves import Act, Mood
from calls.turn import Frozen, Speaker
from datafiles import load_file
from simulator.persona import Register

_FOLDER = Path(__file__).parent / "lines"
_NO_SLUG = re.compile(r"[^a-z0-9{}]+")
_HESITATES = re.compile(r"(?i)\N{HORIZONTAL ELLIPSIS}|^(?:um|uh|er|erm|hm|well)\b")
_SLOT = re.compile(r"\{([a-z_]+)(?:\.[a-z]+)?\}")


class Band(StrEnum):
    """How somebody sounds: the mood, as far as a voice tells."""

    OPEN = "open"
    GUARDED = "guarded"
    ASHAMED = "ashamed"
    TENSE = "tense"


class Forms(Frozen):
    """Ways of saying one act; without conditions they fit always.

    `heard`: only right after something of that name was heard or remembered (a signal, or
    `cause:blamed`). `needs`: only where this slot could be filled, named in the form or not.
    `alone`: only where the turn does nothing else. `again`: what changes is in the slot, so a
    call may use them twice. `written`: only in writing, where they go before all others.
    `halting`: only by people whose `disfluency` is high.
    """

    mood: tuple[Band, ...] = ()
    speaks: tuple[Register, ...] = ()
    heard: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    alone: bool = False
    again: bool = False
    written: bool = False
    halting: bool = False
    says: Annotated[tuple[str, ...], Field(min_length=1)]


class Family(Frozen):
    """One file of surface forms."""

    about: str
    speaker: Speaker
    acts: dict[Act, tuple[Forms, ...]]


class Form(Frozen):
    """One surface form; its id is the act and its words, so a changed line is a new one."""

    act: Act
    text: str
    fits: Forms

    @cached_property
    def id(self) -> str:
        """What the log keeps of it."""
        return f"{self.act}/{slug(self.text)}"

    @cached_property
    def slots(self) -> frozenset[str]:
        """What must be known before it can be said."""
        return frozenset(_SLOT.findall(self.text))

    @cached_property
    def hesitates(self) -> bool:
        """Whether who says it does not get it out in one go."""
        return self.fits.halting or _HESITATES.search(self.text) is not None

    @cached_property
    def words(self) -> int:
        """How long it is."""
        return len(self.text.split())


def slug(text: str) -> str:
    """Words as an id."""
    return _NO_SLUG.sub("-", text.lower()).strip("-")


def band(mood: Mood) -> Band:
    """The band that a mood sounds like."""
    if mood.tension >= 58:
        return Band.TENSE
    if mood.shame >= 55 and mood.trust < 60:
        return Band.ASHAMED
    if mood.trust >= 52 and mood.tension < 42:
        return Band.OPEN
    return Band.GUARDED


@cache
def shipped_forms() -> dict[Speaker, dict[Act, tuple[Form, ...]]]:
    """Every form of `simulator/lines`, by who speaks and what they do."""
    return forms_of(tuple(load_file(path, Family) for path in sorted(_FOLDER.glob("*.yaml"))))


def forms_of(families: tuple[Family, ...]) -> dict[Speaker, dict[Act, tuple[Form, ...]]]:
    """The forms of these families, by who speaks and what they do."""
    found: dict[Speaker, dict[Act, tuple[Form, ...]]] = {speaker: {} for speaker in Speaker}
    for family in families:
        acts = found[family.speaker]
        for act, groups in family.acts.items():
            made = (Form(act=act, text=text, fits=fits) for fits in groups for text in fits.says)
            acts[act] = (*acts.get(act, ()), *made)
    return found
