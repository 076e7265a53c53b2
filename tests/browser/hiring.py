"""Work samples as those see them who set them up and who rate: one to set up, one to rate."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from simulator.bots.bot import shipped_bots
from tests.shipped import SCENARIOS
from tests.training.assessments.samples import SET_UP, manager
from tests.training.assessments.taken import taken
from training.assessments.bot_tables import keep_bots, table_of
from training.assessments.dry_runs import dry_run
from training.assessments.ending import end_application
from training.assessments.forms import draw
from training.assessments.inviting import Guest, invite
from training.assessments.models import BotTable, Form
from training.assessments.setting_up import make
from training.bot_practice import hold_calls
from training.store import Store


class Samples(NamedTuple):
    """The ids of a work sample that is being set up, of one under way, and of a call to rate."""

    drawn: str
    taken: str
    to_rate: str


def work_samples(store: Store, now: datetime) -> Samples:
    """One whose forms bots have played, and one with candidates at several places."""
    mara = manager(store)
    job = SET_UP.model_copy(update={"job": "Collector, late arrears"})
    drawn = make(store, mara, job, now)
    forms = draw(store, mara, drawn.id, SCENARIOS, 7, now)
    played = {(one.scenario_hash, one.seed): _played(one, now) for one in forms}
    keep_bots(store, mara, drawn.id, played, now)
    dry_run(store, mara, drawn.id, now)
    candidacy, (attempt,) = taken(store)
    guests = [Guest("Cleo Marsh"), Guest("Ruth Adler")]
    _, gone = invite(store, mara, candidacy.assessment_id, guests, now, timedelta(days=14))
    end_application(store, mara, gone.candidacy.id, "Nobody answered the phone.", now)
    return Samples(drawn.id, candidacy.assessment_id, attempt.id)


def _played(form: Form, now: datetime) -> BotTable:
    bots = tuple(shipped_bots()[name] for name in ("exemplary", "pushy"))
    return table_of(tuple(hold_calls(form.scenario, bots, [form.seed], now)))
