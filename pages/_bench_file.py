"""Form and file of one scenario side by side: one text, changed from either, and its checks."""

from html import escape

import streamlit as st

from datafiles import Told
from pages._bench import Looked, Writing, begin_again, looked, shown, writing
from pages._bench_form import draw_facts_of, draw_form
from pages._field_labels import label_of
from pages._floor import now
from pages._held import held, is_echo
from pages._kinds import SCENARIOS, Kind
from pages._limited import draw_line
from pages._parts import draw_trouble, keep_trouble
from pages._sides import draw_switch
from pages._texts import _, plural
from training.errors import TrainingError
from training.judging import LONGEST_SENTENCE
from training.own_files import SavedMeanwhile

_MOST = 12
_SAVE = "bench_saving"


def draw_file(name: str) -> Looked:
    """What the checks say on top, then the form and the file, then what saves both."""
    one = writing(name)
    seen = looked(name, one.text)
    checks = st.container()  # drawn last, as the form says what it calls a place
    draw_switch({_("Form"): "side_form", _("File"): "side_file"}, "bench_side")
    left, right = st.columns([1, 1], gap="medium")
    with left, st.container(key="side_form"):
        draw_form(one)
    with right, st.container(key="side_file"):
        draw_text(one)
    draw_facts_of(one)
    with checks:
        draw_checks(one.text, seen, file_of(one))
    faulty = _("It has faults, and stays a draft until they are mended.") if seen.faults else ""
    meanwhile = _("What is practised meanwhile stays as it was proven.")
    draw_save(one, after=f"{faulty} {meanwhile}".lstrip(), told=told_short(seen))
    return seen


def file_of(one: Writing) -> str:
    """By which the labels of its form are known."""
    return f"{one.kind.id}/{one.name}"


def draw_checks(text: str, seen: Looked, form: str = "") -> None:
    """The faults with their lines, then what is only doubtful; a screen reader hears changes.

    Where a field of a `form` shows the place, its label comes first, then where the file has it.
    """
    lines = text.splitlines()
    if seen.faults:
        n = len(seen.faults)
        head = plural("■ One thing does not fit", "■ {n} things do not fit", n)
        rows = "".join(_fault(one, lines, form) for one in seen.faults[:_MOST])
        left = _("… and {n} more, once these are mended.").format(n=n - _MOST)
        more = f"<p>{left}</p>" if n > _MOST else ""
        st.html(f'<div role="status"><b>{head}</b><ul class="bullets">{rows}</ul>{more}</div>')
    elif seen.doubts:
        rows = "".join(_fault(one, lines, form) for one in seen.doubts[:_MOST])
        head = _("◆ It can be played. Worth a second look:")
        st.html(f'<div role="status"><b>{head}</b><ul class="bullets">{rows}</ul></div>')
    else:
        fits = _("✓ Everything fits together.")
        st.html(f'<div role="status"><b>{fits}</b></div>')


def told_short(seen: Looked) -> str:
    """How the checks came out, in a few words; what they say stands above the form."""
    if seen.faults:
        return plural(
            "■ One thing does not fit: see above", "■ {n} do not fit: see above", len(seen.faults)
        )
    if seen.doubts:
        return _("◆ It can be played, with a doubt: see above")
    return _("✓ Everything fits")


def _fault(one: Told, lines: list[str], form: str) -> str:
    there = lines[one.line - 1].strip() if 0 < one.line <= len(lines) else ""
    quoted = f"<code>{escape(there[:100])}</code>" if there else ""
    label = label_of(form, one) if form else ""
    if not label:
        return f"<li>{escape(str(one))}{f'<br>{quoted}' if quoted else ''}</li>"
    at = _("In the file, line {line}: {place}").format(line=one.line, place=one.place)
    words = f"<b>{escape(label)}</b>: {escape(one.words)}"
    return f"<li>{words}<br><small>{escape(at)}</small> {quoted}</li>"


def draw_text(one: Writing) -> None:
    """The file itself; what is typed here is in the form as soon as the field is left."""
    key = held(text_key(one.name, one.kind), one.text)
    args = (one.name, one.kind, key)
    st.text_area(_("The file"), key=key, height=720, on_change=_typed, args=args)
    st.caption(
        _(
            "Checked when you leave the field or press Ctrl+Enter. Lines that begin with # are "
            "notes for whoever reads the file; the form leaves them alone."
        )
    )
    with st.expander(_("The file with line numbers")):
        st.code(one.text, language="yaml", line_numbers=True, height=480)


def text_key(name: str, kind: Kind = SCENARIOS) -> str:
    """The key of the field of a file, before another edit changes that."""
    return f"{kind.id}_text_{name}"


def _typed(name: str, kind: Kind, key: str) -> None:
    if not is_echo(key):
        shown(name, kind).text = st.session_state[key]


def draw_save(
    one: Writing, *, after: str, ready: bool = True, at: str = _SAVE, told: str = ""
) -> None:
    """What keeps the text as a version, with a reason; where nothing changed, that is said.

    It stays in sight, so that `told` says there how the checks came out.
    """
    with st.container(key="bench_save"):
        draw_trouble(at)
        if saved := st.session_state.pop(f"{at}_done", None):
            st.success(saved)
        if not one.changed:
            st.caption(
                _("Everything is saved, as version {based_on}.").format(based_on=one.based_on)
                if one.based_on
                else _("Nothing is changed: these are the words that come with Right Party.")
            )
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            fits = draw_line(
                _("What you changed, and why"), LONGEST_SENTENCE, f"{at}_why", width=420
            )
            st.button(
                _("Save as a version"),
                type="primary",
                disabled=not (ready and fits),
                on_click=_save,
                args=(one.name, one.kind, at),
            )
            if one.saved:
                st.button(
                    _("Take back what is not saved"),
                    on_click=begin_again,
                    args=(one.name, one.kind),
                )
        short = f"**{told}** · " if told else ""
        st.caption(short + _("Not saved yet. {after}").format(after=after))


def _save(name: str, kind: Kind, at: str) -> None:
    one, why = shown(name, kind), f"{at}_why"
    try:
        kept = kind.save(name, one.text, st.session_state.get(why, ""), one.based_on)
    except SavedMeanwhile as error:
        keep_trouble(error, at)
        one.based_on = error.number  # they were told: the next save is a decision
        return
    except TrainingError as error:
        keep_trouble(error, at)
        return
    one.text = one.saved = kept.text  # what is counted for whoever writes is in it now
    one.based_on = kept.number
    st.session_state[why] = ""
    st.session_state[f"{at}_done"] = _("Saved as version {number} at {now:%H:%M}.").format(
        number=kept.number, now=now()
    )
