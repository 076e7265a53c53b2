"""A second opinion on the scorecard: asked for by a button, shown beside the marks."""

from collections.abc import Iterator
from functools import cache
from html import escape

import streamlit as st

from debriefs.transcript import to_turn, with_turns_linked
from language_model import Model, ModelFault, Settings
from pages._floor import now
from pages._parts import clock, day, plain, sentence
from pages._texts import _, plural
from pages._trying import acting, store
from pages._voices import in_words, model_settings
from scoring.judge import Dropped, Opinion, Remark, judge_of
from scoring.review import Review
from simulator.scenario import Scenario
from training.errors import TrainingError
from training.models import Attempt
from training.second_opinions import KeptOpinion, ask_for_second_opinion, may_ask, second_opinion

_ASK = _("Ask for a second opinion")
_HEADING = _("A second opinion")


def draw_second_opinion(attempt: Attempt, scenario: Scenario, machine: Review) -> None:
    """What the model said once; else a button, where one is set up; else nothing."""
    kept = second_opinion(store(), acting(), attempt.id)
    if kept is not None:
        _draw(kept)
        return
    settings = _set_up()
    if settings is None or not may_ask(store(), acting(), attempt, scenario, machine):
        return
    st.subheader(_HEADING, anchor=False)
    st.caption(
        _(
            "A language model can say how it sees empathy and communication. It moves no mark "
            "and no grade. The call goes to {host} ({model}), names and numbers masked, and it "
            "is asked once."
        ).format(host=plain(settings.host), model=plain(settings.model))
    )
    if st.button(_ASK) and _asked(attempt.id, settings):
        st.rerun()


def _asked(attempt_id: str, settings: Settings) -> bool:
    """Whether it answered; where it did not, a short note says why."""
    try:
        with st.spinner(_("The language model reads the call three times …")):
            ask_for_second_opinion(store(), acting(), attempt_id, _model(settings), now())
    except ModelFault as fault:
        why = in_words(fault.kind.value)
        st.caption(
            _("No second opinion this time: {why}. The scorecard is whole without it.").format(
                why=why
            )
        )
        return False
    except TrainingError as error:
        st.caption(plain(f"{sentence(error.wrong)} {sentence(error.allowed)}"))
        return False
    return True


def _draw(kept: KeptOpinion) -> None:
    st.subheader(_HEADING, anchor=False)
    opinion = kept.opinion
    st.caption(
        _(
            "By a language model ({model}), the median of three answers, asked for by {by} on "
            "{day}, {clock}. It moves no mark and no grade, and counts as no rating."
        ).format(
            model=plain(opinion.model), by=plain(kept.by), day=day(kept.at), clock=clock(kept.at)
        )
    )
    st.html(f'<div class="opinion">{"".join(map(_one, opinion.opinions))}</div>')
    if gone := "; ".join(_left_out(opinion.dropped)):
        st.caption(_("Left out of what it said: {gone}.").format(gone=gone))


def _one(opinion: Opinion) -> str:
    name = f"<b>{escape(_(opinion.dimension.label))}</b>"
    if opinion.level is None:
        none = _("no level. Too few of its answers could show what they rest on.")
        return f"<p>{name}: {none}</p>"
    rules = _("no mark") if opinion.rules is None else f"{opinion.rules:.0f}"
    told = _("level {level} of 5, which is {value:.0f} of 100; the rules: {rules}.").format(
        level=opinion.level, value=opinion.value, rules=rules
    )
    lines = "".join(map(_remark, opinion.remarks))
    return f'<p>{name}: {told}{_apart(opinion)}</p><ul class="said-list">{lines}</ul>'


def _apart(opinion: Opinion) -> str:
    if not opinion.apart:
        return ""
    word = _("For a person")
    sign = f'<span class="sign depends"><i aria-hidden="true">◆</i> {word}</span>'
    return f" {sign} {_('They are far apart: somebody should read the call.')}"


def _remark(remark: Remark) -> str:
    better = ""
    if remark.better:
        perhaps = _("Perhaps")
        better = f'<p class="better"><b>{perhaps}</b> “{escape(remark.better)}”</p>'
    says = with_turns_linked(remark.says)
    return f"<li>{to_turn(remark.turn)}: “{escape(remark.quote)}”<p>{says}</p>{better}</li>"


def _left_out(dropped: Dropped) -> Iterator[str]:
    """What was dropped, in words; nothing where nothing was."""
    if dropped.not_verbatim:
        yield plural(
            "{n} remark whose quote is not in the turn",
            "{n} remarks whose quote is not in the turn",
            dropped.not_verbatim,
        )
    if dropped.unusable:
        yield plural(
            "{n} remark about the law or too long",
            "{n} remarks about the law or too long",
            dropped.unusable,
        )
    if dropped.better:
        yield plural(
            "{n} line that the rules would not let pass",
            "{n} lines that the rules would not let pass",
            dropped.better,
        )


def _set_up() -> Settings | None:
    try:
        return model_settings()
    except ModelFault:
        return None  # the brief says which setting


@cache
def _model(settings: Settings) -> Model:
    return judge_of(settings)
