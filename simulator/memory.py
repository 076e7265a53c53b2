"""What the person on the line remembers of the call: a view of what its log folds to, no more."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from calls.money import Offer
from calls.moves import Act, Move
from calls.state import CallState


class Kept:
    """The words that moves leave in `Move.remember`; one kept twice counts twice.

    They stand in stored logs, so a word is never given a new meaning.
    """

    RIGHT_PARTY = "right_party"
    VERIFIED = "verified"
    KNOWS_CALLER = "knows_caller"
    KNOWS_REASON = "knows_reason"
    KNOWS_DEBT = "knows_debt"
    SUSPICIOUS = "suspicious"
    TESTED = "tested"
    CAUSE = "cause"
    HEDGED = "hedged"
    STATED = "stated"
    WARNED = "warned"
    WON_BACK = "won_back"
    TOLD_OF_DEBT = "told_of_debt"
    PROBED = "probed"
    MESSAGE = "message"
    CONFIRMED = "confirmed"
    IDENTIFIER = "identifier"
    PUZZLED = "puzzled"
    HOW_OFTEN = "how_often"
    FROM_WHEN = "from_when"
    NOTHING_MORE = "nothing_more"
    NOTHING_ELSE = "nothing_else"
    RESPECTED = "respected"
    PASSED_OVER = "passed_over"
    BEYOND_MEANS = "beyond_means"
    SETTLED = "settled"
    SAID_WHAT_IT_TAKES = "said_what_it_takes"
    WILL_THINK = "will_think"
    PAY_DAY = "pay_day"
    OUT_OF_FEAR = "out_of_fear"
    A_CHOICE = "a_choice"
    AT_ONCE = "at_once"
    ASKED_NAME = "asked_name"
    STILL_WHAT_ABOUT = "still_what_about"


@dataclass(frozen=True)
class Memory:
    """The call as the person remembers it."""

    call: CallState

    def count(self, word: str) -> int:
        """How often `word` was kept."""
        return self.call.remembered.count(word)

    def has(self, *words: str) -> bool:
        """Whether all of the words were kept."""
        return all(word in self.call.remembered for word in words)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Their own moves so far."""
        return tuple(line.move for line in self.call.lines if line.move)

    @property
    def last(self) -> Move | None:
        """Their last move."""
        return self.moves[-1] if self.moves else None

    def just(self, *acts: Act) -> bool:
        """Whether their last turn did any of these."""
        return self.last is not None and not set(acts).isdisjoint(self.last.acts)

    def did(self, act: Act) -> int:
        """In how many turns they did this."""
        return sum(act in move.acts for move in self.moves)

    def heard(self, *names: str) -> int:
        """In how many of the collector's turns any of these signals was noticed."""
        wanted = set(names)
        return sum(not wanted.isdisjoint(move.heard) for move in self.moves)

    def since(self, word: str, back: int) -> bool:
        """Whether one of the last `back` moves kept `word`."""
        return any(word in move.remember for move in self.moves[-back:])

    @property
    def warned(self) -> bool:
        """Whether they said they would hang up, and have not been won back since."""
        return self.count(Kept.WARNED) > self.count(Kept.WON_BACK)

    @property
    def standing(self) -> Offer | None:
        """The offer on the table: the last one that either side made."""
        return self.call.offers[-1] if self.call.offers else None

    def mine(self) -> Iterator[Offer]:
        """The offers that they made themselves, in order."""
        return (move.counter for move in self.moves if move.counter)

    @property
    def my_last(self) -> Offer | None:
        """Their own last offer."""
        return next((m.counter for m in reversed(self.moves) if m.counter), None)


def kept(word: str, about: str) -> str:
    """A word kept about one thing: `cause:blamed`."""
    return f"{word}:{about}"
