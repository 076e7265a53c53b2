"""What a newcomer reads who plays in the terminal: the brief, the desk, the commands, the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from calls.events import LookedUp
from calls.moves import Act
from commands.briefing import brief_lines
from commands.desk import DEEDS, HAND_IN, HANDS_IN
from commands.layout import WIDTH
from commands.playing import Practice
from scoring.debrief import debrief
from tests.shipped import CHANNELS, EVERY, SCENARIOS
from tests.training.floor import NOW
from tests.training.stores import new_store
from training.models import Role
from training.people import sign_in_locally
from training.reviews import record, review_attempt
from training.store import Store

A_SCREENFUL = 60
PAYER = SCENARIOS["forgetful_payer"]
SAYS_WHO = {Act.CONFIRMS_IDENTITY, Act.GIVES_IDENTIFIER}
NAMES = ("somebody: ", f"{PAYER.consumer_name}: ")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return new_store(tmp_path)


def begun(store: Store, scenario: str = "forgetful_payer") -> Practice:
    """A practice of the same person at the same moment."""
    person = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    return Practice(store, person, EVERY[scenario], 1, lambda: NOW)


def typed(practice: Practice, *lines: str) -> list[str]:
    """What is read after the first hello."""
    told = list(practice.talk(lines))
    hello = next(n for n, line in enumerate(told) if line.startswith("somebody"))
    return told[hello + 1 :]


@pytest.mark.parametrize("scenario", [one for one in EVERY if one != "dial_or_not"])
def test_the_brief_is_a_screenful_of_plain_words(scenario: str) -> None:
    one = EVERY[scenario]

    lines = list(brief_lines(one, NOW))
    text = " ".join(" ".join(lines).split())

    assert lines[0] == f"{one.title} (level {one.level}, about {one.minutes} minutes)"
    assert len(lines) <= A_SCREENFUL
    assert max(map(len, lines)) <= WIDTH
    for words in (one.brief.who, one.brief.task, *one.brief.counts, *one.brief.may_offer):
        assert " ".join(words.split()) in text
    assert f"You call for {one.house.name}" in text
    assert f"where {one.consumer_name} is" in text


def test_words_for_a_machine_or_an_e_mail_are_shown_where_these_are_used() -> None:
    ids = {name: {one.id for one in EVERY[name].notices} for name in ("forgetful_payer", *CHANNELS)}

    assert "collector_disclosure" in ids["forgetful_payer"]
    assert ids["forgetful_payer"].isdisjoint({"by_email", "on_a_machine"})
    assert ids["dial_or_not"] == {"on_a_machine"}
    assert {"by_email", "collector_disclosure"} <= ids["stop_texting_me"]
    assert "recording" not in ids["stop_texting_me"]


def test_a_list_is_shown_with_the_day_on_which_it_is_played() -> None:
    told = "\n".join(brief_lines(EVERY["dial_or_not"], NOW))

    assert f"Monday, March {NOW.day}, 20:40 here (America/Denver)" in told
    assert "Local time" not in told


def test_a_look_shows_the_part_and_is_kept_as_on_the_page(store: Store) -> None:
    practice = begun(store)

    told = typed(
        practice, "/look contacts", "/look account", "/look house", "/look plan", "/look notes"
    )

    looked = {one.item for one in practice.attempt.events if isinstance(one, LookedUp)}
    assert looked == {"account", "contacts", "house", "notes", "plan"}
    assert f"Contacts, at {PAYER.consumer_name}'s own time (New York time)" in told
    assert any(line.startswith("  Local time") for line in told)
    assert any("This is an attempt to collect a debt" in line for line in told)
    assert told[-2:] == ["Your note", "  - Nothing yet: /note WORDS"]


def test_where_times_have_to_be_worked_out_the_desk_does_not_tell_them(store: Store) -> None:
    practice = begun(store, "dial_or_not")

    told = list(practice.talk(["/look account HR-20731"]))

    assert any(line.endswith("  Larkspur Outdoors (store card)") for line in told)
    assert not any("Local time" in line for line in told)


def test_help_has_one_line_for_each_command(store: Store) -> None:
    told = typed(begun(store), "/help", "/help disposition", "/help hand-in")

    for name, deed in DEEDS.items():
        assert any(line.startswith(f"  {name} ") for line in told) != deed.dials
    assert any(line.split()[0] == "promise_to_pay" for line in told)
    assert told[-1] == f"  {HAND_IN}  {HANDS_IN}"


def test_what_was_done_is_said_and_a_second_line_of_the_note_is_added(store: Store) -> None:
    practice = begun(store)

    told = typed(
        practice,
        "/note He lost track of it.",
        "/note He pays on the fifth.",
        "/pay 62.20 2026-03-16 3 two_weeks",
        "/follow-up 2026-03-17",
        "/disposition arrangement",
        "/flag prefers_email",
    )

    rows = "$62.20 on 16 Mar 2026, $62.20 on 30 Mar 2026, $62.20 on 13 Apr 2026"
    assert told == [
        "The note has 1 line.",
        "The note has 2 lines.",
        f"Recorded: {rows}; 3 payments, $186.60 in all.",
        "$186.60 is more than the balance of $186.40.",
        "The next step is due on Tue 17 Mar 2026.",
        "Recorded: Arrangement, several payments agreed.",
        "Flags: Prefers e-mail.",
    ]
    assert practice.attempt.state.wrap_up.notes == "He lost track of it.\nHe pays on the fifth."


def test_a_dash_clears_what_was_recorded(store: Store) -> None:
    practice = begun(store)

    typed(practice, "/note One.", "/pay 62.20 2026-03-16", "/follow-up 2026-03-17")
    list(practice.talk(["/note -", "/pay -", "/follow-up -"]))

    left = practice.attempt.state.wrap_up
    assert (left.notes, left.arrangement, left.follow_up) == ("", None, None)


def test_nobody_is_named_before_they_say_who_they_are(store: Store) -> None:
    practice = begun(store)

    told = list(practice.talk(["Good morning.", *PAYER.model_call.lines]))

    call = practice.attempt.state.call
    assert call is not None
    theirs = [line.move.acts for line in call.lines if line.move is not None]
    said = next(n for n, acts in enumerate(theirs) if SAYS_WHO & {*acts})
    names = [line.partition(": ")[0] for line in told if line.startswith(NAMES)]
    assert said > 1
    assert names == ["somebody"] * said + [PAYER.consumer_name] * (len(theirs) - said)


def test_the_end_begins_with_grade_and_reason_and_the_bar_as_on_the_scorecard(
    store: Store,
) -> None:
    practice = begun(store)
    typed(practice, *PAYER.model_call.lines, "/hand-in", "/look house")

    told = list(practice.finish())

    person = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    made = review_attempt(store, person, practice.attempt.id, NOW)
    page = debrief(made, record(practice.attempt, PAYER), PAYER)
    assert told[0] == page.sentence
    assert made.scorecard.grade.value is not None
    figure = f"{made.scorecard.grade.value:.0f} of 100"
    grade = told.index(f"grade: {figure}: {made.scorecard.grade.reason}")
    assert told[grade + 1] == "passed: no, because not all of this is met:"
    assert len(page.conditions) == 3
    for line, one in zip(told[grade + 2 :], page.conditions, strict=False):
        assert line.startswith(f"  {'met' if one.met else 'not met'}: {one.text}")
    assert told.index("How it was marked:") > grade
    assert "house" not in {one.item for one in practice.attempt.events if isinstance(one, LookedUp)}


def test_marks_without_an_opportunity_share_a_line(store: Store) -> None:
    practice = begun(store, "dial_or_not")
    list(practice.talk(["/not-now HR-20731 hours", "/not-now HR-20746 cease", "/dial HR-20735"]))

    told = list(practice.finish())

    person = sign_in_locally(store, "Ana", Role.TRAINEE, NOW)
    made = review_attempt(store, person, practice.attempt.id, NOW)
    nothing = [one for one in made.scorecard.scores if one.value is None]
    assert nothing
    assert {f"{one.dimension}: none: {one.reason}" for one in nothing} <= set(told)
    assert not any(": no opportunity: " in line for line in told)
    assert any(line.startswith("  no opportunity: ") for line in told)
    assert not any("wrap-up, wrap-up" in line for line in told)
