"""Right Party: who is acting, and the list of pages."""

from pathlib import Path

import streamlit as st

from pages import _who
from pages._entrance import load, show
from pages._faults import watch_over_clicks
from pages._given_call import forget_call_if_left
from pages._keys import draw_keys
from pages._signing_in import ask
from pages._texts import _
from pages._ways import draw_ways

HERE = Path(__file__).parent

watch_over_clicks()
_who.look_once()

st.set_page_config(page_title="Right Party", page_icon="📞", layout="wide")
for sheet in ("look.css", "marks.css"):
    st.html(HERE / ".streamlit" / sheet)

WAYS = [
    st.Page("pages/today.py", title=_("Today"), default=True),
    st.Page("pages/practise.py", title=_("Practise")),
    st.Page("pages/progress.py", title=_("Progress")),
    st.Page("pages/check.py", title=_("Check a call")),
    st.Page("pages/rules.py", title=_("Rules")),
]
# Everybody's browser knows these addresses; those whose role they are for have them in the head.
judges, manages, hires = _who.judges(), _who.manages(), _who.looks_over()
coaches, reports = _who.coaches(), _who.reports()
JUDGING = [
    st.Page(f"pages/{name}.py", title=title, visibility="visible" if judges else "hidden")
    for name, title in (
        ("queue", _("Queue")),
        ("agreement", _("Agreement")),
        ("scenarios", _("Scenarios")),
    )
]
COACHING = [
    st.Page(f"pages/{name}.py", title=title, visibility="visible" if coaches else "hidden")
    for name, title in (("coaching", _("Coaching")), ("cohorts", _("Cohorts")))
]
REPORTING = [
    st.Page("pages/report.py", title=_("Report"), visibility="visible" if reports else "hidden")
]
MANAGING = [
    st.Page("pages/accounts.py", title=_("People"), visibility="visible" if manages else "hidden")
]
HIRING = [
    st.Page(
        "pages/work_samples.py",
        title=_("Work samples"),
        visibility="visible" if hires else "hidden",
    )
]
STEPS = [
    st.Page("pages/brief.py", title=_("Brief"), visibility="hidden"),
    st.Page("pages/call.py", title=_("Call"), visibility="hidden"),
    st.Page("pages/wrap_up.py", title=_("Wrap-up"), visibility="hidden"),
    st.Page("pages/scorecard.py", title=_("Scorecard"), visibility="hidden"),
    st.Page("pages/rewind.py", title=_("Rewind"), visibility="hidden"),
    st.Page("pages/own_data.py", title=_("Your data"), visibility="hidden"),
    st.Page("pages/drill.py", title=_("Drill"), visibility="hidden"),
    st.Page("pages/review.py", title=_("Review"), visibility="hidden"),
    st.Page("pages/rating.py", title=_("Rate a call"), visibility="hidden"),
    st.Page("pages/your_account.py", title=_("Your account"), visibility="hidden"),
    st.Page("pages/house.py", title=_("The house"), visibility="hidden"),
    st.Page("pages/own_rules.py", title=_("The house's own rules"), visibility="hidden"),
    st.Page("pages/rating_scales.py", title=_("Rating scales"), visibility="hidden"),
    st.Page("pages/coverage.py", title=_("Coverage"), visibility="hidden"),
    st.Page("pages/results.py", title=_("Results"), visibility="hidden"),
]

WORK_SAMPLE = st.Page("pages/candidate.py", title=_("Work sample"), visibility="hidden")

candidate = _who.candidate()
page = st.navigation(
    [*WAYS, *JUDGING, *COACHING, *REPORTING, *HIRING, *MANAGING, *STEPS, WORK_SAMPLE],
    position="hidden" if candidate or _who.LINK in st.query_params else "top",
)
if candidate and page is not WORK_SAMPLE:
    st.switch_page(WORK_SAMPLE)  # whatever the address: a candidate has this page alone
if page is not WORK_SAMPLE:
    draw_ways(
        [
            *WAYS,
            *(JUDGING if judges else ()),
            *(COACHING if coaches else ()),
            *(REPORTING if reports else ()),
            *(HIRING if hires else ()),
            *(MANAGING if manages else ()),
        ]
    )
acting = _who.somebody_is_acting()
forget_call_if_left(page.url_path, acting=acting)
if acting:
    st.empty()  # where the form to sign in was: else it stays, grey, until the page is drawn
    body, foot = st.container(), st.container()
    with foot:
        _who.draw_who()
        draw_keys()
    with body, _who.while_coming_in():
        show(page)
elif page is WORK_SAMPLE:
    show(page)
else:
    with st.container():
        ask()
    load()  # while somebody types their password
