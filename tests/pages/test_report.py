"""Compliance reads the report; nobody else does, and private practice is not in it."""

from __future__ import annotations

from tests.pages.visiting import go, shown, sign_in, visit
from tests.training.floor import NOW
from tests.training.judging import submitted
from tests.training.shipped_calls import LINES, at
from training.models import Purpose, Role
from training.people import sign_in_locally
from training.reviews import review_attempt
from training.store import Store


def test_who_has_shown_which_rule_is_read_by_compliance_alone(store: Store) -> None:
    cora = sign_in(visit(), "Cora", Role.COMPLIANCE)
    assert "No submitted call has been marked yet." in shown(go(cora, "report"))
    attempts = {}
    for nth, name in enumerate(("Ana", "Ben", "Cem", "Dee", "Eve")):
        person = sign_in_locally(store, name, Role.TRAINEE, NOW)
        attempts[name] = submitted(store, person, nth + 1, lines=LINES)
        review_attempt(store, person, attempts[name].id, at(3000))
    private = submitted(store, person, 50, Purpose.PRIVATE)
    review_attempt(store, person, private.id, at(3000))

    page = shown(go(cora, "report"))

    assert "5 submitted calls by 5 people; rules came up " in page
    assert private.id not in page
    (chart,) = cora.get("vega_lite_chart")
    assert "100 % (57 to 100)" in chart.proto.alt

    cora.selectbox(key="report_who").set_value(attempts["Ana"].person_id).run()
    page = shown(cora)
    assert attempts["Ana"].id in page
    assert attempts["Ben"].id not in page
    cora.toggle(key="report_open").set_value(True).run()
    assert attempts["Ana"].id not in shown(cora)

    assert "for compliance" in shown(go(sign_in(visit(), "Tom", Role.TRAINER), "report"))
