"""A check to be taken along: one page that needs no network, and a table of all findings."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from audit.check import frame_of_checked
from audit.results import csv_of
from audit.tables import tables
from compliance_rules import CheckResult, Pack
from debriefs.channels import CHANNELS
from debriefs.circumstance_words import told
from debriefs.page import standing_alone
from debriefs.transcript import SPEAKERS, Annotated, transcript_html
from importers import Imported
from pages._checking import Terms
from pages._found import counted, grouped, rests_on
from pages._parts import day


def findings_csv(calls: Sequence[Imported], results: Sequence[CheckResult]) -> bytes:
    """One row a finding, with the columns of an audit's table."""
    pairs = zip(calls, results, strict=False)
    return csv_of(tables(frame_of_checked(pairs)).findings)


def page_of(
    imported: Imported, result: CheckResult, terms: Terms, off: Sequence[Pack], today: date
) -> str:
    """The call with its findings, to be read on a screen without a network, and on paper."""
    rules = terms.checker.by_id
    call = Annotated(
        turns=imported.call.turns,
        names=SPEAKERS,
        findings=result.findings,
        met=result.met,
        rules=rules,
        on_paper=True,
    )
    heading = f"Check of {imported.call.id}"
    facts = "".join(
        f"<dt>{escape(term)}</dt><dd>{escape(what)}</dd>"
        for term, what in _facts(imported, result, terms, today)
    )
    body = (
        f'<h1>{escape(heading)}</h1><dl class="facts">{facts}</dl>'
        "<p>A finding says where words and known facts do not meet a rule as it is written. It "
        "never says that a law was broken, and is no legal advice.</p>"
        f"<h2>Found: {counted(result) or 'nothing that the rules ask about'}</h2>"
        f"{grouped(result, rules)}<h2>What this rests on</h2>{rests_on(result, off)}"
        f"<h2>The call, turn by turn</h2>{transcript_html(call)}"
    )
    return standing_alone(heading, body)


def _facts(
    imported: Imported, result: CheckResult, terms: Terms, today: date
) -> Iterator[tuple[str, str]]:
    call = imported.call
    yield "File", imported.file
    if call.began_at:
        yield "Began", f"{day(call.began_at, weekday=True)}, {call.began_at:%H:%M}"
    if imported.collector:
        yield "Collector", imported.collector
    media = dict.fromkeys(CHANNELS[turn.channel] for turn in call.turns)
    yield "Turns", f"{len(call.turns)} ({', '.join(media)})"
    yield "Known", "; ".join(told(terms.known)) or "nothing told of the circumstances"
    off = {one.pack for one in result.packs_off if one.law is None}
    asked = (pack for pack in terms.checker.packs if pack.about.id not in off)
    yield "Packs asked", ", ".join(map(_pack, asked)) or "none"
    yield "Checked", f"{day(today)}, with the rules as of {terms.checker.fingerprint}"


def _pack(pack: Pack) -> str:
    return f"{pack.about.title} {pack.about.version} ({pack.about.status})"
