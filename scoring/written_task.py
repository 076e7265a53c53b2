"""The written message of a work sample as a piece of writing: its spelling, and its tone.

Only there: on a call, in a text and in practice nobody's spelling is marked, for the same acts in
other letters are the same acts.
"""

from collections.abc import Iterator

from calls.turn import turn_number
from language.reading import Reading
from language.slips import is_english, shouted, slips_in, words_in
from scoring.case import SHOWN, Case, evidence_of
from scoring.heard import PAST_THEM
from scoring.marks import Evidence, Mark, no_mark
from scoring.plain_talk import PLAINER

SPELLING, TONE = "spelling", "tone"
FEWEST_WORDS = 8
"""Fewer words are no piece of writing."""
COST_IN_A_HUNDRED, COUNTED_AS = 10.0, 50
"""What one slip in a hundred words costs; a shorter message counts as one of so many words."""
PRESSES, SHOUTS, JARGON = 30.0, 10.0, 10.0
"""What a word of blame or pressure, one in capitals and one of the back office cost the tone."""


def task_marks(case: Case) -> Iterator[tuple[Mark, float]]:
    """Both marks with their weights; none where no such message was written."""
    written = next((r for r in case.collector if r.index == case.record.task), None)
    if written is None:
        return
    known = words_in(case.scenario.model_dump_json()) if case.scenario else frozenset[str]()
    yield _spelling(written, known), 0.5
    yield _tone(case, written, known), 1.0


def _spelling(written: Reading, known: frozenset[str]) -> Mark:
    if written.words < FEWEST_WORDS:
        return no_mark(SPELLING, "too few words were written to tell")
    if not is_english(written):
        return no_mark(SPELLING, "it may be in another language than English")
    slips = slips_in(written, known)
    rate = 100 * len(slips) / max(written.words, COUNTED_AS)
    first = slips[0] if slips else None
    turn = turn_number(written.index)
    return Mark(
        name=SPELLING,
        value=round(max(0.0, 100 - COST_IN_A_HUNDRED * rate), 1),
        reason=f"words that are misspelled: {len(slips)} of {written.words}"
        if slips
        else f"no misspelled word was seen in {written.words}",
        evidence=tuple(Evidence(turn=written.index, quote=one.around) for one in slips[:SHOWN])
        or (Evidence(turn=written.index, quote=f"{written.words} words"),),
        advice=f'Turn {turn}: look at "{first.word}" (perhaps "{first.meant}"), and read it once '
        "more before it goes."
        if first
        else "",
    )


def _tone(case: Case, written: Reading, known: frozenset[str]) -> Mark:
    """What presses or blames, what shouts, and what only the back office understands."""
    pressing = [s for s in written.signals if s.name in PAST_THEM and s.asserted]
    hard = [s for s in written.signals if s.name == "hard_word" and s.asserted]
    loud = shouted(written, known)
    cost = PRESSES * len(pressing) + SHOUTS * len(loud) + JARGON * len(hard)
    counted = (
        ("that blame or press", len(pressing)),
        ("in capitals", len(loud)),
        ("of the back office", len(hard)),
    )
    told = ", ".join(f"{count} {what}" for what, count in counted if count)
    seen = (
        *evidence_of(iter((*pressing, *hard))),
        *(Evidence(turn=written.index, quote=word) for word in loud),
    )
    shown = seen[:SHOWN] or case.evidence(written.index)
    kind = hard[0].kind if hard and not pressing else ""
    return Mark(
        name=TONE,
        value=max(0.0, 100 - cost),
        reason=f"words: {told}" if told else "calm and plain words throughout",
        evidence=shown,
        advice=_calmer(written, shown[0].quote, kind) if told else "",
    )


def _calmer(written: Reading, quote: str, hard: str) -> str:
    where = f'Turn {turn_number(written.index)}, "{quote}":'
    if hard:
        return f"{where} say {PLAINER[hard]}."
    return f"{where} say what they can do next, in small letters and without a reproach."
