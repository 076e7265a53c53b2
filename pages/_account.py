"""The account as the desk shows it: before the call on the brief, during it beside the talk."""

from datetime import date, timedelta

import streamlit as st

from pages._floor import now
from pages._parts import bullets, clock, days_of, facts, rows
from pages._payments import draw_payments
from pages._texts import _
from simulator.scenario import Scenario
from training.desk_parts import (
    Block,
    Hand,
    Payments,
    account_blocks,
    clock_there,
    contact_blocks,
    house_blocks,
)


def draw_account(scenario: Scenario, today: date, passed: timedelta = timedelta()) -> None:
    """The first part of the desk: money, people, authority, history."""
    there = clock_there(scenario, now(), passed)
    for block in account_blocks(scenario, today, there, _hand(scenario)):
        if isinstance(block, Payments) and block.rows:
            _heading(block.heading)
            draw_payments(block, scenario.account, today)
        else:
            _draw(block)


def draw_contacts(scenario: Scenario, today: date) -> None:
    """The contact log, at the consumer's own time."""
    for block in contact_blocks(scenario, today, _hand(scenario)):
        _draw(block)


def draw_house(scenario: Scenario) -> None:
    """The house's own words: notices, ways to help, helplines."""
    for block in house_blocks(scenario):
        _draw(block)


def _hand(scenario: Scenario) -> Hand:
    """Days in the order of its country, hours on the reader's kind of clock."""
    return Hand(days_of(scenario.house.country), clock)


def _draw(block: Block) -> None:
    """A table has its heading as its caption; all else has it above."""
    if block.rows:
        rows(_(block.heading), [_(head) for head in block.heads], block.rows)
        return
    if block.heading:
        _heading(block.heading)
    if block.facts:
        facts((_(term), what) for term, what in block.facts)
    if block.lines:
        bullets(_(line) for line in block.lines)


def _heading(text: str) -> None:
    st.subheader(_(text), anchor=False)
