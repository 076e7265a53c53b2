"""The annotated transcript: every turn, marked where a rule speaks, with what it says beside it.

All of it is plain HTML that needs no script: a finding opens with a click, with Enter on it, or
with a click on the marked words (an address inside the page opens what it lies in).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import pairwise
from typing import NamedTuple

from calls.turn import Channel, Speaker, Turn, turn_number
from compliance_rules import Finding, Met, Rule, Standing
from debriefs.channels import CHANNELS
from debriefs.circumstance_words import asked_for
from debriefs.done_right import done_right
from debriefs.signs import BASES, DONE_RIGHT, SIGNS

SPEAKERS = {
    Speaker.COLLECTOR: "Collector",
    Speaker.CONSUMER: "Consumer",
    Speaker.THIRD_PARTY: "Third party",
}
"""What people are called where nobody has told us their names."""

_TURN = re.compile(r"\b([Tt]urn) (\d+)\b")


@dataclass(frozen=True)
class Annotated:
    """A call with everything that is written beside it; `asides` are lines for one turn each.

    `on_paper` leaves the first finding of each rule open, and no link leads out of the page.
    `again` is the address at which a line of ours is said anew, up to the number of its turn.
    """

    turns: Sequence[Turn]
    names: Mapping[Speaker, str]
    findings: Sequence[Finding] = ()
    met: Sequence[Met] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    asides: Mapping[int, Sequence[str]] = field(default_factory=dict)
    on_paper: bool = False
    again: str = ""

    @cached_property
    def first(self) -> Mapping[str, Finding]:
        """The first finding of each rule."""
        return {finding.rule: finding for finding in reversed(self.findings)}

    @cached_property
    def done_right(self) -> tuple[Met, ...]:
        """What is told as done right."""
        return done_right(self.met, self.findings, self.rules)


def transcript_html(call: Annotated) -> str:
    """What concerns the whole call, then turn by turn, for any page."""
    by_turn: dict[int | None, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(call.findings):
        by_turn.setdefault(finding.turn, []).append((number, finding))
    about = ""
    if overall := by_turn.get(None):
        inner = _findings(overall, call)
        about = f'<div class="overall"><h4>About the whole call</h4>{inner}</div>'
    turns = "".join(_turn(index, call, by_turn.get(index, ())) for index in range(len(call.turns)))
    return f'{about}<ol class="transcript">{turns}</ol>'


def to_turn(turn: int | None) -> str:
    """A link to a turn of the transcript on the same page; what is in no turn is in the wrap-up."""
    if turn is None:
        return "wrap-up"
    number = turn_number(turn)
    return f'<a href="#turn-{number}">turn {number}</a>'


def with_turns_linked(text: str) -> str:
    """Words of a scorer, in which each turn that is named leads to it."""
    return _TURN.sub(r'<a href="#turn-\2">\1 \2</a>', escape(text))


def to_finding(number: int, words: str) -> str:
    """A link that opens a finding."""
    return f'<a href="#finding-{number}">{escape(words)}</a>'


def _turn(index: int, call: Annotated, here: Sequence[tuple[int, Finding]]) -> str:
    turn, number = call.turns[index], turn_number(index)
    side = "mine" if turn.speaker is Speaker.COLLECTOR else "theirs"
    name = escape(call.names[turn.speaker])
    if turn.channel is not Channel.CALL:
        name += f" <small>by {CHANNELS[turn.channel]}</small>"
    beside = _findings(here, call) + _done_right(index, call) + _asides(index, call)
    again = _again(number, call) if turn.speaker is Speaker.COLLECTOR else ""
    return (
        f'<li class="turn {side}" id="turn-{number}"><span class="number">{number}</span>'
        f'<div class="said"><b>{name}</b><p>{marked(turn.text, here)}</p>{again}</div>'
        f'<div class="beside">{beside}</div></li>'
    )


def _again(number: int, call: Annotated) -> str:
    if not call.again:
        return ""
    address = f"{escape(call.again)}{number}"
    return (
        f'<a class="again" href="{address}" target="_self">Try again from here'
        f'<span class="unseen">, turn {number}</span></a>'
    )


def marked(text: str, findings: Iterable[tuple[int, Finding]]) -> str:
    """The text with the words of each finding marked; where two overlap the firmer one shows."""
    spans = sorted(_spans(findings), key=lambda span: list(Standing).index(span.standing))
    cuts = sorted({0, len(text), *(cut for span in spans for cut in (span.start, span.end))})
    pieces: list[str] = []
    shown: set[int] = set()
    for start, end in pairwise(cuts):
        words = escape(text[start:end])
        over = next((s for s in spans if s.start <= start and end <= s.end), None)
        if over is not None:
            words = _mark(words, over, first=over.number not in shown)
            shown.add(over.number)
        pieces.append(words)
    return "".join(pieces)


class _Span(NamedTuple):
    """The words of a finding in the text of its turn."""

    start: int
    end: int
    number: int
    standing: Standing


def _spans(findings: Iterable[tuple[int, Finding]]) -> Iterator[_Span]:
    for number, finding in findings:
        start, end = finding.start, finding.end
        if start is not None and end is not None and start < end:
            yield _Span(start, end, number, finding.standing)


def _mark(words: str, span: _Span, *, first: bool) -> str:
    """Marked words lead to their finding; the keyboard goes straight to the finding itself."""
    sign = SIGNS[span.standing]
    lead = f'<i role="img" aria-label="{sign.word}:">{sign.sign}</i>'
    return (
        f'<a class="marked {sign.ink}" href="#finding-{span.number}" tabindex="-1">'
        f"{lead if first else ''}{words}</a>"
    )


def _findings(findings: Iterable[tuple[int, Finding]], call: Annotated) -> str:
    return "".join(_finding(number, finding, call) for number, finding in findings)


def _finding(number: int, finding: Finding, call: Annotated) -> str:
    sign, rule = SIGNS[finding.standing], call.rules.get(finding.rule)
    title = escape(rule.title if rule else finding.rule)
    first = call.first[finding.rule]
    again = call.on_paper and finding is not first
    explained = f" · explained at {_place(first)}" if again else ""
    return (
        f'<details class="finding {sign.ink}"{" open" if call.on_paper and not again else ""}>'
        f'<summary><span class="sign"><i aria-hidden="true">{sign.sign}</i> '
        f"{sign.word.capitalize()}:</span> {title} "
        f"<small>{finding.weight}{explained}</small></summary>"
        f'<div class="why" id="finding-{number}">{_why(finding, call)}</div></details>'
    )


def _place(finding: Finding) -> str:
    return "the top" if finding.turn is None else f"turn {turn_number(finding.turn)}"


def _why(finding: Finding, call: Annotated) -> str:
    needs = ""
    if finding.needs:
        asked = "".join(f"<li>{escape(asked_for(key))}</li>" for key in finding.needs)
        needs = f"<p><b>Depends on what nobody has told us</b></p><ul>{asked}</ul>"
    facts = (
        ("Law", finding.citation),
        ("Rests on", BASES[finding.basis]),
        ("Weight", finding.weight.value),
    )
    listed = "".join(f"<dt>{term}</dt><dd>{escape(what)}</dd>" for term, what in facts)
    listed += f"<dt>Rule</dt><dd>{_named(finding.rule, call)}</dd>"
    for other in finding.also:
        listed += f"<dt>Also</dt><dd>{escape(other.citation)} ({_named(other.rule, call)})</dd>"
    return (
        f"<p>{escape(finding.message)}</p>{needs}"
        f'<p class="better"><b>Better</b> “{escape(finding.better)}”</p>'
        f'<dl class="facts">{listed}</dl>'
    )


def _named(rule_id: str, call: Annotated) -> str:
    """The handbook's page, in a tab of its own: what is open here stays open."""
    named = escape(rule_id).replace(".", ".<wbr>")
    if call.on_paper:
        return named
    return f'<a href="rules?rule={escape(rule_id)}" target="_blank">{named}</a>'


def _done_right(index: int, call: Annotated) -> str:
    done = [met.rule for met in call.done_right if met.turn == index]
    return "".join(
        f'<p class="aside done-right"><span class="sign"><i aria-hidden="true">{DONE_RIGHT.sign}'
        f"</i> {DONE_RIGHT.word.capitalize()}:</span> {escape(_title(rule, call))}</p>"
        for rule in done
    )


def _title(rule_id: str, call: Annotated) -> str:
    rule = call.rules.get(rule_id)
    return rule.title if rule else rule_id


def _asides(index: int, call: Annotated) -> str:
    return "".join(f'<p class="aside">{escape(line)}</p>' for line in call.asides.get(index, ()))
