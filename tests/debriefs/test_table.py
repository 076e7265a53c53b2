"""What was on the table: the same figures on the page, on the sheets and in the terminal."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

from calls.money import Money
from calls.turn import Speaker
from commands.reviewing import debrief_lines
from debriefs import Whole, page_of
from debriefs.lines import lines_of
from debriefs.offers import counted_told, facts_told, step_told, told_along
from debriefs.transcript import SPEAKERS
from debriefs.words import plain_day
from scoring.negotiation.concessions import Concession
from tests.debriefs.made import from_elsewhere, practised

WHOLE = practised()
NOTHING_AGREED = """
collector: Hello, may I speak with Ana Reyes, please?
consumer: That's me.
collector: I can offer you $300 a month from May 1. Can you do that?
consumer: I bring home $1,200 a month and my rent is $1,100.
collector: Then I will leave it there. Goodbye.
"""


def _everywhere(whole: Whole) -> tuple[str, str, str]:
    sheets = "\n".join(f"{one.lead} {one.text}" for one in lines_of(whole))
    return unescape(page_of(whole)), sheets, "\n".join(debrief_lines(whole))


def test_every_door_shows_the_zone_the_worth_and_whether_it_can_be_kept() -> None:
    made = WHOLE.bargaining
    assert made is not None
    assert made.zone is not None
    told = dict(facts_told(made))

    assert str(made.zone.most_in_all) in told["Possible in all"]
    assert "of what is due" in told["Worth today"]
    assert told["Feasible, by what they told"].startswith("nobody could know")
    assert told["Feasible, by what there is"].startswith("yes")
    for shown in _everywhere(WHOLE):
        for term, what in told.items():
            assert term in shown
            assert what in shown


def test_every_door_shows_each_step_down_and_what_came_of_it() -> None:
    made = WHOLE.bargaining
    assert made is not None
    ours = next(one for one in made.offers if one.by is Speaker.COLLECTOR)
    high = Money.of("100.00")
    first = ours.model_copy(update={"turn": 9, "monthly": high, "accepted": False})
    step = Concession(
        turn=ours.turn, by=Money.of("15.00"), part=0.15, returned=False, against_oneself=True
    )
    came_down = made.model_copy(update={"offers": (first, *made.offers), "concessions": (step,)})
    told = "down by $15.00 (15%), against yourself; nothing came back for it"

    assert [step_told(came_down, one) for one in came_down.offers if one.by is ours.by] == [
        "",
        told,
    ]
    asides = told_along(came_down, SPEAKERS, plain_day)
    changed = replace(WHOLE, bargaining=came_down, asides=asides)
    for shown in _everywhere(changed):
        assert told[1:] in shown


def test_every_door_shows_what_was_counted_and_that_it_is_no_mark() -> None:
    made = WHOLE.bargaining
    assert made is not None
    assert len(list(counted_told(made))) == 6

    for shown in _everywhere(WHOLE):
        assert "labour negotiations" in shown
        for name, count, per_100, there in counted_told(made):
            row = shown.casefold().partition("counted in this call")[2].partition(name)[2]
            assert [row.index(one) for one in (count, per_100, there)]


def test_where_nothing_was_agreed_the_last_offer_is_held_against_their_month() -> None:
    made = from_elsewhere(NOTHING_AGREED).bargaining
    assert made is not None
    assert made.agreed is None
    assert made.last_of_ours is not None
    assert made.last_of_ours.amount == Money.of("300")

    told = dict(facts_told(made))

    assert told["Your last offer, by what they told"].startswith("no")
    assert "Your last offer, by what there is" not in told


def test_every_door_says_who_talked_how_much() -> None:
    ours = sum(len(turn.text.split()) for turn in WHOLE.turns if turn.speaker == "collector")
    told = int(WHOLE.talk.split(" were yours")[0].rsplit(" ", 1)[1])

    assert abs(told - ours) <= ours / 10
    assert from_elsewhere("collector: Hello?").talk == ""
    page, sheets, terminal = _everywhere(WHOLE)
    assert WHOLE.talk in sheets
    assert WHOLE.talk in terminal
    assert WHOLE.talk[:40] in page
