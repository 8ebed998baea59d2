"""The app: page settings, navigation and foot; the pages do the rest.

`streamlit run` imports this file and serves the `app` that it finds; for each reader it then runs
the same file as a script. A host that knows no such app runs the script alone.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from geo import messages


def main() -> None:
    """Run the page that the reader has chosen, under its own title."""
    # Before the navigation, or the browser asks another host for the icon of the page.
    st.set_page_config(messages.PAGE_TITLE, page_icon="pages/web/icon.png", layout="wide")
    atlas = st.Page("pages/atlas.py", title="Atlas", default=True)
    page = st.navigation(
        [
            atlas,
            st.Page("pages/season.py", title=messages.SEASON),
            st.Page("pages/articles.py", title=messages.ARTICLES_PAGE),
            st.Page("pages/voyages.py", title=messages.VOYAGES),
            st.Page("pages/evidence.py", title=messages.EVIDENCE),
            st.Page("pages/share.py", title=messages.SHARE),
            st.Page("pages/about.py", title=messages.ABOUT),
            # Linked from Evidence and from About; their addresses are as those of the others.
            st.Page("pages/names.py", title=messages.NAMES, visibility="hidden"),
            st.Page("pages/hosting.py", title=messages.HOSTING, visibility="hidden"),
        ],
        position="hidden" if st.context.is_embedded else "top",
    )
    if page != atlas:
        st.set_page_config(f"{page.title} · {messages.APP}")
        with st.container(key="brand"):
            st.page_link(atlas, label=messages.APP)
    page.run()
    keep_connected(has_own=has_own())
    keep_for_good()


if __name__ == "__main__":
    from pages._components import keep_connected
    from pages._user_articles import has_own
    from pages._warm import keep_for_good

    main()
else:
    from streamlit.runtime.pages_manager import PagesManager

    from pages._document import Completed
    from pages._files import KeptByContent, PackedOnce
    from pages._sheet import ServedSheet
    from pages._sockets import FullRunFirst, MapFirst
    from pages._unknown import UnknownPages
    from pages._warm import warmed_up

    # Else Streamlit takes any folder of this name for its older kind of navigation at first.
    PagesManager.uses_pages_directory = False
    own = {page.stem for page in Path(__file__).parent.glob("pages/[!_]*.py")}
    between = [
        Middleware(UnknownPages, pages=own, home="atlas"),
        Middleware(Completed),
        Middleware(FullRunFirst),
        Middleware(MapFirst),
        Middleware(PackedOnce),
        Middleware(KeptByContent),
        Middleware(ServedSheet),
    ]
    app = st.App(__file__, lifespan=warmed_up, middleware=between)
