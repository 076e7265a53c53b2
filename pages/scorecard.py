"""The scorecard of an attempt that was handed in."""

import streamlit as st

from pages._opened import opened

opened()
st.title("Handed in")
st.write("Your call and your wrap-up are kept as they are. The scorecard follows here.")
st.page_link("pages/practise.py", label="To the scenarios")
