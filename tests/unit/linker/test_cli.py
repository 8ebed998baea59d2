import io
import json
from pathlib import Path
from typing import Any

import pytest

from geo.linker import cli
from geo.linker.cli import main


def run(*arguments: str, stdin: str = "") -> tuple[int, list[dict[str, Any]], str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(list(arguments), io.StringIO(stdin), out, err)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_a_file_gives_one_line_with_its_name_and_mentions(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Russia looks north.", encoding="utf-8")
    code, rows, err = run("link", str(path))
    assert (code, err) == (0, "")
    assert rows == [
        {
            "doc_id": "one.txt",
            "mentions": [
                {
                    "start": 0,
                    "end": 6,
                    "surface": "Russia",
                    "target": "RU",
                    "kind": "state",
                    "rule": "name",
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    "text", ["A\r\n\r\nIn Norway.", "A\u030a In Norway.", "\ufeffIn Norway.", "\ud800 Norway"]
)
def test_offsets_are_those_of_the_text_as_given(text: str) -> None:
    row = json.dumps({"doc_id": 7, "text": text})
    _, rows, _ = run("link", stdin=row)
    assert rows[0]["doc_id"] == 7
    mention = rows[0]["mentions"][0]
    assert text[mention["start"] : mention["end"]] == mention["surface"] == "Norway"


def test_a_bad_line_is_reported_and_the_others_are_processed() -> None:
    lines = [
        '{"doc_id": 1, "text": "Norway"}',
        "{nonsense",
        '{"doc_id": 2}',
        "[1]",
        "",
        "9" * 5_000,
        '{"doc_id": 3, "text": ""}',
    ]
    code, rows, err = run("link", stdin="\n".join(lines))
    assert code == 1
    assert [row["doc_id"] for row in rows] == [1, 3]
    assert rows[1]["mentions"] == []
    told = [line.split(":")[0] for line in err.splitlines()]
    assert told == [
        "line 2",
        "line 3",
        "line 4",
        "line 6",
    ]


def test_a_line_that_costs_too_much_is_reported_and_the_others_are_processed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cli, "cpu_s_for", lambda size: 0.02 if size > 1_000 else 60.0)
    texts = ["Russia " * 20_000, "Norway\n" * 60_000, "Russia froze."]
    lines = [json.dumps({"doc_id": number, "text": text}) for number, text in enumerate(texts)]
    code, records, said = run("link", stdin="\n".join(lines))
    assert code == 1
    assert [record["doc_id"] for record in records] == [2]
    assert "0: it takes too long to read and link" in said
    assert "1: it has more than 50,000 lines" in said


def test_a_bad_file_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    (tmp_path / "good.txt").write_text("Norway", encoding="utf-8")
    names = [str(tmp_path / name) for name in ("bad.txt", "none.txt", "good.txt")]
    code, rows, err = run("link", *names)
    assert code == 1
    assert [row["doc_id"] for row in rows] == ["good.txt"]
    assert "bad.txt: " in err
    assert "none.txt: cannot be read" in err


def test_a_damaged_file_is_repaired_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Tromsø og Bodø: Norway".encode() + b"\xff")
    code, rows, err = run("link", str(path))
    assert code == 0
    assert "Norway" in [mention["surface"] for mention in rows[0]["mentions"]]
    assert err == "a.txt: 1 byte is not UTF-8 and shown as \ufffd.\n"


def test_a_saved_page_is_read_without_its_furniture(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Title\n\nNorway waits for ice.\n\nTags:\n\nrussia\nRussia\n", encoding="utf-8")
    _, rows, _ = run("link", str(path))
    assert [mention["target"] for mention in rows[0]["mentions"]] == ["NO"]


def test_targets_lists_every_feature_with_its_names() -> None:
    code, rows, _ = run("targets")
    targets = {row["id"]: row for row in rows}
    assert code == 0
    assert targets["RU"]["iso"] == "RU"
    assert "Russian" in targets["RU"]["names"]
    assert targets["nsr"]["kind"] == "route"
    assert "iso" not in targets["nsr"]
    assert targets["nsr"]["name"] == "Northern Sea Route"


def test_score_prints_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[[Norway|NO]]", encoding="utf-8")
    out = io.StringIO()
    assert main(["score", str(tmp_path)], io.StringIO(), out, io.StringIO()) == 0
    assert out.getvalue().splitlines()[1].split() == [
        "seed",
        "all",
        "1",
        "0",
        "0",
        "1.000",
        "1.000",
        "1.000",
    ]


def test_explain_prints_each_decision_with_its_reasons(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Ships sail to Norway. He bought a Turkey rug.\r\n", encoding="utf-8")
    code, rows, err = run("explain", str(path))
    assert (code, err, rows[0]["doc_id"]) == (0, "", "one.txt")
    kept, left = rows[0]["decisions"]
    assert (kept["surface"], kept["target"], kept["decision"]) == ("Norway", "NO", "kept")
    assert (left["surface"], left["target"], left["decision"]) == ("Turkey", "TR", "left out")
    assert kept["probability"] > 0.5 > left["probability"]
    assert [words for words, _ in kept["for"] if "“to”" in words] == ["“to” before it"]
    assert all(value > 0 for _, value in kept["for"])
    assert all(value < 0 for _, value in left["against"])


def test_explain_reads_lines_and_keeps_the_offsets_given() -> None:
    text = "\ufeffA\r\n\r\nIn Norway."
    lines = [json.dumps({"doc_id": 1, "text": text}), "nonsense", '{"doc_id": 2, "text": ""}']
    code, rows, err = run("explain", stdin="\n".join(lines))
    assert (code, [row["doc_id"] for row in rows]) == (1, [1, 2])
    assert err.startswith("line 2: ")
    (one,) = rows[0]["decisions"]
    assert text[one["start"] : one["end"]] == "Norway"
    assert rows[1]["decisions"] == []


def test_errors_prints_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway", encoding="utf-8")
    out = io.StringIO()
    assert main(["errors", str(tmp_path)], io.StringIO(), out, io.StringIO()) == 0
    assert out.getvalue().startswith("+ seed/a 'Norway' NO")


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["targets", "x"]])
def test_wrong_usage_says_how(arguments: list[str]) -> None:
    code, rows, err = run(*arguments)
    assert (code, rows) == (2, [])
    assert "usage: python -m geo.linker" in err


def test_an_empty_gold_folder_is_named(tmp_path: Path) -> None:
    code, _, err = run("score", str(tmp_path / "none"))
    assert code == 1
    assert "none" in err


@pytest.mark.parametrize("given", [".", "/"])
def test_a_folder_is_named_as_it_was_given(given: str) -> None:
    code, rows, err = run("link", given)
    assert (code, rows) == (1, [])
    assert err == f"{given}: cannot be read (Is a directory).\n"
