"""The brief: who is called and why, what may be offered, what counts; then the call begins."""

import secrets
from datetime import date

import streamlit as st

from calls.events import Voiced
from pages._account import draw_account, draw_contacts
from pages._calculator import draw_calculator
from pages._care import draw_before
from pages._entrance import enter
from pages._floor import now
from pages._form_given import draw_form, draw_when_it_counts
from pages._opened import follow, go_to, on_with, opened
from pages._parts import bullets, draw_trouble, keep_trouble, name_tab, plain, rows
from pages._preview import on_preview, previewed
from pages._shipped import scenarios
from pages._situation import draw_situation
from pages._texts import _
from pages._trying import Home, acting, home, is_trial, store, trial
from pages._voices import choose_voice
from scoring.bar import bar
from simulator.scenario import Scenario
from training.beginning import begin
from training.errors import TrainingError
from training.forms import Given, form_given
from training.models import Attempt, Purpose
from training.practice import scenario_of
from training.progress import forms_seen

_MEANWHILE = TrainingError(
    "brief",
    _("you were on this form meanwhile, in another window"),
    _("what comes next stands here now: begin again"),
)


def draw() -> None:
    """Left the brief, right the account at a glance."""
    follow()
    attempt = opened() if "attempt" in st.query_params else None
    given = _wanted(attempt)
    if given is None:
        st.title(_("There is no such scenario"))
        st.page_link("pages/practise.py", label=_("To the scenarios"))
        return
    scenario = given.scenario
    name_tab(_("Brief: {title}").format(title=scenario.title))
    st.title(plain(scenario.title), anchor=False)
    st.caption(
        _("Brief · level {level} · about {minutes} minutes").format(
            level=scenario.level, minutes=scenario.minutes
        )
    )
    draw_trouble()
    if attempt is not None:
        _back(attempt)
    begins = attempt is None or not _has_forms(scenario.id)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _brief(scenario)
        if begins and not scenario.with_care:
            draw_when_it_counts(given)
    with right:
        _desk(scenario, now().date())
    with st.container(key="next"):
        if begins:
            _begin(given)
        else:
            _to_its_next_form(scenario)


def _wanted(attempt: Attempt | None) -> Given | None:
    """The scenario of the address, in the form that comes next; an attempt has one already."""
    if attempt is not None:
        scenario = scenario_of(store(), acting(), attempt)
        only = scenario.model_copy(update={"forms": None})
        return form_given(store(), acting(), only)
    wanted = _offered(st.query_params.get("scenario", ""))
    return None if wanted is None else form_given(store(), acting(), wanted)


def _offered(scenario_id: str) -> Scenario | None:
    """What can be practised; in a preview also what nobody else can practise yet."""
    return previewed(scenario_id) if is_trial() else scenarios().get(scenario_id)


def _has_forms(scenario_id: str) -> bool:
    offered = _offered(scenario_id)
    return offered is not None and offered.forms is not None


def _to_its_next_form(scenario: Scenario) -> None:
    """What stands here is the form of an attempt; the next one may have another."""
    st.page_link(
        "pages/brief.py",
        label=_("Once more: to the brief of its next form"),
        query_params=on_preview({"scenario": scenario.id}),
    )


def _back(attempt: Attempt) -> None:
    """Who comes back from a call finds the way to it; the buttons below begin another."""
    page, label = on_with(attempt)
    st.page_link(page, label=label, query_params={"attempt": attempt.id})


def _brief(scenario: Scenario) -> None:
    draw_situation(scenario)
    st.subheader(_("What counts"), anchor=False)
    bullets(scenario.brief.counts)
    if scenario.with_care:
        st.subheader(_("Before you begin"), anchor=False)
        draw_before(scenario)
        return
    st.subheader(_("The bar for passing"), anchor=False)
    bullets(f"{demand}." for demand in bar(scenario.passing).values())


def _begin(given: Given) -> None:
    scenario = given.scenario
    if not scenario.with_care:
        draw_form(given)
    voiced = Voiced.TEMPLATE if scenario.with_care or scenario.dial else choose_voice()
    with st.container(horizontal=True):
        st.button(
            _("Practise privately"),
            type="primary",
            on_click=_call,
            args=(trial(), given, Purpose.PRIVATE, voiced),
        )
        st.button(
            _("Submit an attempt"),
            on_click=_call,
            args=(trial(), given, Purpose.SUBMITTED, voiced),
        )
    st.caption(
        _(
            "Typed practice trains words, order and decisions; not the voice. Private practice "
            "is seen by you alone; a submitted attempt, once you hand it in, is read and judged "
            "by trainers, and whoever watches over the rules can read it."
        )
    )


def _call(tried: Home | None, given: Given, purpose: Purpose, voiced: Voiced) -> None:
    (person, kept), scenario = home(tried), given.scenario
    if given.fresh and (scenario.id, scenario.form_number) in forms_seen(kept, person):
        keep_trouble(_MEANWHILE)
        return
    try:
        attempt = begin(kept, person, scenario, purpose, secrets.randbits(32), now(), voiced)
    except TrainingError as error:
        keep_trouble(error)
    else:
        go_to("pages/call.py", attempt)


def _desk(scenario: Scenario, today: date) -> None:
    if scenario.queue:
        _list(scenario)
        return
    st.subheader(_("The account"), anchor=False)
    account, contacts, plan = st.tabs([_("Account"), _("Contacts"), _("Plan")])
    with account:
        draw_account(scenario, today)
    with contacts:
        draw_contacts(scenario, today)
    with plan:
        draw_calculator(scenario, None, today)


def _list(scenario: Scenario) -> None:
    """Who is on it; what was tried and what is marked stands on the list itself."""
    cells = [
        (
            of.consumer_name,
            f"{of.account.address.city}, {of.account.address.state}",
            of.account.phone,
        )
        for of in map(scenario.for_account, scenario.accounts)
    ]
    rows(_("The accounts"), (_("Who"), _("Lives in"), _("Number")), cells)
    st.caption(_("What was tried and what is marked you see on the list, account by account."))


enter(draw)
