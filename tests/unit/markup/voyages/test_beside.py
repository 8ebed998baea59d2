"""Ways side by side, and one way opened: figures, waters, straits, variants."""

import re
from dataclasses import replace

import pytest

from geo.markup.voyages.beside import Compared, Replaced, side_by_side
from geo.markup.voyages.details import way_details
from geo.markup.voyages.empty import empty_state
from geo.markup.voyages.rules import rules_of
from geo.markup.voyages.straits import straits_of, to_spare
from geo.markup.voyages.waters import waters_of
from geo.measure.voyages.columns import Column, chosen
from geo.measure.voyages.records import Published, Ship, StraitPassed, Stretch, Voyage, Way
from tests.unit.markup.voyages import sample

CHOSEN = {"nsr": "kara-gate-sannikov"}


def name_of(identity: str) -> str:
    """Return a display name."""
    return sample.NAMES.get(identity, identity)


def text_of(made: str) -> str:
    """Return the text of markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", made)).replace("&#37;", "%").strip()


def compared(
    *vias: str, voyage: Voyage | None = None, variants: dict[str, str] | None = None
) -> Compared:
    """Return ways of a voyage to compare."""
    voyage = voyage or sample.voyage()
    found = (chosen(voyage, via, CHOSEN if variants is None else variants) for via in vias)
    return Compared([one for one in found if one], voyage.ship, voyage)


def table(*vias: str, voyage: Voyage | None = None) -> str:
    """Return ways side by side."""
    return side_by_side(compared(*vias, voyage=voyage), name_of)


def route(slug: str = "main", *names: str) -> Column:
    """Return a named route as a column, with variants of some names."""
    tracks = [sample.variant(3_743 + n, each, each) for n, each in enumerate((slug, *names))]
    way = Way("route.arctic-bridge", "Arctic Bridge", tuple(tracks))
    return Column(way, tracks[0], f"route.arctic-bridge.{slug}", "route", "arctic-bridge")


def own_track() -> Column:
    """Return a track of the reader's own as a column."""
    way = Way("own-track", "Your track", (sample.variant(900, "", "mine.gpx"),))
    return Column(way, way.variants[0], "own-track", "track")


def row_of(made: str, kind: str) -> str:
    """Return the text of one row of the table."""
    return text_of(made.partition(f'class="row-{kind}"')[2].partition(">")[2].partition("</tr>")[0])


def opened(voyage: Voyage | None = None, via: str = "nsr") -> str:
    """Return one way opened."""
    return way_details(voyage or sample.voyage(), via, CHOSEN, name_of=name_of) or ""


def test_two_ways_have_a_column_for_the_difference() -> None:
    made = table("nsr", "suez")
    assert row_of(made, "distance") == "Distance 7,393 nm 11,299 nm −3,906 nm, −35 %"
    assert row_of(made, "published") == (
        "Published 7,345 ours +0.7 % 11,205 and 11,133 ours +0.8, +1.5 % −34 %"
    )
    assert row_of(made, "days") == (
        "Days at sea 22 to 26 at most with 9 kn on all of the Arctic route "
        "34 no wait at the canal −8 to −12"
    )
    assert row_of(made, "co2") == "CO₂ 2,060 to 2,460 t 3,140 t −22 to −34 %"


def test_one_and_three_ways_have_none() -> None:
    for vias in (("nsr",), ("nsr", "suez", "nwp")):
        made = table(*vias)
        assert "Left against right" not in text_of(made)
        assert made.count('scope="col"') == 1 + len(vias)
        assert "2 m to spare" in row_of(made, "straits")


def test_the_difference_to_the_shortest_is_of_ways_only() -> None:
    assert row_of(table("tsr", "nsr"), "shortest") == (
        "Against the shortest the shortest +783 nm, +12 %"
    )
    mixed = compared("nsr")
    made = side_by_side(replace(mixed, columns=[*mixed.columns, route()]), name_of)
    assert row_of(made, "shortest").startswith("Against the shortest +783 nm, +12 % – Only ways")
    assert "row-shortest" not in side_by_side(Compared([route(), own_track()], Ship()), name_of)


def test_a_way_that_is_shut_is_not_the_shortest() -> None:
    tsr = sample.voyage().ways[0]
    voyage = sample.voyage(replace(tsr, shut="reader"))
    assert voyage.shortest == "nsr"
    assert sample.voyage().shortest == "tsr"
    assert row_of(table("nsr", voyage=voyage), "shortest").endswith("+435 nm, +6 %")
    assert Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(), ()).shortest == ""


