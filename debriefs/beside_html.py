"""The wrap-up beside the call as HTML: a table of entries, then the note."""

from collections.abc import Sequence
from html import escape

from debriefs.left_behind import BesideTheCall, Entry
from debriefs.signs import AGREES, FAULTS, IN_THE_NOTE, Sign
from debriefs.told import faults_shown, told_of
from debriefs.transcript import to_turn
from scoring.accuracy import Item, faults_in

_HEADS = ("Entry", "On the call, or due", "You recorded")


def beside_html(left: BesideTheCall) -> str:
    """Each entry, under it what is the matter with it and the turn; then what the note holds."""
    return (_table(left.entries) if left.entries else "") + _note(left)


def _table(entries: Sequence[Entry]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in _HEADS)
    body = "".join(map(_row, entries))
    return f'<table class="rows beside"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(entry: Entry) -> str:
    """An entry, and under it a line on whether it is as on the call."""
    shown, more = faults_shown(entry)
    rest = f"<br>and {more} more like these" if more else ""
    said = "<br>".join(map(_line, shown)) + rest or (_signed(AGREES) if entry.items else "")
    under = f'<tr class="said"><td colspan="3">{said}</td></tr>' if said else ""
    bare = f"<td>{escape(entry.due)}</td><td>{escape(entry.recorded)}</td>"
    return f'<tr><th scope="row">{escape(entry.name)}</th>{bare}</tr>{under}'


def _note(left: BesideTheCall) -> str:
    """The note, what is the matter with it, the gravest first, and what it holds."""
    wrong = "".join(f"<li>{_line(one)}</li>" for one in faults_in(left.note_items))
    right = ", ".join(escape(one.part) for one in left.note_items if one.fault is None)
    there = f"<li>{_signed(IN_THE_NOTE)} {right}</li>" if right else ""
    return (
        f'<h4>Your note</h4><blockquote class="noted">{escape(left.note)}</blockquote>'
        f'<ul class="said-list">{wrong}{there}</ul>'
    )


def _line(item: Item) -> str:
    proof = ", ".join(dict.fromkeys(to_turn(one.turn) for one in item.proof))
    where = proof or escape(item.unproved)
    sign = FAULTS[item.fault] if item.fault else AGREES
    return f"{_signed(sign)} {escape(told_of(item))}" + (f" ({where})" if where else "")


def _signed(sign: Sign) -> str:
    return f'<span class="sign {sign.ink}"><i aria-hidden="true">{sign.sign}</i> {sign.word}</span>'
