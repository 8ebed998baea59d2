"""The project file: out and in again the same, and nothing but a project gets in."""

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ExportError
from geo.exchange.project import read_project, to_project
from geo.linker.edits import Edit
from geo.linker.links import Link
from geo.text.articles import Article
from geo.text.readers import limits, read_pasted
from geo.text.user_articles import ArticleFacts, user_article, with_facts
from geo.view import Known, View, from_query
from tests.pace import within

KNOWN = Known(
    nations=["RU", "NO"], features=["nsr", "kara-sea"], passages=[], articles=[], layers=["zones"]
)
BEFORE_WEIGHTS = Path(__file__).parents[2] / "data" / "project-before-weights.json"
"""Written by the version whose linker had rules and no weights; its edits took effect there."""
HOSTILE = '</script><script>alert(1)</script>{{ 7*7 }} ${x} `\\` "quoted" \u2028 \u202e עברית'


def article(text: str = f"Ice in the Kara Sea\n\n{HOSTILE}") -> Article:
    plain = user_article(read_pasted(text))
    facts = ArticleFacts(
        HOSTILE, "Pub", dt.date(2024, 3, 3), ("A. Writer",), "https://example.org/a?b=c"
    )
    return with_facts(plain, facts)


def document(**changes: Any) -> dict[str, Any]:
    own = article()
    edit = Edit("change", f"{own.id}.1", "nsr", to="kara-sea")
    return {**json.loads(to_project([own], [edit], View(feature="nsr"))), **changes}


def read(found: Any) -> Any:
    return read_project(json.dumps(found).encode(), name="p.json")


def test_articles_edits_and_view_make_a_round_trip() -> None:
    own = article()
    edits = [
        Edit("reject", f"{own.id}.2", "RU"),
        Edit("change", f"{own.id}.1", "nsr", to="kara-sea"),
        Edit("add", "seed.3", "nsr", start=3, end=9),
    ]
    view = View(nations=("RU", "NO"), match="all", role="coastal", feature="nsr", frame="mercator")
    project = read_project(to_project([own], edits, view).encode(), name="p.json")
    assert project.articles == (own,)
    assert list(project.edits) == edits
    assert from_query(project.query, KNOWN) == (view, [])


def test_a_project_from_before_roles_opens_and_an_unknown_role_is_named() -> None:
    older = json.loads(to_project([], [], View(nations=("RU",))))
    assert "role" not in older["view"]
    assert from_query(read(older).query, KNOWN) == (View(nations=("RU",)), [])
    view, notices = from_query(read({**older, "view": "nation=RU&role=owner"}).query, KNOWN)
    assert view == View(nations=("RU",))
    assert "owner" in notices[0]


def test_an_empty_project_is_one() -> None:
    project = read_project(to_project([], [], View()).encode(), name="p.json")
    assert (project.articles, project.edits, dict(project.query)) == ((), (), {})


@given(text=st.text(min_size=1, max_size=300).filter(lambda t: any(c.isalnum() for c in t)))
def test_any_text_that_can_be_uploaded_makes_an_exact_round_trip(text: str) -> None:
    own = user_article(read_pasted(text))
    (back,) = read_project(to_project([own], [], View()).encode(), name="p.json").articles
    assert (back.text, back.passages) == (own.text, own.passages)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a":' * 50_000, "not JSON"),
        (b"[1, 2]", "its type is not"),
        (b'{"type": "FeatureCollection"}', "its type is not"),
        (b'{"type": "arctic-passages-project", "version": NaN}', "not JSON"),
        (b'{"type": "arctic-passages-project", "version": 2}', "another version"),
        (b'{"type": "arctic-passages-project", "version": true}', "another version"),
        (b'{"type": "arctic-passages-project", "version": 1' + b"0" * 9_000 + b"}", "not JSON"),
        (b" " * (limits.PROJECT_BYTES + 1), "at most 10 MB"),
        (b'{"type": "arctic-passages-project", "version": 1, "view": "", "view": ""}', "twice"),
    ],
)
def test_a_file_that_is_not_a_project_is_refused_by_name(raw: bytes, message: str) -> None:
    with within(2), pytest.raises(ExportError, match=message) as caught:
        read_project(raw, name="../p\u202e.json")
    assert str(caught.value).startswith("../p.json: ")


