"""The interview guide as lines of plain words, for the page and for paper."""

from collections.abc import Iterator

from calls.turn import Speaker
from debriefs.lines import Kind, Line
from training.assessments.interviewing import Guide, Moment, OfDuty, Question

_ABOUT = (
    "Ask the questions in this order, everybody whom you interview; follow up freely. Write down "
    "what you hear before you look at what to listen for. The last question of each duty is the "
    "same for every candidate; the others come from this candidate's own calls."
)
_RESTS_ON = (
    "What was seen is what two people agreed on, without knowing the name, or what an assessor "
    "confirmed at its turn. A call is a small sample of anybody's work: ask to learn more, not to "
    "have it confirmed."
)


def title_of(guide: Guide) -> str:
    """What the guide is called; by the alias two of one name are told apart."""
    return f"Interview guide: {guide.name}, {guide.alias}"


def lines_of_guide(guide: Guide) -> Iterator[Line]:
    """The whole guide, duty by duty, with room for notes."""
    yield Line(Kind.TITLE, title_of(guide))
    yield Line(Kind.VERDICT, guide.job)
    yield Line(Kind.TEXT, _ABOUT)
    yield Line(Kind.QUIET, _RESTS_ON)
    for one in guide.duties:
        yield from _duty(one)


def _duty(one: OfDuty) -> Iterator[Line]:
    yield Line(Kind.HEADING, one.duty.dimension.label)
    yield Line(Kind.TEXT, one.duty.duty, "Duty:")
    for number, question in enumerate(one.questions, start=1):
        yield from _question(number, question)
    yield Line(Kind.TOPIC, "What to listen for")
    for level, means in one.listen_for:
        yield Line(Kind.UNDER, means, f"Level {level}:")
    yield Line(Kind.NOTES, "Level from 1 to 5, and why")


def _question(number: int, question: Question) -> Iterator[Line]:
    if question.moment is None:
        yield Line(Kind.TOPIC, f"{number}. {question.asks}")
    else:
        yield Line(Kind.TOPIC, f"{number}. From the call “{question.moment.call}”")
        yield from _moment(question.moment)
        yield Line(Kind.TOPIC, f"Ask: {question.asks}")
    if question.better:
        yield Line(Kind.QUIET, f"“{question.better}”", "One way to say it:")
    yield Line(Kind.NOTES, "")


def _moment(moment: Moment) -> Iterator[Line]:
    for one in moment.turns:
        who = {Speaker.COLLECTOR: "Candidate", Speaker.CONSUMER: moment.to_whom}
        named = who.get(one.speaker, "somebody else")
        yield Line(Kind.UNDER, f"“{one.words}”", f"Turn {one.number}, {named}:")
    if moment.note:
        yield Line(Kind.UNDER, f"“{moment.note}”", "The note they left:")
    if moment.not_met:
        yield Line(Kind.UNDER, moment.not_met, "Not met:")
    yield Line(Kind.UNDER, moment.seen, "Seen:")
