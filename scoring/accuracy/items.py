"""What was left behind, item by item: as it should be, missing, wrong, contradicted, forbidden."""

from collections.abc import Iterable
from enum import StrEnum

from calls.turn import Frozen
from scoring.marks import Evidence


class Fault(StrEnum):
    """What can be the matter with an entry or with words of the note."""

    MISSING = "missing"
    WRONG = "wrong"
    CONTRADICTED = "contradicted"
    FORBIDDEN = "forbidden"


class Item(Frozen):
    """One thing of the wrap-up and what the call shows of it; `fault` is None where they agree.

    `written` are the words of the collector. What is the matter is proved by turns, or `unproved`
    says why no turn can prove it. `in_note` tells the note from the entries beside it.
    """

    part: str
    fault: Fault | None
    told: str
    written: str = ""
    proof: tuple[Evidence, ...] = ()
    unproved: str = ""
    in_note: bool = False

    @property
    def with_words(self) -> str:
        """What is the matter, with the words of the collector where it does not hold them."""
        return self.told if self.written in self.told else f"“{self.written}”: {self.told}"


def held(part: str, told: str, written: str = "", proof: tuple[Evidence, ...] = ()) -> Item:
    """Something that is as it should be."""
    return Item(part=part, fault=None, told=told, written=written, proof=proof)


def faulty(
    part: str,
    fault: Fault,
    told: str,
    written: str = "",
    proof: tuple[Evidence, ...] = (),
    unproved: str = "no turn of the call is about it",
) -> Item:
    """Something that is the matter, with its proof or the reason why there is none."""
    without = "" if proof else unproved
    return Item(part=part, fault=fault, told=told, written=written, proof=proof, unproved=without)


def faults_in(items: Iterable[Item]) -> tuple[Item, ...]:
    """Those that are not as they should be, the gravest kind first."""
    order = (Fault.FORBIDDEN, Fault.CONTRADICTED, Fault.WRONG, Fault.MISSING)
    found = [one for one in items if one.fault is not None]
    return tuple(sorted(found, key=lambda one: order.index(one.fault or Fault.MISSING)))
