"""The overall grade: a weighted mean that only a hard fail caps."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from compliance_rules.finding import Basis, Finding, Standing, Weight
from scoring.grade import CAP, WEIGHTS, grade
from scoring.marks import Dimension, Score

VALUES = st.one_of(st.none(), st.floats(min_value=0, max_value=100))


def scores(**values: float | None) -> list[Score]:
    return [Score(dimension=d, value=values.get(d.value), reason="") for d in Dimension]


def finding(
    standing: Standing = Standing.NOT_MET,
    weight: Weight = Weight.CRITICAL,
    basis: Basis = Basis.RULE_TEXT,
) -> Finding:
    return Finding(
        rule="fdcpa.some.rule",
        standing=standing,
        weight=weight,
        basis=basis,
        turn=3,
        start=0,
        end=4,
        quote="jail",
        citation="15 U.S.C. 1692e",
        message="",
        better="",
    )


def test_the_weights_add_up_to_one() -> None:
    assert round(sum(WEIGHTS.values()), 9) == 1
    assert set(WEIGHTS) == set(Dimension)


@given(st.dictionaries(st.sampled_from([d.value for d in Dimension]), VALUES))
def test_a_grade_lies_between_the_lowest_and_the_highest_score(
    values: dict[str, float | None],
) -> None:
    given_values = [value for value in values.values() if value is not None]

    made = grade(scores(**values), [])

    if values.get("compliance") is None:
        assert made.value is None
    else:
        assert made.value is not None
        assert min(given_values) - 0.1 <= made.value <= max(given_values) + 0.1


def test_without_a_conversation_there_is_no_grade() -> None:
    made = grade(scores(accuracy=100.0), [])

    assert made.value is None
    assert "no conversation" in made.reason


def test_a_critical_finding_of_rule_text_caps_the_grade() -> None:
    perfect = scores(**{d.value: 100.0 for d in Dimension})

    made = grade(perfect, [finding()])

    assert made.value == CAP
    assert made.capped_by == ("fdcpa.some.rule",)


def test_what_depends_is_minor_or_house_never_caps() -> None:
    perfect = scores(**{d.value: 100.0 for d in Dimension})
    soft = [
        finding(standing=Standing.DEPENDS),
        finding(standing=Standing.REMINDER),
        finding(weight=Weight.MAJOR),
        finding(weight=Weight.MINOR),
        finding(basis=Basis.POLICY_OR_INDUSTRY),
        finding(basis=Basis.DERIVED),
    ]

    assert grade(perfect, soft).value == 100


def test_the_document_names_weight_and_duty_of_each_dimension_in_one_table() -> None:
    lines = Path("docs/scoring.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in one.split("|")] for one in lines if one.count("|") == 6]
    told = {row[1].lower(): row for row in rows}
    short = {Dimension.EMPATHY: "empathy and resolution"}

    for dimension, weight in WEIGHTS.items():
        row = told[short.get(dimension, dimension.label.lower())]
        assert row[2] == f"{weight:.2f}".removeprefix("0"), dimension
        assert len(row[3].split()) > 4, f"the duty of {dimension} in job postings"
