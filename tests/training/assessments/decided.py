"""A whole work sample for tests of its results: everybody rated, looked at and decided on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from scoring.rating_scales import load_scales
from tests.training.assessments.candidates import Way, before_the_sample
from tests.training.assessments.samples import SET_UP, invited, manager, ready
from tests.training.assessments.taken import THEN, played, raters
from tests.training.floor import NOW
from training.assessments.afterwards import tell_demographics
from training.assessments.confirming import confirm, places
from training.assessments.deciding import decide
from training.assessments.duties import usual_duties
from training.assessments.models import Assessment, Decision
from training.assessments.opening import open_link
from training.models import Attempt
from training.ratings import agree, rate
from training.reviews import review_attempt
from training.sheets import Rated, Sheet
from training.store import Store

NAMES = (
    *("Jamal Okoro", "Cleo Marsh", "Yusuf Demir", "Tom Byrne", "Li Na", "Rosa Ortiz"),
    *("Marguerite Featherstonehaugh", "Anneke de Vries", "Kwame Mensah", "Ines Duarte"),
    *("Piotr Zielinski", "Grace Whitfield"),
)
WELL = (
    "Hello, may I speak with {them}, please?",
    "This is Sam with Harbor Recovery on a recorded line. Could you confirm your date of birth?",
    "Thank you. This is an attempt to collect a debt, any information will be used for that.",
    "What has been going on since the last payment?",
    "I am sorry to hear that. What would be the most you could manage a month?",
)
BADLY = (
    "Hello, is that {them}?",
    "You will be arrested if you do not pay by Friday.",
    "I need all of it today.",
)
SEEN = {
    1: "turn 4: arrest was named, and nothing was asked",
    2: "turn 6: all of it today, before any question",
    3: "turn 4: said who calls, in plain words",
    4: "turn 8: asked what had been going on",
    5: "turn 10: took it as a good reason, and asked what is possible",
}
WHY = {
    Decision.HIRE: "Asked before offering, and wrote down what a colleague needs.",
    Decision.NEXT_STEP: "Good contact; we want to hear how they take a refusal.",
    Decision.NOT_NOW: "Arrest was named, and nothing was asked before the demand.",
}


def decided(store: Store, names: Sequence[str] = NAMES, scenarios: int = 2) -> Assessment:
    """Everybody took the sample, every fourth badly; all but the last were decided on."""
    asked = {"scenarios": SET_UP.scenarios[:scenarios], "duties": usual_duties()}
    made = ready(store, SET_UP.model_copy(update={"asks_demographics": True, **asked}))
    draw = random.Random(5)
    for nth, one in enumerate(invited(store, made, *names)):
        here = open_link(store, one.token, f"browser {nth}", NOW)
        way = before_the_sample(Way(store, here.person, here.candidacy.id))
        badly = nth % 4 == 3
        for attempt in list(_taken(way, scenarios, BADLY if badly else WELL)):
            _judged(store, attempt, draw, 1 if badly else 2 + nth % 3)
        tell_demographics(*way, ("female", "male")[nth % 2], ("White", "Asian")[nth % 3 == 0])
        if nth < len(names) - 1:
            what = Decision.NOT_NOW if badly else list(Decision)[nth % 2]
            decide(store, manager(store), way.id, what, WHY[what], THEN)
    return made


NOTE = "Spoke with them, they call back Friday."


def _taken(way: Way, scenarios: int, lines: Sequence[str]) -> Iterator[Attempt]:
    for part in range(1, scenarios + 1):
        yield played(way, part, lines, NOTE)


def _judged(store: Store, attempt: Attempt, draw: random.Random, base: int) -> None:
    """Two people rated it, mostly alike, and agreed; every hard fail is confirmed."""
    ines, ugo = raters(store)
    turns = sum(len(one.turns) for one in attempt.state.calls)
    apart = [_sheet(draw, base, turns) for _ in range(2)]
    for rater, sheet in zip((ines, ugo), apart, strict=True):
        rate(store, rater, attempt.id, sheet, THEN)
    agree(store, ines, attempt.id, _agreed(apart[0]), "Read again together.", THEN)
    for place in places(review_attempt(store, ines, attempt.id, THEN)):
        confirm(store, ines, attempt.id, place, True, "It is said as a certainty.", THEN)


def _sheet(draw: random.Random, base: int, turns: int) -> Sheet:
    levels = {}
    for name in load_scales():
        level = min(5, max(1, base + draw.choice((0, 0, 1))))
        seen = SEEN[level] if turns >= 10 else "turn 2: in all of the call"
        levels[name] = Rated(evidence=seen, level=level)
    return Sheet(levels=levels)


def _agreed(sheet: Sheet) -> Sheet:
    told = {"discussed": "Read again together."}
    return sheet.model_copy(
        update={"levels": {name: one.model_copy(update=told) for name, one in sheet.levels.items()}}
    )
