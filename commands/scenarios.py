"""`scenarios`: the shipped situations as a list, and one of them shown as a trainee sees it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from calls.errors import RecordError
from calls.events import DialDecision, Replied
from calls.fold import fold
from calls.moves import Ending
from calls.record import Record
from calls.turn import turn_number
from commands.briefing import brief_lines
from commands.forms import read_otherwise
from commands.layout import bullets
from compliance_rules import DEFAULT, Finding, Standing
from datafiles import DataFileError, line_of
from scoring.contacts import read_and_checked
from scoring.dialling import AGAIN_LATER, may_be_called
from simulator.checks import faults
from simulator.cue import Cue, Scene
from simulator.library import FOLDER, Shelf, open_scenarios, scenario_files
from simulator.prompting import spoken_to
from simulator.scenario import Scenario
from simulator.scripted_call import ScriptedCall
from simulator.still_true import untrue
from simulator.turn_taking import read_all
from simulator.voice import Spoken
from training.rehearsal import rehearsed
from training.reviews import record
from training.shipped import checker_for

PLAYED_AT = datetime(2026, 3, 10, 18, 0, tzinfo=UTC)
"""The moment at which scripted calls are played, so that the same file always proves the same."""


def list_lines(scenarios: Mapping[str, Scenario]) -> Iterator[str]:
    """Every scenario, easiest first."""
    width = max(map(len, scenarios), default=0)
    for one in scenarios.values():
        yield f"{one.id:<{width}}  level {one.level}  {one.minutes:>2} min  {one.title}"


def find_scenario(shelf: Shelf, scenario_id: str) -> Scenario:
    """The scenario of that id; raises its file's fault, or `RecordError` with those there are."""
    if scenario_id in shelf.scenarios:
        return shelf.scenarios[scenario_id]
    for fault in shelf.broken:
        if Path(fault.file).stem == scenario_id:
            raise fault
    allowed = f"one of {', '.join(shelf.scenarios)}"
    raise RecordError("scenarios", f"no scenario {scenario_id!r}", allowed)


def asked_for(
    which: Iterable[str], own: Path | None = None
) -> tuple[list[Scenario], list[DataFileError]]:
    """The scenarios of some folders, files and ids, and the faults of files there; else of ours.

    `own` is the folder of the house's own, which stand beside those that ship.
    """
    found: list[Scenario] = []
    broken: list[DataFileError] = []
    for name in which or (str(FOLDER),):
        path = Path(name)
        is_id = not path.is_dir() and not path.suffix
        folder = path if path.is_dir() else path.parent
        if is_id:
            folder = own if own and (own / f"{name}.yaml").is_file() else FOLDER
        shelf = _shelf_of(folder, own)
        if path.is_dir():
            here = list(shelf.scenarios.values())
            broken += shelf.broken
        else:
            here = [find_scenario(shelf, path.stem)]
        found += here
        broken += filter(None, (_untrue(folder, one) for one in here))
    return found, broken


def _shelf_of(folder: Path, own: Path | None) -> Shelf:
    if own is None or folder.resolve() != own.resolve():
        return open_scenarios(folder)
    shelf = open_scenarios(FOLDER, own)
    names = {path.stem for path in scenario_files(own)}
    return Shelf(
        {name: one for name, one in shelf.scenarios.items() if name in names}, shelf.broken
    )


def _untrue(folder: Path, scenario: Scenario) -> DataFileError | None:
    """What it tells that does not hold on every day, or does not add up, with its lines."""
    path = folder / f"{scenario.id}.yaml"
    lines = tuple(
        f"{line_of(path, fault.at)}: {fault.where}: {fault.wrong} - {fault.allowed}"
        for fault in untrue(scenario)
    )
    return DataFileError(str(path), lines) if lines else None


