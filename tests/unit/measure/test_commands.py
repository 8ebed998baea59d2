import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from geo.errors import ZoneError
from geo.measure.__main__ import main
from geo.measure.points import read_points


def run(capsys: pytest.CaptureFixture[str], *arguments: Any) -> Any:
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err


def test_a_point_gives_one_line_with_zone_and_states(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = run(capsys, "zone", "--lon", "70", "--lat", "75")
    assert code == 0
    assert lines == [{"name": "", "lon": 70.0, "lat": 75.0, "zone": "eez", "states": ["RU"]}]


def test_a_file_of_points_gives_a_line_each_in_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "p.csv"
    path.write_text("name,lon,lat,depth\nПолюс,0,90,4000\nKara,70,75,\n", encoding="utf-8-sig")
    code, lines, _ = run(capsys, "zone", "--points", str(path))
    assert code == 0
    assert [line["name"] for line in lines] == ["Полюс", "Kara"]
    assert [line["zone"] for line in lines] == ["high_seas", "eez"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_each_csv_of_a_spreadsheet_is_accepted(encoding: str, divider: str, tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    rows = [["name", "lon", "lat"], ["Тикси", "128.9", "71.6"]]
    path.write_text("\r\n".join(map(divider.join, rows)), encoding=encoding, newline="")
    names, lon, lat = read_points(path)
    assert (names, lon[0], lat[0]) == (["Тикси"], 128.9, 71.6)


def test_utf_16_with_the_other_end_first_or_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    raw = b"\xfe\xff" + "lon,lat\n1,71".encode("utf-16-be")
    path.write_bytes(raw)
    assert read_points(path)[2][0] == 71.0
    path.write_bytes(raw[:-1])
    with pytest.raises(ZoneError, match=r"p\.csv is not a readable CSV file"):
        read_points(path)


@pytest.mark.parametrize("given", [".", "/", ".."])
def test_a_folder_is_named_as_it_was_given(given: str) -> None:
    with pytest.raises(ZoneError) as caught:
        read_points(Path(given))
    assert str(caught.value) == f"{given} cannot be opened (Is a directory)."


def test_points_without_names_are_accepted(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("Lat, Lon\n75,70\n", encoding="utf-8")
    names, lon, lat = read_points(path)
    assert names == [""]
    assert (lon[0], lat[0]) == (70.0, 75.0)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name,lon\na,1\n", r"lacks the column\(s\) lat"),
        ("name,lon,lat\na,1,x\nb,2,3\nc,,4\n", r"not a number in line\(s\) 2, 4"),
        ("", "not a readable CSV file"),
    ],
)
def test_a_bad_file_of_points_is_reported(tmp_path: Path, text: Any, sentence: Any) -> None:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ZoneError, match=sentence):
        read_points(path)


@pytest.mark.parametrize(
    "arguments",
    [
        ("zone",),
        ("zone", "--lon", "3"),
        ("zone", "--lon", "3", "--lat", "60", "--points", "p.csv"),
        ("zone", "--points", "nowhere.csv"),
        ("zone", "--lon", "540", "--lat", "60"),
        ("zone", "--lon", "nan", "--lat", "60"),
        ("zone", "--lon", "", "--lat", "60"),
        ("zone", "--lon", "-70W", "--lat", "60"),
        ("zone", "--lon", "70°30'E", "--lat", "60"),
        ("waters", "atlantis"),
    ],
)
def test_a_failing_command_ends_with_a_message_and_code_2(
    capsys: pytest.CaptureFixture[str], arguments: Any
) -> None:
    code, lines, err = run(capsys, *arguments)
    assert code == 2
    assert lines == []
    assert err.strip().endswith(".")
    assert "Traceback" not in err


def test_waters_give_a_line_per_feature_variant_state_and_zone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, lines, _ = run(capsys, "waters", "nsr")
    assert code == 0
    assert all(
        set(line) == {"feature", "variant", "state", "zone", "zone_id", "nm", "share", "length_nm"}
        for line in lines
    )
    for variant in {line["variant"] for line in lines}:
        own = [line for line in lines if line["variant"] == variant]
        assert sum(line["nm"] for line in own) == pytest.approx(own[0]["length_nm"], rel=1e-3)
        assert sum(line["share"] for line in own) == pytest.approx(1.0, abs=1e-3)


def test_waters_without_a_name_give_every_route_and_corridor(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, lines, _ = run(capsys, "waters")
    assert {"nsr", "nep", "nwp", "tsr", "arctic-bridge"} <= {line["feature"] for line in lines}
    assert {line["state"] for line in lines if line["zone"] == "high_seas"} == {None}


def test_waters_in_order_run_on_without_a_gap(capsys: pytest.CaptureFixture[str]) -> None:
    _, lines, _ = run(capsys, "waters", "tsr", "--order")
    for before, after in itertools.pairwise(lines):
        if before["variant"] == after["variant"]:
            assert before["to_nm"] == after["from_nm"]


def test_the_sound_rows_of_a_file_are_answered_and_the_others_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "p.csv"
    path.write_text(
        "name,lon,lat\nA,190,66\nB,x,60\n\nC,60,120\nD,540,60\nE,,\nF,inf,60\nG,-10,70\n"
        "H,1,2,3\nI,7\n",
        encoding="utf-8",
    )
    code, lines, err = run(capsys, "zone", "--points", str(path))
    assert code == 2
    assert [(line["name"], line["lon"]) for line in lines] == [("A", -170.0), ("G", -10.0)]
    assert "not a number in line(s) 3, 7, 8, 10, 11: B ('x', '60')" in err
    assert "off the globe in line(s) 5, 6: C (60, 120); D (540, 60)" in err
    assert "-360" in err
    assert "Are lon and lat swapped?" in err


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffName,Lon,Lat\nVardø,31.1,70.4\n",
        "LATITUDE;Longitude;Station\n70,4;31,1;Vardø\n",
        'x,y,name\n31.1,70.4,"Vardø"\n',
        "name\tlon (deg)\tlat_deg\nVardø\t31.1\t70.4\n",
        "\n\nname, lng, lat\n\nVardø, 31.1, 70.4\n\n",
        'name,lon,lat\r\nVardø,"31,1","70,4"\r\n',
        "name,lon,lat\nVardø,-328.9,70.4\n",
    ],
)
def test_files_in_other_layouts_are_accepted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str
) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(text.encode())
    code, lines, err = run(capsys, "zone", "--points", str(path))
    assert (code, err) == (0, "")
    assert [(line["name"], line["lon"], line["lat"]) for line in lines] == [("Vardø", 31.1, 70.4)]


