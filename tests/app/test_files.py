"""What a browser is told of the files that it fetches: how long they are kept, and how packed."""

import asyncio
import gzip
import re

import pytest
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from pages._document import Completed
from pages._files import KeptByContent, PackedOnce
from pages._sheet import ServedSheet, page_css
from pages._static import LEAFLET_ADDRESS

OLD = "Sun, 29 Nov 2026 05:51:44 GMT"
SAID = (b"cache-control", b"public")
"""What Streamlit says of a component's files, whatever their names."""


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


def test_a_browser_keeps_the_map_component_and_leaflet_which_are_named_by_their_content() -> None:
    for path in ("streamlit_folium.st_folium/static/js/main.0123abcd.js", LEAFLET_ADDRESS[3:]):
        name = path if path.endswith(".js") else f"{path}/leaflet.css"
        assert kept(f"/below/component/{name}", 200, SAID) == kept("/media/0123abcd.js")
    for name in ("streamlit_folium.st_folium/index.html", "another.map/leaflet.js"):
        assert kept(f"/component/{name}", 200, SAID) == [b"public"]


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
        self.stops = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as Starlette does: what has to be sent is dropped when the reader is gone."""
        del scope
        self.asked += 1
        gone = asyncio.ensure_future(receive())
        await asyncio.sleep(0)
        told = [(name.encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": told})
        for part in (SCRIPT[:99], SCRIPT[99:]):
            await send({"type": "http.response.body", "body": part, "more_body": True})
            if self.stops or (gone.done() and gone.result()["type"] == "http.disconnect"):
                return
        gone.cancel()
        await send({"type": "http.response.body", "body": b""})


def fetched(
    app: PackedOnce,
    path: str = "/static/js/index.0a1b.js",
    *,
    leaves: bool = False,
    **headers: str,
) -> tuple[dict[str, str], bytes]:
    """Return the headers and the body of an answer, as they travel."""
    told: dict[str, str] = {}
    body = bytearray()

    async def send(message: Message) -> None:
        told.update({name.decode(): value.decode() for name, value in message.get("headers", [])})
        body.extend(message.get("body", b""))

    async def receive() -> Message:
        return {"type": "http.disconnect" if leaves else "http.request"}

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


def test_a_reader_who_leaves_cuts_no_script_short_for_the_next() -> None:
    app = PackedOnce(Files())
    fetched(app, leaves=True)
    assert gzip.decompress(fetched(app)[1]) == SCRIPT


def test_what_was_cut_short_is_not_kept() -> None:
    files = Files()
    app = PackedOnce(files)
    files.stops = True
    assert fetched(app)[1] != SCRIPT
    files.stops = False
    assert gzip.decompress(fetched(app)[1]) == SCRIPT


def test_what_is_compressed_already_is_kept_as_it_is() -> None:
    files = Files(content_encoding="gzip")
    app = PackedOnce(files)
    assert fetched(app)[1] == fetched(app)[1] == SCRIPT
    assert files.asked == 1


def test_what_is_kept_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages._files._MOST_PACKED", 2 * len(gzip.compress(SCRIPT)))
    files = Files()
    app = PackedOnce(files)
    paths = [f"/static/js/{number}.js" for number in range(3)]
    for path in [*paths, *paths]:
        assert gzip.decompress(fetched(app, path)[1]) == SCRIPT
    assert files.asked == 4


def loaded(
    path: str, method: str = "GET", *, gzipped: bool = False, **said: str
) -> tuple[dict[bytes, bytes], bytes]:
    """Return headers and body that a browser gets of a document of Streamlit's.

    As Streamlit does it, the document is compressed, or not sent at all, for who asks for that.
    """
    sent: list[Message] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        del receive
        asks = Headers(scope=scope)
        status = 304 if "if-modified-since" in asks else 200
        if "gzip" in asks.get("accept-encoding", ""):
            said["content_encoding"] = "gzip"
        told = {"content-type": "text/html; charset=utf-8", "etag": '"1"', "last_modified": OLD}
        told |= said
        headers = [(name.replace("_", "-").encode(), one.encode()) for name, one in told.items()]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"<html><head>", "more_body": True})
        await send({"type": "http.response.body", "body": b"</head><body></body></html>"})

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    asked = [(b"accept-encoding", b"gzip, br")] if gzipped else []
    asked.append((b"if-modified-since", OLD.encode()))
    scope = {"type": "http", "method": method, "path": path, "headers": asked}
    asyncio.run(Completed(streamlit)(scope, receive, send))
    return dict(sent[0]["headers"]), b"".join(one["body"] for one in sent[1:])


@pytest.mark.parametrize("path", ["/", "/about", "/below/component/a.map/index.html"])
def test_a_document_has_the_script_that_loads_it_again_before_all_others(path: str) -> None:
    headers, body = loaded(path)
    assert body.startswith(b"<html><head><script>")
    assert b"vite:preloadError" in body
    assert b"</script></head><body>" in body
    assert headers[b"content-length"] == str(len(body)).encode()
    assert not {b"etag", b"last-modified"} & headers.keys(), "they are of another document"


def test_a_document_for_a_browser_that_takes_it_compressed_is_completed_too() -> None:
    headers, body = loaded("/about", gzipped=True)
    assert gzip.decompress(body) == loaded("/about")[1]
    assert headers[b"content-encoding"] == b"gzip"
    assert headers[b"content-length"] == str(len(body)).encode()


def test_the_page_links_to_its_sheet_after_all_of_streamlits_rules_and_finds_it_there() -> None:
    _, body = loaded("/about")
    (address,) = re.findall(rb'<link rel="stylesheet" href="[.]/(.*)"></body></html>$', body)
    headers, sheet = sheet_at(f"/below/{address.decode()}")
    assert sheet.decode() == page_css()
    assert b"immutable" in headers[b"cache-control"]
    assert headers[b"content-type"].startswith(b"text/css")
    _, other = sheet_at("/static/css/arctic-0123456789ab.css")
    assert other == b"of another version"
    _, map_document = loaded("/component/a.map/index.html")
    assert b"<link" not in map_document


def sheet_at(path: str) -> tuple[dict[bytes, bytes], bytes]:
    """Return headers and body of the answer at an address."""
    sent: list[Message] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("of another version")(scope, receive, send)

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    asyncio.run(ServedSheet(streamlit)(scope, receive, send))
    return dict(sent[0]["headers"]), b"".join(one["body"] for one in sent[1:])


def test_what_is_no_document_passes_as_it_is() -> None:
    plain = b"<html><head></head><body></body></html>"
    for answer in (
        loaded("/static/js/index.js"),
        loaded("/", method="HEAD"),
        loaded("/_stcore/health", **{"content-type": "text/plain"}),
        loaded("/", content_encoding="gzip"),
    ):
        assert answer[1] == plain
        assert answer[0][b"etag"] == b'"1"'
