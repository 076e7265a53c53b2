"""Today: the next best thing, what is due, and how the last call went."""

from collections.abc import Callable, Iterable
from datetime import date

import streamlit as st

from pages._entrance import enter
from pages._floor import now, store
from pages._parts import day, name_tab
from pages._shipped import scenarios, stock
from pages._who import acting
from scoring.marks import Dimension
from training.assignments import Assignment, Stage, assignments
from training.drilling import count_due
from training.progress import Step, progress
from training.standing import standings
from training.today import NextThing, Why, days_in_a_row, next_thing

_SHORT_ROW = 2


def draw() -> None:
    """One card on top, then dates, then the last call."""
    name_tab("Today")
    st.title("Today", anchor=False)
    steps = progress(store(), acting())
    thing = next_thing(steps, standings(store(), acting()), scenarios(), now())
    if thing is None:
        st.write("There is no call to practise here yet: no scenario file can be used.")
        st.page_link("pages/practise.py", label="See why")
        return
    if not steps:
        st.write(
            "Here you practise calls in writing: somebody picks up, you find out who it is and "
            "what is possible, and afterwards you read what worked. Nobody sees what you practise "
            "privately."
        )
    _next(thing)
    _drill()
    _assigned(assignments(store(), acting()), now().date())
    if steps:
        _last(steps)


def _next(thing: NextThing) -> None:
    """The card, with one way on."""
    page, label = _ways(thing)
    with st.container(border=True, key="next_thing", width=800):
        st.caption("The next best thing")
        st.subheader(_heading(thing), anchor=False)
        st.write(_SENTENCES[thing.why](thing))
        st.page_link(page, label=label, query_params=_query(thing))


def _drill() -> None:
    """Three minutes of small questions, and whether any of them comes again."""
    due = count_due(store(), acting(), stock(), now())
    again = {0: "", 1: " One of them comes again today."}.get(
        due, f" {due} of them come again today."
    )
    with st.container(border=True, key="drill_of_the_day", width=800):
        st.caption("Drill of the day")
        st.write(f"Three minutes of small questions, each explained.{again}")
        st.page_link("pages/drill.py", label="To the drill")


def _heading(thing: NextThing) -> str:
    if thing.why is Why.SAY_ANEW:
        return f"Say turn {thing.turn} again"
    return thing.scenario.title.replace("$", r"\$")


def _ways(thing: NextThing) -> tuple[str, str]:
    match thing.why:
        case Why.GO_ON:
            return "pages/call.py", "Go on where you were"
        case Why.SAY_ANEW:
            return "pages/rewind.py", "Back to that turn"
        case _:
            return "pages/brief.py", "Read the brief"


def _query(thing: NextThing) -> dict[str, str]:
    if thing.attempt_id is None:
        return {"scenario": thing.scenario.id}
    turn = {} if thing.turn is None else {"from": str(thing.turn)}
    return {"attempt": thing.attempt_id, **turn}


def _minutes(thing: NextThing) -> str:
    return f"About {thing.scenario.minutes} minutes, level {thing.scenario.level}."


def _weakest(thing: NextThing) -> str:
    name = thing.dimension.label.lower() if thing.dimension else ""
    return (
        f"{name.capitalize()} is where most is left to win: {thing.mean:.0f} of 100 over your last "
        f"{thing.count} calls. {_minutes(thing)}"
    )


_SENTENCES: dict[Why, Callable[[NextThing], str]] = {
    Why.FIRST: lambda thing: f"A first call, to see how it goes. {_minutes(thing)}",
    Why.GO_ON: lambda _: "You are in the middle of it; everything is as you left it.",
    Why.SAY_ANEW: lambda thing: (
        f"In *{thing.scenario.title}* that turn must change. Go back to it, say something else and "
        "see both ends side by side."
    ).replace("$", r"\$"),
    Why.WEAKEST: _weakest,
    Why.NOT_PASSED: lambda thing: f"You have not passed this one yet. {_minutes(thing)}",
    Why.LONG_AGO: lambda thing: (
        f"You passed everything; this one is the longest ago. {_minutes(thing)}"
    ),
}

_DUE = {Stage.OPEN: "due", Stage.OVERDUE: "was due"}


def _assigned(given: Iterable[Assignment], today: date) -> None:
    """What somebody gave to practise and is not done."""
    ahead = [one for one in given if one.stage(today) in _DUE]
    if not ahead:
        return
    st.subheader("Given to you", anchor=False)
    for one in ahead:
        with st.container(key=f"assigned_{one.id}"):
            due = f"{_DUE[one.stage(today)]} {day(one.due, weekday=True)}"
            late = "■ " if one.stage(today) is Stage.OVERDUE else ""
            st.page_link(
                "pages/brief.py", label=one.title, query_params={"scenario": one.scenario_id}
            )
            st.text(f"{late}{due}, from {one.by}" + (f": {one.note}" if one.note else ""))


def _last(steps: tuple[Step, ...]) -> None:
    """The last call in a sentence, and how many days in a row."""
    last = steps[-1]
    st.subheader("Your last call", anchor=False)
    st.page_link("pages/scorecard.py", label=last.title, query_params={"attempt": last.attempt_id})
    st.text(f"{day(last.started_at, weekday=True)}: {_came_to(last)}")
    row = days_in_a_row(steps, now().date())
    if row >= _SHORT_ROW:
        st.caption(f"You practised on {row} days in a row.")


def _came_to(step: Step) -> str:
    if step.with_care:
        return "finished."
    if step.grade is None:
        return "nothing was said that could be marked."
    passed = {True: ", passed", False: ", the bar not passed yet", None: ""}[step.passed]
    best = max(step.scores.items(), key=lambda pair: pair[1] or 0, default=None)
    strong = f" Strongest: {Dimension(best[0]).label.lower()}." if best and best[1] else ""
    return f"{step.grade:.0f} of 100{passed}.{strong}"


enter(draw)
