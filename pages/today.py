"""Today: the next best thing, what is due, and how the last call went."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import streamlit as st

from pages._as_a_trainee import COHORT, choose_trainee, draw_gates_ahead
from pages._checking import checker
from pages._coached import draw_notes
from pages._entrance import enter
from pages._floor import now, store
from pages._parts import day, name_tab
from pages._path import draw_path
from pages._shipped import scenarios, stock
from pages._texts import _, plural
from pages._who import DOES, acting, coaches, role_name, roles_here
from scoring.marks import Dimension
from training.assignments import Assignment, Stage, assignments
from training.drilling import count_due
from training.models import Role
from training.on_a_path import OnAPath, own_path_stands
from training.progress import Step, progress
from training.standing import finished, standings
from training.today import NextThing, Why, days_in_a_row, next_thing

_SHORT_ROW = 2


def draw() -> None:
    """One card on top, then dates, then the last call."""
    name_tab(_("Today"))
    st.title(_("Today"), anchor=False)
    if COHORT in st.query_params and coaches():
        _as_one_of_them(st.query_params[COHORT])
        return
    steps = progress(store(), acting())
    thing = next_thing(steps, standings(store(), acting(), steps), scenarios(), now())
    if thing is None:
        st.write(_("There is no call to practise here yet: no scenario file can be used."))
        st.page_link("pages/practise.py", label=_("See why"))
        return
    if not steps:
        _first_words()
        _explain_roles()
    draw_notes({step.attempt_id: step.title for step in steps})
    _next(thing)
    _paths(own_path_stands(store(), acting(), stock()))
    _drill(count_due(store(), acting(), stock(), now()))
    _assigned(assignments(store(), acting()), now().date())
    if steps:
        _last(steps)


def _explain_roles() -> None:
    """To whoever is new and has more than one role: what each is for, and where to change it."""
    roles = roles_here()
    if len(roles) > 1:
        told = "; ".join(f"**{role_name(role)}** {DOES[role]}" for role in roles)
        st.markdown(
            _(
                "You have more than one role: {roles}. Which one you act in is chosen at the foot "
                "of every page, under *Your role now*; the pages at the top follow it."
            ).format(roles=told)
        )
    if Role.ADMINISTRATOR in roles and Role.TRAINER not in roles:
        st.markdown(
            _(
                "Whoever writes scenarios is a trainer: act as {administrator} and give yourself "
                "that role under *People*; *Scenarios* is then among the pages at the top."
            ).format(administrator=role_name(Role.ADMINISTRATOR).lower())
        )


def _first_words() -> None:
    st.write(
        _(
            "Here you practise calls in writing: somebody picks up, you find out who it is and "
            "what is possible, and afterwards you read what worked. Nobody sees what you "
            "practise privately."
        )
    )


def _as_one_of_them(cohort_id: str) -> None:
    """For a trainer: this page as a trainee of a cohort has it; read, and nothing of it kept."""
    seen = choose_trainee(cohort_id)
    if seen is None:
        return
    thing = next_thing(seen.steps, finished(seen.steps), scenarios(), now())
    if not seen.steps:
        _first_words()
    if thing is not None:
        _next(thing)
    _paths(seen.paths)
    _drill(0)
    _assigned(seen.given, now().date())
    draw_gates_ahead(seen)


def _next(thing: NextThing) -> None:
    """The card, with one way on."""
    page, label = _ways(thing)
    with st.container(border=True, key="next_thing", width=800):
        st.caption(_("The next best thing"))
        st.subheader(_heading(thing), anchor=False)
        st.write(_SENTENCES[thing.why](thing))
        st.page_link(page, label=label, query_params=_query(thing))


def _paths(going: Sequence[OnAPath]) -> None:
    """The paths of one's cohorts, each with what is ahead."""
    if going:
        st.subheader(_("Your path"), anchor=False)
    for one in going:
        with st.container(key=f"path_{one.given.cohort_id}_{one.given.path.id}", width=800):
            draw_path(one, now().date(), scenarios(), checker().by_id)


def _drill(due: int) -> None:
    """Three minutes of small questions, and whether any of them comes again."""
    told = _("Three minutes of small questions, each explained.")
    if due:
        told += " " + plural("One of them comes again today.", "{n} of them come again today.", due)
    with st.container(border=True, key="drill_of_the_day", width=800):
        st.caption(_("Drill of the day"))
        st.write(told)
        st.page_link("pages/drill.py", label=_("To the drill"))


