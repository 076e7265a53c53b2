"""The trainer's bench as pages see it: the house's own files, and what is being written."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from datafiles import DataFileError, Told, Written, line_in, read_text, told, written
from pages._floor import store
from pages._kinds import SCENARIOS, Kind
from pages._shipped import bench
from pages._texts import _
from pages._who import acting
from simulator.library import FOLDER, Surroundings, house_files, scenario_files, surroundings
from simulator.scenario import Scenario, content_hash
from simulator.skeleton import still_the_sheet
from simulator.still_true import untrue
from training.bench import HOUSE, opened
from training.proofs import NOTHING_KNOWN, Standing, standings
from training.rights import WRITES

LONGEST_TITLE = 80
"""A title stands on a card, and in a row of tabs."""
_WRITTEN = "bench_written"


def draw_for_trainers_alone() -> bool:
    """Say whom a page is for, where whoever acts is none of them; whether it was said."""
    if acting().role in WRITES:
        return False
    st.write(_("This page is for trainers, who write scenarios."))
    st.page_link("pages/practise.py", label=_("To the scenarios you can practise"))
    return True


def own_names() -> tuple[str, ...]:
    """The house's own scenarios, broken ones too."""
    return tuple(path.stem for path in scenario_files(bench().folder))


def is_shipped(name: str) -> bool:
    """Whether it is one of those that come with Right Party, which nobody changes here."""
    return name not in (*own_names(), HOUSE) and (FOLDER / f"{name}.yaml").is_file()


def around() -> Surroundings:
    """What a scenario may name; read again when a file of the house's own changed."""
    return _around(str(bench().folder), _stamp(bench().folder))


def _stamp(own: Path) -> Written:
    return written((*house_files(own), *sorted((own / "personas").glob("*.yaml"))))


@st.cache_resource(show_spinner=False, max_entries=2)
def _around(own: str, stamp: Written) -> Surroundings:  # noqa: ARG001 - the key
    return surroundings(FOLDER, Path(own))


@dataclass
class Writing:
    """A text that somebody is changing: `based_on` is the version that they began from."""

    name: str
    text: str
    saved: str
    based_on: int
    kind: Kind = SCENARIOS

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.text != self.saved


def writing(name: str, kind: Kind = SCENARIOS) -> Writing:
    """What is being written under this name in this window; it stays until it is saved."""
    kept: dict[str, Writing] = st.session_state.setdefault(_WRITTEN, {})
    key = _key(name, kind)
    there, text = kept.get(key), kind.text(name)
    if there is None or (not there.changed and there.text != text):
        last = kind.versions(name)[-1:]
        new = "" if kind.unsaved_is_new(name) else text
        saved = (last[0].text or text) if last else new
        kept[key] = there = Writing(name, text, saved, last[0].number if last else 0, kind)
    return there


def _key(name: str, kind: Kind) -> str:
    return f"{kind.id}/{name}"


def shown(name: str, kind: Kind = SCENARIOS) -> Writing:
    """For what a click does: the text as this window shows it, whatever was saved elsewhere since.

    What is typed over an older version must be told so when it is saved, and not be taken for a
    change of the newer one.
    """
    kept: dict[str, Writing] = st.session_state.get(_WRITTEN, {})
    return kept.get(_key(name, kind)) or writing(name, kind)


def begin_again(name: str, kind: Kind = SCENARIOS) -> None:
    """Forget what was written since the last version."""
    st.session_state.get(_WRITTEN, {}).pop(_key(name, kind), None)


@dataclass(frozen=True)
class Looked:
    """What the checks say of a text: the scenario it is, what keeps it from being one, doubts."""

    scenario: Scenario | None
    faults: tuple[Told, ...] = ()
    doubts: tuple[Told, ...] = ()


def looked(name: str, text: str) -> Looked:
    """The checks of `scenarios check` that need no call: what does not fit, with its lines."""
    try:
        scenario = opened(bench(), name, text, around())
    except DataFileError as error:
        return Looked(None, faults=told(error))
    lines = tuple(
        f"{line_in(text, fault.at)}: {fault.where}: {fault.wrong} - {fault.allowed}"
        for fault in (*untrue(scenario), *still_the_sheet(scenario))
    )
    return Looked(scenario, doubts=told(DataFileError(name, lines)))


def title_of(name: str, text: str) -> str:
    """What trainees see, also of a text that is no scenario yet; else the file's name."""
    try:
        content = read_text(text, name)
    except DataFileError:
        return name
    title = content.get("title") if isinstance(content, dict) else None
    return title if isinstance(title, str) and title.strip() else name


def standing_of(scenario: Scenario | None) -> Standing:
    """What is known of a scenario as it stands."""
    if scenario is None:
        return NOTHING_KNOWN
    return standings(store()).get(content_hash(scenario), NOTHING_KNOWN)
