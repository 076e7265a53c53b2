"""The house's own rules: what is proposed and adopted over the packs that ship, or beside them."""

from collections.abc import Iterator
from html import escape
from urllib.parse import urlencode

import streamlit as st

from compliance_rules.in_use import broken_in_use, packs_in_use
from compliance_rules.own_rules import own_paths
from datafiles import told
from pages._bench import title_of, writing
from pages._bench_versions import draw_versions
from pages._entrance import enter
from pages._floor import store
from pages._own_rule import (
    RULES,
    draw_adoption,
    draw_proof,
    draw_writing,
)
from pages._own_rule_state import in_short, in_use, state_of
from pages._parts import choose_step, draw_trouble, keep_trouble, name_tab, plain
from pages._texts import _
from pages._who import acting
from training.adopting import check_named, named, own_rule_files, proposed_names, rule_text
from training.errors import TrainingError
from training.rights import ADOPTS, WRITES

_WRITE, _PROVE, _ADOPT, _VERSIONS = (_("Write"), _("Prove"), _("Adopt"), _("Versions"))
_NEW = "rule_new"
_GO = "rule_go"


def draw() -> None:
    """One rule where the address names it, else all that the house has."""
    if go := st.session_state.pop(_GO, None):
        st.query_params.from_dict({"rule": go})
    name = st.query_params.get("rule", "")
    name_tab(_("The house's own rules"))
    if acting().role not in ADOPTS:
        st.title(_("The house's own rules"), anchor=False)
        st.write(_("This page is for trainers and administrators, who propose and adopt rules."))
        st.page_link("pages/rules.py", label=_("To all rules"))
    elif not name:
        _all()
    elif _is_there(name):
        _one(name)
    else:
        st.title(_("There is no such rule"), anchor=False)
        st.page_link("pages/own_rules.py", label=_("To the house's own rules"))


def _is_there(name: str) -> bool:
    """Whether an address leads to a rule, or to the place for a new one."""
    try:
        check_named(name)
    except TrainingError:
        return False
    pack, _slash, rule_id = name.partition("/")
    packs = {one.about.id for one in packs_in_use()}
    elsewhere = {rule.id for one in packs_in_use() for rule in one.rules if one.about.id != pack}
    return pack in packs and rule_id not in elsewhere


def _all() -> None:
    st.title(_("The house's own rules"), anchor=False)
    st.write(
        _(
            "Your house may ask a rule in other words, or ask for more than the packs that ship. "
            "A trainer proposes, a second trainer or an administrator adopts. The packs "
            "themselves stay as they are, and whatever is adopted can be taken back."
        )
    )
    for fault in broken_in_use():
        first = next(map(str, told(fault)), "")
        st.warning(_("{file} is left out. {fault}").format(file=fault.file, fault=first))
    lines = "".join(map(_line, _names()))
    if lines:
        st.html(f'<dl class="handbook">{lines}</dl>')
    else:
        st.info(
            _(
                "There is none yet. Open a rule under *Rules* and choose *Propose a change* at "
                "its end, or begin a new one here."
            )
        )
    if acting().role in WRITES:
        _new()
    st.page_link("pages/rules.py", label=_("To all rules"))


def _names() -> Iterator[str]:
    """What was proposed, and what stands in the folder, each once."""
    files = own_paths(own_rule_files(store()).folder)
    there = (named(path.parent.name, path.stem) for path in files)
    yield from sorted({*proposed_names(store(), acting()), *there})


def _line(name: str) -> str:
    if not _is_there(name):
        told = escape(_("no rule can stand under this name"))
        return f"<dt>{escape(name)} <small>{told}</small></dt>"
    address = escape(f"own_rules?{urlencode({'rule': name})}")
    title = title_of(name, _text_of(name))
    return (
        f'<dt><a href="{address}" target="_self">{escape(title)}</a> '
        f"<small>{escape(_standing(name))}</small></dt><dd>{escape(name)}</dd>"
    )


def _text_of(name: str) -> str:
    last = RULES.versions(name)[-1:]
    return last[0].text if last else rule_text(store(), name) or ""


def _standing(name: str) -> str:
    last, how = RULES.versions(name)[-1:], in_use(name)
    newer = last and (how is None or how.number != last[0].number)
    proposed = (
        _("version {number} is proposed by {by}").format(number=last[0].number, by=last[0].by)
        if newer
        else ""
    )
    return " · ".join(part for part in (in_short(name), proposed) if part)


def _new() -> None:
    """What a new rule is called and where it belongs; its sheet is explained part by part."""
    with st.popover(_("Begin a new rule"), key="start_rule"):
        packs = {one.about.id: one.about.title for one in packs_in_use()}
        st.selectbox(
            _("Pack"),
            list(packs),
            index=list(packs).index("house"),
            format_func=packs.__getitem__,
            key="new_rule_pack",
        )
        st.text_input(
            _("Its id: small letters, digits and _ with dots between"),
            key="new_rule_id",
            placeholder=_("house.no_pet_names"),
        )
        draw_trouble(_NEW)
        st.button(_("Begin"), on_click=_begin)


def _begin() -> None:
    pack = st.session_state["new_rule_pack"]
    name = named(pack, st.session_state["new_rule_id"].strip())
    try:
        _check_new(name)
    except TrainingError as error:
        keep_trouble(error, _NEW)
    else:
        st.session_state[_GO] = name


def _check_new(name: str) -> None:
    check_named(name)
    taken = {rule.id for one in packs_in_use() for rule in one.rules}
    if name.partition("/")[2] in taken:
        wrong = _("there is a rule of that id")
        raise TrainingError("id", wrong, _("open it and propose a change"))


def _one(name: str) -> None:
    title = title_of(name, writing(name, RULES).text)
    name_tab(title)
    st.title(plain(title), anchor=False)
    st.caption(name)
    st.text(state_of(name))
    writes = acting().role in WRITES
    steps = (_WRITE, _PROVE, _ADOPT, _VERSIONS) if writes else (_ADOPT, _PROVE)
    step = choose_step(steps, "rule_step")
    if step == _WRITE:
        draw_writing(name)
    elif step == _PROVE:
        draw_proof(name)
    elif step == _VERSIONS:
        draw_versions(name, RULES)
    else:
        draw_adoption(name)
    rule_id = name.partition("/")[2]
    if any(rule.id == rule_id for one in packs_in_use() for rule in one.rules):
        asked = {"rule": rule_id}
        st.page_link("pages/rules.py", label=_("The rule as it is asked"), query_params=asked)
    st.page_link("pages/own_rules.py", label=_("To the house's own rules"))


enter(draw)
