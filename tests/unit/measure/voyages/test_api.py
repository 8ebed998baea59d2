import json
from pathlib import Path
from typing import Any

import pytest

from geo.errors import ShipError, UnknownPortError, VoyageError
from geo.measure import voyage
from geo.measure.__main__ import main
from geo.measure.voyages.api import STRAITS as SHUTTABLE
from geo.measure.voyages.api import read_pairs, record_of_pair
from geo.measure.voyages.network import STRAITS
from geo.measure.voyages.records import VIAS, Ship
from geo.measure.voyages.shares import RESTS
from tests import shipped

CATALOGUE = shipped.catalogue()
KEYS = {
    "via", "variant", "nm", "days", "days_range", "nm_more_than_usual", "percent_more_than_usual",
    "nm_more_than_shortest", "percent_more_than_shortest",
    "nm_by_state", "nm_by_waters", "nm_by_regime",
    *(f"nm_{zone}" for zone in RESTS), "straits", "least_depths_m", "too_shallow",
    "shut_because", "depth_checked", "depth_unknown", "season", "season_source",
    "fuel_t", "co2_t", "published",
}  # fmt: skip


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[Any], str]:
    code = main(["voyage", *arguments])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err


def record(origin: str, destination: str, *shut: str, ship: Ship | None = None) -> dict[str, Any]:
    return record_of_pair(origin, destination, ship or Ship(), shut, CATALOGUE)


def test_the_command_prints_one_line_with_every_way(capsys: pytest.CaptureFixture[str]) -> None:
    code, (line,), _ = run(
        capsys, "--from", "Rotterdam", "--to", "Yokohama", "--speed", "14"
    )  # fmt: skip
    assert code == 0
    assert (line["origin"], line["destination"], line["usual"]) == ("Rotterdam", "Yokohama", "suez")
    assert {way["via"] for way in line["ways"]} == set(VIAS)
    assert all(set(way) == KEYS for way in line["ways"])
    lengths = [way["nm"] for way in line["ways"]]
    assert lengths == sorted(lengths)
    suez = next(way for way in line["ways"] if way["via"] == "suez")
    assert suez["nm_more_than_usual"] == 0
    assert suez["days"] == pytest.approx(suez["nm"] / 14 / 24, abs=0.01)
    assert {each["nm"] for each in suez["published"]} == {11205}


def test_the_command_and_python_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    _, (line,), _ = run(capsys, "--from", "NLRTM", "--to", "Иокогама")
    assert line == json.loads(json.dumps(voyage("Rotterdam", "Yokohama")))
    _, (fast,), _ = run(capsys, "--from", "Tiksi", "--to", "Dikson", "--speed", "7")
    assert fast == json.loads(json.dumps(voyage("Tiksi", "Dikson", speed_kn=7)))
    assert fast["ship"]["ice_speed_kn"] == 7


def test_a_file_of_pairs_gives_a_line_each_and_names_what_is_wrong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(
        "origin;destination\nDikson;Tiksi\nRoterdam;Yokohama\nMoscow;Tiksi\nTiksi;RUIKS\n;\n",
        encoding="utf-8-sig",
    )
    code, lines, _ = run(capsys, "--pairs", str(path))
    assert (code, len(lines)) == (0, 4)
    assert [way["via"] for way in lines[0]["ways"]] == ["nsr"] * len(lines[0]["ways"])
    assert lines[0]["ways"]
    assert lines[1]["origin"] == "Roterdam"
    assert "Roterdam" in lines[1]["error"]
    assert any("Rotterdam" in name for name in lines[1]["near"])
    assert "not as a port" in lines[2]["error"]
    assert lines[2]["near"][0] == "Saint Petersburg"
    assert lines[3]["error"] == "Start and end are the same port, Tiksi: choose two ports."


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--from with --to"),
        (("--from", "Tiksi"), "--from with --to"),
        (("--from", "Tiksi", "--to", "Dikson", "--pairs", "p.csv"), "--pairs"),
        (("--pairs", "nowhere.csv"), "nowhere.csv cannot be opened (No such file"),
        (("--pairs", "."), "cannot be opened"),
        (("--from", "Tiksi", "--to", "Dikson", "--shut", "nsr,corinth"), "“corinth” is no passage"),
        (("--from", "Tiksi", "--to", "Dikson", "--speed", "0"), "Speed 0 kn: give 1 to 40"),
        (("--from", "Tiksi", "--to", "Dikson", "--speed", "200"), "Speed 200 kn: give 1 to 40"),
        (("--from", "Tiksi", "--to", "Dikson", "--speed", "nan"), "give 1 to 40"),
        (("--from", "Tiksi", "--to", "Dikson", "--draught", "-1"), "Draught -1 m: give"),
        (("--from", "Tiksi", "--to", "Dikson", "--fuel", "coal"), "choose one of hfo"),
    ],
)
def test_bad_input_is_a_sentence_with_a_way_out(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    code, lines, err = run(capsys, *arguments)
    assert (code, lines) == (2, [])
    assert words in err
    assert err.strip().endswith(".")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "lacks the column origin"),
        ("origin,destination\n", "holds no pair"),
        ("origin,destination\n,\n", "holds no pair"),
        ("port,destination\nTiksi,Dikson\n", "lacks the column origin"),
    ],
)
def test_a_file_without_pairs_is_said_to_have_none(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VoyageError, match=words):
        list(read_pairs(path))


