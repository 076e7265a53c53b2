"""A work sample for tests: set up, drawn, looked over by a second person, and somebody invited."""

from __future__ import annotations

from datetime import datetime

from scoring.marks import Dimension
from tests.shipped import SCENARIOS
from tests.training.accounts import account
from tests.training.floor import NOW
from training.assessments.forms import draw, fingerprint, sign_off
from training.assessments.invitations import Invited
from training.assessments.inviting import Guest, invite
from training.assessments.models import Assessment, Duty, SetUp
from training.assessments.setting_up import make
from training.models import Person, Role
from training.store import Store

SET_UP = SetUp(
    job="Collector, early arrears",
    scenarios=("laid_off_three_weeks_ago", "forgetful_payer"),
    duties=tuple(
        Duty(dimension=dimension, duty=f"What the posting says of {dimension.label}", weight=10)
        for dimension in Dimension
    ),
    bar=3.0,
    appeals_to="people@harbor.example",
)


def manager(store: Store, name: str = "Mara") -> Person:
    """Who sets work samples up."""
    return account(store, name, Role.HIRING_MANAGER)


def assessor(store: Store, name: str = "Ines") -> Person:
    """Who looks them over, and rates."""
    return account(store, name, Role.ASSESSOR)


def ready(store: Store, set_up: SetUp = SET_UP, now: datetime = NOW) -> Assessment:
    """A work sample that candidates can be invited to."""
    made = make(store, manager(store), set_up, now)
    drawn = draw(store, manager(store), made.id, SCENARIOS, 7, now)
    sign_off(store, assessor(store), made.id, fingerprint(made, drawn), now)
    return made


def invited(
    store: Store, made: Assessment, *names: str, now: datetime = NOW
) -> tuple[Invited, ...]:
    """Candidates with these names."""
    return invite(store, manager(store), made.id, [Guest(name) for name in names], now)
