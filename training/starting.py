"""How a file of the house's own begins: a copy, a variation, the sheet, or a call that was held."""

import re
from datetime import date

from calls.turn import Transcript
from datafiles import changed, removed, text_of
from language.reader import Reader
from language.redaction import redacted_call
from simulator.from_call import Draft, drafted
from simulator.library import FOLDER
from simulator.skeleton import person_sheet, skeleton
from training.bench import PERSON, Bench, is_scenario
from training.errors import TrainingError

_STREETS = (
    "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Place|Terrace|Square|Way"
)
"""What behind a last name says that a place is called so, and nobody."""


def name_from(title: str) -> str:
    """The name of the file, from what trainees see."""
    return re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_").lstrip("0123456789_")


def copy_of(bench: Bench, start: str, name: str, title: str) -> str:
    """The text of another scenario under a name and a title of its own."""
    return changed(changed(_text_of(bench, start), ("id",), name), ("title",), title)


def person_like(bench: Bench, start: str, name: str, called: str) -> str:
    """The text of somebody new, as somebody else is or, without `start`, as the sheet has it."""
    text = _text_of(bench, f"{PERSON}{start}") if start else person_sheet(name)
    return changed(changed(text, ("id",), name), ("name",), called)


def renamed(text: str, was: str, called: str) -> str:
    """The text with somebody's name for another's, also where first or last name stands alone."""
    old, new = was.split(), called.split()
    # In one pass, as the new name may hold a part of the old; the whole name goes before its parts.
    others = {old[0]: new[0], old[-1]: new[-1], was: called}
    last = re.escape(old[-1])
    street = rf"\d\w*\s+{last}|{last}\s+(?:{_STREETS})"
    found = re.compile(
        rf"(?<!\w)(?:{re.escape(was)}|(?P<street>{street})|{last}|{re.escape(old[0])})(?!\w)"
    )
    return found.sub(lambda one: one[0] if one["street"] else others[one[0]], text)


def _text_of(bench: Bench, start: str) -> str:
    own = bench.path(start)
    path = own if own.is_file() else FOLDER / f"{start}.yaml"
    if not path.is_file():
        what = "scenario" if is_scenario(start) else "person"
        called = start.removeprefix(PERSON)
        raise TrainingError("scenarios", f"there is no {what} {called!r}", "one from the list")
    return text_of(path)


def variation_of(start: str, name: str, title: str) -> str:
    """A file that says only what differs from another scenario: nothing yet but its title."""
    said = f"A variation of {start}: what is not written here is as it is there."
    return changed(f"# {said}\nextends: {start}\nid: {name}\nversion: 1\n", ("title",), title)


def sheet_of(name: str, title: str) -> str:
    """The sheet with every part explained, but for parallel forms, which come last of all."""
    return removed(changed(skeleton(name), ("title",), title), ("forms",))


def masked(call: Transcript, reader: Reader, today: date) -> Transcript:
    """The call without what may name a real person, and without times; it is looked at first."""
    words = redacted_call(tuple(reader.read_call(call)), today)
    no_times = {"started_at": None, "ended_at": None}
    turns = (
        turn.model_copy(update={"text": said, **no_times})
        for turn, said in zip(call.turns, words, strict=True)
    )
    return call.model_copy(update={"turns": tuple(turns), "began_at": None})


def draft_of(call: Transcript, reader: Reader, name: str, title: str) -> Draft:
    """A draft from a call that was masked and looked at."""
    return drafted(name, title, tuple(reader.read_call(call)))
