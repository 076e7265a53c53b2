"""The interview guide of one candidate: as it is printed, and the sheets to take along."""

from datetime import datetime

from debriefs.interview import lines_of_guide, title_of
from debriefs.paper import sheets_of
from pages._floor import now, store
from pages._result import choose
from pages._result_files import draw_paper
from pages._sheet_lines import draw_lines
from pages._texts import _
from pages._who import acting
from training.assessments.exporting import guide_to_take
from training.assessments.interviewing import interview_guide
from training.assessments.results import Results
from training.models import Person
from training.store import Store


def draw_guide(found: Results) -> None:
    """Whom to talk with, the sheets, and the same to read here."""
    chosen = choose(found)
    if chosen is None:
        return
    guide = interview_guide(store(), acting(), chosen, now())

    def made(kept: Store, person: Person, at: datetime) -> bytes:
        to_take = guide_to_take(kept, person, chosen, at)
        return sheets_of(title_of(to_take), lines_of_guide(to_take))

    name = guide.alias.replace(" ", "-").lower()
    draw_paper(_("The guide on paper, with room for notes (PDF)"), made, f"interview-guide-{name}")
    draw_lines(lines_of_guide(guide))
