"""The app: page settings, navigation and foot; the pages do the rest."""

import streamlit as st

from geo import words

st.set_page_config(page_title=words.PAGE_TITLE, page_icon="pages/web/icon.png", layout="wide")
page = st.navigation(
    [
        st.Page("pages/atlas.py", title="Atlas", icon=":material/explore:", default=True),
        st.Page("pages/articles.py", title=words.ARTICLES_PAGE, icon=":material/upload_file:"),
        st.Page("pages/evidence.py", title=words.EVIDENCE, icon=":material/format_quote:"),
        st.Page("pages/names.py", title=words.NAMES, icon=":material/label:"),
        st.Page("pages/share.py", title=words.SHARE, icon=":material/ios_share:"),
        st.Page("pages/about.py", title=words.ABOUT, icon=":material/info:"),
        st.Page("pages/hosting.py", title=words.HOSTING, icon=":material/cloud:"),
    ],
    position="hidden" if st.context.is_embedded else "top",
)
page.run()
