"""What people said of a mark or a call, each as one line: who, when, what and why."""

from datetime import datetime

from pages._parts import clock, day
from pages._texts import _
from scoring.judged import WHOLE, Decision
from training.disputes import Dispute
from training.remarks import Remark
from training.verdicts import Verdict


def verdict_line(verdict: Verdict, *, named: bool = False) -> str:
    """A verdict as a sentence: who, when, what of the machine's, and why."""
    ruling = verdict.ruling
    what = f"{verdict.name}: " if named else ""
    match ruling.decision:
        case Decision.ACCEPT if ruling.about == WHOLE:
            done = _("accepted")
        case Decision.ACCEPT:
            done = _("accepted, machine {figure}").format(figure=figure(verdict.machine))
        case Decision.ADJUST:
            done = _("{figure} instead of the machine's {machine}").format(
                figure=figure(ruling.value), machine=figure(verdict.machine)
            )
        case Decision.REJECT:
            done = _("set aside, machine {figure}").format(figure=figure(verdict.machine))
    why = f": “{ruling.reason}”" if ruling.reason else ""
    told = f"{what}{done}{why} ({verdict.by}, {_(verdict.role.label)}, {moment_of(verdict.at)})"
    if verdict.taken_back_at is None:
        return told
    gone = _("taken back at {when}, counts for nothing")
    return f"{told}; {gone.format(when=clock(verdict.taken_back_at))}"


def dispute_lines(one: Dispute, *, named: bool = False) -> list[str]:
    """What was disputed, and the answer once there is one."""
    what = f"{one.name}: " if named else ""
    disputed = _("disputed: “{sentence}” ({by}, {when})").format(
        sentence=one.sentence, by=one.by, when=moment_of(one.at)
    )
    lines = [f"{what}{disputed}"]
    if one.answer is None or one.answered_at is None:
        due = _("No answer yet; one is due by {day}.").format(day=day(one.due))
        return [*lines, due] if not named else [f"{lines[0]}. {due}"]
    answered = _("answered: “{answer}” ({by}, {when})").format(
        answer=one.answer, by=one.answered_by, when=moment_of(one.answered_at)
    )
    return [*lines, f"{what}{answered}"]


def remark_line(one: Remark) -> str:
    """A comment as it stands beside its turn."""
    return _("{by}: “{text}”").format(by=one.by, text=one.text)


def figure(value: float | None) -> str:
    """A mark within a sentence."""
    return _("no mark") if value is None else f"{value:.0f}"


def moment_of(at: datetime) -> str:
    """Day and time of day."""
    return f"{day(at)}, {clock(at)}"
