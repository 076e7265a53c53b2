"""Which pages are shown in pictures, and what stands on them: a new page is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

from calls.disposition import Disposition
from calls.events import DialDecision
from commands.scenarios import PLAYED_AT
from drills.item import Kind
from drills.stock import Stock
from simulator.scripted import seed_for
from tests.browser import poses
from tests.browser.candidates import candidates_on_their_way
from tests.browser.conftest import DESK, PHONE
from tests.browser.hiring import work_samples
from tests.browser.judging import cohort_on_a_path, for_judging
from tests.browser.practising import (
    ASSESSOR,
    KEEPER,
    MANAGER,
    SCENARIO,
    TRAINER,
    WATCHER,
    choose_practice_to_delete,
)
from tests.browser.staged import counted, four_payments, lines, second_opinion, six_turns
from tests.pages.finished import BADLY, KINDER, finished, tried_again
from tests.shipped import EVERY, SCENARIOS
from tests.training.accounts import signed_in_as
from tests.training.assessments.decided import decided
from tests.training.drilled import know_all_but, miss_one
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.beginning import begin
from training.dialling import decide_dial
from training.models import Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.reviews import review_attempt
from training.store import Store
from training.touching import keep_touched, touched
from training.wrap_up import record_arrangement, record_disposition

RULE = "fdcpa.false.arrest_imprisonment"
CARE = SCENARIOS["no_point_any_more"]
SEED = seed_for(LAID_OFF, LAID_OFF.model_call.answered_by)
LIST, TEXTS, MACHINE = "dial_or_not", "stop_texting_me", "HR-20735"
KEANU = f"Keanu+Palakiko+·+{MACHINE}"
"""That account of the list, as its address names it."""


@dataclass(frozen=True)
class Picture:
    """One page to be shown: its address, what is done there first, and who sees it, if anybody.

    A candidate, who has no account, is known by the token of their browser.
    """

    name: str
    address: str
    first: Callable[[Page], None] = poses.nothing
    by: str = "Dana Wells"
    token: str = ""
    dark: bool = False
    sizes: Sequence[tuple[int, int]] = (DESK, PHONE)


@dataclass(frozen=True)
class Practice:
    """Whose practice is shown: Dana's, with what she does just now."""

    store: Store
    person: Person
    began: datetime


def pictures(store: Store) -> Iterator[Picture]:
    """Every picture, part by part; each part makes what stands on its pages."""
    dana = sign_in_locally(store, "Dana Wells", Role.TRAINEE, NOW)
    practice = Practice(store, dana, datetime.now(UTC) - timedelta(minutes=3))
    for part in PARTS:
        yield from part(practice)


def _plain(_: Practice) -> Iterator[Picture]:
    """Pages on which nothing has to be made."""
    yield Picture("who", "", by="")
    yield Picture("today", "", dark=True)
    yield Picture("practise", "practise")
    yield Picture("practise-filtered", "practise?place=United+Kingdom&level=2")
    yield Picture("brief", f"brief?scenario={SCENARIO}")
    yield Picture("brief-care", f"brief?scenario={CARE.id}")
    yield Picture("brief-list", f"brief?scenario={LIST}")
    yield Picture("own_data", "own_data", choose_practice_to_delete)
    yield Picture("progress-found", "progress?said=friday")
    yield Picture("your_account", "your_account")
    yield Picture("keys", "", poses.keys)
    yield Picture("check", "check", poses.example, dark=True)
    yield Picture("check-empty", "check")
    yield Picture("check-finding", "check", poses.finding)
    yield Picture("check-circumstances", "check", poses.circumstances)
    yield Picture("check-packs", "check", poses.packs)
    yield Picture("rules", "rules")
    yield Picture("rules-filtered", "rules?topic=Debts+that+are+time-barred", dark=True)
    yield Picture("rule", f"rules?rule={RULE}")
    yield Picture("rule-tried", f"rules?rule={RULE}", poses.tried)


