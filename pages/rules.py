"""The rules as a handbook: search, read one, and try a sentence on it."""

import streamlit as st

from calls.errors import RecordError
from commands.rules import find_rule
from pages._checking import checker
from pages._entrance import enter
from pages._handbook import draw_handbook
from pages._parts import name_tab
from pages._rule import draw_rule
from pages._texts import _
from pages._who import acting
from training.rights import ADOPTS


def draw() -> None:
    """One rule where the address names it, else all of them."""
    packs = checker().packs
    wanted = st.query_params.get("rule", "")
    if not wanted:
        name_tab(_("Rules"))
        st.title(_("Rules"), anchor=False)
        if acting().role in ADOPTS:
            st.page_link("pages/own_rules.py", label=_("The house's own rules"))
        # What most people come for is proved longest; the rest follows by name.
        draw_handbook(
            sorted(packs, key=lambda pack: (pack.about.status != "stable", pack.about.title))
        )
        return
    try:
        rule = find_rule(packs, wanted)
    except RecordError as error:
        st.title(_("There is no such rule"), anchor=False)
        st.text(_("It should be {allowed}.").format(allowed=error.allowed))
        st.page_link("pages/rules.py", label=_("To all rules"))
        return
    draw_rule(rule, next(pack for pack in packs if rule in pack.rules), packs)


enter(draw)
