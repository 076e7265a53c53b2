"""The marks in a transcript change no word of it, and show what is firmest."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from compliance_rules import Basis, Finding, Standing, Weight
from debriefs.signs import SIGNS
from debriefs.transcript import marked

TEXT = "If you don't pay by Friday, you will be <arrested>."
_LEAD = re.compile(r'<i role="img" aria-label="[^"]+">.</i>')


def finding(start: int, end: int, standing: Standing = Standing.NOT_MET) -> Finding:
    return Finding(
        rule="some.rule",
        standing=standing,
        weight=Weight.MAJOR,
        basis=Basis.RULE_TEXT,
        turn=0,
        start=start,
        end=end,
        quote=TEXT[start:end],
        citation="A citation",
        message="A message",
        better="Better words",
    )


spans = st.tuples(
    st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.sampled_from(list(Standing))
)


@given(st.lists(spans, max_size=5))
def test_marks_change_no_word(places: list[tuple[int, int, Standing]]) -> None:
    findings = [finding(min(a, b), max(a, b), standing) for a, b, standing in places]
    html = marked(TEXT, enumerate(findings))

    assert unescape(re.sub("<[^>]+>", "", _LEAD.sub("", html))) == TEXT


def test_what_was_said_cannot_be_markup() -> None:
    assert "&lt;arrested&gt;" in marked(TEXT, [])


def test_a_mark_has_sign_word_and_its_finding() -> None:
    html = marked(TEXT, [(3, finding(40, 50, Standing.DEPENDS))])

    assert "◆" in html
    assert 'aria-label="depends:"' in html
    assert 'class="marked depends" href="#finding-3"' in html


def test_where_two_overlap_the_firmer_one_shows() -> None:
    html = marked(TEXT, [(0, finding(0, 50, Standing.REMINDER)), (1, finding(40, 50))])

    assert 'href="#finding-1" tabindex="-1"><i role="img" aria-label="not met:">■' in html
    assert html.index("#finding-0") < html.index("#finding-1")


def test_findings_are_counted_in_words_that_fit() -> None:
    told = [SIGNS[standing].counted(n) for standing in Standing for n in (1, 2)]

    assert told == ["1 not met", "2 not met", "1 depends", "2 depend", "1 reminder", "2 reminders"]
