"""The debrief as a page and as sheets: everything is in it, and it asks for nothing."""

import re

import pytest

from calls.state import WrapUp
from debriefs import Whole, page_of, pdf_of
from debriefs.lines import lines_of
from debriefs.paper import _shown
from tests.debriefs.made import from_elsewhere, practised

HEADINGS = (
    "What went well",
    "How it was marked",
    "The call, turn by turn",
    "What was on the table",
    "The wrap-up beside the call",
    "What a good call sounded like",
)


def test_the_page_holds_the_debrief_in_the_order_it_is_read() -> None:
    page = page_of(practised())

    places = [page.index(f"<h2>{heading}</h2>") for heading in HEADINGS]
    assert places == sorted(places)
    assert "Now: trust 35, tension 38, engagement 42, shame 60, patience 55 of 100." in page
    assert "On the table: You offer $85.00 every two weeks" in page


def test_the_page_asks_for_nothing_and_every_link_leads_to_a_place_in_it() -> None:
    page = page_of(from_elsewhere())

    assert "default-src 'none'" in page
    assert not re.search(r"<(script|img|link|iframe)|url\(|https?://", page)
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_what_people_said_means_itself() -> None:
    page = page_of(from_elsewhere("collector: <script>alert(1)</script>\nconsumer: <b>What?</b>"))

    assert "<script>" not in page
    assert "&lt;b&gt;What?&lt;/b&gt;" in page


def test_hard_fails_stand_before_what_went_well() -> None:
    for text in (page_of(from_elsewhere()), _words(from_elsewhere())):
        assert text.index("What must change") < text.index("What went well")


def test_the_sheets_hold_what_the_page_holds() -> None:
    words = _words(practised())

    for heading in HEADINGS:
        assert heading in words
    assert "Now: trust 35, tension 38, engagement 42, shame 60, patience 55 of 100." in words
    assert "■" in _words(from_elsewhere())


def test_the_sheets_are_the_same_each_time() -> None:
    assert pdf_of(practised()) == pdf_of(practised())


def test_a_long_note_goes_on_over_pages() -> None:
    short = pdf_of(practised())
    note = "Spoke with Ms. Reyes, £20 & €30, <b>señora Núñez</b>.\n" * 180

    long = pdf_of(practised(wrap_up=WrapUp(notes=note)))

    assert _pages(long) > _pages(short) + 2


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("£20 and €30, señor Łoś", "£20 and €30, señor Łos"),
        ("<b>now</b> & then", "&lt;b&gt;now&lt;/b&gt; &amp; then"),
        ("one\ntwo", "one<br/>two"),
        ("Jiří 🙂", "Jirí ?"),
    ],
)
def test_letters_that_the_font_has_not_are_written_plainly(said: str, shown: str) -> None:
    pdf_of(from_elsewhere())

    assert _shown(said) == shown


def _words(whole: Whole) -> str:
    return "\n".join(f"{one.sign} {one.lead} {one.text}" for one in lines_of(whole))


def _pages(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))