def changed(part: str, key: str, value: Any) -> dict[str, Any]:
    found = document()
    found[part][0][key] = value
    return found


@pytest.mark.parametrize(
    "found",
    [
        document(articles="text"),
        document(articles=[1]),
        document(edits={}),
        document(edits=[{}] * 2_001),
        document(view=7),
        document(view="a=1&" * 500),
        changed("articles", "id", "own-other-00000000"),
        changed("articles", "id", "000-4307505dd1a9bba4"),
        changed("articles", "text", 7),
        changed("articles", "text", ""),
        changed("articles", "text", "Another text."),
        changed("articles", "headline", "x" * 301),
        changed("articles", "date", "yesterday"),
        changed("articles", "authors", "A. Writer"),
        changed("articles", "authors", [{}]),
        changed("articles", "authors", ["A"] * 51),
        changed("articles", "path", "/etc/passwd"),
        changed("edits", "action", "run"),
        changed("edits", "feature", ""),
        changed("edits", "feature", ["nsr"]),
        changed("edits", "to", ""),
        changed("edits", "start", -1),
        changed("edits", "end", {}),
        changed("edits", "start", bool("true")),
        changed("edits", "end", 1.5),
        changed("edits", "__class__", "x"),
    ],
)
def test_a_field_that_breaks_its_rule_refuses_the_file(found: dict[str, Any]) -> None:
    with pytest.raises(ExportError, match=r"^p\.json: "):
        read(found)


def test_all_problems_are_named_at_once() -> None:
    found = changed("articles", "date", "yesterday")
    found["edits"][0]["action"] = "run"
    found["view"] = 7
    with pytest.raises(ExportError) as caught:
        read(found)
    for part in ("article 1: `date`", "edit 1: `action`", "view: `view`"):
        assert part in str(caught.value)


def test_a_text_is_in_a_project_once() -> None:
    found = document()
    found["articles"] *= 2
    with pytest.raises(ExportError, match="twice"):
        read(found)


