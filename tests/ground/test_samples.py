"""One option says how many samples the tests take."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from tests.conftest import Samples


@pytest.mark.parametrize(("wish", "count"), [("small", 2), ("full", 20), ("7", 7)])
def test_a_wish_gives_a_count(wish: str, count: int) -> None:
    assert Samples(wish)(small=2, full=20) == count


def test_property_tests_follow_the_option(samples: Samples) -> None:
    assert settings.default is not None

    assert settings.default.max_examples == samples(small=25, full=2_000)


@pytest.mark.parametrize("wish", ["0", "-1", "many", ""])
def test_an_unknown_wish_is_refused(wish: str, pytestconfig: pytest.Config) -> None:
    with pytest.raises(pytest.UsageError, match="expected small, full or a number"):
        pytestconfig._parser.parse(["--samples", wish])


def test_a_figure_travels_with_the_report_of_its_test(
    figure: Callable[[str, object], None], request: pytest.FixtureRequest
) -> None:
    figure("crash.turns_lost", 0)
    reported = request.node.user_properties.copy()
    request.node.user_properties.clear()  # this one is no figure of the project

    assert reported == [("figure", ("crash.turns_lost", "0"))]
