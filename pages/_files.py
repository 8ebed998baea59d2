"""ASGI middleware for the files that a browser fetches: how long they are kept, and how packed."""

import asyncio
import gzip
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OK = 200
_NAMED_BY_CONTENT = re.compile(r"/(media/|component/.*[._])[0-9a-f]{8,}(/\w+)?\.(js|css|png)$")
_DOWNLOAD = "content-disposition"
_A_YEAR = "max-age=31536000, immutable"
_PACKED_FOLDERS = ("/static/js/", "/static/css/", "/media/", "/component/")
_PACKED_ENDINGS = (".js", ".css")
_PACKED_TYPES = ("text/javascript", "application/javascript", "text/css")
_MOST_PACKED = 12_000_000
"""Bytes of all packed files together; Streamlit's own are half of that."""


class KeptByContent:
    """Let browsers keep scripts, sheets and pictures that are named by their content.

    Streamlit does not say how long its media files and the files of components may be kept: a
    browser would fetch chart, map component and Leaflet at every visit, and the page's icon anew
    with every press that changes the address. What a reader downloads is not kept.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an answer on, with how long it may be kept."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not _NAMED_BY_CONTENT.search(path):
            await self.app(scope, receive, send)
            return

        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == _OK:
                headers = [(name.lower(), value) for name, value in message["headers"]]
                told = MutableHeaders(raw=headers)
                if _DOWNLOAD not in told:
                    told["cache-control"] = _kept_by(path)
                message = {**message, "headers": told.raw}
            await send(message)

        await self.app(scope, receive, send_kept)


class PackedOnce:
    """Send scripts and sheets that never change compressed, each compressed once for all readers.

    Streamlit sends its own as they are, and compresses a chart anew for each reader, as its server
    keeps nothing compressed. Its own are half of what a first page would weigh.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._packed: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the packed file; pass on what is asked for in another way."""
        if not _may_be_packed(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._packed:
            start, body, is_whole = await fetch(self.app, scope)
            if not is_whole or not _is_kept_for_good(start):
                await answer(send, start, body)
                return
            if "content-encoding" not in Headers(raw=start["headers"]):
                start, body = await asyncio.to_thread(pack, start, body)
            if sum(len(one) for _, one in self._packed.values()) + len(body) > _MOST_PACKED:
                await answer(send, start, body)
                return
            self._packed[path] = start, body
        await answer(send, *self._packed[path])


def _kept_by(path: str) -> str:
    """Return who may keep a file, and how long: a picture can show a reader's own article."""
    whose = "private" if path.endswith(".png") else "public"
    return f"{whose}, {_A_YEAR}"


def _may_be_packed(scope: Scope) -> bool:
    """Whether a request is for all of a script or sheet, from a browser that can unpack it."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path, asked = scope["path"], Headers(scope=scope)
    return (
        path.endswith(_PACKED_ENDINGS)
        and any(folder in path for folder in _PACKED_FOLDERS)
        and "gzip" in asked.get("accept-encoding", "")
        and not {"range", "if-none-match", "if-modified-since"} & set(asked.keys())
    )


def _is_kept_for_good(start: Message) -> bool:
    """Whether an answer is a script or sheet that is the same for everyone, for good."""
    said = Headers(raw=start["headers"])
    return (
        start["status"] == _OK
        and said.get("content-type", "").startswith(_PACKED_TYPES)
        and "immutable" in said.get("cache-control", "")
        and said.get("content-encoding", "gzip") == "gzip"
        and "set-cookie" not in said
    )


def pack(start: Message, body: bytes) -> tuple[Message, bytes]:
    """Return an answer compressed."""
    packed = gzip.compress(body, mtime=0)
    told = MutableHeaders(raw=list(start["headers"]))
    told["content-encoding"] = "gzip"
    told["content-length"] = str(len(packed))
    told.add_vary_header("accept-encoding")
    if "etag" in told and not told["etag"].startswith("W/"):
        told["etag"] = f"W/{told['etag']}"
    if "accept-ranges" in told:
        del told["accept-ranges"]
    return {**start, "headers": told.raw}, packed


async def fetch(app: ASGIApp, scope: Scope) -> tuple[Message, bytes, bool]:
    """Return the start and the body of an app's answer, and whether that is all of it.

    That the one who asked goes away meanwhile does not cut it short: it may be for others too.
    """
    start: Message = {}
    body = bytearray()
    is_whole = False

    async def receive() -> Message:
        return await asyncio.Future[Message]()

    async def hold(message: Message) -> None:
        nonlocal is_whole
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            body.extend(message.get("body", b""))
            is_whole = not message.get("more_body")

    await app(scope, receive, hold)
    return start, bytes(body), is_whole


async def answer(send: Send, start: Message, body: bytes) -> None:
    """Send an answer."""
    await send(start)
    await send({"type": "http.response.body", "body": body})
