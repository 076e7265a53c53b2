"""Words that other packages keep for what pages show, listed for whoever translates.

Those packages know no catalogue, and the command line speaks English; a page looks their words up
where it shows them, as in `_(role.label)`. What is written here is collected into the template.
"""

from calendar import day_abbr, day_name, month_abbr
from collections.abc import Iterator

from calls.disposition import Disposition
from calls.events import DialReason
from calls.money import Every
from compliance_rules import Weight
from compliance_rules.coverage import WHY
from debriefs.channels import CHANNELS
from debriefs.signs import BASES, DONE_RIGHT, SIGNS
from debriefs.transcript import SPEAKERS
from drills.item import Kind
from pages._texts import _
from scoring.marks import Dimension
from training.care import AFTER, BEFORE
from training.desk_parts import NOBODY_YET
from training.models import Role
from training.proofs import Status

NAMES = {one: _(name) for one, name in SPEAKERS.items()}
"""What people are called in a call of which nobody told us the names."""

CERTAINTIES = ("high", "medium", "low")
_STATES_OF_A_PACK = ("stable", "experimental")


_DESK = (
    *("Local time", "Balance", "Past due", "Creditor", "Reference", "Original balance", "Opened"),
    *("Validation notice", "Who it should be", "Name", "Phone", "E-mail", "What you may agree"),
    *("Instalments", "At most", "First payment", "Settlement", "Ways to help", "You may announce"),
    *("Flags", "None is set.", "Payments", "No payment is on record.", "Day", "Amount", "Note"),
    *("Documents", "Notes on the account", "When", "How", "What came of it", NOBODY_YET),
    *("House", "Call back", "Words we must say", "Helplines"),
    *("Comes in", "Goes out", "There once", "Money from", "Leaves"),
)
"""Headings and terms of the desk, which the terminal draws, too."""


def kept_elsewhere() -> Iterator[str]:
    """Every word that is looked up by a value, and so stands in no page."""
    yield from (one.label for kind in (Dimension, Disposition, Kind, Role) for one in kind)
    yield from (one.means for kind in (Disposition, DialReason) for one in kind)
    yield from (one.told for one in Every)
    yield from (one.value for kind in (Status, Weight) for one in kind)
    yield from (sign.word for sign in (*SIGNS.values(), DONE_RIGHT))
    for words in (SPEAKERS, CHANNELS, BASES, WHY):
        yield from words.values()
    yield from (*CERTAINTIES, *_STATES_OF_A_PACK, BEFORE, AFTER, *_DESK)
    yield from (*day_abbr, *day_name, *month_abbr[1:])
