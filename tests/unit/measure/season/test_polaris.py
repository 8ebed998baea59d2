"""POLARIS: the whole table of values, the thresholds and speeds, and mixes that cannot be."""

import itertools
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import messages
from geo.errors import PolarisError
from geo.measure.__main__ import main
from geo.measure.season.polaris import (
    EXAMPLES,
    ICE,
    ICE_TYPES,
    RULES,
    VALUES,
    Polaris,
    assess,
    example_of,
    outcome,
    read_polaris,
)
from geo.measure.season.tables import FOLDER

TABLE = """
PC1       3  3  3  3  2  2  2  2  2  2  1  1
PC2       3  3  3  3  2  2  2  2  2  1  1  0
PC3       3  3  3  3  2  2  2  2  2  1  0 -1
PC4       3  3  3  3  2  2  2  2  1  0 -1 -2
PC5       3  3  3  3  2  2  1  1  0 -1 -2 -2
PC6       3  2  2  2  2  1  1  0 -1 -2 -3 -3
PC7       3  2  2  2  1  1  0 -1 -2 -3 -3 -3
IA-Super  3  2  2  2  2  1  0 -1 -2 -3 -4 -4
IA        3  2  2  2  1  0 -1 -2 -3 -4 -5 -5
IB        3  2  2  1  0 -1 -2 -3 -4 -5 -6 -6
IC        3  2  1  0 -1 -2 -3 -4 -5 -6 -7 -8
none      3  1  0 -1 -2 -3 -4 -5 -6 -7 -8 -8
"""
"""IMO MSC.1/Circ.1519, appendix, table 1.3, types of ice from open water to heavy multi-year."""
ROWS = {
    words[0].replace("-", " "): [int(word) for word in words[1:]]
    for words in map(str.split, TABLE.strip().splitlines())
}
SPEEDS = {"PC1": 11, "PC2": 8, "PC3": 5, "PC4": 5, "PC5": 5, "PC6": 3, "PC7": 3}
OLD_ICE = {"ice_free": 2, "thick_fy": 5, "second_year": 3}
CLASSES = st.sampled_from(list(ROWS))


def table() -> Polaris:
    found, reason = read_polaris()
    assert found is not None, reason
    return found


POLARIS = table()


@st.composite
def mixes(draw: st.DrawFn) -> dict[str, int]:
    """Ten tenths of any types of ice."""
    tenths = draw(st.lists(st.sampled_from(ICE_TYPES), min_size=10, max_size=10))
    return {ice_type: tenths.count(ice_type) for ice_type in set(tenths)}


def test_all_144_values_are_those_of_the_circular() -> None:
    assert list(POLARIS.classes) == list(ROWS)
    for name, row in ROWS.items():
        assert len(row) == 12
        assert list(POLARIS.classes[name].values) == list(ICE_TYPES)
        assert list(POLARIS.classes[name].values.values()) == row, name


@pytest.mark.parametrize("ice_class", ROWS)
@pytest.mark.parametrize("ice_type", ICE_TYPES)
def test_ten_tenths_of_one_type_are_ten_times_its_value(ice_class: str, ice_type: str) -> None:
    found = assess(POLARIS, ice_class, {ice_type: 10})
    assert found.alone.total == 10 * ROWS[ice_class][ICE_TYPES.index(ice_type)]
    assert found.escorted.total == found.alone.total + 10


def test_the_example_of_old_ice_is_subject_to_special_consideration_unless_escorted() -> None:
    found = assess(POLARIS, "PC7", OLD_ICE)
    assert found.alone == (-13, "special", None)
    assert found.escorted == (-3, "elevated", 3)
    assert [tuple(share) for share in found.shares] == [
        ("ice_free", 2, 3),
        ("thick_fy", 5, -2),
        ("second_year", 3, -3),
    ]


@pytest.mark.parametrize("ice_class", SPEEDS)
def test_polar_classes_work_at_a_speed_between_the_thresholds(ice_class: str) -> None:
    rules = POLARIS.classes[ice_class]
    assert outcome(rules, 0) == (0, "normal", None)
    assert outcome(rules, -1) == (-1, "elevated", SPEEDS[ice_class])
    assert outcome(rules, -10) == (-10, "elevated", SPEEDS[ice_class])
    assert outcome(rules, -11) == (-11, "special", None)


@pytest.mark.parametrize("ice_class", [name for name in ROWS if name not in SPEEDS])
def test_below_the_polar_classes_there_is_no_elevated_risk(ice_class: str) -> None:
    rules = POLARIS.classes[ice_class]
    assert outcome(rules, 0) == (0, "normal", None)
    assert outcome(rules, -1) == (-1, "special", None)


@given(CLASSES, mixes())
def test_the_sum_lies_between_the_least_and_the_greatest_value(
    ice_class: str, mix: dict[str, int]
) -> None:
    found = assess(POLARIS, ice_class, mix)
    values = [share.value for share in found.shares]
    assert 10 * min(values) <= found.alone.total <= 10 * max(values)
    assert sum(share.tenths for share in found.shares) == 10


