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
    for before, after in ((was, called), (old[-1], new[-1]), (old[0], new[0])):
        text = after.join(re.split(rf"\b{re.escape(before)}\b", text))
    return text


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
