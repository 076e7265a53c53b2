"""Making a demonstration: a folder of its own, filled as people would fill it, by bots."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from calls.errors import RecordError
from compliance_rules.in_use import use_rules_of
from demo.accounts import Shown, ask_for_it, open_accounts, practise_before_accounts
from demo.bench import write_own
from demo.cast import shipped_cast
from demo.floor import Floor
from demo.hiring import Hiring
from demo.practising import Practice, leave_open
from demo.story import Story, Told
from demo.trainers import Trainers
from simulator.scenario import Scenario
from training.assessments.invitations import Invited
from training.passwords import one_time_password
from training.store import Store

MARK = "demonstration.json"
"""Stands in a folder that this made, with how to sign in; a folder without it is somebody's own."""
_ACCOUNTS_AFTER = timedelta(days=1)
_LASTS = timedelta(hours=2)


@dataclass(frozen=True)
class Size:
    """How many people practise, at most apply for a job, and calls of a bot on each form."""

    people: int = 40
    candidates: int = 14
    weeks: int = 6
    bot_calls: int = 2


@dataclass(frozen=True)
class Demonstration:
    """What whoever looks around needs: accounts with one password, and a candidate's link.

    The link opens once, until a moment in ISO 8601; both are empty where nobody was invited.
    """

    password: str
    accounts: tuple[tuple[str, tuple[str, ...]], ...]
    link: str
    seed: int
    until: str = ""


def is_there(folder: Path) -> bool:
    """Whether a demonstration was made there before."""
    return (folder / MARK).is_file()


def load(folder: Path) -> Demonstration:
    """The one that was made there before."""
    told = json.loads((folder / MARK).read_text(encoding="utf-8"))
    accounts = tuple((name, tuple(roles)) for name, roles in told.pop("accounts"))
    return Demonstration(accounts=accounts, **told)


def make(
    folder: Path,
    scenarios: Mapping[str, Scenario],
    now: datetime,
    *,
    seed: int,
    told: Told,
    size: Size = Size(),
    anew: bool = False,
) -> Demonstration:
    """Fill a folder that is new or empty; `anew` takes the place of a demonstration, of no other.

    It is there as a whole or not at all.
    """
    _check(folder, anew=anew)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}.") as part:
        made = _filled(Path(part) / "made", scenarios, now, seed, size, told)
        if folder.exists():
            shutil.rmtree(folder)
        (Path(part) / "made").rename(folder)
    return made


def _check(folder: Path, *, anew: bool) -> None:
    where = f"folder {folder}"
    if folder.exists() and not folder.is_dir():
        raise RecordError(where, "it is a file", "a folder that is not there yet")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not is_there(folder):
        wrong = "it holds something that is no demonstration"
        raise RecordError(where, wrong, "a folder that is not there yet, or is empty")
    if not anew:
        raise RecordError(where, "a demonstration is there already", "--anew makes it anew")


def _filled(
    folder: Path,
    scenarios: Mapping[str, Scenario],
    now: datetime,
    seed: int,
    size: Size,
    told: Told,
) -> Demonstration:
    # A deed takes up to two hours, and what it leads to is not to be ahead of whoever looks.
    story = Story(now - timedelta(weeks=size.weeks), now - _LASTS, seed)
    # Its calls are marked by the rules of its own house, not of the one that makes it.
    use_rules_of(folder)
    floor = Floor(Store(folder, lasting=False, clock=story), story, scenarios)
    password = one_time_password()
    shown, unopened = _told(floor, size, password, told)
    accounts = tuple((one.name, tuple(role.value for role in one.roles)) for one in shown)
    link, until = "", ""
    if unopened is not None:
        link, until = unopened.token, unopened.candidacy.expires_at.isoformat(timespec="minutes")
    made = Demonstration(password, accounts, link, seed, until)
    (folder / MARK).write_text(json.dumps(asdict(made), indent=2), encoding="utf-8")
    return made


def _told(
    floor: Floor, size: Size, password: str, told: Told
) -> tuple[tuple[Shown, ...], Invited | None]:
    """The whole story, from the first day without accounts to the call that goes on now."""
    story, cast = floor.story, shipped_cast()
    trainees = cast.everybody()[: size.people]
    practise_before_accounts(floor, story.began)
    names = [who.name for who in trainees]
    shown = open_accounts(floor, names, password, story.began + _ACCOUNTS_AFTER)
    trainers = Trainers(floor)
    trainers.enrol(names, story.began + _ACCOUNTS_AFTER)
    practice = Practice(floor, trainers.look_at)
    for who in trainees:
        practice.plan(who)
        trainers.gives(who, practice)
    hiring = [Hiring(floor, plan, size.candidates, size.bot_calls) for plan in cast.work_samples]
    for one in hiring:
        one.begins()
    evening = story.ends - timedelta(hours=2)
    story.then(evening, lambda now: ask_for_it(floor, now))
    story.then(evening, lambda now: write_own(floor, now))
    story.then(evening, lambda now: leave_open(floor, cast.staff[0].name, now))
    story.tell(told)
    return shown, next((one.unopened for one in reversed(hiring) if one.unopened), None)
