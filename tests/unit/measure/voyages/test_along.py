import pytest
import shapely
from shapely import LineString

from geo.geodesy import leg_lengths_nm, unwrap
from geo.measure.voyages import along
from geo.measure.voyages.along import CIRCLE_LAT, Along, Surveyor
from geo.measure.zones import load_zones
from tests import shipped

CATALOGUE = shipped.catalogue()
Track = list[tuple[float, float]]


@pytest.fixture(scope="module")
def surveyor() -> Surveyor:
    return Surveyor(CATALOGUE, load_zones())


def survey(surveyor: Surveyor, track: Track) -> Along:
    (found,) = surveyor.survey([track])
    return found


def test_what_lies_along_a_track_fills_all_of_it(surveyor: Surveyor) -> None:
    track = [(5.0, 45.0), (5.0, 62.0), (33.0, 74.0), (70.0, 75.0), (100.0, 85.0)]
    found = survey(surveyor, track)
    assert found.nm == pytest.approx(sum(leg_lengths_nm(track)))
    assert sum(part.nm for part in found.stretches) == pytest.approx(found.nm)
    ends = [(part.from_nm, part.to_nm) for part in found.stretches]
    assert ends[0][0] == 0
    assert [end for _, end in ends[:-1]] == [start for start, _ in ends[1:]]


def test_zones_change_where_the_limit_is(surveyor: Surveyor) -> None:
    # South along 45 E from the high seas of the Arctic Ocean into the Russian zone.
    track = [(45.0, 86.0), (45.0, 82.0)]
    found = survey(surveyor, track)
    assert [part.zone for part in found.stretches] == ["high_seas", "eez"]
    limit = found.stretches[0].to_nm
    zones = load_zones()
    for offset, zone in ((-1.0, "high_seas"), (1.0, "eez")):
        lat = 86.0 - 4.0 * (limit + offset) / found.nm
        assert zones.word(int(zones.at(*(_array(45.0), _array(lat)))[0])) == zone


def _array(value: float) -> along.Floats:
    return along.np.array([value])


def test_the_south_is_not_assessed(surveyor: Surveyor) -> None:
    found = survey(surveyor, [(-40.0, 20.0), (-40.0, 30.0)])
    assert [(part.zone, part.state) for part in found.stretches] == [("not_assessed", "")]
    assert found.rules == ()


def test_a_strait_is_passed_where_its_gate_is_crossed(surveyor: Surveyor) -> None:
    gate = LineString(unwrap(CATALOGUE.feature("bering-strait").details["gate"]))
    middle = gate.interpolate(0.25, normalized=True)
    track = [(middle.x, middle.y - 1.0), (middle.x, middle.y + 1.0)]
    (strait,) = survey(surveyor, track).straits
    assert strait.id == "bering-strait"
    assert strait.at_nm == pytest.approx(60.0, abs=1.5)
    assert survey(surveyor, [(middle.x, middle.y - 1.0), (middle.x, middle.y - 0.1)]).straits == ()


def test_the_way_back_has_the_same_in_reverse(surveyor: Surveyor) -> None:
    track = [(3.5, 52.0), (1.3, 51.0), (-6.0, 48.5), (-10.0, 60.0), (-25.0, 67.0), (-40.0, 58.0)]
    there, back = surveyor.survey([track, track[::-1]])
    assert there.straits
    assert there.nm == pytest.approx(back.nm)
    assert [one.id for one in there.straits] == [one.id for one in back.straits][::-1]
    for one, other in zip(there.straits, back.straits[::-1], strict=True):
        assert one.at_nm == pytest.approx(there.nm - other.at_nm, abs=0.1)
    for part, other_part in zip(there.stretches, back.stretches[::-1], strict=True):
        assert part.zone_id == other_part.zone_id
        assert part.nm == pytest.approx(other_part.nm, abs=0.1)


def test_the_circle_is_crossed_at_its_latitude(surveyor: Surveyor) -> None:
    found = survey(surveyor, [(0.0, 64.0), (0.0, 70.0)])
    ((start, end),) = found.north_of_circle
    assert end == pytest.approx(found.nm)
    assert start == pytest.approx(found.nm * (CIRCLE_LAT - 64.0) / 6.0, abs=1.5)


def test_rules_hold_where_their_area_is(surveyor: Surveyor) -> None:
    found = survey(surveyor, [(75.0, 75.0), (75.0, 77.0)])
    assert {"nsr-water-area", "polar-code-waters"} <= {rule.regime for rule in found.rules}
    for rule in found.rules:
        assert 0 <= rule.from_nm < rule.to_nm <= found.nm + 1e-6


def test_a_turn_more_or_less_is_the_same_track(surveyor: Surveyor) -> None:
    track = [(175.0, 70.0), (185.0, 70.5), (192.0, 66.0)]
    moved = [(lon - 360.0, lat) for lon, lat in track]
    assert surveyor.survey([track])[0] == surveyor.survey([moved])[0]


def test_legs_that_are_kept_give_the_same_as_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Surveyor(CATALOGUE, load_zones())
    tracks = [[(10.0, 70.0), (30.0, 75.0), (60.0, 77.0)], [(30.0, 75.0), (60.0, 77.0)]]
    first = fresh.survey(tracks)
    assert fresh.survey(tracks) == first
    monkeypatch.setattr(along, "_KEPT_LEGS", 1)
    small = Surveyor(CATALOGUE, load_zones())
    for _ in range(2):
        for track, expected in zip(tracks, first, strict=True):
            (found,) = small.survey([track])
            assert found.nm == expected.nm
            assert [part.zone_id for part in found.stretches] == [
                part.zone_id for part in expected.stretches
            ]
        assert len(small._kept) <= 2


def test_straits_with_a_gate_are_all_known() -> None:
    gates = [one for one in CATALOGUE.of_kind("strait") if one.details.get("gate")]
    assert len(gates) > 30
    assert all(shapely.is_valid(LineString(one.details["gate"])) for one in gates)
