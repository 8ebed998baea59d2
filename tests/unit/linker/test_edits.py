"""Edits of a reader: applied to what was found, taken back without a trace."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.linker.edits import Edit, applicable_edits, apply_edits, find_words
from geo.linker.lexicon import Name, load_lexicon
from geo.linker.links import Link, link_article
from geo.text.articles import Article, article_from_text, read_article

KINDS = {"RU": "state", "NO": "state", "nsr": "route", "nwp": "route", "kara-sea": "sea"}
TEXT = "Ice on the route\n\nRussia and Norway talked about the Northern Sea Route.\n\nNothing here."
PASSAGE = "talk.2"


@pytest.fixture(scope="module")
def article() -> Article:
    return article_from_text(TEXT, name="talk.txt")


@pytest.fixture(scope="module")
def links(article: Article) -> list[Link]:
    names = [Name("Northern Sea Route", "nsr", "route"), Name("Russia", "RU", "state")]
    lexicon = load_lexicon()
    assert {name.target for name in names} <= {*lexicon.targets()}
    return link_article(article, lexicon)


def named(links: list[Link], passage: str = PASSAGE) -> set[str]:
    return {link.feature for link in links if link.passage == passage}


def test_without_edits_the_links_are_as_found(links: list[Link]) -> None:
    assert apply_edits(links, [], kinds=KINDS) == links


def test_a_rejected_link_is_gone_and_the_others_stay(links: list[Link]) -> None:
    left = apply_edits(links, [Edit("reject", PASSAGE, "RU")], kinds=KINDS)
    assert named(left) == named(links) - {"RU"}


def test_a_changed_link_keeps_its_words_and_carries_the_rule_reader(links: list[Link]) -> None:
    changed = apply_edits(links, [Edit("change", PASSAGE, "nsr", to="nwp")], kinds=KINDS)
    link = next(link for link in changed if link.feature == "nwp")
    assert [(m.surface, m.rule, m.kind) for m in link.mentions] == [
        ("Northern Sea Route", "reader", "route")
    ]
    assert "nsr" not in named(changed)


def test_a_change_to_a_feature_that_is_named_already_joins_the_two(links: list[Link]) -> None:
    changed = apply_edits(links, [Edit("change", PASSAGE, "NO", to="RU")], kinds=KINDS)
    link = next(link for link in changed if (link.feature, link.passage) == ("RU", PASSAGE))
    assert [mention.surface for mention in link.mentions] == ["Russia", "Norway"]


def test_an_added_link_marks_the_words_that_the_reader_gave(
    article: Article, links: list[Link]
) -> None:
    start, end = find_words(article, "talk.3", "nothing")
    edit = Edit("add", "talk.3", "kara-sea", start=start, end=end)
    added = apply_edits(links, [edit], kinds=KINDS, articles=[article])
    (link,) = [link for link in added if link.passage == "talk.3"]
    assert [mention.surface for mention in link.mentions] == ["Nothing"]
    assert article.text[start:end] == "Nothing"


def test_an_added_link_without_words_stands_for_the_whole_passage(links: list[Link]) -> None:
    added = apply_edits(links, [Edit("add", "talk.3", "kara-sea")], kinds=KINDS)
    (link,) = [link for link in added if link.passage == "talk.3"]
    assert link.mentions == ()


def test_words_that_a_mention_covers_are_not_marked_twice(
    article: Article, links: list[Link]
) -> None:
    start, end = find_words(article, PASSAGE, "Sea Route")
    edit = Edit("add", PASSAGE, "kara-sea", start=start, end=end)
    added = apply_edits(links, [edit], kinds=KINDS, articles=[article])
    spans = sorted(
        (m.start, m.end) for link in added if link.passage == PASSAGE for m in link.mentions
    )
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "kara-sea" in named(added)


def test_edits_that_do_not_apply_do_nothing(links: list[Link]) -> None:
    idle = [
        Edit("reject", PASSAGE, "kara-sea"),
        Edit("change", PASSAGE, "RU", to="atlantis"),
        Edit("change", PASSAGE, "RU", to="RU"),
        Edit("add", PASSAGE, "atlantis"),
        Edit("reject", "elsewhere.1", "RU"),
    ]
    assert set(apply_edits(links, idle, kinds=KINDS)) == set(links)


features = st.sampled_from([*KINDS, "atlantis"])
edits = st.builds(
    lambda action, passage, feature, to, start: Edit(
        action,
        passage,
        feature,
        to=to if action == "change" else "",
        start=start if action == "add" else 0,
        end=start + 5 if action == "add" else 0,
    ),
    st.sampled_from(["reject", "change", "add"]),
    st.sampled_from(["talk.1", PASSAGE, "talk.3", "other.1"]),
    features,
    features,
    st.integers(0, len(TEXT)),
)


@given(made=st.lists(edits, max_size=12))
def test_the_same_edit_twice_is_one_and_an_undone_edit_leaves_no_trace(
    article: Article, links: list[Link], made: list[Edit]
) -> None:
    before = list(links)

    def apply(those: list[Edit]) -> list[Link]:
        return apply_edits(links, those, kinds=KINDS, articles=[article])

    assert apply(made + made[-1:]) == apply(made)
    assert apply([*made, Edit("reject", PASSAGE, "RU")][:-1]) == apply(made)
    assert apply([]) == before == links


@given(made=st.lists(edits, max_size=12))
def test_whatever_the_edits_mentions_lie_in_their_passage_and_never_overlap_inside_one_feature(
    article: Article, links: list[Link], made: list[Edit]
) -> None:
    fit = applicable_edits(made, [article], KINDS)
    for link in apply_edits(links, fit, kinds=KINDS, articles=[article]):
        passage = article.passage(link.passage)
        ends = [passage.start, *(m.end for m in link.mentions)]
        for mention, at in zip(link.mentions, ends, strict=False):
            assert at <= mention.start < mention.end <= passage.end
            assert article.text[mention.start : mention.end] == mention.surface


def test_words_are_found_as_written_first_then_in_any_case_and_spacing(article: Article) -> None:
    start, end = find_words(article, PASSAGE, "northern  sea\nroute")
    assert article.text[start:end] == "Northern Sea Route"
    assert find_words(article, PASSAGE, "Ice") == (0, 0)
    assert find_words(article, PASSAGE, "  ") == (0, 0)
    assert find_words(article, PASSAGE, "(.*)") == (0, 0)


def test_only_edits_whose_passage_features_and_words_are_here_fit(article: Article) -> None:
    good = [Edit("reject", PASSAGE, "RU"), Edit("change", PASSAGE, "RU", to="NO")]
    bad = [
        Edit("reject", "gone.1", "RU"),
        Edit("reject", PASSAGE, "atlantis"),
        Edit("change", PASSAGE, "RU", to="atlantis"),
        Edit("add", PASSAGE, "RU", start=0, end=5),
        Edit("add", PASSAGE, "RU", start=40, end=30),
    ]
    assert applicable_edits([*good, *bad], [article], KINDS) == good


def test_words_are_found_over_line_ends_in_either_case_to_the_letter() -> None:
    article = read_article("İce\n\nThe  KARA\tSea, kara\n sea İ froze.".encode(), name="a.txt")
    passage = article.passages[-2].id if len(article.passages) > 2 else article.passages[-1].id
    start, end = find_words(article, passage, "kara sea")
    assert article.text[start:end].split() == ["KARA", "Sea"]
    assert find_words(article, passage, "Kara Seas") == (0, 0)


def test_no_pattern_is_made_of_what_a_reader_types() -> None:
    article = read_article(b"Ice\n\nThe Kara Sea froze.", name="a.txt")
    re.purge()
    for number in range(20):
        find_words(article, "a.2", f"marker{number} Sea")
    assert "marker" not in str(list(re._cache))  # type: ignore[attr-defined]