def _heading(thing: NextThing) -> str:
    if thing.why is Why.SAY_ANEW:
        return _("Say turn {turn} again").format(turn=thing.turn)
    return thing.scenario.title.replace("$", r"\$")


def _ways(thing: NextThing) -> tuple[str, str]:
    match thing.why:
        case Why.GO_ON:
            return "pages/call.py", _("Go on where you were")
        case Why.SAY_ANEW:
            return "pages/rewind.py", _("Back to that turn")
        case _:
            return "pages/brief.py", _("Read the brief")


def _query(thing: NextThing) -> dict[str, str]:
    if thing.attempt_id is None:
        return {"scenario": thing.scenario.id}
    turn = {} if thing.turn is None else {"from": str(thing.turn)}
    return {"attempt": thing.attempt_id, **turn}


def _minutes(thing: NextThing) -> str:
    return plural(
        "About {n} minute, level {level}.",
        "About {n} minutes, level {level}.",
        thing.scenario.minutes,
        level=thing.scenario.level,
    )


def _weakest(thing: NextThing) -> str:
    name = _(thing.dimension.label) if thing.dimension else ""
    told = _(
        "{name} is where most is left to win: {mean:.0f} of 100 over your last {count} calls."
    ).format(name=name, mean=thing.mean, count=thing.count)
    return f"{told} {_minutes(thing)}"


_SENTENCES: dict[Why, Callable[[NextThing], str]] = {
    Why.FIRST: lambda thing: f"{_('A first call, to see how it goes.')} {_minutes(thing)}",
    Why.GO_ON: lambda _thing: _("You are in the middle of it; everything is as you left it."),
    Why.SAY_ANEW: lambda thing: (
        _(
            "In *{title}* that turn must change. Go back to it, say something else and see both "
            "ends side by side."
        ).format(title=thing.scenario.title)
    ).replace("$", r"\$"),
    Why.WEAKEST: _weakest,
    Why.NOT_PASSED: lambda thing: f"{_('You have not passed this one yet.')} {_minutes(thing)}",
    Why.LONG_AGO: lambda thing: (
        f"{_('You passed everything; this one is the longest ago.')} {_minutes(thing)}"
    ),
}

_DUE = {
    Stage.OPEN: _("due {day}, from {by}"),
    Stage.OVERDUE: _("■ was due {day}, from {by}"),
}


def _assigned(given: Iterable[Assignment], today: date) -> None:
    """What somebody gave to practise and is not done."""
    ahead = [one for one in given if one.stage(today) in _DUE]
    if not ahead:
        return
    st.subheader(_("Given to you"), anchor=False)
    for one in ahead:
        with st.container(key=f"assigned_{one.id}"):
            due = _DUE[one.stage(today)].format(day=day(one.due, weekday=True), by=one.by)
            st.page_link(
                "pages/brief.py", label=one.title, query_params={"scenario": one.scenario_id}
            )
            st.text(due + (f": {one.note}" if one.note else ""))


def _last(steps: tuple[Step, ...]) -> None:
    """The last call in a sentence, and how many days in a row."""
    last = steps[-1]
    st.subheader(_("Your last call"), anchor=False)
    st.page_link("pages/scorecard.py", label=last.title, query_params={"attempt": last.attempt_id})
    st.text(f"{day(last.started_at, weekday=True)}: {_came_to(last)}")
    row = days_in_a_row(steps, now().date())
    if row >= _SHORT_ROW:
        st.caption(_("You practised on {row} days in a row.").format(row=row))


def _came_to(step: Step) -> str:
    if step.with_care:
        return _("finished.")
    if step.grade is None:
        return _("nothing was said that could be marked.")
    told = _CAME_TO[step.passed].format(grade=step.grade)
    best = max(step.scores.items(), key=lambda pair: pair[1] or 0, default=None)
    if not best or not best[1]:
        return told
    name = _(Dimension(best[0]).label).lower()
    return f"{told} {_('Strongest: {name}.').format(name=name)}"


_CAME_TO = {
    True: _("{grade:.0f} of 100, passed."),
    False: _("{grade:.0f} of 100, the bar not passed yet."),
    None: _("{grade:.0f} of 100."),
}


enter(draw)