def test_a_track_a_route_and_a_way_stand_in_one_table() -> None:
    mixed = compared("suez")
    made = side_by_side(
        replace(mixed, columns=[own_track(), route(), *mixed.columns], passages={}), name_of
    )
    head = text_of(made.partition("<thead")[2].partition("</thead>")[0])
    assert "Your track mine.gpx" in head
    assert "Arctic Bridge named route: main" in head
    assert "Suez Canal Rotterdam to Yokohama, usual way" in head
    assert row_of(made, "distance") == "Distance 900 nm 3,743 nm 11,299 nm"
    assert row_of(made, "fuel") == "Fuel 80 t 330 t 1,010 t"
    assert "– Published distances are between two ports." in row_of(made, "published")
    assert row_of(made, "season") == (
        "Season – A track of your own has no season on file. none on file all year"
    )
    assert row_of(made, "passages").endswith("for routes of the catalogue only. none none")


def test_the_difference_is_of_any_two() -> None:
    made = side_by_side(Compared([own_track(), route()], Ship()), name_of)
    assert row_of(made, "distance") == "Distance 900 nm 3,743 nm −2,843 nm, −76 %"
    assert 'data-label="Left against right"' in made


def test_each_column_can_be_taken_out_unless_it_is_fixed() -> None:
    made = table("nsr", "suez")
    assert 'data-columns="suez" aria-label="Take Northern Sea Route out of the table"' in made
    assert 'data-columns="nsr" aria-label="Take Suez Canal out of the table"' in made
    fixed = side_by_side(replace(compared("nsr", "suez"), fixed=["nsr"]), name_of)
    assert fixed.count('class="take-out"') == 1
    assert "Take Northern Sea Route" not in fixed


def test_another_variant_of_a_route_takes_its_place_in_the_table() -> None:
    made = side_by_side(Compared([route("a", "b"), own_track()], Ship()), name_of)
    assert 'data-columns="route.arctic-bridge.b|own-track"' in made
    assert "data-variant" not in made


def test_what_replaced_what_is_said_and_can_be_undone() -> None:
    replaced = Replaced("Panama Canal", "Suez Canal", ["suez", "nsr", "cape"])
    made = side_by_side(replace(compared("nsr", "cape", "panama"), replaced=replaced), name_of)
    assert "Panama Canal in place of Suez Canal. Undo" in text_of(made)
    assert 'role="status"' in made
    assert 'data-columns="suez|nsr|cape"' in made


@pytest.mark.parametrize(
    ("vias", "is_held"), [(("nsr", "cape"), False), (("nsr", "cape", "suez"), True)]
)
def test_three_columns_can_be_moved_by_keyboard(vias: tuple[str, ...], is_held: bool) -> None:  # noqa: FBT001
    assert ('class="frame" tabindex="0"' in table(*vias)) == is_held


def test_the_table_stays_one_where_its_rows_are_laid_out_otherwise() -> None:
    made = table("nsr", "suez")
    for role, count in (("table", 1), ("columnheader", 4), ("rowgroup", 2)):
        assert made.count(f'role="{role}"') == count
    assert made.count('role="row"') == made.count("<tr")
    assert made.count('role="cell"') == made.count("<td")
    assert made.count('role="rowheader"') == made.count('scope="row"')


def test_without_published_figures_nothing_is_made_up() -> None:
    assert row_of(table("nsr", "panama"), "published") == "Published 7,345 ours +0.7 % none known"


def test_passages_that_name_a_way_lead_to_it_on_the_atlas() -> None:
    counts = {"nsr": 2, "cape-of-good-hope": 1}
    made = side_by_side(replace(compared("nsr", "cape"), passages=counts), name_of)
    assert row_of(made, "passages") == "Passages that name them 2 passages 1 passage"
    assert 'href="./?feature=nsr" data-atlas="nsr"' in made
    assert 'data-atlas="cape-of-good-hope"' in made
    made = side_by_side(replace(compared("nsr", "suez"), passages={}), name_of)
    assert row_of(made, "passages") == "Passages that name them none none"
    assert "data-atlas" not in made


def test_where_no_passages_are_given_there_is_no_row_of_them() -> None:
    assert "row-passages" not in table("nsr", "suez")


def test_a_way_that_does_not_exist_has_no_column() -> None:
    panama = Way("panama", "Panama Canal", (), shut="none")
    made = table("panama", "suez", voyage=sample.voyage(panama))
    assert "Panama" not in made
    assert table("panama", voyage=sample.voyage(panama)) == ""


def test_without_a_choice_the_usual_variant_is_shown() -> None:
    made = side_by_side(compared("nsr", variants={}), name_of)
    assert row_of(made, "distance") == "Distance 7,393 nm"


