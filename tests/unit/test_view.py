"""The view, its address and its sentence."""

import random
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.view import (
    FRAMES,
    KEYS,
    MATCHES,
    ROLES,
    Known,
    View,
    from_query,
    to_address,
    to_query,
)

KNOWN = Known(
    nations=("CA", "DK", "NO", "RU", "US", "CN"),
    features=("nsr", "nwp", "arctic-bridge", "RU", "kara-sea"),
    passages=("000-a.1", "000-a.12", "001-b.3"),
    articles=("000-a", "001-b"),
    layers=("routes", "seas", "ports", "cities"),
    viewpoints=("un", "de-facto", "CA"),
    variants={"nsr": ("coastal", "northern"), "nwp": ("south",)},
    tour={"start": View(tour="start"), "1": View(feature="nsr", passage="000-a.1", tour="1")},
)


def random_view(seed: int) -> View:
    """Return one of the views that an address can hold."""
    pick = random.Random(seed)  # noqa: S311  a test's dice
    feature = pick.choice(["", *KNOWN.features])
    variant = pick.choice(["", *KNOWN.variants.get(feature, ())])

    def some(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(pick.sample(values, pick.randint(0, len(values))))

    return View(
        nations=some(tuple(KNOWN.nations)),
        match=pick.choice(MATCHES),
        role=pick.choice(["", *ROLES]),
        feature=feature,
        variant=variant,
        passage=pick.choice(["", *KNOWN.passages]),
        article=pick.choice(["", *KNOWN.articles]),
        frame=pick.choice(FRAMES),
        shown=some(tuple(KNOWN.layers)),
        hidden=some(tuple(KNOWN.layers)),
        at=pick.choice(["", "98.5_74.25_2.1", "-170_88_-1.5"]),
        viewpoint=pick.choice(["", *KNOWN.viewpoints]),
        month=pick.choice([0, 2, 9]),
    )


@pytest.mark.parametrize("seed", range(200))
def test_a_view_makes_a_round_trip_through_its_address(seed: int) -> None:
    view = random_view(seed)
    query = parse_qs(urlsplit(to_address(view)).query, keep_blank_values=True)
    assert from_query(query, KNOWN) == (view, [])


def test_the_first_view_has_an_empty_address() -> None:
    assert to_query(View()) == []
    assert to_address(View()) == "?"
    assert to_address(View(), base="https://a.org/") == "https://a.org/"
    assert to_address(View(feature="nsr"), base="https://a.org/") == "https://a.org/?feature=nsr"


def test_every_field_of_a_view_has_a_key_and_no_two_share_one() -> None:
    assert set(KEYS) == set(View.__dataclass_fields__)
    assert len(set(KEYS.values())) == len(KEYS)


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("nation", "XX", "nation"),
        ("viewpoint", "XX", "viewpoint"),
        ("feature", "atlantis", "feature"),
        ("frame", "globe", "map projection"),
        ("match", "some", "way of matching"),
        ("role", "owner", "role"),
        ("role", "territory", "role"),
        ("show", "dragons", "layer"),
        ("hide", "dragons", "layer"),
        ("variant", "sideways", "variant"),
        ("passage", "009-z.1", "passage"),
        ("article", "009-z", "article"),
        ("at", "98.5_74.25", "map position"),
        ("at", "181_74.25_2", "map position"),
        ("at", "98.5_90.1_2", "map position"),
        ("at", "98.5_74_99", "map position"),
        ("at", "1e9_74_nan", "map position"),
        ("at", "98,5_74_2", "map position"),
        ("month", "13", "month"),
        ("month", "0", "month"),
        ("month", "September", "month"),
        ("tour", "99", "step of the tour"),
    ],
)
def test_an_unknown_value_is_dropped_and_named(key: str, value: str, what: str) -> None:
    query = {"nation": ["RU"]}
    query[key] = [*query.get(key, []), value]
    view, notices = from_query(query, KNOWN)
    assert len(notices) == 1
    assert what in notices[0]
    assert value in notices[0]
    assert view == View(nations=("RU",))


@pytest.mark.parametrize("step", ["start", "1"])
def test_a_step_of_the_tour_has_an_address_of_its_own_and_decides_the_view(step: str) -> None:
    view = KNOWN.tour[step]
    assert to_address(view) == f"?tour={step}"
    assert from_query({"tour": [step], "nation": ["RU"]}, KNOWN) == (view, [])


def test_whatever_is_selected_from_a_step_leaves_the_tour() -> None:
    view = KNOWN.tour["1"]
    assert view.select("nwp") == View(feature="nwp")
    assert view.plain == View(feature="nsr", passage="000-a.1")
    assert to_address(view.plain) == "?feature=nsr&passage=000-a.1"


def test_a_known_value_among_unknown_ones_is_kept() -> None:
    view, notices = from_query({"nation": ["XX", "NO", "RU", "NO", "YY"]}, KNOWN)
    assert view.nations == ("NO", "RU")
    assert len(notices) == 2


def test_an_uploaded_article_gets_its_own_notice() -> None:
    _, notices = from_query({"article": ["my-notes"], "passage": ["my-notes.3"]}, KNOWN)
    assert all("own session" in notice for notice in notices)
    assert len(notices) == 2


def test_of_several_features_the_last_is_selected() -> None:
    assert from_query({"feature": ["nsr", "nwp"]}, KNOWN)[0].feature == "nwp"


def test_a_variant_belongs_to_its_feature() -> None:
    assert from_query({"feature": ["nsr"], "variant": ["coastal"]}, KNOWN)[0].variant == "coastal"
    view, notices = from_query({"feature": ["nwp"], "variant": ["coastal"]}, KNOWN)
    assert (view.feature, view.variant, len(notices)) == ("nwp", "", 1)


def test_foreign_keys_are_passed_over_in_silence() -> None:
    assert from_query({"utm_source": ["x"], "embed": ["true"]}, KNOWN) == (View(), [])


@given(
    st.dictionaries(
        st.sampled_from([*KEYS.values(), "__proto__", ""]),
        st.lists(st.text(max_size=40), max_size=5),
        max_size=12,
    )
)
@example({"feature": ["x" * 20_000]})
@example({"nation": [str(n) for n in range(5000)]})
@example({"feature": ["\x00", "\ud800", "\u202e", "../../etc"]})
@example({"feature": []})
def test_an_absurd_address_gives_a_view_of_known_ids_and_short_notices(
    query: dict[str, list[str]],
) -> None:
    view, notices = from_query(query, KNOWN)
    assert set(view.nations) <= set(KNOWN.nations)
    assert view.feature in {"", *KNOWN.features}
    assert view.frame in FRAMES
    assert view.role in {"", *ROLES}
    assert len(notices) <= 60 * len(KEYS)
    assert all(len(notice) < 400 for notice in notices)


def test_selecting_keeps_the_rest_of_the_view() -> None:
    view = View(
        nations=("RU",),
        frame="mercator",
        feature="nwp",
        variant="south",
        passage="p.1",
        at="98.5_74.25_2.1",
    )
    assert view.select("nsr") == View(nations=("RU",), frame="mercator", feature="nsr")
    assert view.select("nsr", passage="p.2", variant="v").passage == "p.2"


def test_a_page_that_does_not_exist_is_named_and_the_rest_is_read() -> None:
    view, notices = from_query({"page": ["nosuchpage"], "nation": ["CA"]}, KNOWN)
    assert view == View(nations=("CA",))
    assert len(notices) == 1
    assert "nosuchpage" in notices[0]
