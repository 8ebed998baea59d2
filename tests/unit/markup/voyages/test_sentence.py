"""The sentence says the distance, compares honestly, and leaves out what is shut."""

import datetime as dt
from dataclasses import replace

from geo.escape import Markup, element
from geo.markup.voyages.sentence import (
    copy_text,
    headline,
    headline_text,
    method_line,
    method_row,
)
from geo.measure.voyages.records import DIRECT, Port, Ship, Variant, Voyage, Way
from tests.unit.markup.voyages import sample

WHOLE = (
    "Rotterdam to Yokohama: 6,960 to 7,460 nautical miles by the Northern Sea Route, "
    "11,300 by Suez: 34 to 38 % shorter. Distance only."
)


def shallow(way: Way) -> Way:
    """Return a way that is too shallow throughout."""
    variants = tuple(replace(one, shut="draught") for one in way.variants)
    return replace(way, variants=variants, shut="draught")


def all_ways(**changes: object) -> tuple[Way, ...]:
    """Return every way of the sample, changed alike."""
    return tuple(replace(way, **changes) for way in sample.voyage().ways)  # type: ignore[arg-type]


def test_the_sentence_of_the_drawings() -> None:
    assert headline_text(sample.voyage(), "nsr") == WHOLE


def test_the_lit_way_is_in_the_accent_and_the_rest_is_not() -> None:
    made = headline(sample.voyage(), "nsr")
    assert '<span class="lit"> by the Northern Sea Route</span>, 11,300 by Suez' in made
    assert '<span class="lit">6,960 to 7,460 </span>' in made


def test_a_longer_way_is_said_to_be_longer() -> None:
    said = headline_text(sample.voyage(), "cape")
    assert said.endswith(
        "14,580 nautical miles by the Cape of Good Hope, 11,300 by Suez: 29 % longer. "
        "Distance only."
    )


def test_a_way_as_long_as_the_usual_one_has_no_per_cent() -> None:
    same = Way("panama", "Panama Canal", (sample.variant(11_310),))
    said = headline_text(sample.voyage(same), "panama")
    assert "11,310 nautical miles by Panama, 11,300 by Suez: as long." in said
    assert "%" not in said


def test_the_usual_way_is_compared_with_the_shortest_other_that_is_not_hypothetical() -> None:
    said = headline_text(sample.voyage(), "suez")
    assert "11,300 nautical miles by Suez, 6,960 to 7,460 by the Northern Sea Route" in said
    assert said.endswith("52 to 62 % longer. Distance only.")


def test_without_a_usual_way_nothing_is_compared() -> None:
    track = sample.variant(1_243)
    pair = (Port("dikson", "Dikson", 80, 73), Port("tiksi", "Tiksi", 129, 72))
    voyage = Voyage(*pair, Ship(), (Way("nsr", "Northern Sea Route", (track,)),))
    said = headline_text(voyage, "nsr")
    assert said == (
        "Dikson to Tiksi: 1,240 nautical miles by the Northern Sea Route. Distance only."
    )


def test_a_way_with_no_passage_between_is_by_nothing() -> None:
    direct = Way(DIRECT, "Direct", (sample.variant(251),))
    voyage = Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(), (direct,))
    assert headline_text(voyage, DIRECT) == (
        "Rotterdam to Yokohama: 250 nautical miles. Distance only."
    )


def test_a_way_that_the_reader_shut_is_left_out_and_named_as_left_out() -> None:
    said = headline_text(sample.voyage(replace(sample.nsr(), shut="reader")), "nsr")
    assert "6,960" not in said
    assert "7,820 to 8,270 nautical miles by the Northwest Passage, 11,300 by Suez" in said
    assert "Not counted: the Northern Sea Route, shut by you." in said


def test_a_way_too_shallow_is_left_out_with_the_draught() -> None:
    voyage = sample.voyage(shallow(sample.nsr()), ship=Ship(draught_m=14.5))
    said = headline_text(voyage, "nsr")
    assert "Not counted: the Northern Sea Route, too shallow at 14.5 m." in said