def _calls(practice: Practice) -> Iterator[Picture]:
    """A call that goes on, with its desk, and one at its wrap-up."""
    store, person, began = practice.store, practice.person, practice.began
    talking, over = (six_turns(store, person, SEED + nth, began) for nth in (2, 3))
    over = end_call(store, person, over, began)
    over = record_disposition(store, person, over, Disposition.ARRANGEMENT, began)
    over = record_arrangement(store, person, over, four_payments(began.date()), began)
    yield Picture("call", f"call?attempt={talking.id}", dark=True)
    yield Picture("desk", f"call?attempt={talking.id}", poses.desk, sizes=(PHONE,))
    first = (began + timedelta(days=14)).date()
    worked_out = f"work_out_amount=85&work_out_every=Every+two+weeks&work_out_first={first}"
    yield Picture("plan", f"call?attempt={talking.id}&{worked_out}", poses.plan, dark=True)
    easy = on_a_call(store, person, SCENARIOS["forgetful_payer"], SEED, now=began)
    easy = take_turn(store, person, easy, "Hello, may I speak with Marcus Webb, please?", began)
    yield Picture("call-steps", f"call?attempt={easy.id}", dark=True)
    heavy = on_a_call(store, person, CARE, SEED, now=began)
    yield Picture("call-care", f"call?attempt={heavy.id}")
    yield Picture("wrap_up", f"wrap_up?attempt={over.id}")


def _in_writing(practice: Practice) -> Iterator[Picture]:
    """A list on which it is decided, and the three composers."""
    store, person, began = practice.store, practice.person, practice.began
    listed, dialled, writes = (
        begin(store, person, EVERY[name], Purpose.PRIVATE, seed, began)
        for name, seed in ((LIST, 1), (LIST, 2), (TEXTS, 1))
    )
    dial = (DialDecision.DIAL, "allowed", began)
    dialled = decide_dial(store, person, dialled, MACHINE, *dial)
    yield Picture("work-list", f"call?attempt={listed.id}", poses.account_of_the_list, dark=True)
    yield Picture("messages", f"call?attempt={writes.id}", poses.text, dark=True)
    yield Picture("e-mail", f"call?attempt={writes.id}", poses.email)
    yield Picture("voicemail", f"call?attempt={dialled.id}&work_list={KEANU}", poses.voicemail)


def _debriefs(practice: Practice) -> Iterator[Picture]:
    """Calls that were handed in, read and tried again."""
    store, person = practice.store, practice.person
    poor = finished(store, BADLY, seed=SEED + 1).id
    later = NOW + timedelta(days=1)
    good = finished(store, lines(later), seed=SEED, now=later).id
    hard = finished(store, CARE.model_call.lines, scenario=CARE, seed=SEED, now=later).id
    for attempt in (good, poor, hard):
        review_attempt(store, person, attempt, later)
    kinder = tried_again(store, person, store.attempt(person, poor), KINDER).id
    second_opinion(store, person, poor)
    yield Picture("scorecard", f"scorecard?attempt={poor}", dark=True)
    yield Picture("rewind", f"rewind?attempt={poor}&from=4", dark=True)
    yield Picture("rewind-both", f"rewind?attempt={kinder}", dark=True)
    yield Picture("scorecard-marks", f"scorecard?attempt={good}", poses.marks)
    yield Picture("scorecard-offers", f"scorecard?attempt={good}", poses.offers, dark=True)
    yield Picture("second-opinion", f"scorecard?attempt={poor}", poses.opinion, dark=True)
    yield Picture("scorecard-finding", f"scorecard?attempt={poor}", poses.finding_of_mine)
    yield Picture("scorecard-care", f"scorecard?attempt={hard}")


def _progress(practice: Practice) -> Iterator[Picture]:
    """Somebody whose calls are enough for a mean."""
    rita = counted(practice.store)
    yield Picture("progress", "progress", by=rita, dark=True)
    yield Picture("progress-rules", "progress", poses.by_rule, by=rita)


def _drills(practice: Practice) -> Iterator[Picture]:
    """The start, a question of each kind, two answers, and what came of a drill.

    Each kind is somebody's who knows all the others.
    """
    store, now, stock = practice.store, practice.began, Stock(EVERY)
    yield Picture("drill", "drill", dark=True)
    for kind in Kind:
        name = f"Knows all but {kind}"
        person = sign_in_locally(store, name, Role.TRAINEE, NOW)
        know_all_but(store, person, stock, kind, now)
        begin = f"drill?began={int(datetime.now(UTC).timestamp())}"
        yield Picture(f"drill-{kind}", begin, poses.begin, by=name, dark=kind is Kind.DIAL)
        if kind in (Kind.FINDING, Kind.BETTER):
            yield Picture(f"drill-{kind}-told", begin, poses.answer, by=name, dark=True)
    done = sign_in_locally(store, "Done Drilling", Role.TRAINEE, NOW)
    at = miss_one(store, done, stock, now)
    yield Picture("drill-end", f"drill?began={int(at.timestamp())}", by=done.name, dark=True)


