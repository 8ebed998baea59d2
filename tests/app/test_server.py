"""What the server makes beforehand, and where it leads whoever asks for no page."""

import asyncio
import gc
import time
import tomllib

import pytest
import streamlit as st
from starlette.types import Message, Receive, Scope, Send

from pages import _cache, _warm
from pages._unknown import UnknownPages
from pages._warm import warm_up
from tests.repository import ROOT


def test_the_charts_are_there_before_the_first_run(
    monkeypatch: pytest.MonkeyPatch, fresh_caches: None
) -> None:
    del fresh_caches
    warm_up()
    monkeypatch.setattr(_cache, "load_catalogue", None)
    monkeypatch.setattr(_cache, "load_chart", None)
    monkeypatch.setattr(_cache, "make_chart_script", None)
    monkeypatch.setattr(_cache, "reasons_by_feature", None)
    monkeypatch.setattr(_cache, "load_lexicon", None)
    assert len(_cache.chart_script("polar").content) > 100_000
    assert _cache.reasons()
    assert _cache.seed_links()


def test_the_server_answers_after_it_has_warmed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def slowly() -> None:
        time.sleep(0.05)
        done.append("warm")

    async def start() -> list[str]:
        async with _warm.warmed_up(st.App(ROOT / "dashboard.py")):
            return list(done)

    monkeypatch.setattr(_warm, "warm_up", slowly)
    assert asyncio.run(start()) == ["warm"]


def test_what_is_loaded_is_not_looked_through_for_garbage_after_each_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(_warm._kept, "modules", 0)
    try:
        _warm.keep_for_good()
        assert len(gc.get_objects()) < 1000 < gc.get_freeze_count()
        own = [object() for _ in range(2000)], [[] for _ in range(2000)]
        _warm.keep_for_good()  # what readers have made meanwhile is not kept
        assert len(gc.get_objects()) > 1000
        del own
    finally:
        gc.unfreeze()


def test_what_goes_wrong_beforehand_is_left_to_the_first_run(
    monkeypatch: pytest.MonkeyPatch, fresh_caches: None
) -> None:
    del fresh_caches

    def fails() -> None:
        raise OSError("no disk")

    monkeypatch.setattr(_cache, "load_catalogue", lambda **_: fails())
    warm_up()
    with pytest.raises(OSError, match="no disk"):
        _cache.catalogue()


def test_what_is_said_to_a_page_is_compressed() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["enableWebsocketCompression"] is True


def answer_to(path: str, *, accept: bytes = b"text/html,*/*", method: str = "GET") -> str:
    """Return where a request is led on to, or '' where Streamlit answers it."""
    said: list[Message] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive, send

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {"type": "http", "method": method, "path": path, "headers": [(b"accept", accept)]}
    asyncio.run(
        UnknownPages(streamlit, pages={"atlas", "share"}, home="atlas")(scope, receive, send)
    )
    return next((dict(one["headers"])[b"location"].decode() for one in said[:1]), "")


def test_an_address_of_no_page_leads_to_the_atlas_which_names_it() -> None:
    assert answer_to("/nosuchpage") == "./?page=nosuchpage"
    assert answer_to("/atlas") == "./"
    assert answer_to("/no page&x=1") == "./?page=no+page%26x%3D1"
    for known in ("/", "/share", "/static/js/index.js", "/favicon.png", "/_stcore/health"):
        assert answer_to(known) == "", known
    assert answer_to("/nosuchpage", accept=b"*/*") == "", "no browser asks for it as a page"
    assert answer_to("/nosuchpage", method="POST") == ""
