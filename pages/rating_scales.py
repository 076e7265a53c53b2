"""Rating scales: what people rate calls by; trainers write the house's own words for them."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from datafiles import told
from pages._entrance import enter
from pages._floor import folder, store
from pages._parts import choose_step, name_tab, plain
from pages._scales import draw_as_rated, draw_kept, draw_writing, opened_as_written
from pages._texts import _
from pages._who import acting, draw_for_judges_alone
from scoring.rating_scales import Opened, Scale, is_own
from training.rights import WRITES
from training.scales import opened_scales, scales_in_use

_READ, _WRITE, _VERSIONS = _STEPS = (_("As a rater sees it"), _("Write"), _("Versions"))


def draw() -> None:
    """One scale where the address names it, else all of them."""
    name = st.query_params.get("scale", "")
    scales = scales_in_use(store())
    name_tab(_("Rating scales"))
    if name in scales:
        _one(scales[name])
        return
    st.title(_("Rating scales") if not name else _("There is no such scale"), anchor=False)
    if draw_for_judges_alone():
        return
    if name:
        st.page_link("pages/rating_scales.py", label=_("To all rating scales"))
        return
    _all(opened_scales(folder()))


def _all(found: Opened) -> None:
    st.write(
        _(
            "By these scales people rate calls: five levels each, with what one might hear at "
            "levels 1, 3 and 5. Your house may have words of its own for each of them."
        )
    )
    _apart_from_the_machine()
    _broken(found)
    lines = "".join(map(_line, found.scales.values()))
    st.html(f'<dl class="handbook">{lines}</dl>')
    st.page_link("pages/agreement.py", label=_("How far people agree"))


def _apart_from_the_machine() -> None:
    st.caption(
        _(
            "The machine's own marks do not depend on these words, and neither does a language "
            "model's second opinion: they go on by what ships."
        )
    )


def _broken(found: Opened) -> None:
    for fault in found.broken:
        first: Sequence[object] = told(fault)[:1]
        st.warning(
            _("{file} cannot be used, and people rate by what ships. {fault}").format(
                file=fault.file.rpartition("/")[2], fault="".join(map(str, first))
            )
        )


def _line(scale: Scale) -> str:
    address = escape(f"rating_scales?{urlencode({'scale': scale.id})}")
    return (
        f'<dt><a href="{address}" target="_self">{escape(scale.name)}</a> '
        f"<small>{escape(_whose(scale))}</small></dt><dd>{escape(scale.asks)}</dd>"
    )


def _whose(scale: Scale) -> str:
    words = _("your house's own words") if is_own(scale) else _("comes with Right Party")
    return _("wording {version} · {words}").format(version=scale.version, words=words)


def _one(scale: Scale) -> None:
    name_tab(scale.name)
    st.title(plain(scale.name), anchor=False)
    if draw_for_judges_alone():
        return
    st.caption(_whose(scale))
    writes = acting().role in WRITES
    step = choose_step(_STEPS, "scale_step") if writes else _READ
    if step == _WRITE:
        draw_writing(scale.id)
    elif step == _VERSIONS:
        draw_kept(scale.id)
    else:
        _read(scale, writes=writes)
    _apart_from_the_machine()
    st.page_link("pages/rating_scales.py", label=_("To all rating scales"))


def _read(scale: Scale, *, writes: bool) -> None:
    """What is being written, where that is somebody's part and it is whole; else what is in use."""
    written = opened_as_written(scale.id)[0] if writes else None
    if written and written.words != scale.words:
        st.info(_("This is what you are writing. It is not saved yet, and nobody rates by it."))
        draw_as_rated(written)
    else:
        draw_as_rated(scale)


enter(draw)