def test_where_the_usual_variant_is_too_shallow_the_shortest_open_one_is_shown() -> None:
    nsr = sample.voyage().way("nsr")
    assert nsr
    usual = nsr.standing()
    shallow = [replace(v, shut="draught") if v is usual else v for v in nsr.variants]
    voyage = sample.voyage(replace(nsr, variants=tuple(shallow)))
    made = side_by_side(compared("nsr", voyage=voyage, variants={}), name_of)
    assert row_of(made, "distance") == "Distance 6,958 nm"


def test_what_is_published_of_both_is_compared_as_published() -> None:
    far = replace(sample.voyage().ways[-1], published=(Published(14_448, "others"),))
    assert row_of(table("cape", "suez", voyage=sample.voyage(far)), "published").endswith(
        "+29 to +30 %"
    )


def test_variants_are_buttons_with_depth_and_length() -> None:
    made = table("nsr", "suez")
    assert 'data-way="nsr" data-variant="kara-gate-sannikov" aria-current="true"' in made
    assert "Kara Gate, Dmitry Laptev 7 m: too shallow 7,428" in text_of(made)
    assert 'class="shut" data-way="nsr" data-variant="kara-gate-dmitry-laptev"' in made


def test_whose_waters_are_said_and_drawn_with_the_same_figures() -> None:
    known = sample.kara_sannikov()
    brief = Stretch(known.nm, known.nm + 0.2, "DK", "eez", "")
    made = waters_of(replace(known, stretches=(*known.stretches, brief)), name_of)
    words = "Russia 4,544 nm · Norway 1,280 · two others 206 · high seas 42 · not assessed 1,321"
    assert words in text_of(made)
    assert "the Netherlands 110 · United Kingdom 96" in made  # the whole list, for a screen reader
    assert "Denmark 0" not in made  # less than half a mile


def test_the_state_with_most_miles_is_darkest_and_names_stand_where_they_fit() -> None:
    made = waters_of(sample.kara_sannikov(), name_of)
    assert re.search(r'class="part state shade-1"[^>]*><span>Russia<', made)
    assert re.search(r'class="part state shade-2"[^>]*><span>Norway<', made)
    assert re.search(r'class="part state shade-3"[^>]*></span>', made)
    assert re.search(r'class="part not_assessed"[^>]*></span>', made)
    widths = [float(one) for one in re.findall(r'class="part[^>]*width:([\d.]+)%', made)]
    assert abs(sum(widths) - 100) < 0.01


def test_a_southern_way_says_that_its_waters_are_not_assessed() -> None:
    track = sample.suez().variants[0]
    assert text_of(waters_of(track, name_of)) == "outside the Arctic: not assessed"


def test_rules_are_listed_with_their_miles() -> None:
    assert row_of(table("nsr", "suez"), "rules") == (
        "Rules met Polar Code 3,650 nm Northern Sea Route rules 2,633 nm none of the Arctic ones"
    )


def test_the_tightest_strait_is_marked_and_the_rest_hang_to_scale() -> None:
    made = straits_of(sample.kara_sannikov(), Ship())
    assert re.search(r'class="strait-name tightest"[^>]*>Sannikov <', made)
    assert made.count("tightest") == 2  # its name and its box
    heights = re.findall(r'class="water" y="0" height="([\d.]+)"', made)
    kara, vilkitsky, sannikov, _ = map(float, heights)
    assert abs(kara / vilkitsky - 21 / 32) < 0.01
    assert sannikov < kara
    spoken = "Kara Gate 21 m, Vilkitsky Strait 32 m, Sannikov Strait 13 m (the least) and Long"
    assert spoken in made
    assert "Bering, Anadyr: none on file" in text_of(made)


def test_a_very_deep_strait_does_not_flatten_the_others() -> None:
    deep = StraitPassed("deep", "Deep Strait", 100, 400)
    track = replace(sample.kara_sannikov(), straits=(deep, sample.STRAITS[2]))
    made = straits_of(track, Ship())
    assert made.count('class="floor"') == 1
    assert "Deep 400" in text_of(made)


def test_more_straits_than_fit_are_named_below() -> None:
    many = tuple(StraitPassed(str(n), f"S{n} Strait", 100 * n, 12 + n) for n in range(8))
    made = straits_of(replace(sample.kara_sannikov(), straits=many), Ship())
    assert made.count('class="water"') == 5
    assert "deeper: S5 17 m, S6 18 m, S7 19 m" in text_of(made)


def test_unknown_depths_are_said_to_be_unknown_and_never_marked_good() -> None:
    track = sample.suez().variants[0]
    made = straits_of(track, Ship())
    assert text_of(made).endswith("Singapore no least depths on file")
    assert "<svg" not in made
    assert to_spare(track, Ship()) is None


