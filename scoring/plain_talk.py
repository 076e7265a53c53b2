"""Plain talk: turns that can be kept in mind, and words that people use themselves.

How plain a word is, is a list and no formula: the readability formulas (Flesch and others) count
syllables and sentences of long prose, and in a turn of ten words a name or an amount decides them.
The list is that of the plain-language guidelines of the US government and of the back office.
"""

from statistics import mean, median

from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.case import FEWEST_TURNS, SHOWN, Case, evidence_of, quoted
from scoring.marks import Mark, no_mark

NOTICES = ("collector_disclosure", "recording_notice", "recap")
"""What must be said in full: it counts neither as long nor as talking much."""
WORDED_FOR_US = ("collector_disclosure", "recording_notice")
"""Notices whose words are not the collector's own."""
PLAIN_TURN_WORDS = 40
"""Words that a listener keeps in mind at a time; from here on a turn loses by each word."""
TWICE = 2 * PLAIN_TURN_WORDS
OFTEN = 0.25
"""Where one turn in so many has such a word, the talk is none of everyday."""
PLAINER = {
    "pay": "pay or payment",
    "late": "late or behind",
    "about": "about",
    "under": "under, because of or if",
    "begin": "start or end",
    "before": "before or after",
    "use": "use, help, try or get",
    "tell": "tell, ask or find out",
    "instead": "instead, despite or this",
    "debt": "what you owe, or what was done with it",
    "live": "where you live or work",
    "office": "it in the words of somebody who never worked in an office like ours",
}
"""The everyday words for each kind of hard word."""


def plain_turns(case: Case) -> Mark:
    """How much of the talk comes in turns that a listener can keep in mind."""
    spoken = [r for r in case.collector if not _is_notice(r)]
    if not spoken:
        return no_mark("plain turns", "nothing said besides notices")
    long = [r for r in spoken if r.words > PLAIN_TURN_WORDS]
    longest = max(spoken, key=lambda r: r.words)
    value = 100 * mean(_kept_in_mind(r.words) for r in spoken)
    return Mark(
        name="plain turns",
        value=round(value, 1),
        reason=f"{len(long)} of {len(spoken)} turns ran past {PLAIN_TURN_WORDS} words "
        f"(median {median(r.words for r in spoken):.0f})"
        if long
        else f"your longest turn has {longest.words} words",
        evidence=case.evidence(*(r.index for r in (long or [longest])[:SHOWN])),
        advice=f"Split turn {turn_number(long[0].index)}: {long[0].words} words at a time are many."
        if long
        else "",
    )


def _is_notice(turn: Reading) -> bool:
    """Whether it has to be said in full; what sums nothing up is only called a recap."""
    sums_up = turn.has("recap") and bool(turn.money or turn.dates or turn.schedules)
    return sums_up or turn.has(*WORDED_FOR_US)


def _kept_in_mind(words: int) -> float:
    """1 up to the limit, 0 at twice as much: one filler more moves next to nothing."""
    return min(1.0, max(0.0, (TWICE - words) / PLAIN_TURN_WORDS))


def plain_words(case: Case) -> Mark:
    """How many turns are free of words that people read in letters and never say."""
    spoken = [r for r in case.collector if not r.has(*WORDED_FOR_US)]
    if not spoken:
        return no_mark("plain words", "nothing said besides notices")
    hard = [next(r.all("hard_word")) for r in spoken if r.has("hard_word")]
    share = len(hard) / len(spoken)
    if hard:
        return Mark(
            name="plain words",
            value=round(100 * max(0.0, 1 - share / OFTEN), 1),
            reason=f"{len(hard)} of {len(spoken)} turns have words that belong in letters",
            evidence=evidence_of(iter(hard[:SHOWN])),
            advice=_plainer(hard[0]),
        )
    longest = max(spoken, key=lambda r: r.words)
    return Mark(
        name="plain words",
        value=100.0,
        reason="you used words that people use themselves",
        evidence=case.evidence(longest.index),
    )


def in_order(case: Case) -> Mark:
    """How many turns keep the thread: one that corrects itself once is human, a muddle is none."""
    spoken = [r for r in case.collector if r.has("muddles")]
    share = len(spoken) / max(1, len(case.collector))
    if len(case.collector) < FEWEST_TURNS:
        return no_mark("in order", "too little said to lose the thread")
    shown = spoken or sorted(case.collector, key=lambda r: -r.words)
    lost = next((s for r in spoken for s in r.all("muddles") if s.asserted), None)
    return Mark(
        name="in order",
        value=round(100 * max(0.0, 1 - share / OFTEN), 1),
        reason=f"{len(spoken)} of {len(case.collector)} turns lose the thread or are not sure"
        if spoken
        else "you kept the thread",
        evidence=case.evidence(*(r.index for r in shown[:SHOWN])),
        advice=f'Turn {turn_number(lost.turn)}, "{quoted(lost.text)}": look it up first, and then '
        "say one thing after the other."
        if lost
        else "",
    )


def _plainer(hard: Signal) -> str:
    said, plainer = hard.text, PLAINER[hard.kind]
    return f'Turn {turn_number(hard.turn)}: for "{said}", say {plainer}.'
