"""The contract of a feature: each rule is broken once and answered in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from geo.catalogue.schema import KINDS, PRECISIONS, ROLES, STATUSES, check_properties

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile.json").read_text("utf-8"))
GOOD: dict[str, Any] = {
    "id": "kara-gate",
    "kind": "strait",
    "name": "Kara Gate",
    "status": "observed",
    "precision": "schematic",
    "note": "A strait.",
    "last_checked": "2026-11-30",
    "names": ["Kara Strait", {"text": "Карские Ворота", "lang": "ru"}],
    "nations": [{"nation": "RU", "role": "coastal", "source": "a"}],
    "sources": [{"title": "A chart", "url": "https://example.org"}],
    "claims": [{"nation": "RU", "position": "Ours.", "source": "a"}],
    "members": ["nsr"],
}


def problems(**changes: object) -> list[str]:
    """Return what is wrong with the good feature once changed."""
    return check_properties({**GOOD, **changes}, file="some.geojson")


def test_a_good_feature_has_no_problem() -> None:
    assert problems() == []
    assert problems(id="RU") == []


def test_every_word_of_the_lists_is_read() -> None:
    words = {"kind": KINDS, "status": STATUSES, "precision": PRECISIONS}
    refused = [word for key, known in words.items() for word in known if problems(**{key: word})]
    refused += [role for role in ROLES if problems(nations=[{"nation": "RU", "role": role}])]
    assert refused == []


@pytest.mark.parametrize(
    "identity",
    ["Kara", "kara_gate", "kara gate", "-kara", "kara--gate", "", None, 5, "RUS", "кара"],
)
def test_an_id_that_is_not_a_slug_is_refused(identity: object) -> None:
    (problem,) = problems(id=identity)
    assert "some.geojson" in problem
    assert "slug" in problem


def test_no_hostile_text_is_an_id() -> None:
    for text in HOSTILE:
        assert problems(id=text), text
        assert problems(kind=text), text
        assert problems(nations=[{"nation": text, "role": "coastal"}]), text
        assert problems(sources=[{"title": "A", "url": text}]), text


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("name", "", "needs name"),
        ("name", None, "needs name"),
        ("note", "  ", "needs note"),
        ("kind", "dragon", "must be one of"),
        ("last_checked", None, "the day on which its facts were last"),
        ("last_checked", "", "the day on which its facts were last"),
        ("last_checked", "2026-11", "the day on which its facts were last"),
        ("last_checked", "2026-02-30", "the day on which its facts were last"),
        ("last_checked", "20261130", "the day on which its facts were last"),
        ("last_checked", "30 November 2026", "the day on which its facts were last"),
        ("last_checked", 20261130, "the day on which its facts were last"),
        ("status", "rumoured", "must be one of"),
        ("precision", "exact", "must be one of"),
        ("names", "Kara", "names as a list"),
        ("members", "nsr", "members as a list"),
        ("nations", {"RU": "coastal"}, "nations as a list"),
        ("nations", ["RU"], "not a mapping"),
        ("nations", [{"nation": "Russia", "role": "coastal"}], "alpha-2"),
        ("nations", [{"nation": "RU", "role": "owner"}], "must be one of"),
        ("nations", [{"nation": "RU", "role": "coastal", "since": 1991}], "since"),
        ("sources", [], "no source"),
        ("sources", [{"publisher": "A"}], "no source"),
        ("sources", [{"title": "A", "url": "ftp://a"}], "only https and http"),
        ("claims", [{"nation": "RU", "stance": "a"}], "stance"),
    ],
)
def test_each_broken_rule_names_the_id_and_the_rule(key: str, value: object, says: str) -> None:
    found = problems(**{key: value})
    assert found
    assert all("some.geojson: `kara-gate`" in problem for problem in found)
    assert any(says in problem for problem in found)


def test_all_problems_come_at_once() -> None:
    assert len(problems(name="", note="", kind="x", status="y", sources=[])) == 5