def test_too_little_water_is_said_to_be_too_little() -> None:
    made = to_spare(sample.kara_sannikov(), Ship(draught_m=14.5))
    assert made is not None
    assert text_of(made) == "1.5 m too little at Sannikov"
    assert "short-of" in made


def test_the_opened_way_has_its_figures_and_the_usual_way_beside() -> None:
    words = text_of(opened())
    assert "7,393 nm published 7,345" in words
    assert "35 % less than Suez, 11,299" in words
    assert "22–26 days 14 kn, 9 in ice" in words
    assert "3,906 nm less" in words
    assert "by Kara Gate and Sannikov Strait · 6 others" in words
    assert "t of fuel, 2,060 to 2,460 t of CO₂; by Suez 1,010 and 3,140 t" in words
    assert "All six ways" in words
    assert 'data-beside="nsr|suez"' in opened()


def test_without_a_usual_way_the_opened_way_is_compared_with_nothing() -> None:
    made = opened(Voyage(sample.ROTTERDAM, sample.YOKOHAMA, Ship(), (sample.nsr(),)))
    assert "less" not in text_of(made)
    assert "data-beside" not in made
    assert "2,060 to 2,460 t of CO₂" in text_of(made)


def test_a_way_that_does_not_exist_cannot_be_opened() -> None:
    assert way_details(sample.voyage(), "direct", {}, name_of=name_of) is None


def test_hostile_names_are_escaped_everywhere() -> None:
    bad = "<script>alert(1)</script>"
    straits = (StraitPassed("x", bad, 1, 12, bad), StraitPassed("y", bad, 2))
    track = replace(sample.kara_sannikov(), name=bad, straits=straits)
    way = replace(sample.nsr(), name=bad, season=bad, variants=(track, sample.kara_sannikov()))
    voyage = sample.voyage(way)
    for made in (
        side_by_side(compared("nsr", "suez", voyage=voyage, variants={}), lambda _: bad),
        way_details(voyage, "nsr", {}, name_of=lambda _: bad) or "",
        empty_state([(replace(sample.ROTTERDAM, name=bad), sample.YOKOHAMA)]),
    ):
        assert "<script" not in made


def test_the_empty_state_offers_pairs() -> None:
    made = empty_state([(sample.ROTTERDAM, sample.YOKOHAMA)])
    assert 'data-pair="rotterdam|yokohama"' in made
    assert "Rotterdam to Yokohama" in text_of(made)
    assert "or press two ports on the map" in text_of(made)


def test_the_limit_of_a_variants_draught_stands_with_its_straits() -> None:
    canal = replace(sample.variant(869, "kiel", "Kiel Canal"), limit_m=9.5, limit_is_most=True)
    one = Column(Way("direct", "Direct", (canal,)), canal, "direct")
    made = side_by_side(Compared([one], Ship(draught_m=9.0)), name_of)
    assert "draught at most 9.5 m" in row_of(made, "straits")


def test_only_the_way_in_the_accent_has_it_in_the_table() -> None:
    both = compared("nsr", "suez")
    assert 'class="way first"' in side_by_side(replace(both, lit="nsr"), name_of)
    assert 'class="way first"' not in side_by_side(replace(both, lit="panama"), name_of)


def test_the_season_is_that_of_the_variant_shown() -> None:
    nwp = sample.nwp()
    first = replace(nwp.variants[0], season="no dates in Canadian law")
    voyage = sample.voyage(replace(nwp, variants=(first, *nwp.variants[1:])))
    for slug, words in (("route-1", "no dates in Canadian law"), ("route-2", "late summer")):
        made = side_by_side(compared("nwp", voyage=voyage, variants={"nwp": slug}), name_of)
        assert words in row_of(made, "season")


def test_areas_that_a_number_tells_apart_share_a_line_with_their_miles_added() -> None:
    miles = {"zone-13": 400.4, "zone-2": 22.6, "zone-9": 467.0, "polar-code": 3_650.0, "z-1": 0.2}
    names = {"zone-13": "Control Zone 13", "zone-2": "Control Zone 2", "zone-9": "Control Zone 9"}
    made = rules_of(
        replace(sample.variant(7_000, "", ""), nm_by_regime=miles),
        lambda each: names.get(each, sample.NAMES.get(each, "Area 7")),
    )
    lines = [text_of(line) for line in made.split("<li")[1:]]
    assert lines[0].endswith("3,650 nm")
    assert lines[1].endswith("Control Zones 2, 9 and 13: 890 nm")
    assert "2: 23 nm, 9: 467 nm, 13: 400 nm" in made
    assert len(lines) == 2
