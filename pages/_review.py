"""Controls for reviewing links: one link with its passage, its corrections, the edits so far."""

import streamlit as st

from geo import messages
from geo.linker.edits import Edit, find_words
from geo.markup.evidence import Row, edit_words, place_in_article, quoted_link
from geo.text.articles import Article
from geo.text.readers.limits import FIELD_CHARS
from pages import _components, _differences, _state, _user_articles, _why
from pages._context import PageContext

_PASSAGE_WIDTH = 110
CHOSEN = "evidence-link"
"""Under this name the session keeps feature and passage of the chosen link."""
NO_LINK = ("", "")


def link_card(context: PageContext, row: Row) -> None:
    """Show a link's passage, a button to the map, and its corrections."""
    feature, passage = row.link.feature, row.passage.id
    with st.container(border=True, key="link-card"):
        with st.container(horizontal=True, key="card-tools"):
            st.button(
                messages.CLOSE_LINK,
                on_click=_state.store,
                args=(CHOSEN, NO_LINK),
                key="close",
                icon=":material/close:",
                type="tertiary",
            )
        _components.panel(quoted_link(row, context.pane), key="link")
        _why.link(context, row)
        with st.container(horizontal=True):
            if st.button(
                messages.TO_MAP,
                icon=":material/explore:",
                key="to-map",
                on_click=_state.select,
                args=(feature,),
                kwargs={"passage": passage},
            ):
                _components.open_atlas()
            st.button(
                messages.REJECT,
                help=messages.REJECT_HELP,
                on_click=_user_articles.add_edit,
                args=(Edit("reject", passage, feature),),
                key="reject",
            )
        with st.expander(messages.CHANGE):
            change(context, row)
        with st.expander(messages.ADD):
            add(context, row.article, passage)


def feature_choice(context: PageContext, label: str, key: str) -> str:
    """Show the choice of a feature by name; return its id or ''."""
    features = context.catalogue.features
    chosen = st.selectbox(
        label,
        sorted(features, key=context.name_of),
        index=None,
        format_func=lambda identity: f"{context.name_of(identity)} ({identity})",
        placeholder=messages.SEARCH_PLACEHOLDER,
        key=key,
    )
    return chosen or ""


def change(context: PageContext, row: Row) -> None:
    """Show the form to change the link to another feature."""
    with st.form(f"change-{row.passage.id}-{row.link.feature}", border=False):
        to = feature_choice(
            context, messages.CHANGE_TO, f"change-to-{row.passage.id}-{row.link.feature}"
        )
        if st.form_submit_button(messages.DO_CHANGE) and to:
            _user_articles.add_edit(Edit("change", row.passage.id, row.link.feature, to=to))
            st.rerun()


def add(context: PageContext, article: Article, passage: str) -> None:
    """Let a reader name a feature for a passage, with its words or without."""
    with st.form(f"add-{passage}", border=False):
        feature = feature_choice(context, messages.ADD_FEATURE, f"add-feature-{passage}")
        key = f"add-words-{passage}"
        named = st.text_input(messages.ADD_WORDS, key=key, max_chars=FIELD_CHARS)
        if not st.form_submit_button(messages.DO_ADD) or not feature:
            return
    start, end = find_words(article, passage, named)
    if named.strip() and end == 0:
        st.text(messages.ADD_NOT_FOUND)
        return
    _user_articles.add_edit(Edit("add", passage, feature, start=start, end=end))
    st.rerun()


def edits(context: PageContext) -> None:
    """Show the edits so far, each with undo, and a form to add a link anywhere."""
    st.caption(messages.EDITS_NOTE)
    _differences.differences(context)
    made = _user_articles.current().edits
    if made:
        st.button(messages.UNDO, on_click=_user_articles.undo, icon=":material/undo:", key="undo")
    else:
        st.text(messages.NO_EDITS)
    for number, edit in list(enumerate(made))[::-1]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"edit-{number}"):
            st.button(
                messages.UNDO_ONE,
                on_click=_user_articles.undo,
                args=(number,),
                key=f"back-{number}",
            )
            said = edit_words(edit.action, context.name_of(edit.feature), context.name_of(edit.to))
            st.text(" · ".join((said, *where_of(context, edit.passage))))
    with st.expander(messages.ADD_ANY):
        add_anywhere(context)


def where_of(context: PageContext, passage: str) -> tuple[str, ...]:
    """Return headline and place of a passage, as far as its article is among those shown."""
    return next(
        (
            (article.headline, place_in_article(article, one))
            for article in context.articles
            for one in article.passages
            if one.id == passage
        ),
        (),
    )


def add_anywhere(context: PageContext) -> None:
    """Let a reader choose any passage, then name a feature for it."""
    articles = {article.id: article for article in context.articles}
    chosen = st.selectbox(
        messages.ARTICLE_CHOICE,
        list(articles),
        format_func=lambda identity: articles[identity].headline,
        key="add-article",
    )
    if chosen not in articles:
        return
    article = articles[chosen]
    passages = {passage.id: passage for passage in article.passages if passage.is_linked}
    passage = st.selectbox(
        messages.ADD_PASSAGE,
        list(passages),
        format_func=lambda identity: article.quote(passages[identity])[:_PASSAGE_WIDTH],
        key=f"add-passage-{chosen}",
    )
    if passage in passages:
        add(context, article, passage)
