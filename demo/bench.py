"""The trainers' bench: a variation of a scenario, begun and not yet proven."""

from datetime import datetime

from datafiles import changed
from demo.floor import Floor
from training.bench import OWN_FOLDER, Bench, begin_file
from training.models import Role

_NAME, _OF = "laid_off_our_clients", "laid_off_three_weeks_ago"
_SAYS = "A variation of {of}: what is not written here is as it is there."


def write_own(floor: Floor, now: datetime) -> None:
    """One trainer begins a variation for the house."""
    told = floor.words.own_scenario
    head = f"# {_SAYS.format(of=_OF)}\nextends: {_OF}\nid: {_NAME}\nversion: 1\n"
    bench = Bench(floor.store, floor.store.folder / OWN_FOLDER)
    text = changed(head, ("title",), told.title)
    begin_file(bench, floor.whoever(Role.TRAINER)[0], _NAME, text, told.reason, now)
