"""What they told and what we promised, and whether the note holds it for whoever goes on."""

from datetime import date

from language.noting import NoteReading
from language.reading import Reading
from language.wording import words_said
from scoring.accuracy.due import SAYS_LITTLE
from scoring.case import SHOWN, Case
from scoring.grounds import entry
from scoring.heard import TRADE
from scoring.marks import Evidence, Mark, no_mark
from scoring.of_this_call import our_turn
from simulator.facts import Topic

NAME, PROMISED = "what they told", "what you promised"
_PROMISES = (
    "next_step",
    "honour_stop",
    "honour_dispute",
    "offers_writing",
    "offers_check",
    "promise_hardship_help",
    "takes_complaint",
    "safe_channel",
)
"""What we say that we do, or do no more, after the call."""
ENOUGH = 0.75
"""So much of it is enough: a note is no transcript."""
_SEVERAL = 2
"""So many words of theirs take a turn up; where it names a figure, one word alone does not."""
_NOT_NEEDED = {Topic.FEAR, Topic.HEALTH, Topic.FAMILY}
"""What somebody feels, suffers or lives with is theirs: nobody is asked to write it down."""
_STILL_THERE = {Topic.METHOD, Topic.ADDRESS}
"""What stands in an entry of its own."""


def told_mark(case: Case, note: NoteReading | None) -> Mark:
    """The things they told that the next one would have to ask again, and those the note holds."""
    where = _told_where(case)
    if not where:
        return no_mark(NAME, "they told nothing that has to be kept")
    held = [turn for turn in where if note is not None and _holds(note, case.readings[turn])]
    missing = [turn for turn in where if turn not in held]
    share = len(held) / len(where)
    return Mark(
        name=NAME,
        value=round(100 * min(1.0, share / ENOUGH), 1),
        reason=f"{len(held)} of {len(where)} things that they told are in the note",
        evidence=(entry("note", _in_short(case)), *_turns(case, missing or held)),
        advice=_keep(case, missing[0]) if share < ENOUGH else "",
    )


def promised_mark(case: Case, note: NoteReading | None) -> Mark:
    """What we said we would do or leave, and whether the note holds it."""
    where = [r.index for r in case.collector if _promises(r)]
    if not where:
        return no_mark(PROMISED, "nothing was promised that somebody has to do")
    held = [turn for turn in where if note is not None and _holds(note, case.readings[turn])]
    missing = [turn for turn in where if turn not in held]
    return Mark(
        name=PROMISED,
        value=round(100 * len(held) / len(where), 1),
        reason=f"{len(held)} of {len(where)} things that you promised are in the note",
        evidence=(entry("note", _in_short(case)), *_turns(case, missing or held)),
        advice=f"You said {our_turn(case, missing[0])}: write it down, so that it is done."
        if missing
        else "",
    )


def _promises(ours: Reading) -> bool:
    """Whether it says so: who asks what somebody could manage has promised nothing."""
    return any(s.asserted and not s.question for name in _PROMISES for s in ours.all(name))


def _told_where(case: Case) -> list[int]:
    """The turns in which they told what matters for going on, each once."""
    scenario, call = case.scenario, case.record.call
    if scenario is None or call is None:
        return []
    person = scenario.person(call.who) if call.who else None
    facts = person.facts if person else ()
    kept = {f.id for f in facts if f.topic not in _NOT_NEEDED | _STILL_THERE}
    return sorted(turn for turn, told in case.facts_told.items() if kept & told)


def _holds(note: NoteReading, theirs: Reading) -> bool:
    """Whether the note shares a figure, a day or a word of its own with that turn."""
    read = note.reading
    words = (theirs.content & read.content) - SAYS_LITTLE - TRADE
    if len(words) >= _SEVERAL:
        return True
    sums = {m.amount for m in theirs.money if m.amount} & {m.amount for m in read.money}
    days = {*days_of(theirs)} & {d.day for d in read.dates}
    figures = {w for w in words_said(theirs).words if any(map(str.isdigit, w))}
    named = theirs.money or days_of(theirs) or figures
    return bool(sums or days or figures & set(words_said(read).words) or (words and not named))


def days_of(theirs: Reading) -> list[date]:
    """The days that they named."""
    return [one.day for one in theirs.dates if one.day]


def _in_short(case: Case) -> str:
    return case.record.wrap_up.notes if case.record.wrap_up else ""


def _turns(case: Case, turns: list[int]) -> tuple[Evidence, ...]:
    return case.evidence(*turns[:SHOWN])


def _keep(case: Case, turn: int) -> str:
    (said,) = case.evidence(turn)
    return f'They said "{said.quote}": write it down, so that nobody has to ask again.'
