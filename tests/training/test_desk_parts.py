"""What the desk shows is made once, for whoever draws it."""

from __future__ import annotations

from datetime import date, timedelta

from calls.money import Money
from debriefs.words import plain_day
from simulator.account import Document, Payment
from simulator.circumstances import authority
from simulator.desk import desk_of
from simulator.values import When
from tests.shipped import SCENARIOS
from tests.training.floor import NOW
from training.desk_parts import (
    NOBODY_YET,
    Hand,
    Payments,
    account_blocks,
    clock_there,
    contact_blocks,
    house_blocks,
    mailbox,
    may_agree,
    notes,
)

TODAY = date(2026, 3, 10)
HAND = Hand(plain_day, lambda when: f"{when:%H:%M}")
PAYER = SCENARIOS["forgetful_payer"]


def test_the_clock_is_the_consumers_and_goes_on_during_the_call() -> None:
    there = clock_there(PAYER, NOW, timedelta(minutes=5))

    (first, *_) = account_blocks(PAYER, TODAY, there, HAND)

    assert first.facts[0][0] == "Local time"
    assert first.facts[0][1].startswith(f"{there:%H:%M} where Marcus Webb is (")


def test_every_scenario_shows_what_is_on_file_and_what_may_be_agreed() -> None:
    for scenario in SCENARIOS.values():
        there = clock_there(scenario, NOW)
        facts = dict(
            pair for block in account_blocks(scenario, TODAY, there, HAND) for pair in block.facts
        )

        assert facts["Name"] == scenario.consumer_name
        assert all(mailbox(one) in facts.values() for one in scenario.account.emails[-1:])
        assert {"Balance", "Instalments", "First payment"} <= facts.keys()


def test_payments_are_told_row_by_row_or_that_there_is_none() -> None:
    paid = next(one for one in SCENARIOS.values() if one.account.payments)
    account = paid.account.model_copy(update={"payments": ()})

    (some,), (none,) = (
        [
            block
            for block in account_blocks(one, TODAY, clock_there(one, NOW), HAND)
            if isinstance(block, Payments)
        ]
        for one in (paid, paid.model_copy(update={"account": account}))
    )

    assert [row[1] for row in some.rows] == [str(one.amount) for one in paid.account.payments]
    assert not some.lines
    assert none.lines == ("No payment is on record.",)


def test_a_named_day_is_written_out_wherever_it_stands_at_the_desk() -> None:
    away = SCENARIOS["little_english_ireland"]
    paid, tried = (
        Payment(days_ago=3, amount=Money.of(9, "EUR"), note="{out}"),
        away.account.contact_log[0],
    )
    account = away.account.model_copy(
        update={
            "notes": ("Billed to {out}.",),
            "documents": (Document(title="Letter", text="Out on {out}, {out.in}."),),
            "payments": (paid,),
            "contact_log": (tried.model_copy(update={"note": "said {out}"}),),
        }
    )
    scenario = away.model_copy(update={"account": account, "days": {"out": When(in_days=12)}})

    desk = [*account_blocks(scenario, TODAY, clock_there(scenario, NOW), HAND)]
    shown = str([*desk, *contact_blocks(scenario, TODAY, HAND)])

    assert notes(scenario, TODAY) == ("Billed to 22 March.",)
    for text in ("Billed to 22 March.", "Out on 22 March, twelve days.", "said 22 March"):
        assert text in shown
    assert "{" not in shown


def test_what_may_be_agreed_is_the_same_for_desk_rules_and_calculator() -> None:
    for scenario in SCENARIOS.values():
        told, may = dict(may_agree(scenario)), authority(scenario)
        limits = desk_of(scenario, TODAY).limits

        assert told["At most"] == f"{limits.longest_months} months"
        assert told["First payment"] == f"within {limits.first_payment_within_days} days"
        assert (may.smallest_instalment, may.longest_months, may.may_announce) == (
            limits.smallest_instalment,
            limits.longest_months,
            limits.may_announce,
        )


def test_contacts_are_told_by_day_way_and_result() -> None:
    (block,) = contact_blocks(PAYER, TODAY, HAND)
    account = PAYER.account.model_copy(update={"contact_log": ()})
    (empty,) = contact_blocks(PAYER.model_copy(update={"account": account}), TODAY, HAND)

    assert len(block.rows) == len(PAYER.account.contact_log)
    assert "own time" in block.heading
    assert empty.lines == (NOBODY_YET,)


def test_the_house_shows_the_words_to_say() -> None:
    told = [pair for block in house_blocks(PAYER) for pair in block.facts]

    assert ("House", PAYER.house.name) in told
    assert all((one.when, one.text) in told for one in PAYER.house.notices)
