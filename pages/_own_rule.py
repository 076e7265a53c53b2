"""One rule of the house's own: written as a file, proved, asked of stored attempts, adopted."""

from collections.abc import Sequence
from difflib import unified_diff
from functools import partial
from typing import Any

import streamlit as st

from compliance_rules.in_use import own_in_use, packs_in_use
from compliance_rules.own_rule import OwnRules
from compliance_rules.proposal import Proposal, unproved
from compliance_rules.skeleton import text_of_new
from datafiles import DataFileError, told
from pages._bench import Looked, writing
from pages._bench_file import draw_checks, draw_save, draw_text
from pages._floor import now, store
from pages._kinds import Kind
from pages._limited import draw_line
from pages._own_rule_back import draw_history, draw_way_back
from pages._own_rule_otherwise import draw_otherwise
from pages._parts import bullets, draw_trouble, keep_trouble, plain
from pages._rule import draw_try
from pages._texts import _, plural
from pages._who import acting
from training.adopting import (
    adopt,
    proposals,
    propose,
    propose_again,
    read_proposal,
    rule_text,
    wrote,
)
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.own_files import Version
from training.rights import WRITES

_SAVE = "rule_save"
_ADOPT = "rule_adopt"
_WHY = "rule_adopt_why"
_WHICH = "rule_which"
_PROVED = "rule_proved"
_MOST = 12


def _text(name: str) -> str:
    """What was proposed last, else what is in use, else a sheet to begin from."""
    kept = proposals(store(), acting(), name)[-1:]
    if kept:
        return kept[0].text
    pack, _slash, rule_id = name.partition("/")
    there = rule_text(store(), name)
    if there is not None:
        return there
    (one,) = (found for found in packs_in_use() if found.about.id == pack)
    return text_of_new(rule_id, one)


RULES = Kind(
    id="rule",
    text=_text,
    versions=lambda name: proposals(store(), acting(), name),
    save=lambda name, text, why, on: propose(store(), acting(), name, text, why, now(), on),
    restore=lambda name, number, on: propose_again(store(), acting(), name, number, now(), on),
    unsaved_is_new=lambda name: rule_text(store(), name) is None,
)


def read_as_written(name: str) -> tuple[Proposal | None, Looked]:
    """The rule that the text is just now, and what keeps it from being one."""
    try:
        return _read(name, writing(name, RULES).text, own_in_use()), Looked(None)
    except DataFileError as error:
        return None, Looked(None, faults=told(error))


@st.cache_resource(show_spinner=_("Reading the rule beside the others …"), max_entries=4)
def _read(name: str, text: str, own: OwnRules) -> Proposal:
    return read_proposal(name, text, own)


def draw_writing(name: str) -> None:
    """The checks, the file, and what keeps it as a proposal."""
    one = writing(name, RULES)
    found, seen = read_as_written(name)
    draw_checks(one.text, seen)
    with st.container(key="side_file"):
        draw_text(one)
    after = (
        _("It can be kept once it can be read.")
        if found is None
        else _("It is kept as a proposal: nothing changes until a second person adopts it.")
    )
    draw_save(one, after=after, ready=found is not None, at=_SAVE)


def draw_proof(name: str) -> None:
    """Its own examples, a sentence tried on it, and what it would find in stored attempts."""
    found, seen = read_as_written(name)
    text = writing(name, RULES).text
    if found is None:
        draw_checks(text, seen)
        return
    st.subheader(_("By its own examples"), anchor=False)
    st.button(_("Prove it"), on_click=_prove, args=(found, text))
    _draw_faults(_kept(_PROVED, text))
    pack = next(one for one in found.checker.packs if found.rule in one.rules)
    draw_try(found.rule, pack, found.checker)
    draw_otherwise(text, lambda: found)


def _kept(key: str, text: str) -> Any:
    """What came out for this text; what came out for another one is of no use."""
    of, made = st.session_state.get(key, ("", None))
    return made if of == text else None


def _prove(found: Proposal, text: str) -> None:
    st.session_state[_PROVED] = (text, [str(fault) for fault in unproved(found)])


def _draw_faults(faults: Sequence[str] | None) -> None:
    if faults is None:
        st.caption(
            _(
                "Every example is judged as it says, every pattern is needed by one, and it finds "
                "nothing in the words that it calls better. It takes some seconds."
            )
        )
    elif faults:
        n = len(faults)
        st.markdown(plural("■ **One claim is not kept**", "■ **{n} claims are not kept**", n))
        bullets([plain(one) for one in faults[:_MOST]])
    else:
        st.success(_("✓ It keeps all that it claims."))


def draw_adoption(name: str) -> None:
    """The last proposal beside what is in use, and who may bring it into use."""
    draw_trouble(_ADOPT)
    kept = proposals(store(), acting(), name)
    if kept:
        _draw_proposal(name, kept)
    else:
        st.info(_("Nobody has proposed anything yet. A trainer does so under *Write*."))
    draw_way_back(name)
    draw_history(name)


def _draw_proposal(name: str, kept: Sequence[Version]) -> None:
    last = _chosen(kept)
    st.subheader(_("Version {number}, by {by}").format(number=last.number, by=plain(last.by)))
    st.text(last.reason)
    before = rule_text(store(), name) or ""
    lines = unified_diff(
        before.splitlines(),
        last.text.splitlines(),
        _("in use"),
        _("version {number}").format(number=last.number),
        lineterm="",
        n=2,
    )
    if changes := "\n".join(lines):
        st.code(changes, language="diff", wrap_lines=True)
        st.caption(_("A line with - was there before, a line with + is there after."))
    else:
        st.caption(_("It says what is in use."))
        return
    if wrote(tuple(kept), last, acting()):
        st.info(_("You wrote it, so a second trainer or an administrator adopts it."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        fits = draw_line(_("Why you adopt it"), LONGEST_SENTENCE, _WHY, width=420)
        bring = partial(_adopt, name, last.number)
        st.button(_("Adopt it"), type="primary", on_click=bring, disabled=not fits)
    st.caption(
        _(
            "It is proved among all rules first, which takes some seconds. From then on every "
            "call is checked by it; attempts keep the findings that they have."
        )
    )
    if acting().role in WRITES:
        draw_otherwise(last.text, lambda: _read(name, last.text, own_in_use()))


def _chosen(kept: Sequence[Version]) -> Version:
    """The last proposal, or an earlier one that somebody wants back."""
    if len(kept) == 1:
        return kept[0]
    by_number = {one.number: one for one in reversed(kept)}
    number = st.selectbox(_("Which version"), list(by_number), key=_WHICH, width=200)
    return by_number[number]


def _adopt(name: str, number: int) -> None:
    try:
        adopt(store(), acting(), name, number, st.session_state.get(_WHY, ""), now())
    except TrainingError as error:
        keep_trouble(error, _ADOPT)
