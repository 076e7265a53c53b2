"""What bots reached on the forms of a work sample: where they found a difference, or none."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from statistics import fmean

from training.access_log import Deed, log
from training.assessments.hiring import check_hires
from training.assessments.models import BotRow, BotTable
from training.assessments.setting_up import unlocked
from training.bot_practice import BotCall
from training.models import Person
from training.store import Store

PlayedForm = tuple[str, int]
"""A form as bots played it: its fingerprint, and the seed that its candidates get."""
MOST_APART = 3.0
"""How far the bots' mean outcome may lie apart between forms, of 100."""
SAME = "no difference found by bots"
OTHER = "a difference found by bots"


def table_of(calls: Sequence[BotCall]) -> BotTable:
    """What each bot reached in these calls; where nothing could be graded it came to nothing."""
    rows = []
    for bot in dict.fromkeys(call.bot for call in calls):
        of = [call for call in calls if call.bot == bot]
        grade = fmean(call.grade or 0.0 for call in of)
        ends = 100 * fmean(call.acceptable_end for call in of)
        rows.append(BotRow(bot=bot, calls=len(of), grade=grade, ends=ends))
    return BotTable(rows=tuple(rows), seeds=len({call.seed for call in calls}))


def apart(tables: Iterable[BotTable]) -> float:
    """How far the bots' mean outcome lies apart between forms."""
    outcomes = [one.outcome for one in tables]
    return max(outcomes) - min(outcomes)


def heading(found: float) -> str:
    """All that a table of bots may say of forms whose outcomes lie that far apart."""
    return SAME if found <= MOST_APART else OTHER


def keep_bots(
    store: Store,
    person: Person,
    assessment_id: str,
    tables: Mapping[PlayedForm, BotTable],
    now: datetime,
) -> None:
    """Keep what bots reached; of forms that were drawn anew meanwhile, or are locked, nothing."""
    check_hires(person)
    sql = """update assessment_forms set bots = ?
        where assessment_id = ? and scenario_hash = ? and seed = ?"""
    with store.writing() as db:
        unlocked(db, assessment_id)
        for (scenario_hash, seed), table in tables.items():
            db.execute(sql, [table.model_dump_json(), assessment_id, scenario_hash, seed])
        log(db, person, Deed.SET_UP, now, note=assessment_id)
