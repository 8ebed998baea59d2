"""What a new connection is given: one full run before any fragment's."""

import asyncio
import gc
import gzip
import re
import tomllib
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages import _cache, _warm
from pages._server import FullRunFirst, KeptByContent, PackedOnce
from pages._unknown import UnknownPages
from pages._warm import warm_up
from tests.repository import ROOT

FULL, FRAGMENT = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY


def click(fragment: str = "board") -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = "nation=RU"
    message.rerun_script.fragment_id = fragment
    return message.SerializeToString()


def ended(how: "ForwardMsg.ScriptFinishedStatus") -> bytes:
    message = ForwardMsg()
    message.script_finished = how
    return message.SerializeToString()


def received(*talk: bytes | Message) -> list[Message]:
    """Return what Streamlit hears of a talk: messages of the browser, and its own, as bytes."""
    found: list[Message] = []
    talks = list(talk)

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        del scope
        for one in talk:
            if isinstance(one, dict):
                found.append(await receive())
            else:
                await send({"type": "websocket.send", "bytes": one})

    async def receive() -> Message:
        while not isinstance(talks[0], dict):
            talks.pop(0)
        message = talks.pop(0)
        assert isinstance(message, dict)
        return message

    async def send(message: Message) -> None:
        assert message["bytes"] in talk

    asyncio.run(FullRunFirst(streamlit)({"type": "websocket"}, receive, send))
    return found


def said(data: bytes) -> Message:
    return {"type": "websocket.receive", "bytes": data}


def fragments(*talk: bytes | Message) -> list[str]:
    """Return the fragments that Streamlit is asked to run."""
    asked = []
    for message in received(*talk):
        back = BackMsg()
        back.ParseFromString(message["bytes"])
        assert back.rerun_script.query_string == "nation=RU"
        asked.append(back.rerun_script.fragment_id)
    return asked


def test_the_first_click_in_a_session_that_the_server_does_not_know_runs_the_page() -> None:
    assert fragments(said(click())) == [""]


def test_clicks_run_the_page_until_a_run_of_it_has_ended() -> None:
    talk = (said(click()), ended(FRAGMENT), said(click()), ended(FULL), said(click()))
    assert fragments(*talk) == ["", "", "board"]


def test_a_run_that_was_cut_short_does_not_count() -> None:
    early = ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN)
    assert fragments(said(click()), early, said(click())) == ["", ""]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xff\xff", BackMsg(stop_script=True).SerializeToString()]
)
def test_other_messages_pass_as_they_are(data: bytes) -> None:
    assert received(said(data)) == [said(data)]


def test_the_page_asks_in_streamlits_own_words_whether_the_server_is_there() -> None:
    script = (Path(__file__).parents[2] / "pages/web/connection.js").read_text(encoding="utf-8")
    (listed,) = re.findall(r"BEAT = new Uint8Array\(\[(.*)\]\)", script)
    sent = bytes(int(one, 16) for one in listed.split(", "))
    message = BackMsg()
    message.ParseFromString(sent)
    assert message.WhichOneof("type") == "app_heartbeat"
    assert message.app_heartbeat


def kept(path: str, status: int = 200, *headers: tuple[bytes, bytes]) -> list[bytes]:
    """Return what a browser is told of how long it may keep the answer at a path."""
    sent: list[Message] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": status, "headers": headers})

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    asyncio.run(KeptByContent(streamlit)({"type": "http", "path": path}, receive, send))
    return [value for name, value in sent[0]["headers"] if name == b"cache-control"]


def test_a_browser_keeps_charts_and_icon_which_are_named_by_their_content() -> None:
    assert kept("/media/0123abcd.js") == [b"public, max-age=31536000, immutable"]
    assert kept("/below/another/path/media/0123abcd.js") != []
    assert kept("/media/0123abcd.js", status=404) == []
    assert kept("/media/0123abcd.png") == [b"private, max-age=31536000, immutable"]
    assert kept("/static/js/index.js") == kept("/") == []
    download = (b"Content-Disposition", b'attachment; filename="figure.png"')
    assert kept("/media/0123abcd.png", 200, download) == []


SCRIPT = b"export const long = 'a script that says the same again and again';" * 99
FOR_GOOD = {"content-type": "text/javascript", "cache-control": "public, immutable"}


class Files:
    """A server of one file, and what it is asked for."""

    def __init__(self, **said: str) -> None:
        said = {name.replace("_", "-"): value for name, value in said.items()}
        self.headers = {**FOR_GOOD, "content-length": str(len(SCRIPT)), **said}
        self.asked = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        self.asked += 1
        told = [(name.encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": told})
        for part in (SCRIPT[:99], SCRIPT[99:]):
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def fetched(
    app: PackedOnce, path: str = "/static/js/index.0a1b.js", **headers: str
) -> tuple[dict[str, str], bytes]:
    """Return the headers and the body of an answer, as they travel."""
    told: dict[str, str] = {}
    body = bytearray()

    async def send(message: Message) -> None:
        told.update({name.decode(): value.decode() for name, value in message.get("headers", [])})
        body.extend(message.get("body", b""))

    async def receive() -> Message:
        return {}

    asked = {"accept-encoding": "gzip, br"} | {n.replace("_", "-"): v for n, v in headers.items()}
    raw = [(name.encode(), value.encode()) for name, value in asked.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": raw}
    asyncio.run(app(scope, receive, send))
    return told, bytes(body)


def test_a_script_is_compressed_once_for_all_readers() -> None:
    files = Files(etag='"0a1b"')
    app = PackedOnce(files)
    first, second = fetched(app), fetched(app)
    assert first == second
    told, body = first
    assert gzip.decompress(body) == SCRIPT
    assert int(told["content-length"]) == len(body) < len(SCRIPT) / 10
    assert told["content-encoding"] == "gzip"
    assert told["vary"] == "accept-encoding"
    assert told["cache-control"] == FOR_GOOD["cache-control"]
    assert told["etag"] == 'W/"0a1b"'
    assert files.asked == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"accept_encoding": "br"},
        {"range": "bytes=0-9"},
        {"if_none_match": '"0a1b"'},
    ],
)
def test_who_asks_in_another_way_is_answered_by_streamlit(headers: dict[str, str]) -> None:
    app = PackedOnce(Files())
    fetched(app)
    assert fetched(app, **headers) == fetched(PackedOnce(Files()), "/other", **headers)
    assert fetched(app, **headers)[1] == SCRIPT


@pytest.mark.parametrize(
    "said",
    [
        {"content_type": "text/html"},
        {"cache_control": "no-cache"},
        {"set_cookie": "one=reader"},
        {"content_encoding": "br"},
    ],
)
def test_what_is_not_the_same_for_all_and_for_good_is_not_kept(said: dict[str, str]) -> None:
    files = Files(**said)
    app = PackedOnce(files)
    assert fetched(app) == fetched(app)
    assert fetched(app)[1] == SCRIPT
    assert files.asked == 3


def test_what_is_compressed_already_is_kept_as_it_is() -> None:
    files = Files(content_encoding="gzip")
    app = PackedOnce(files)
    assert fetched(app)[1] == fetched(app)[1] == SCRIPT
    assert files.asked == 1


def test_what_is_kept_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages._server._MOST_PACKED", 2 * len(gzip.compress(SCRIPT)))
    files = Files()
    app = PackedOnce(files)
    paths = [f"/static/js/{number}.js" for number in range(3)]
    for path in [*paths, *paths]:
        assert gzip.decompress(fetched(app, path)[1]) == SCRIPT
    assert files.asked == 4


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