def test_an_address_that_is_not_of_the_web_is_dropped() -> None:
    (back,) = read(changed("articles", "url", "javascript:alert(1)")).articles
    assert back.url == ""


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda child: (
            st.lists(child, max_size=4)
            | st.dictionaries(
                st.sampled_from(["type", "version", "articles", "edits", "view", "id", "text"]),
                child,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_raises_at_most_an_export_error(found: Any) -> None:
    base = {"type": "arctic-passages-project", "version": 1}
    for each in (found, {**found, **base} if isinstance(found, dict) else {**base, "edits": found}):
        try:
            read(each)
        except ExportError as error:
            assert str(error).startswith("p.json: ")  # noqa: PT017  only this class may come


ODD = st.text(st.sampled_from("aZ09-.=&%\ud800\udfff\udc80\x00\u202e\u2028 \ufffd"), max_size=30)


def sound(text: str) -> bool:
    """Return whether a text can be encoded, and is one line."""
    return text.encode().decode() == text and not set(text) & set("\x00\n\u202e\u2028")


@given(query=st.dictionaries(st.sampled_from(["feature", "nation", "show", "x"]), ODD), odd=ODD)
def test_no_lone_surrogate_comes_out_of_a_project(query: dict[str, str], odd: str) -> None:
    written = "&".join(f"{key}={value}" for key, value in query.items())
    found = document(articles=[], edits=[], view=written, more={odd: [odd]})
    project = read(found)
    view, notices = from_query(project.query, KNOWN)
    strings = [*project.query, *(each for values in project.query.values() for each in values)]
    assert "".join(strings).encode().decode() == "".join(strings)
    assert all(map(sound, notices))
    assert view.feature in {"", "nsr", "kara-sea"}


@pytest.mark.parametrize("part", ["articles", "edits"])
@pytest.mark.parametrize("key", ["id", "name", "text", "headline", "passage", "feature", "action"])
def test_a_lone_surrogate_anywhere_is_refused_or_replaced(part: str, key: str) -> None:
    try:
        project = read(changed(part, key, "\ud83d half"))
    except ExportError as error:
        assert sound(str(error).replace("\n", " "))  # noqa: PT017  refused or taken, both right
    else:
        assert repr(project).isprintable()
        assert "\\ud83d" not in repr(project)


@given(query=st.dictionaries(st.sampled_from(["feature", "nation", "passage"]), st.lists(ODD)))
def test_a_notice_on_an_address_is_one_line_that_can_be_sent(query: dict[str, list[str]]) -> None:
    _, notices = from_query(query, KNOWN)
    assert all(map(sound, notices))


def test_the_links_that_were_found_are_noted_for_own_articles_and_those_with_an_edit() -> None:
    own = article()
    links = [
        Link("kara-sea", f"{own.id}.1", ()),
        Link("nsr", "seed.3", ()),
        Link("kara-sea", f"{own.id}.12", ()),
        Link("nsr", "unedited.1", ()),
    ]
    edits = [Edit("reject", "seed.3", "RU"), Edit("reject", "bare.1", "RU")]
    text = to_project([own], edits, View(), links=links, linker="0a9f")
    assert json.loads(text)["links"] == {
        own.id: {"kara-sea": "1 12"},
        "seed": {"nsr": "3"},
        "bare": {},
    }
    project = read_project(text.encode(), name="p.json")
    assert project.found == {
        own.id: {("kara-sea", f"{own.id}.1"), ("kara-sea", f"{own.id}.12")},
        "seed": {("nsr", "seed.3")},
        "bare": frozenset(),
    }
    assert project.linker == "0a9f"


def test_a_project_from_before_its_links_were_noted_has_none() -> None:
    project = read(document())
    assert (project.found, project.linker) == ({}, "")


@pytest.mark.parametrize(
    "changes",
    [
        {"links": []},
        {"links": {"a": []}},
        {"links": {"a": {"nsr": [1]}}},
        {"links": {"a": {"nsr": ""}}},
        {"links": {"a": {"nsr": "0"}}},
        {"links": {"a": {"nsr": "1  2"}}},
        {"links": {"a": {"nsr": "٣"}}},
        {"links": {"a": {"nsr": "1" * 7}}},
        {"links": {"a": {"nsr": "1 " * limits.SESSION_MENTIONS + "1"}}},
        {"links": {str(number): {} for number in range(3_000)}},
        {"linker": 7},
        {"linker": "<b>"},
    ],
)
def test_links_that_break_their_rule_refuse_the_file(changes: dict[str, Any]) -> None:
    with pytest.raises(ExportError, match="links: "):
        read(document(**changes))


def test_a_project_stays_small_with_as_many_links_as_a_session_may_have() -> None:
    own = article()
    links = [
        Link(f"feature-{number % 300}", f"{own.id}.{number // 300 + 1}", ())
        for number in range(limits.SESSION_MENTIONS)
    ]
    noted = to_project([own], [], View(), links=links)
    assert len(noted) < 500_000
    assert len(read(json.loads(noted)).found[own.id]) == len(links)


def test_a_file_of_the_version_before_weights_opens_with_all_that_the_reader_made() -> None:
    raw = BEFORE_WEIGHTS.read_bytes()
    written = json.loads(raw)
    project = read_project(raw, name="p.json")
    assert [one.text for one in project.articles] == [one["text"] for one in written["articles"]]
    assert [one.id for one in project.articles] == [one["id"] for one in written["articles"]]
    assert [asdict(edit) for edit in project.edits] == written["edits"]
    assert {edit.action for edit in project.edits} == {"reject", "change", "add"}
    (pilot,) = [one for one in project.articles if one.name == "pilot-book.txt"]
    (added,) = [edit for edit in project.edits if edit.end]
    assert pilot.text[added.start : added.end] == "Dickson"
    view, _ = from_query(project.query, KNOWN)
    again = json.loads(to_project(project.articles, project.edits, view))
    assert (again["articles"], again["edits"]) == (written["articles"], written["edits"])
    assert "links" not in written, "this version noted none"