def test_columns_of_pairs_may_be_called_from_and_to(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("To;From\nTiksi;Dikson\n", encoding="utf-8")
    assert list(read_pairs(path)) == [("Dikson", "Tiksi")]


def test_what_is_no_text_is_no_port() -> None:
    with pytest.raises(UnknownPortError, match="No port is given"):
        voyage(None, "Tiksi", catalogue=CATALOGUE)  # type: ignore[arg-type]


def test_one_passage_may_be_shut_by_its_name_alone() -> None:
    found = voyage("Rotterdam", "Yokohama", shut="suez", catalogue=CATALOGUE)
    assert "suez" not in {way["via"] for way in found["ways"]}


def test_what_is_shut_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    _, (line,), _ = run(capsys, "--from", "Rotterdam", "--to", "Yokohama", "--shut", "suez, nsr")
    assert {way["via"] for way in line["ways"]} == {*VIAS} - {"suez", "nsr"}
    assert line["usual"] == "panama"


def test_gibraltar_shut_leaves_no_way_by_suez() -> None:
    vias = {way["via"] for way in record("Rotterdam", "Yokohama", "gibraltar")["ways"]}
    assert vias == {*VIAS} - {"suez"}


def test_all_shut_says_that_there_is_no_way_and_what_to_do() -> None:
    found = record("Rotterdam", "Yokohama", *VIAS)
    assert found["ways"] == []
    assert found["error"].endswith("open one of them.")


@pytest.mark.parametrize(
    ("origin", "destination", "via"),
    [("Murmansk", "Sabetta", "nsr"), ("Sabetta", "Pevek", "nsr"), ("Tuktoyaktuk", "Nome", "nwp")],
)
def test_ports_on_one_arctic_coast_have_no_way_round_the_world(
    origin: str, destination: str, via: str
) -> None:
    assert {way["via"] for way in record(origin, destination)["ways"]} == {via}


def test_an_unknown_passage_is_named_with_those_that_can_be_shut() -> None:
    with pytest.raises(VoyageError, match=r"“corinth”.*nsr.*gibraltar"):
        voyage("Rotterdam", "Yokohama", shut=["corinth"], catalogue=CATALOGUE)


def test_an_unknown_port_names_near_ones() -> None:
    with pytest.raises(UnknownPortError) as caught:
        voyage("Murmnsk", "Tiksi", catalogue=CATALOGUE)
    assert any("Murmansk" in name for name in caught.value.near)


def test_a_ship_that_cannot_be_is_refused() -> None:
    with pytest.raises(ShipError, match="Speed in ice"):
        voyage("Dikson", "Tiksi", ship=Ship(speed_kn=8, ice_speed_kn=9), catalogue=CATALOGUE)


def test_every_way_is_compared_with_the_shortest_too() -> None:
    found = record("Rotterdam", "Yokohama")
    first, *_, last = found["ways"]
    assert found["shortest"] == first["via"]
    assert (first["nm_more_than_shortest"], first["percent_more_than_shortest"]) == (0, 0)
    more = last["nm"] - first["nm"]
    assert last["nm_more_than_shortest"] == pytest.approx(more, abs=0.15)
    percent = 100 * more / first["nm"]
    assert last["percent_more_than_shortest"] == pytest.approx(percent, abs=0.1)
    alone = record("Dikson", "Tiksi")
    assert (alone["usual"], alone["shortest"]) == (None, "nsr")
    assert alone["ways"][0]["nm_more_than_usual"] is None
    assert alone["ways"][1]["percent_more_than_shortest"] > 0


def test_a_variant_too_shallow_to_count_is_no_shortest() -> None:
    deep = record("Dikson", "Tiksi", ship=Ship(draught_m=9.0))["ways"]
    shallow = record("Dikson", "Tiksi", ship=Ship(draught_m=25.0))
    assert min(way["nm_more_than_shortest"] for way in deep) == 0
    least = min(way["nm"] for way in shallow["ways"] if not way["too_shallow"])
    for way in shallow["ways"]:
        difference = way["nm_more_than_shortest"]
        assert difference == pytest.approx(way["nm"] - least, abs=0.15)


def test_the_ship_and_the_factor_of_its_fuel_are_stated() -> None:
    ship = Ship("own", 12.0, 8.0, 9.5, "", 22.0, "mgo")
    said = record("Dikson", "Tiksi", ship=ship)["ship"]
    source = said.pop("co2_source")
    assert said == {
        "speed_kn": 12.0, "ice_speed_kn": 8.0, "draught_m": 9.5, "ice_class": "none",
        "fuel_t_day": 22.0, "fuel": "mgo", "co2_t_per_t_fuel": 3.206,
    }  # fmt: skip
    assert "MEPC.364(79)" in source
    assert "not checked" in source


def test_why_a_variant_is_shut_is_said() -> None:
    ways = record("Rotterdam", "Yokohama", ship=Ship(draught_m=14.0))["ways"]
    why = {way["variant"]: way["shut_because"] for way in ways}
    assert why["kara-gate-sannikov"] == (
        "Sannikov Strait: least depth 13 m, not more than the draught of 14 m"
    )
    assert why["route-3"].startswith("draught of less than 14 m stated for this variant (")
    assert "Headland" in why["route-3"]
    assert all(bool(way["shut_because"]) == way["too_shallow"] for way in ways)


def test_each_strait_is_checked_for_depth_or_said_to_be_unknown() -> None:
    for way in record("Rotterdam", "Yokohama")["ways"]:
        both = {*way["depth_checked"], *way["depth_unknown"]}
        assert len(both) == len(way["depth_checked"]) + len(way["depth_unknown"])
        assert both == set(way["straits"])
        assert set(way["depth_checked"]) == set(way["least_depths_m"])
        if way["via"] in {"suez", "panama"}:
            assert way["depth_unknown"]
            assert not way["depth_checked"]


@pytest.mark.parametrize("speed", ["0", "0.5", "200", "nan", "inf", "-3"])
def test_a_wrong_speed_is_the_only_fault_where_only_it_was_given(
    capsys: pytest.CaptureFixture[str], speed: str
) -> None:
    _, _, err = run(capsys, "--from", "Tiksi", "--to", "Dikson", f"--speed={speed}")
    assert err.count("give ") == 1
    assert "in ice" not in err


def test_a_slow_ship_is_as_slow_in_ice(capsys: pytest.CaptureFixture[str]) -> None:
    code, (line,), _ = run(capsys, "--from", "Tiksi", "--to", "Dikson", "--speed", "6")
    assert (code, line["ship"]["ice_speed_kn"]) == (0, 6.0)


def test_a_deep_ship_is_told_what_is_too_shallow() -> None:
    found = record("Rotterdam", "Yokohama", ship=Ship(draught_m=14.0))
    for way in found["ways"]:
        if "sannikov-strait" in way["straits"]:
            assert way["too_shallow"]
            assert way["least_depths_m"]["sannikov-strait"] <= 14
    assert not next(way for way in found["ways"] if way["via"] == "suez")["too_shallow"]


def test_the_straits_that_can_be_shut_are_those_of_the_network() -> None:
    assert SHUTTABLE == STRAITS


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_pairs_are_read_from_each_csv_of_a_spreadsheet(divider: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    rows = [["Destination", "note", "ORIGIN "], ["Tiksi", "", " Dikson"]]
    path.write_text("\n".join(map(divider.join, rows)), encoding="utf-16")
    assert list(read_pairs(path)) == [("Dikson", "Tiksi")]


def test_pairs_without_a_column_say_which(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("start,end\nTiksi,Dikson\n", encoding="utf-8")
    with pytest.raises(VoyageError, match="lacks the column origin"):
        list(read_pairs(path))
    path.write_text("origin,destination\nTiksi\n", encoding="utf-8")
    assert list(read_pairs(path)) == [("Tiksi", "")]