def unproved(scenario: Scenario) -> Iterator[str]:
    """What each form of a scenario does not show: that it is whole, can be won and can be lost."""
    for number, name in enumerate(scenario.form_names):
        form = scenario.form(number)
        where = f"{scenario.id}: form {number} ({name})" if number else scenario.id
        yield from (f"{where}: {text}" for text in (*_misfits(scenario, form), *_unproved(form)))


def _misfits(written: Scenario, form: Scenario) -> Iterator[str]:
    """Where a parallel form disagrees with itself, or is read otherwise than the written one."""
    if form is written:
        return
    whole = faults(form, form.id, form.personas, {form.called_by: form.house})
    for fault in (*whole, *untrue(form)):
        yield f"{fault.where}: {fault.wrong} - {fault.allowed}"
    yield from read_otherwise(written, form, checker_for(form.house).reader)


def _unproved(scenario: Scenario) -> Iterator[str]:
    """What the two scripted calls do not show: the model call wins, the poor call loses."""
    yield from _undecided(scenario)
    won = _played(scenario, scenario.model_call)
    if won.call is None or not (won.call.written or won.call.ending is Ending.GOODBYE):
        yield "model_call: does not end with a goodbye - a call that is won"
    for finding in _not_met(scenario, won):
        where = "" if finding.turn is None else f"turn {turn_number(finding.turn)}: "
        yield f"model_call: {where}{finding.rule}: {finding.message}"
    if not _not_met(scenario, _played(scenario, scenario.poor_call)):
        yield "poor_call: meets every rule - a call that shows what to avoid"


def _undecided(scenario: Scenario) -> Iterator[str]:
    """Where the author holds a call to be right and the rules do not, or the other way round."""
    checker = checker_for(scenario.house)
    for account in scenario.accounts if scenario.dial else ():
        of = scenario.for_account(account)
        if of.dial is None:
            continue
        allowed = may_be_called(checker, of, PLAYED_AT, of.moment(PLAYED_AT))
        dials = DialDecision.DIAL in of.dial.decisions
        if dials and not allowed:
            yield f"dial: the rules find something in a call to {account} now"
        if allowed and set(of.dial.reasons) & set(AGAIN_LATER):
            yield f"dial: the rules find nothing in a call to {account} now"


def _played(scenario: Scenario, scripted: ScriptedCall) -> Record:
    return record(rehearsed(scenario, scripted, PLAYED_AT), scenario)


def _not_met(scenario: Scenario, played: Record) -> tuple[Finding, ...]:
    _, found = read_and_checked(played, checker_for(scenario.house), DEFAULT)
    return tuple(one for one in found.findings if one.standing is Standing.NOT_MET)


def show_lines(scenario: Scenario, now: datetime) -> Iterator[str]:
    """The brief and the account, as somebody reads them who plays it now; then what it teaches."""
    yield from brief_lines(scenario, now)
    yield ""
    yield "What it teaches:"
    yield from bullets(scenario.teaches)


def prompt_lines(scenario: Scenario, turn: int | None) -> Iterator[str]:
    """What a model would be told at one of the collector's turns of the model call."""
    if scenario.with_care:
        wrong = "played with care: no language model speaks in it"
        raise RecordError(f"scenario {scenario.id!r}", wrong, "show it without --prompt")
    cues = tuple(_cues(scenario))
    if turn is not None and not 1 <= turn <= len(cues):
        raise RecordError(f"turn {turn}", "the model call has none such", f"1 to {len(cues)}")
    for message in spoken_to(cues[(turn or len(cues)) - 1]):
        yield f"--- {message.role}"
        yield message.content
        yield ""


def _cues(scenario: Scenario) -> Iterator[Cue]:
    played = rehearsed(scenario, scenario.model_call, PLAYED_AT)
    for seq, event in enumerate(played.events):
        if isinstance(event, Replied) and event.answers is not None:
            call = fold(played.events[:seq]).call
            if call is not None:
                reader = checker_for(scenario.house).reader
                scene = Scene(call, scenario, reader, read_all(call, reader))
                yield Cue(scene, event.move, Spoken(event.text))
