"""The command that measures finds its modules and prints one JSON line per figure."""

import base64
import json
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest

from bench import __main__ as bench
from bench.app import Meter
from bench.ratios import Row


def test_every_module_with_a_main_takes_part_and_the_command_itself_does_not() -> None:
    names = [module.__name__ for module in bench.modules()]
    assert "bench.app" in names
    assert "bench.__main__" not in names
    assert names == sorted(names)


def test_an_unknown_module_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SystemExit, match=r"no nothing; it has .*app"):
        list(bench.modules(["nothing"]))


def test_each_figure_is_one_line_of_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = [{"figure": "é", "value": 1.0, "unit": "s", "n": 3, "note": ""}] * 2
    monkeypatch.setattr(bench, "modules", lambda _: [SimpleNamespace(main=lambda: figures)])
    assert bench.run() == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == figures


def test_a_module_that_prints_for_itself_passes_its_status_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    each = [SimpleNamespace(main=lambda status=status: status) for status in (0, 1, 0)]
    monkeypatch.setattr(bench, "modules", lambda _: each)
    assert bench.run() == 1


@pytest.mark.parametrize(
    ("value", "mark", "is_far_off"), [(1.3, "", False), (1.4, "missed", False), (2, "missed", True)]
)
def test_a_ratio_past_its_budget_is_marked_and_fails_when_it_is_far_off(
    value: float, mark: str, *, is_far_off: bool
) -> None:
    row = Row("first route", value, "medians", 1.3)
    assert (("missed" in row.line()), row.is_far_off) == (bool(mark), is_far_off)
    assert not Row("processor time", value, "").is_far_off


def test_frames_of_a_compressed_websocket_count_as_they_travel() -> None:
    frame = {"response": {"opcode": 2, "payloadData": base64.b64encode(b"ice " * 1000).decode()}}
    headers = {"Sec-WebSocket-Extensions": "permessage-deflate; server_max_window_bits=12"}
    sizes = []
    for agreed in ({}, headers):
        meter = Meter(MagicMock())
        meter.greet({"response": {"headers": agreed}})
        meter.frame(frame)
        sizes.append(meter.frames)
    assert sizes[0] == 4000
    assert 0 < sizes[1] < 100