@given(mixes())
def test_a_stronger_polar_class_has_never_a_smaller_sum(mix: dict[str, int]) -> None:
    totals = [assess(POLARIS, name, mix).alone.total for name in SPEEDS]
    assert totals == sorted(totals, reverse=True)


@given(CLASSES, mixes())
def test_types_with_no_tenths_change_nothing(ice_class: str, mix: dict[str, int]) -> None:
    padded = dict.fromkeys(ICE_TYPES, 0) | mix
    assert assess(POLARIS, ice_class, padded) == assess(POLARIS, ice_class, mix)


@pytest.mark.parametrize(
    ("ice_class", "tenths", "said"),
    [
        ("PC7", {"ice_free": 4, "thick_fy": 5}, "These are 9 tenths; give 10."),
        ("PC7", {"ice_free": 1}, "This is 1 tenth; give 10."),
        ("PC7", {}, "These are 0 tenths; give 10."),
        ("PC7", {"ice_free": 11}, "Open water cannot have 11 tenths; give 0 to 10."),
        ("PC7", {"grey": -1, "new": 11}, "Grey cannot have −1 tenths; give 0 to 10."),
        ("PC7", {"slush": 10}, "“slush” is no type of ice of the table: ice_free, new, grey,"),
        (
            "PC8",
            {"ice_free": 10},
            "“PC8” is no ice class of the table: PC1, PC2, PC3, PC4, PC5, PC6, PC7, IA Super, ",
        ),
    ],
)
def test_what_cannot_be_added_up_gives_a_sentence(
    ice_class: str, tenths: dict[str, int], said: str
) -> None:
    with pytest.raises(PolarisError, match=f"^{re.escape(said)}"):
        assess(POLARIS, ice_class, tenths)


def test_every_example_is_ten_tenths_and_found_again() -> None:
    assert set(EXAMPLES) == set(messages.POLARIS_EXAMPLES)
    for name, mix in EXAMPLES.items():
        assert sum(mix.values()) == 10
        assert example_of(mix) == name
        assert example_of({**mix, "new": mix.get("new", 0)}) == name
    assert example_of({"ice_free": 10}) == ""


def test_types_of_ice_grow_thicker_without_gaps() -> None:
    bounds = [POLARIS.ice[one] for one in ICE_TYPES[1:9]]
    for thin, thick in itertools.pairwise(bounds):
        assert thin.to_m == thick.from_m
    assert POLARIS.ice["thick_fy"] == (1.2, None)
    assert POLARIS.ice["light_my"].to_m == POLARIS.ice["heavy_my"].from_m == 2.5


def copied(folder: Path) -> Path:
    for name in (VALUES, RULES, ICE):
        shutil.copy(FOLDER / name, folder / name)
    return folder


@pytest.mark.parametrize("name", [VALUES, RULES, ICE])
def test_a_table_that_is_missing_gives_none_and_says_which(name: str, tmp_path: Path) -> None:
    (copied(tmp_path) / name).unlink()
    assert read_polaris(tmp_path) == (None, f"{name} is missing. So there is no sum.")


@pytest.mark.parametrize("name", [VALUES, RULES, ICE])
@pytest.mark.parametrize("damage", ["", "ice_class\nPC1\n", "\x00", None])
def test_a_table_that_is_broken_gives_none_and_a_sentence(
    name: str, damage: str | None, tmp_path: Path
) -> None:
    path = copied(tmp_path) / name
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole[:-130] if damage is None else damage, encoding="utf-8")
    found, said = read_polaris(tmp_path)
    assert found is None
    assert said.endswith("So there is no sum.")


def test_tables_of_other_classes_or_types_are_not_put_together(tmp_path: Path) -> None:
    path = copied(tmp_path) / RULES
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(rows[:-1]), encoding="utf-8")
    assert read_polaris(tmp_path) == (None, f"{messages.POLARIS_APART} So there is no sum.")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code = main(["polaris", *arguments])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err


def test_the_command_prints_the_sum_and_what_it_allows(capsys: pytest.CaptureFixture[str]) -> None:
    ice = [word for each in OLD_ICE.items() for word in ("--ice", f"{each[0]}={each[1]}")]
    code, (line,), _ = run(capsys, "--class", "PC7", *ice)
    assert code == 0
    assert (line["sum"], line["level"], line["speed_kn"]) == (-13, "special", None)
    assert line["shares"][0] == {"ice_type": "ice_free", "tenths": 2, "value": 3}
    _, (line,), _ = run(capsys, "--class", "PC7", *ice, "--escort")
    assert (line["sum"], line["level"], line["speed_kn"]) == (-3, "elevated", 3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ice", "grey=9"], "These are 9 tenths; give 10."),
        (["--ice", "grey"], "“grey” is not written as TYPE=TENTHS"),
        (["--ice", "grey=4.5"], "“grey=4.5” is not written as TYPE=TENTHS"),
        (["--class", "1A", "--ice", "grey=10"], "“1A” is no ice class of the table"),
    ],
)
def test_the_command_says_what_is_wrong(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines, error = run(capsys, *arguments)
    assert (code, lines) == (2, [])
    assert error.splitlines()[-1].startswith(said)