@pytest.mark.parametrize(
    "raw", [b"\xff\xfen", b"name,lon,lat\n\xff,1,2\n", b"\n\n", b"name,lon,lat\nVard\xf8,31,70\n"]
)
def test_a_file_that_is_not_text_is_reported(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes(raw)
    with pytest.raises(ZoneError, match="not a readable CSV file"):
        read_points(path)


@pytest.mark.parametrize(
    ("lon", "lat", "said"),
    [
        ("540", "60", "off the globe"),
        ("60", "120", "Are lon and lat swapped"),
        ("70.5W", "60", "not a number of degrees: '70.5W'"),
        ("1e999", "60", "off the globe"),
    ],
)
def test_an_invalid_point_is_reported_with_the_rule(
    capsys: pytest.CaptureFixture[str], lon: str, lat: str, said: str
) -> None:
    code, _, err = run(capsys, "zone", "--lon", lon, "--lat", lat)
    assert code == 2
    assert said in err


def test_decimal_commas_and_minus_signs_are_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = run(capsys, "zone", "--lon", "-170,5", "--lat", "66")
    assert (code, lines[0]["lon"]) == (0, -170.5)


def test_the_season_of_each_way_by_law_is_a_line_with_zones_and_miles(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, lines, _ = run(capsys, "season", "route-4")
    assert (code, len(lines)) == (0, 14)
    (type_a,) = (line for line in lines if line["category"] == "Type A")
    assert type_a["spans"] == [["08-15", "10-15"]]
    assert (type_a["days"], type_a["deciding"]) == (62, [6])
    assert type_a["nm_by_zone"]["6"] == pytest.approx(291.6)
    assert len(run(capsys, "season")[1]) == 7 * 14


def test_an_unknown_way_is_an_error_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, err = run(capsys, "season", "route-9")
    assert (code, lines) == (2, [])
    assert "route-9" in err
    assert "route-4" in err
