"""What raters agreed on beside what the machine marked: to be looked at, and to move nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.levels import level_of
from scoring.review import Review
from training.scales import Scales
from training.sheets import FAR_APART, Sheet


@dataclass(frozen=True)
class Compared:
    """One criterion: the level that was agreed on, and the machine's mark with its level."""

    name: str
    agreed: int | None
    mark: float | None

    @property
    def machine(self) -> int | None:
        """The level for which the machine's mark stands."""
        return None if self.mark is None else level_of(self.mark)

    @property
    def far(self) -> bool:
        """Whether they are as far apart as two people would have to talk over."""
        both = self.agreed is not None and self.machine is not None
        return both and abs((self.agreed or 0) - (self.machine or 0)) >= FAR_APART


def compared(made: Review, sheet: Sheet, scales: Scales) -> Sequence[Compared]:
    """Every criterion for which the machine has a dimension, in the order of the scales."""
    marks = {score.dimension: score.value for score in made.scorecard.scores}
    return tuple(
        Compared(scale.name, sheet.levels[scale.id].level, marks.get(scale.compared_with))
        for scale in scales.values()
        if scale.compared_with is not None and scale.id in sheet.levels
    )
