"""The story: what is done, each thing at its own moment, and what it leads to later on."""

from collections.abc import Callable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random

Deed = Callable[[datetime], None]
Told = Callable[[int, int], None]
_OPENS, _MINUTES = 17, 240
"""People work from then on (UTC), so that it is day wherever somebody is called."""
_SATURDAY = 5


class Story:
    """Deeds in the order of their moments; called, it is the clock of the store.

    What would come after the end has not happened yet.
    """

    def __init__(self, began: datetime, ends: datetime, seed: int) -> None:
        self.began, self.ends, self._seed = began, ends, seed
        self._present, self._numbers = began, count()
        self._ahead: list[tuple[datetime, int, Deed]] = []

    def __call__(self) -> datetime:
        return self._present

    def chance(self, *of: object) -> Random:
        """Dice of one's own, so that nobody's luck hangs on who came before."""
        return Random(" ".join(map(str, (self._seed, *of))))

    def then(self, at: datetime, deed: Deed) -> None:
        """Do this at that moment."""
        heappush(self._ahead, (max(at, self._present), next(self._numbers), deed))

    def at_work(self, day: float, chance: Random) -> datetime:
        """A moment in working hours, so many days after it began."""
        found = (self.began + timedelta(days=day)).replace(hour=_OPENS, minute=0, second=0)
        if (late := found.weekday() - _SATURDAY) >= 0:
            found += timedelta(days=2 - late)
        return found + timedelta(minutes=chance.randrange(_MINUTES))

    def later(self, days: float, chance: Random) -> datetime:
        """A moment in working hours, so many days from the present."""
        passed = (self._present - self.began) / timedelta(days=1)
        return self.at_work(passed + days, chance)

    @property
    def passed(self) -> float:
        """How much of the whole time is over, from 0 to 1."""
        return min(1.0, (self._present - self.began) / (self.ends - self.began))

    def tell(self, told: Told) -> None:
        """Do all of it, until the end."""
        whole = round((self.ends - self.began).total_seconds())
        while self._ahead and self._ahead[0][0] <= self.ends:
            self._present, _, deed = heappop(self._ahead)
            deed(self._present)
            told(round((self._present - self.began).total_seconds()), whole)
        self._present = self.ends
        told(whole, whole)
