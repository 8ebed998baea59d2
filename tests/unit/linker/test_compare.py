"""What reads differently: links now and then, apart from what a reader's edits settle."""

import pytest

from geo.linker.compare import AffectedEdit, Differences, Found, compare
from geo.linker.edits import Edit
from geo.linker.links import Link
from geo.linker.mentions import Mention

NOW = [
    Link("nsr", "talk.2", (Mention(5, 8, "NSR", "nsr", "route", "name"),)),
    Link("RU", "talk.2", (Mention(10, 16, "Russia", "RU", "state", "name"),)),
    Link("NO", "talk.10", (Mention(90, 96, "Norway", "NO", "state", "name"),)),
    Link("US", "other.1", (Mention(0, 2, "US", "US", "state", "name"),)),
]
SAME: Found = {
    "talk": frozenset({("nsr", "talk.2"), ("RU", "talk.2"), ("NO", "talk.10")}),
}


def found(
    edits: list[Edit], earlier: Found | None = None, *, articles: tuple[str, ...] = ("talk",)
) -> Differences:
    return compare(NOW, SAME if earlier is None else earlier, edits, articles=articles)


def effects(edits: list[Edit], earlier: Found | None = None) -> list[str]:
    return [each.effect for each in found(edits, earlier).edits]


def test_the_same_links_are_no_difference() -> None:
    assert not found([])
    assert not found([Edit("reject", "talk.2", "RU"), Edit("change", "talk.2", "nsr", to="nwp")])


def test_links_that_are_new_or_gone_are_named_in_the_order_of_the_passages() -> None:
    earlier = {"talk": frozenset({("nsr", "talk.2"), ("CN", "talk.10"), ("JP", "talk.9")})}
    differing = found([], earlier)
    assert differing.new == (("RU", "talk.2"), ("NO", "talk.10"))
    assert differing.gone == (("JP", "talk.9"), ("CN", "talk.10"))
    assert differing.unknown == frozenset()


def test_an_article_without_links_then_is_known() -> None:
    differing = found([], {"talk": frozenset()})
    assert len(differing.new) == 3
    assert not differing.unknown


def test_of_an_article_that_the_file_does_not_hold_only_edits_are_compared() -> None:
    differing = found([Edit("reject", "talk.3", "RU")], {}, articles=("talk", "other"))
    assert (differing.new, differing.gone) == ((), ())
    assert differing.edits == (AffectedEdit(Edit("reject", "talk.3", "RU"), "reject"),)
    assert differing.unknown == {"talk", "other"}


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize(
    ("edit", "effect"),
    [
        (Edit("reject", "talk.2", "CN"), "reject"),
        (Edit("change", "talk.2", "CN", to="JP"), "change"),
        (Edit("change", "talk.2", "CN", to="RU"), "changed"),
        (Edit("add", "talk.2", "RU"), "add"),
        (Edit("add", "talk.2", "RU", start=10, end=16), "add"),
    ],
)
def test_an_edit_that_has_lost_its_link_says_so_and_is_no_second_difference(
    edit: Edit, effect: str, *, is_known: bool
) -> None:
    then = {("nsr", "talk.2"), ("NO", "talk.10"), ("CN", "talk.2")}
    then |= set() if "RU" in {edit.feature, edit.to} else {("RU", "talk.2")}
    then -= {("CN", "talk.2")} if edit.action == "add" else set()
    differing = found([edit], {"talk": frozenset(then)} if is_known else {})
    assert [each.effect for each in differing.edits] == [effect]
    assert (differing.new, differing.gone) == ((), ())


def test_words_of_an_added_link_that_now_mention_another_feature_are_named() -> None:
    edit = Edit("add", "talk.2", "CN", start=8, end=16)
    then = {"talk": SAME["talk"] - {("RU", "talk.2")}}
    for earlier in (then, {}):
        (affected,) = found([edit], earlier).edits
        assert (affected.effect, affected.other) == ("covered", "RU")
    assert effects([edit]) == [], "they did so when the file was saved"
    assert effects([Edit("add", "talk.2", "CN", start=17, end=20)], then) == []
    assert effects([Edit("add", "talk.2", "CN")], then) == []


def test_an_edit_that_had_no_link_then_either_is_not_affected() -> None:
    assert effects([Edit("reject", "talk.2", "CN")]) == []
    assert effects([Edit("add", "talk.2", "RU")]) == []
    assert effects([Edit("add", "talk.2", "RU", start=10, end=16)]) == []


def test_edits_are_applied_in_order() -> None:
    twice = [Edit("reject", "talk.2", "CN"), Edit("reject", "talk.2", "CN")]
    assert effects(twice, {}) == ["reject"]
    own = [Edit("add", "talk.2", "CN"), Edit("reject", "talk.2", "CN")]
    assert effects(own) == []
    chain = [
        Edit("change", "talk.2", "RU", to="CN"),
        Edit("change", "talk.2", "CN", to="JP"),
        Edit("reject", "talk.2", "JP"),
    ]
    assert effects(chain) == []
    assert effects(chain, {}) == []


def test_what_is_removed_is_no_longer_a_difference() -> None:
    edits = [Edit("reject", "talk.3", "RU"), Edit("reject", "other.3", "RU")]
    differing = found(edits, {"talk": frozenset()}, articles=("talk", "other"))
    assert differing.unknown == {"other"}
    less = differing.within(["talk"], edits)
    assert not less.unknown
    assert less.new == differing.new
    assert not differing.within([], [])
