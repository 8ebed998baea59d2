"""The app: page settings, navigation and foot; the pages do the rest."""

import streamlit as st

from geo import words

st.set_page_config(page_title=words.PAGE_TITLE, page_icon="pages/web/icon.png", layout="wide")
page = st.navigation(
    [
        st.Page("pages/atlas.py", title="Atlas", icon=":material/explore:", default=True),
    ],
    position="top",
)
page.run()