def test_another_shut_way_is_not_mentioned() -> None:
    voyage = sample.voyage(replace(sample.nwp(), shut="reader"))
    assert headline_text(voyage, "nsr") == WHOLE


def test_with_all_passages_shut_it_says_which_to_open() -> None:
    ways = all_ways(shut="reader")[3:5]
    voyage = Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(), ways, "")
    assert headline_text(voyage, "nsr") == (
        "No way by water from Rotterdam to Yokohama with these passages shut. "
        "Open one of them: Suez and Panama."
    )


def test_with_every_way_too_shallow_it_names_the_draught() -> None:
    ways = tuple(map(shallow, sample.voyage().ways))
    voyage = Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(draught_m=25), ways, "")
    assert headline_text(voyage, "nsr").endswith("is deep enough for a draught of 25.0 m.")


def test_with_no_way_at_all_it_says_so() -> None:
    ways = all_ways(shut="none", variants=())
    voyage = Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(), ways)
    assert headline_text(voyage, "") == "No way by water from Rotterdam to Yokohama."


def test_variants_too_shallow_are_outside_the_range() -> None:
    longest = sample.nsr().variants[-1]
    far: Variant = replace(longest, nm=9_000, shut="draught")
    way = replace(sample.nsr(), variants=(*sample.nsr().variants, far))
    assert headline_text(sample.voyage(way), "nsr") == WHOLE


def test_the_method_counts_variants_and_measures_against_published_figures() -> None:
    assert method_line(sample.voyage(), "nsr") == (
        "Six of seven variants of the Northern Sea Route, deep enough for 11 m; "
        "depth checked on the Arctic part only; geodesic lengths of schematic tracks; "
        "the nearest variant within 0.7 % of published figures."
    )


def test_where_the_draught_counts_the_method_says_that_southern_depths_are_not_checked() -> None:
    said = "epth checked on the Arctic part only"
    for lit in ("nsr", "suez", "cape"):
        assert said in method_line(sample.voyage(), lit)
    deep = [
        replace(way, variants=tuple(replace(one, shut="") for one in way.variants))
        for way in sample.voyage().ways
    ]
    assert said not in method_line(sample.voyage(*deep), "nsr")


def test_method_and_citation_are_a_press_away() -> None:
    made = method_row(sample.voyage(), "nsr", dt.date(2026, 1, 1))
    assert 'data-show="method">Method</button>' in made
    assert 'data-show="cite">Cite</button>' in made


def test_the_method_claims_nothing_of_a_way_whose_distance_nobody_prints() -> None:
    assert "published" not in method_line(sample.voyage(), "nwp")


def test_the_method_measures_the_variants_that_count_against_published_figures() -> None:
    known = sample.nsr()
    longest = [v for v in known.variants if not v.shut][:1]
    only = replace(
        known,
        variants=tuple(v if v in longest else replace(v, shut="draught") for v in known.variants),
    )
    assert "nearest" not in method_line(sample.voyage(only, sample.suez()), "nsr")


def test_without_published_figures_no_accuracy_is_claimed() -> None:
    unknown = [replace(way, published=()) for way in (sample.nsr(), sample.suez())]
    assert "published" not in method_line(sample.voyage(*unknown), "nsr")


def test_what_is_copied_has_method_date_and_name() -> None:
    text = copy_text(sample.voyage(), "nsr", dt.date(2026, 11, 30))
    assert text.startswith(WHOLE)
    assert text.endswith("published figures. 30 November 2026. Arctic Passages.")


def test_hostile_names_are_escaped_in_heading_and_copy() -> None:
    port = Port("x", '<img src=x onerror="alert(1)">', 0, 0)
    voyage = replace(sample.voyage(), origin=port)
    made = headline(voyage, "nsr") + method_row(voyage, "nsr", dt.date(2026, 1, 1))
    assert "<img" not in made
    assert 'onerror="' not in made


def test_other_links_follow_the_copy_button() -> None:
    link: Markup = element("a", "Method", href="?page=about")
    made = method_row(sample.voyage(), "nsr", dt.date(2026, 1, 1), link)
    assert made.index("data-copy") < made.index("Method")
