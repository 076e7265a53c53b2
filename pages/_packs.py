"""Which packs are asked in a check: all of them, until somebody switches some off."""

from collections.abc import Sequence

import streamlit as st

from compliance_rules import Pack
from pages._handbook import in_force
from pages._texts import _, plural

_PREFIX = "pack_"


def draw_packs(packs: Sequence[Pack]) -> None:
    """A switch for each, with how settled it is."""
    st.caption(
        _(
            "A law that does not bind this call is left out by itself; switch off here what you "
            "do not want to read about. An experimental pack has not been proved on many calls "
            "yet."
        )
    )
    for start in range(0, len(packs), 2):
        for column, pack in zip(st.columns(2), packs[start : start + 2], strict=False):
            with column:
                st.checkbox(_label(pack), value=True, key=f"{_PREFIX}{pack.about.id}", wrap=True)


def _label(pack: Pack) -> str:
    about, many = pack.about, plural("{n} rule", "{n} rules", len(pack.rules))
    parts = (
        _("{status}, version {version}").format(status=_(about.status), version=about.version),
        in_force(about),
        many,
    )
    return f"**{about.title}** · {', '.join(part for part in parts if part)}"


def switched_off(packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """Those that somebody switched off."""
    return tuple(
        pack for pack in packs if not st.session_state.get(f"{_PREFIX}{pack.about.id}", True)
    )
