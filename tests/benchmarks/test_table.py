import json

from benchmarks.measures import Agreement
from benchmarks.table import Row, Table, agreement_rows, render_json, render_text, share_row

TABLE = Table(
    "Tea",
    (
        Row("tea.hot", 0.5, "of 2 cups"),
        Row("tea.milk", None),
        share_row("tea.sugar", 1, 4, "cups"),
    ),
    ("cold tea is not measured",),
)


def test_the_object_is_flat_and_leaves_out_what_was_not_measured() -> None:
    assert json.loads(render_json([TABLE])) == {"tea.hot": 0.5, "tea.sugar": 0.25}


def test_the_table_shows_figures_counts_and_what_was_left_out() -> None:
    assert render_text([TABLE]) == (
        "## Tea\n"
        "tea.hot      0.500  of 2 cups\n"
        "tea.milk       -\n"
        "tea.sugar    0.250  1 of 4 cups  95 % 0.05-0.70\n"
        "(cold tea is not measured)\n"
    )


def test_agreement_is_told_with_its_counts() -> None:
    rows = {row.key: row for row in agreement_rows("x.y", Agreement(((True, True),) * 3))}

    assert list(rows) == ["x.y.precision", "x.y.recall", "x.y.f1"]
    assert rows["x.y.recall"].beside == "3 of 3 labelled  95 % 0.44-1.00"
