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
from debriefs.transcript import Annotated, transcript_html
from importers import Imported
from pages._checking import Terms
from pages._found import counted, grouped, rests_on
from pages._parts import day
from pages._texts import _
from pages._words import NAMES


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
        names=NAMES,
        findings=result.findings,
        met=result.met,
        rules=rules,
        on_paper=True,
    )
    heading = _("Check of {id}").format(id=imported.call.id)
    facts = "".join(
        f"<dt>{escape(term)}</dt><dd>{escape(what)}</dd>"
        for term, what in _facts(imported, result, terms, today)
    )
    says = _(
        "A finding says where words and known facts do not meet a rule as it is written. It never "
        "says that a law was broken, and is no legal advice."
    )
    found = _("Found: {found}").format(
        found=counted(result) or _("nothing that the rules ask about")
    )
    body = (
        f'<h1>{escape(heading)}</h1><dl class="facts">{facts}</dl>'
        f"<p>{says}</p><h2>{found}</h2>{grouped(result, rules)}"
        f"<h2>{_('What this rests on')}</h2>{rests_on(result, off)}"
        f"<h2>{_('The call, turn by turn')}</h2>{transcript_html(call)}"
    )
    return standing_alone(heading, body)


def _facts(
    imported: Imported, result: CheckResult, terms: Terms, today: date
) -> Iterator[tuple[str, str]]:
    call = imported.call
    yield _("File"), imported.file
    if call.began_at:
        yield _("Began"), f"{day(call.began_at, weekday=True)}, {call.began_at:%H:%M}"
    if imported.collector:
        yield _("Collector"), imported.collector
    media = dict.fromkeys(_(CHANNELS[turn.channel]) for turn in call.turns)
    yield _("Turns"), f"{len(call.turns)} ({', '.join(media)})"
    yield _("Known"), "; ".join(told(terms.known)) or _("nothing told of the circumstances")
    off = {one.pack for one in result.packs_off if one.law is None}
    asked = (pack for pack in terms.checker.packs if pack.about.id not in off)
    yield _("Packs asked"), ", ".join(map(_pack, asked)) or _("none")
    yield (
        _("Checked"),
        _("{day}, with the rules as of {fingerprint}").format(
            day=day(today), fingerprint=terms.checker.fingerprint
        ),
    )


def _pack(pack: Pack) -> str:
    return f"{pack.about.title} {pack.about.version} ({_(pack.about.status)})"
