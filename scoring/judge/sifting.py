"""What of an answer may be shown: remarks that quote, and better lines that the rules let pass."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from calls.record import Contact, Record
from calls.turn import Transcript, turn_number
from compliance_rules.assumptions import DEFAULT
from compliance_rules.checker import Checker
from compliance_rules.finding import CheckResult, Standing
from language.names import words_of
from language.wording import straight, wording_of
from scoring.contacts import read_and_checked
from scoring.judge.opinion import Dropped, Remark
from scoring.judge.sent import Sent
from scoring.judge.shapes import Said

_LONGEST = 400
"""Letters; who says more makes a speech."""
_FEWEST_WORDS = 2
"""A quote of one word is found in any turn, and shows nothing."""
_LAW = words_of(
    """law laws lawful lawfully unlawful unlawfully legal legally illegal illegally violation
    violations violate violates violated violating fdcpa fcra tcpa udaap liable sued"""
)


def quoting(remarks: Iterable[Said], call: Sent) -> tuple[tuple[Remark, ...], Dropped]:
    """The remarks whose quote is in the collector's turn that they name."""
    kept: list[Remark] = []
    dropped = Dropped()
    for said in remarks:
        turn = said.turn - turn_number(0)
        quote, words = _one_line(said.quote).strip('"“”'), call.by_collector(turn)
        if words is None or not _shows(quote, words):
            dropped += Dropped(not_verbatim=1)
        elif not _usable(said.says):
            dropped += Dropped(unusable=1)
        else:
            says, better = _one_line(said.says), _one_line(said.better).strip('"“”')
            kept.append(Remark(turn=turn, quote=quote, says=says, better=better))
    return tuple(kept), dropped


@dataclass(frozen=True)
class Rules:
    """The rules on one call as it was held, to be asked about lines that were not said in it."""

    record: Record
    checker: Checker
    before: CheckResult

    def sift(self, remarks: Iterable[Remark]) -> tuple[tuple[Remark, ...], Dropped]:
        """The same remarks, without better lines that nobody should be shown."""
        kept: list[Remark] = []
        dropped = Dropped()
        for remark in remarks:
            if remark.better and not (_usable(remark.better) and self._let_pass(remark)):
                dropped += Dropped(better=1)
                kept.append(remark.model_copy(update={"better": ""}))
            else:
                kept.append(remark)
        return tuple(kept), dropped

    def _let_pass(self, remark: Remark) -> bool:
        """Whether nothing is not met at the turn, or newly not met elsewhere, with the line in it.

        A finding of the circumstances of a turn drops the line too: in doubt nothing is shown.
        """
        held = {(one.rule, one.turn) for one in self.before.findings if _is_not_met(one.standing)}
        said = _with(self.record, remark.turn, remark.better)
        _, after = read_and_checked(said, self.checker, DEFAULT)
        return not any(
            _is_not_met(one.standing)
            and (one.turn == remark.turn or (one.rule, one.turn) not in held)
            for one in after.findings
        )


def _one_line(words: str) -> str:
    return " ".join(straight(words).split())


def _shows(quote: str, words: str) -> bool:
    """Whether the quote is in the words, and long enough to point at anything."""
    return quote in words and (len(quote.split()) >= _FEWEST_WORDS or (quote == words != ""))


def _usable(words: str) -> bool:
    return 0 < len(_one_line(words)) <= _LONGEST and _LAW.isdisjoint(wording_of(words).words)


def _is_not_met(standing: Standing) -> bool:
    return standing is Standing.NOT_MET


def _with(record: Record, turn: int, line: str) -> Record:
    """The record as if the line had been said at the turn."""
    contacts: list[Contact] = []
    start = 0
    for contact in record.contacts:
        said = _instead(contact.transcript, turn - start, line)
        contacts.append(replace(contact, transcript=said))
        start += len(contact.transcript.turns)
    whole = _instead(record.transcript, turn, line)
    return replace(record, transcript=whole, contacts=tuple(contacts))


def _instead(transcript: Transcript, turn: int, line: str) -> Transcript:
    turns = tuple(
        one.model_copy(update={"text": line}) if n == turn else one
        for n, one in enumerate(transcript.turns)
    )
    return transcript.model_copy(update={"turns": turns})