def _judging(practice: Practice) -> Iterator[Picture]:
    """What a trainer sees: the queue, a call to rate, figures; and what came of a verdict."""
    judged, to_rate = for_judging(practice.store)
    yield Picture("queue", "queue", by=TRAINER, dark=True)
    yield Picture("rating", f"rating?attempt={to_rate}", by=TRAINER, dark=True)
    yield Picture("agreement", "agreement", by=TRAINER, dark=True)
    yield Picture("agreement-figures", "agreement", poses.figures, by=TRAINER)
    yield Picture("verdict", f"review?attempt={judged}", poses.verdict, by=TRAINER, dark=True)
    yield Picture("dispute", f"scorecard?attempt={judged}", poses.people)
    cohort_on_a_path(practice.store)
    yield Picture("coaching", "coaching", by=TRAINER, dark=True)
    yield Picture("cohorts", "cohorts", by=TRAINER, dark=True)
    yield Picture("report", "report", by=WATCHER, dark=True)


def _bench(practice: Practice) -> Iterator[Picture]:
    """What a trainer writes, and what the scenarios cover."""
    for one in EVERY.values():
        keep_touched(practice.store, one, touched(one, PLAYED_AT))
    yield Picture("coverage", "coverage", by=TRAINER, dark=True)
    yield Picture("scenarios", "scenarios", by=TRAINER, dark=True)
    yield Picture("scenario", "scenarios?scenario=forgetful_payer", by=TRAINER)
    yield Picture("house", "house", by=TRAINER)
    yield Picture("own-rules", "own_rules", by=TRAINER)
    yield Picture("rating-scales", "rating_scales", by=TRAINER)
    yield Picture("rating-scale", "rating_scales?scale=empathy", poses.step("Write"), by=TRAINER)


def _accounts(practice: Practice) -> Iterator[Picture]:
    """What whoever looks after accounts sees."""
    for name in ("Ana Marsh", "Dana Wells", "Ravi Chandran"):
        signed_in_as(practice.store, name, Role.TRAINEE, practice.began)
    yield Picture("people", "accounts", poses.an_account, by=KEEPER, dark=True)


def _samples(practice: Practice) -> Iterator[Picture]:
    """What whoever sets work samples up sees of them, and a sheet to fill in without names."""
    there = work_samples(practice.store, datetime.now(UTC))
    drawn = f"work_samples?sample={there.drawn}"
    yield Picture("work_samples", "work_samples", by=MANAGER)
    yield Picture("sample-calls", drawn, by=MANAGER, dark=True)
    yield Picture("sample-counts", drawn, poses.sample_step("2 What counts"), by=MANAGER)
    yield Picture("sample-told", drawn, poses.sample_step("3 What they are told"), by=MANAGER)
    yield Picture("sample-forms", drawn, poses.sample_step("4 Forms and sign-off"), by=MANAGER)
    taken = f"work_samples?sample={there.taken}"
    yield Picture("sample-candidates", taken, poses.a_candidate, by=MANAGER, dark=True)
    yield Picture("sample-rating", f"rating?attempt={there.to_rate}", by=ASSESSOR, dark=True)


def _candidates(practice: Practice) -> Iterator[Picture]:
    """The door of a work sample, and what its candidates see from the notice to the end."""
    link, tokens = candidates_on_their_way(practice.store, datetime.now(UTC))
    yield Picture("candidate-door", f"candidate?link={link}", by="")
    for name in tokens:
        yield Picture(f"candidate-{name}", "candidate", token=name, dark=name == "call")


def _results(practice: Practice) -> Iterator[Picture]:
    """What a hiring manager sees of a work sample that twelve took."""
    store = practice.store
    sample = decided(store).id
    _, token = signed_in_as(store, "Mara Holm", Role.HIRING_MANAGER, practice.began)
    for name, address, pose in (
        ("work_sample", f"work_samples?sample={sample}", poses.nothing),
        ("results", f"results?sample={sample}", poses.nothing),
        ("results-one", f"results?sample={sample}", poses.one_candidate),
        ("results-beside", f"results?sample={sample}", poses.side_by_side),
        ("results-guide", f"results?sample={sample}", poses.interview_guide),
        ("results-groups", f"results?sample={sample}", poses.groups),
    ):
        dark = name == "results-beside"
        yield Picture(name, address, pose, by="", token=token, dark=dark)


PARTS: Sequence[Callable[[Practice], Iterator[Picture]]] = (
    *(_debriefs, _calls, _in_writing, _progress, _drills, _judging),
    *(_bench, _accounts, _samples, _results, _candidates, _plain),
)
"""In the order in which they are made: what is handed in first comes first on pages of its own."""
