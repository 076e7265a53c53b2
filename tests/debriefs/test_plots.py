"""The plots of a debrief that is printed or sent: what they show can be read without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from reportlab.graphics.renderPDF import GraphicsFlowable

from debriefs import Whole, page_of
from debriefs.axes import ticks_to
from debriefs.drawing import Box, Dot, Drawing, Ink, Shape, Stroke, Words
from debriefs.lines import Kind, lines_of
from debriefs.paper_plots import on_paper
from debriefs.plots import (
    CARRIES,
    NARROW,
    WIDE,
    moods_told,
    plots_of_moods,
    plots_of_offers,
    set_apart,
)
from scoring.negotiation import Bargaining
from tests.debriefs.made import from_elsewhere, practised


@cache
def _call() -> Whole:
    return practised()


def _of(drawing: Drawing, kind: type[Any]) -> list[Any]:
    return [part for part in drawing.parts if isinstance(part, kind)]


def _words(drawing: Drawing) -> list[str]:
    return [one.text for one in _of(drawing, Words)]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_offers_stand_at_their_turn_and_height_on_what_was_possible(width: float) -> None:
    (plot,) = plots_of_offers(_call(), width)

    band = next(iter(_of(plot, Box)))
    you, they = (
        next(dot for dot in _of(plot, Dot) if dot.shape is shape)
        for shape in (Shape.CIRCLE, Shape.SQUARE)
    )
    assert they.x < you.x
    assert you.y < they.y
    # $85 every two weeks is the most that they can keep up, so it stands on the edge of the band.
    assert you.y == pytest.approx(band.y, abs=0.5)
    assert band.y < they.y < band.y + band.height


def test_where_it_ended_has_a_ring_a_line_and_a_word() -> None:
    (plot,) = plots_of_offers(_call())

    (ring,) = [dot for dot in _of(plot, Dot) if dot.shape is Shape.RING]
    upright = (line for line in _of(plot, Stroke) if len({x for x, _ in line.points}) == 1)
    assert [line for line in upright if line.points[0][0] > ring.x]  # the yes came after the offer
    assert "agreed: $184.17" in _words(plot)
    assert "possible: $40.00 to $184.17" in _words(plot)


def test_without_colour_sides_differ_in_shape_and_moods_in_dashes() -> None:
    (offers,) = plots_of_offers(_call())
    first, rest = plots_of_moods(_call())

    assert {dot.shape for dot in _of(offers, Dot)} == set(Shape)
    assert {"you", "they"} < set(_words(offers))
    for plot, names in ((first, 2), (rest, 3)):
        lines = [line for line in _of(plot, Stroke) if len(line.points) > 2]
        assert len({line.dash for line in lines}) == len(lines) == names
    assert {"trust", "tension", "agreed"} < set(_words(first))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_all_plots_share_their_turns_and_stay_in_their_frame(width: float) -> None:
    plots = [*plots_of_offers(_call(), width), *plots_of_moods(_call(), width)]

    ends = {max(x for line in _of(one, Stroke) for x, _ in line.points) for one in plots}
    assert len(ends) == 1
    for one in plots:
        points = [point for line in _of(one, Stroke) for point in line.points]
        assert all(0 <= x <= one.width and 0 <= y <= one.height for x, y in points)


def test_moods_are_told_with_the_turns_of_their_extremes() -> None:
    moods = list(_call().moods.values())
    calm, upset = moods[0], moods[0].model_copy(update={"tension": 90})

    told = moods_told({1: calm, 3: upset, 5: calm}, CARRIES)

    assert f"tension began at {calm.tension} and ended at {calm.tension}" in told
    assert "highest in turn 3 (90)" in told
    assert "lowest" not in told


def test_a_call_from_elsewhere_has_no_moods_and_one_offer_is_no_plot() -> None:
    call = from_elsewhere()

    assert not list(plots_of_moods(call))
    assert not list(plots_of_offers(call))
    assert not list(plots_of_offers(replace(call, bargaining=Bargaining())))
    assert Kind.DRAWING not in {line.kind for line in lines_of(call)}
    assert "<svg" not in page_of(call)


def test_the_page_and_the_sheets_hold_the_same_drawings_with_their_words() -> None:
    page = page_of(_call())
    drawn = [line for line in lines_of(_call()) if line.kind is Kind.DRAWING]

    assert len(drawn) == page.count('<figure class="plot">') == 3
    assert page.count("<svg") == 6
    for line in drawn:
        assert line.drawing is not None
        assert f"<figcaption>{line.text}</figcaption>" in page
        assert f'aria-label="{line.drawing.name}"' in page
    drawings = "".join(re.findall(r"<svg.*?</svg>", page))
    assert set(re.findall(r'class="(?:line|fill) (\w+)"', drawings)) <= set(Ink)
    assert all(f".plot .{ink} {{" in page for ink in Ink)


def test_on_paper_a_drawing_is_as_wide_as_the_text_and_holds_its_parts() -> None:
    (plot,) = plots_of_offers(_call())

    flowing: GraphicsFlowable = on_paper(plot, 340, "Helvetica")

    assert (flowing.width, flowing.height) == (340, plot.height / 2)
    assert len(flowing.drawing.contents[0].contents) == len(plot.parts)


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (184.17, (0, 50, 100, 150, 200)),
        (3400, (0, 1000, 2000, 3000, 4000)),
        (40, (0, 10, 20, 30, 40)),
        (0, (0, 1)),
        (0.8, (0, 0.2, 0.4, 0.6, 0.8)),
    ],
)
def test_figures_of_an_axis_are_round_and_reach_the_most(
    most: float, ticks: tuple[float, ...]
) -> None:
    assert ticks_to(most) == ticks


def test_names_at_the_ends_of_lines_never_cover_each_other() -> None:
    placed = set_apart({"shame": 100, "patience": 99, "engagement": 98})

    assert placed == {"engagement": 74, "patience": 87, "shame": 100}
    assert set_apart({"trust": 72, "tension": 0}) == {"trust": 72, "tension": 0}
