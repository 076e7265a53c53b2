"""What has no place in a note: opinions, health details, other people's names, secrets."""

from collections.abc import Iterator

from language.noting import NoteReading, Passage, forbidden
from language.wording import Wording, words_said
from scoring.accuracy.items import Fault, Item, faulty
from scoring.case import Case, quoted
from scoring.marks import Evidence

_TOLD = {
    "opinion": "a judgement about the person: write what they said or did",
    "health_detail": "a health detail that nobody needs: write what it means for paying",
    "third_party": "the name of somebody else: write who they are, such as the sister",
    "secret": "a full number or a secret that must never stand in a note",
}
PARTS = {
    "opinion": "opinion",
    "health_detail": "health",
    "third_party": "another's name",
    "secret": "secret",
}
"""What each kind of passage is called in the wrap-up beside the truth."""


def passages(case: Case, note: NoteReading) -> tuple[Passage, ...]:
    """The words of the note that should not be there; what this call asks for is none of them."""
    needed = _needed(case)
    found = forbidden(note, _other_names(case) - needed)
    return tuple(one for one in found if not _is_needed(note, one, needed))


def _is_needed(note: NoteReading, one: Passage, needed: frozenset[str]) -> bool:
    if one.kind in ("opinion", "secret"):
        return False
    return bool(needed & set(note.words(one).words))


def _needed(case: Case) -> frozenset[str]:
    """Words that an acceptable end wants in the note, such as who acts for an estate."""
    if case.scenario is None:
        return frozenset()
    wanted = (one.words for end in case.scenario.end_states for one in end.note)
    return frozenset(word for words in wanted for phrase in words for word in phrase.split())


def _other_names(case: Case) -> frozenset[str]:
    """First and last names of those who are not the consumer and may pick up."""
    scenario = case.scenario
    if scenario is None:
        return frozenset()
    own = set(scenario.consumer_name.lower().split())
    people = (scenario.person(one.id) for one in scenario.answered_by if one.is_person)
    names = {word for one in people for word in one.name.lower().split()}
    return frozenset(word for word in names - own if len(word) > 2)


def forbidden_items(case: Case, note: NoteReading, found: tuple[Passage, ...]) -> Iterator[Item]:
    """One item for each passage, with the turn in which it was said."""
    once = {(one.kind, note.words(one).said): one for one in reversed(found)}
    for one in sorted(once.values(), key=lambda passage: passage.start):
        words = note.written(one.start, one.end)
        secret = one.kind == "secret"
        yield faulty(
            PARTS[one.kind],
            Fault.FORBIDDEN,
            _TOLD[one.kind],
            written="(not repeated here)" if secret else quoted(words),
            proof=() if secret else _where_said(case, note.words(one)),
            unproved="the note itself shows it"
            if secret
            else "nobody said it on the call: these are your own words",
        )


def _where_said(case: Case, words: Wording) -> tuple[Evidence, ...]:
    said = (r.index for r in case.other_side if words.said in words_said(r).said)
    return case.evidence(*list(said)[:1])
