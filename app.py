"""Right Party: who is acting, and the list of pages."""

from pathlib import Path

import streamlit as st

from pages import _who
from pages._entrance import load, show
from pages._faults import watch_over_clicks
from pages._keys import draw_keys
from pages._signing_in import ask
from pages._ways import draw_ways

HERE = Path(__file__).parent

watch_over_clicks()

st.set_page_config(page_title="Right Party", page_icon="📞", layout="wide")
for sheet in ("look.css", "marks.css"):
    st.html(HERE / ".streamlit" / sheet)

WAYS = [
    st.Page("pages/today.py", title="Today", default=True),
    st.Page("pages/practise.py", title="Practise"),
    st.Page("pages/progress.py", title="Progress"),
    st.Page("pages/check.py", title="Check a call"),
    st.Page("pages/rules.py", title="Rules"),
]
# Everybody's browser knows these addresses; those whose role they are for have them in the head.
judges, manages = _who.judges(), _who.manages()
JUDGING = [
    st.Page(f"pages/{name}.py", title=title, visibility="visible" if judges else "hidden")
    for name, title in (
        ("queue", "Queue"),
        ("agreement", "Agreement"),
        ("scenarios", "Scenarios"),
    )
]
MANAGING = [
    st.Page("pages/accounts.py", title="People", visibility="visible" if manages else "hidden")
]
STEPS = [
    st.Page("pages/brief.py", title="Brief", visibility="hidden"),
    st.Page("pages/call.py", title="Call", visibility="hidden"),
    st.Page("pages/wrap_up.py", title="Wrap-up", visibility="hidden"),
    st.Page("pages/scorecard.py", title="Scorecard", visibility="hidden"),
    st.Page("pages/rewind.py", title="Rewind", visibility="hidden"),
    st.Page("pages/own_data.py", title="Your data", visibility="hidden"),
    st.Page("pages/drill.py", title="Drill", visibility="hidden"),
    st.Page("pages/rating.py", title="Rate a call", visibility="hidden"),
    st.Page("pages/your_account.py", title="Your account", visibility="hidden"),
    st.Page("pages/house.py", title="The house", visibility="hidden"),
]

page = st.navigation([*WAYS, *JUDGING, *MANAGING, *STEPS], position="top")
draw_ways([*WAYS, *(JUDGING if judges else ()), *(MANAGING if manages else ())])
if _who.somebody_is_acting():
    body, foot = st.container(), st.container()
    with foot:
        _who.draw_who()
        draw_keys()
    with body:
        show(page)
else:
    ask()
    load()  # while somebody types their password
