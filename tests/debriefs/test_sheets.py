"""What candidates and interviewers get on paper: all of it, in order, with room for notes."""

from __future__ import annotations

import re

from calls.circumstances import SpeakerRole
from calls.events import CallStarted, Said
from calls.turn import Speaker
from debriefs.feedback import lines_of_feedback
from debriefs.feedback import title_of as title_of_feedback
from debriefs.interview import lines_of_guide, title_of
from debriefs.lines import Kind, Line
from debriefs.paper import sheets_of
from scoring.marks import Dimension
from tests.training.floor import NOW
from training.assessments.afterwards import PartShown, Shown
from training.assessments.interviewing import Guide, Moment, OfDuty, Question, SaidThere
from training.assessments.models import Duty
from training.models import Attempt, Purpose

MOMENT = Moment(
    "Laid off",
    "Ana Reyes",
    "turn 4: pressed",
    (
        SaidThere(2, Speaker.THIRD_PARTY, "I will fetch her."),
        SaidThere(3, Speaker.CONSUMER, "I lost my job."),
        SaidThere(4, Speaker.COLLECTOR, "I need all of it."),
    ),
    "No talk of arrest or jail",
    "No plan.",
)
GUIDE = Guide(
    "Collector",
    "Cleo Marsh",
    "Candidate 7",
    (
        OfDuty(
            Duty(dimension=Dimension.EMPATHY, duty="contact with empathy", weight=20),
            (Question("What did you hear?", MOMENT, "I am sorry."), Question("Tell me of a time.")),
            ((1, "passed over"), (3, "acknowledged"), (5, "built on")),
        ),
    ),
)
CALL = CallStarted(seq=1, at=NOW, account="one", answered_by=SpeakerRole.CONSUMER, who="ana_reyes")
ATTEMPT = Attempt(
    id="a1",
    person_id="cleo",
    purpose=Purpose.ASSESSMENT,
    accounts=("one",),
    scenario_id="laid_off",
    scenario_hash="h",
    versions={},
    seed=1,
    seen_before=False,
    started_at=NOW,
    events=(CALL, Said(seq=2, at=NOW, text="Hello, is that Ana?")),
)


def _told(lines: list[Line]) -> str:
    return "\n".join(f"{line.lead} {line.text}" for line in lines)


def test_a_guide_tells_the_moment_then_asks_and_leaves_room_for_each_answer() -> None:
    lines = list(lines_of_guide(GUIDE))

    told = _told(lines)
    in_order = (
        *("Turn 2, somebody else: “I will fetch her.”", "Turn 3, Ana Reyes: “I lost my job.”"),
        *("Turn 4, Candidate: “I need all of it.”", "No plan.", "Not met: No talk of arrest"),
        *("Seen: turn 4: pressed", "Ask: What"),
    )
    places = [told.index(words) for words in in_order]
    assert places == sorted(places)
    assert sum(line.kind is Kind.NOTES for line in lines) == 3
    assert "Level 5: built on" in told


def test_a_feedback_sheet_has_words_and_no_level() -> None:
    shown = (
        Shown("Contact with empathy", "What was done with it?", "It is named.", "turn 8: asked"),
        Shown("Clear talk", "Could they follow?", None, " "),
    )
    told = _told(
        list(lines_of_feedback("Collector", "hr@x.example", [PartShown("Ana", ATTEMPT, shown)]))
    )

    assert "Call 1, to Ana" in told
    assert "It is named." in told
    assert "The call gave no opportunity for this." in told
    assert told.count("Seen:") == 1
    assert told.index("What was said") < told.index("You: Hello, is that Ana?")
    assert not re.search(r"\blevel\b|of 100", told, re.IGNORECASE)


def test_both_are_sheets_that_say_what_they_are_and_come_out_the_same() -> None:
    guide = sheets_of(title_of(GUIDE), lines_of_guide(GUIDE))
    feedback = sheets_of(
        title_of_feedback("Collector"), lines_of_feedback("Collector", "hr@x.example", ())
    )

    assert guide == sheets_of(title_of(GUIDE), lines_of_guide(GUIDE))
    for sheet, title in ((guide, b"Interview guide"), (feedback, b"Feedback: Collector")):
        assert sheet.startswith(b"%PDF")
        assert title in sheet
    crowded = sheets_of("x", [Line(Kind.NOTES, "here")] * 12)
    assert len(re.findall(rb"/Type /Page\b", crowded)) > 1
