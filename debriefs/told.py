"""What there is to say of an item of the wrap-up, in one line without markup."""

from collections.abc import Iterator

from calls.turn import turn_number
from debriefs.left_behind import ENTRIES, Entry
from debriefs.signs import AGREES, FAULTS
from scoring.accuracy import Item, faults_in

_MOST = 2
"""So many faults of one kind stand under an entry: one mistake may be made in twelve rows."""


def faults_shown(entry: Entry) -> tuple[tuple[Item, ...], int]:
    """The first faults of each kind of an entry, and how many more there are."""
    wrong = faults_in(entry.items)
    parts = ENTRIES[entry.name]
    shown = tuple(i for part in parts for i in [one for one in wrong if one.part == part][:_MOST])
    return shown, len(wrong) - len(shown)


def told_of(item: Item) -> str:
    """What there is to say of an item, with the words of the note that it is about."""
    told = item.told.removesuffix(" is missing")
    quote = item.in_note and item.written and item.written not in told
    return f"“{item.written}”: {told}" if quote else told


def item_told(item: Item) -> str:
    """The same with its sign's word, and with the turns that prove it."""
    sign = FAULTS[item.fault] if item.fault else AGREES
    turns = dict.fromkeys(
        "wrap-up" if one.turn is None else f"turn {turn_number(one.turn)}" for one in item.proof
    )
    where = ", ".join(turns) or item.unproved
    return f"{sign.word}: {told_of(item)}" + (f" ({where})" if where else "")


def of_entry(entry: Entry) -> Iterator[str]:
    """The lines under an entry: what is wrong with it, or that it is as it was."""
    shown, more = faults_shown(entry)
    yield from map(item_told, shown)
    if more:
        yield f"and {more} more like these"
    if not shown and entry.items:
        yield AGREES.word
