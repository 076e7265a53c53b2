"""What is made easier for a candidate, in the words that everybody reads of it."""

from collections.abc import Sequence

from pages._texts import _, plural
from training.assessments.models import Adjustments


def easier_told(easier: Adjustments) -> Sequence[str]:
    """Each thing that is made easier; nothing where it is as for everybody."""
    told = []
    if easier.extra_time:
        told.append(_("{n} % more minutes in every part").format(n=easier.extra_time))
    if easier.no_clock:
        told.append(_("no clock on the page"))
    if easier.breaks:
        told.append(plural("{n} pause more", "{n} pauses more", easier.breaks))
    return told
