"""`cohort`: what a table would make, cohorts, and paths, as lines; and steps as they are typed."""

import re
from collections.abc import Iterable, Iterator

from training.cohorts import Cohort
from training.enrolling import Enrolment
from training.errors import TrainingError
from training.paths import GivenPath, Path, PathStep, StepKind

_STEP = re.compile(r"(call|drill):(\S+)@(\d+)|gate:(\d+)x(\d+)@(\d+)", re.ASCII)
ALLOWED = "call:SCENARIO@DAYS, drill:WHAT@DAYS or gate:CALLSxLEVEL@DAYS"


def parse_step(text: str) -> PathStep:
    """A step as it is typed, such as `call:forgetful_payer@3` or `gate:3x2@14`."""
    found = _STEP.fullmatch(text)
    if found is None:
        raise TrainingError("step", f"got {text!r}", ALLOWED)
    kind, what, days, calls, level, gate_days = found.groups()
    try:
        if kind is not None:
            return PathStep(kind=StepKind(kind), what=what, days=int(days))
        return PathStep(kind=StepKind.GATE, calls=int(calls), level=int(level), days=int(gate_days))
    except ValueError as error:
        raise TrainingError("step", f"got {text!r}", ALLOWED) from error


def render_step(step: PathStep) -> str:
    """The same the other way."""
    if step.kind is StepKind.GATE:
        return f"gate:{step.calls}x{step.level}@{step.days}"
    return f"{step.kind}:{step.what}@{step.days}"


def enrolment_lines(seen: Enrolment) -> Iterator[str]:
    """What would be made of a table: what is wrong with the whole, then line by line."""
    yield from seen.faults
    for new in seen.new_reviewers:
        before = new.before or "nobody in particular"
        yield f"{new.cohort} will be reviewed by {new.after} instead of {before}"
    for one in seen.rows:
        reviewer = f" (reviewed by {one.reviewer})" if one.reviewer else ""
        fault = f": {one.fault}" if one.fault else ""
        yield f"line {one.number}: {one.name} into {one.cohort}{reviewer}: {one.status}{fault}"


def cohort_lines(known: Iterable[Cohort], given: Iterable[GivenPath]) -> Iterator[str]:
    """One line each; under it its paths and who is in it."""
    every = list(given)
    for one in known:
        reviewer = f" (reviewed by {one.reviewer})" if one.reviewer else ""
        yield f"{one.name}{reviewer}: {', '.join(m.name for m in one.members) or 'nobody'}"
        for path in every:
            if path.cohort_id == one.id:
                yield f"  {path.path.name} since {path.starts}"


def path_lines(known: Iterable[Path]) -> Iterator[str]:
    """One line each: the name and the steps as they are typed."""
    for one in known:
        yield f"{one.name}: {' '.join(map(render_step, one.steps))}"
