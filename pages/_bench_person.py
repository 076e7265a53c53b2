"""People of the bench: who there is and where they come up; one of them as form and file."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from datafiles import DataFileError, read_text, text_of, told
from pages._bench import Looked, Writing, around, own_names, title_of, writing
from pages._bench_facts import draw_facts
from pages._bench_file import draw_checks, draw_save, draw_text, file_of, told_short
from pages._bench_new_person import draw_new_person
from pages._bench_people import draw_traits
from pages._bench_table import listed
from pages._bench_versions import draw_versions
from pages._fields import Fields, draw_form_fault
from pages._parts import name_tab, plain
from pages._shipped import bench, shelf
from pages._sides import draw_switch
from pages._texts import _
from pages._within import draw_way
from simulator.library import FOLDER, PEOPLE, persona_files
from simulator.persona import Pronoun
from training.bench import PERSON, opened_person

_SAVE = "bench_person_saving"
_PRONOUNS = {one.value: one.value for one in Pronoun}
_MOST_NAMED = 4


def draw_people_page() -> None:
    """Everybody who can be called, the house's own first, and in which scenarios they come up."""
    st.write(
        _(
            "People are apart from their debts: one person can come up in several scenarios. Those "
            "who come with Right Party stay as they are; begin somebody new as one of them is."
        )
    )
    draw_new_person()
    named, own = _named(), own_people()
    st.subheader(_("Your house's own"), anchor=False)
    if not own:
        st.info(_("There is nobody yet. *Somebody new* begins from the sheet or from another."))
    _links(own, named)
    st.subheader(_("Who come with Right Party"), anchor=False)
    _links(tuple(one for one in sorted(around().personas) if one not in own), named)


def draw_person(name: str) -> None:
    """One of them: the house's own to be written, the others to be read."""
    titles = _named().get(name, ())
    if name in own_people():
        _own(name, titles)
    elif name in around().personas:
        one = around().personas[name]
        name_tab(one.name)
        st.title(plain(one.name), anchor=False)
        st.caption(_("Comes with Right Party and stays as they are."))
        _used(titles)
        text = text_of(FOLDER / PEOPLE / f"{name}.yaml")
        st.code(text, language="yaml", line_numbers=True, wrap_lines=True)
    else:
        st.title(_("There is no such person"), anchor=False)
    back = st.query_params.get("back", "")
    if back in own_names():
        title = title_of(back, writing(back).text)
        draw_way(_("Back to “{title}”").format(title=title), scenario=back)
    draw_way(_("To all people"), begin="people")


def own_people() -> tuple[str, ...]:
    """The house's own people, broken files too."""
    return tuple(path.stem for path in persona_files(bench().folder))


def _own(name: str, titles: tuple[str, ...]) -> None:
    one = writing(f"{PERSON}{name}")
    content = _content(one)
    called = str(content.get("name") or name)
    name_tab(called)
    st.title(plain(called), anchor=False)
    st.caption(_("{name}.yaml · one of your house's own people").format(name=name))
    _used(titles)
    seen = _looked(one)
    checks = st.container()
    draw_switch({_("Form"): "side_form", _("File"): "side_file"}, "person_side")
    left, right = st.columns([1, 1], gap="medium")
    with left, st.container(key="side_form"):
        _form(one, content)
    with right, st.container(key="side_file"):
        draw_text(one)
    with st.expander(_("What of their life may come up in any call")):
        draw_facts(Fields(one.name, content), ("life",))
    with checks:
        draw_checks(one.text, seen, file_of(one))
    after = _("Scenarios in which they come up are drafts again until they are proven anew.")
    if seen.faults:
        after = _("It can be saved once it is whole.")
    draw_save(one, after=after, ready=not seen.faults, at=_SAVE, told=told_short(seen))
    with st.expander(_("Versions")):
        draw_versions(one.name)


def _content(one: Writing) -> dict[str, object]:
    try:
        content = read_text(one.text, "")
    except DataFileError:
        return {}
    return content if isinstance(content, dict) else {}


def _looked(one: Writing) -> Looked:
    try:
        opened_person(bench(), one.name, one.text)
    except DataFileError as error:
        return Looked(None, faults=told(error))
    return Looked(None)


def _form(one: Writing, content: dict[str, object]) -> None:
    if not content:
        st.info(_("The form waits until the file can be read."))
        return
    fields = Fields(one.name, content)
    draw_form_fault()
    with st.expander(_("Who they are"), expanded=True):
        fields.words(_("First and last name"), ("name",))
        fields.choice(_("Others say"), ("pronoun",), _PRONOUNS, hint="they")
        fields.words(_("About them, for whoever writes and plays"), ("about",), long=True)
        fields.words(_("What they need in order to talk"), ("needs",), hint=_("nothing"))
    with st.expander(_("How they are"), expanded=True):
        st.caption(_("0 to 100 each. A scenario may set any of it for one call."))
        draw_traits(fields, ("temperament",))
    with st.expander(_("How they deal with offers")):
        at = "bargaining"
        fields.yes(_("Names a number unasked"), (at, "offers_first"))
        fields.yes(_("Promises more than they have"), (at, "promises_beyond_means"))
        fields.number(_("Worries they settle before a yes"), (at, "tests_before_accepting"), 0, 3)
        fields.number(_("Gives in at a tension of"), (at, "gives_in_at_tension"), 0, 100)
    st.caption(_("A language of their own is written in the file: docs/scenarios.md, A person."))


def _links(names: tuple[str, ...], named: Mapping[str, tuple[str, ...]]) -> None:
    lines = "".join(_line(name, named.get(name, ())) for name in names)
    if lines:
        st.html(f'<dl class="handbook">{lines}</dl>')


def _line(name: str, titles: tuple[str, ...]) -> str:
    one = around().personas.get(name)
    called = one.name if one else f"{name}.yaml"
    about = one.about if one else _("■ The file has faults.")
    return (
        f'<dt><a href="scenarios?person={escape(name)}" target="_self">{escape(called)}</a></dt>'
        f"<dd>{escape(about)}<br><small>{escape(_where(titles))}</small></dd>"
    )


def _where(titles: tuple[str, ...]) -> str:
    if not titles:
        return _("In no scenario yet.")
    more = len(titles) - _MOST_NAMED
    first = ", ".join(f"“{one}”" for one in titles[:_MOST_NAMED])
    told = _("In {titles} and {n} more.") if more > 0 else _("In {titles}.")
    return told.format(titles=first, n=more)


def _used(titles: tuple[str, ...]) -> None:
    st.caption(_where(titles))


def _named() -> dict[str, tuple[str, ...]]:
    """In which scenarios each person comes up, by title; a draft counts as it is saved."""
    found: dict[str, list[str]] = {}
    for one in shelf().scenarios.values():
        for name in one.personas:
            found.setdefault(name, []).append(one.title)
    for own in own_names():
        try:
            text = text_of(bench().path(own))
            content = read_text(text, own)
        except DataFileError:
            continue
        for name in _people_in(content):
            found.setdefault(name, []).append(title_of(own, text))
    return {name: tuple(titles) for name, titles in found.items()}


def _people_in(content: object) -> set[str]:
    """Whom a file names, also one that cannot be used yet."""
    if not isinstance(content, dict):
        return set()
    parts = [content, *(one for one in listed(content.get("queue")) if isinstance(one, dict))]
    answers = [one for part in parts for one in listed(part.get("answered_by"))]
    named = [part.get("consumer") for part in parts]
    named += [one.get("persona") for one in answers if isinstance(one, dict)]
    return {one for one in named if isinstance(one, str)}
