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
    if one.open:
        due = _("No answer yet; one is due by {day}.").format(day=day(one.due))
        return [*lines, due] if not named else [f"{lines[0]}. {due}"]
    return [*lines, *(f"{what}{answer_line(one, nth)}" for nth in range(len(one.answers)))]


def answer_line(one: Dispute, nth: int) -> str:
    """The answer to a dispute, or what was added to it later."""
    answer = one.answers[nth]
    told = (
        _("added: “{answer}” ({by}, {when})") if nth else _("answered: “{answer}” ({by}, {when})")
    )
    return told.format(answer=answer.text, by=answer.by, when=moment_of(answer.at))


def remark_line(one: Remark) -> str:
    """A comment as it stands beside its turn."""
    return _("{by}: “{text}”").format(by=one.by, text=one.text)


def figure(value: float | None) -> str:
    """A mark within a sentence."""
    return _("no mark") if value is None else f"{value:.0f}"


def moment_of(at: datetime) -> str:
    """Day and time of day."""
    return f"{day(at)}, {clock(at)}"
