"""A rater's sheet: each criterion with its anchors, evidence before level, and rules not met."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import streamlit as st

from pages._floor import now, store
from pages._limited import draw_line
from pages._parts import draw_trouble, keep_trouble_of_field
from pages._texts import _
from pages._who import acting
from scoring.levels import LEVELS
from scoring.rating_scales import Scale
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.models import Attempt
from training.ratings import rate
from training.scales import Scales, scales_for
from training.sheets import Rated, Sheet
from training.shipped import checker_for

_NOTHING = _("no opportunity")
_PLACE = "sheet"


def draw_sheet(attempt: Attempt, scenario: Scenario) -> None:
    """One form; what is missing is said at the button that saves it."""
    st.subheader(_("Your rating"), anchor=False)
    with st.form("sheet"):
        draw_fields(scenario, scales_for(store(), acting(), attempt.id), "rated")
        draw_trouble(_PLACE)
        st.form_submit_button(_("Save"), type="primary", on_click=partial(_save, attempt.id))


Beside = Callable[[Scale], None]
"""What else is asked about a criterion, drawn below its level."""


def draw_fields(
    scenario: Scenario, scales: Scales, prefix: str, beside: Beside | None = None
) -> None:
    """Every criterion, and the rules of this call; what was read here is kept with the sheet.

    Rules of several laws have one title, and a field takes what reads alike for one choice.
    """
    rules = {one.id: f"{one.title} ({one.id})" for one in checker_for(scenario.house).rules}
    st.session_state[_read_key(prefix)] = scales
    for scale in scales.values():
        draw_criterion(scale, prefix)
        if beside is not None:
            beside(scale)
    st.markdown(_("**Rules that were not met**"))
    st.multiselect(
        _("As far as you see; leave it empty where none was missed"),
        list(rules),
        format_func=rules.__getitem__,
        key=f"{prefix}_rules",
    )


def draw_criterion(scale: Scale, prefix: str, *, folded: bool = True) -> None:
    """What is asked, what one might hear at each level, then evidence and level."""
    st.markdown(_("**{name}** (wording {version})").format(name=scale.name, version=scale.version))
    st.text(scale.asks)
    _draw_anchors(scale, folded=folded)
    draw_line(
        _("What you saw for “{name}”: turns and words").format(name=scale.name),
        LONGEST_SENTENCE,
        f"{prefix}_seen_{scale.id}",
        placeholder=_("turn 4: \u2026; turn 9: \u2026"),
    )
    st.radio(
        _("Level for “{name}”").format(name=scale.name),
        [*map(str, LEVELS), _NOTHING],
        index=None,
        horizontal=True,
        key=f"{prefix}_level_{scale.id}",
    )


def _read_key(prefix: str) -> str:
    """Where the scales stay as somebody read them, whatever is written anew meanwhile."""
    return f"{prefix}_read"


def discussed_key(prefix: str, scale_id: str) -> str:
    """The key of the field for what was discussed about a criterion."""
    return f"{prefix}_discussed_{scale_id}"


def fill_in(sheets: Sequence[Sheet], prefix: str) -> None:
    """Before the fields are drawn for the first time: what these sheets say, level where alike."""
    state = st.session_state
    for name in dict.fromkeys(name for sheet in sheets for name in sheet.levels):
        rated = [sheet.levels[name] for sheet in sheets if name in sheet.levels]
        seen = "; ".join(dict.fromkeys(one.evidence for one in rated))
        state.setdefault(f"{prefix}_seen_{name}", seen[:LONGEST_SENTENCE])
        levels = {_NOTHING if one.level is None else str(one.level) for one in rated}
        state.setdefault(f"{prefix}_level_{name}", levels.pop() if len(levels) == 1 else None)
    rules = set.intersection(*(set(sheet.not_met) for sheet in sheets))
    state.setdefault(f"{prefix}_rules", sorted(rules))


def as_filled_in(prefix: str) -> Sheet:
    """The sheet as the fields say; raises `TrainingError` where a level is missing."""
    state, levels = st.session_state, {}
    read: Scales = state[_read_key(prefix)]
    for scale in read.values():
        chosen = state.get(f"{prefix}_level_{scale.id}")
        if chosen is None:
            raise TrainingError(
                _("criterion “{name}”").format(name=scale.name),
                _("its level is missing"),
                _("choose one, or {nothing}").format(nothing=_NOTHING),
            )
        level = None if chosen == _NOTHING else int(chosen)
        levels[scale.id] = Rated(
            evidence=state[f"{prefix}_seen_{scale.id}"],
            level=level,
            scale=scale.fingerprint,
            discussed=state.get(discussed_key(prefix, scale.id), ""),
        )
    return Sheet(levels=levels, not_met=tuple(state[f"{prefix}_rules"]))


def _draw_anchors(scale: Scale, *, folded: bool) -> None:
    """What to look for, and the levels, the highest last; examples where the scale has them."""
    rows = []
    for number, level in zip(LEVELS, scale.levels, strict=True):
        heard = "".join(f"<li>“{escape(line)}”</li>" for line in level.examples)
        examples = f"<ul>{heard}</ul>" if heard else ""
        rows.append(f"<dt>{number}</dt><dd>{escape(level.means)}{examples}</dd>")
    head = _("Look for, and the five levels")
    shut = "" if folded else " open"
    st.html(
        f'<details class="quiet"{shut}><summary>{head}</summary>'
        f'<p>{escape(scale.look_for)}</p><dl class="anchors">{"".join(rows)}</dl></details>'
    )


def _save(attempt_id: str) -> None:
    try:
        rate(store(), acting(), attempt_id, as_filled_in("rated"), now())
    except TrainingError as error:
        keep_trouble_of_field(error, _PLACE)
