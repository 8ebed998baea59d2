"""ASGI middleware between the browser and Streamlit."""

import re
from collections.abc import Collection
from urllib.parse import urlencode

from google.protobuf.message import DecodeError
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.config import get_option
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LONGEST_END = 64
"""Maximal size of a message that reports the end of a run; longer ones are not parsed."""

_PAGE_NAME = re.compile(r"(?!_)[^/.]{1,80}")
_OK = 200
_KEEP = (b"cache-control", b"public, max-age=31536000, immutable")


class FullRunFirst:
    """Force full runs on a new connection until one has finished.

    Streamlit silently ignores a fragment rerun when the session does not know the fragment: after a
    restart, or when the session has expired, the first click on an open page would be lost.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a connection on, its messages changed until the first full run has ended."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        has_run = False

        async def receive_full() -> Message:
            message = await receive()
            if has_run or not message.get("bytes"):
                return message
            return {**message, "bytes": as_full_run(message["bytes"])}

        async def send_watched(message: Message) -> None:
            nonlocal has_run
            has_run = has_run or ends_full_run(message.get("bytes") or b"")
            await send(message)

        await self.app(scope, receive_full, send_watched)


class KeptByContent:
    """Let browsers keep the scripts among Streamlit's media files: each is named by its content.

    Streamlit itself says nothing about them, and a browser would fetch the chart at every visit.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an answer on, with how long it may be kept."""
        path = scope.get("path", "")
        if scope["type"] != "http" or "/media/" not in path or not path.endswith(".js"):
            await self.app(scope, receive, send)
            return

        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == _OK:
                message = {**message, "headers": [*message["headers"], _KEEP]}
            await send(message)

        await self.app(scope, receive, send_kept)


class UnknownPages:
    """Lead an address of no page to the Atlas, which says so; Streamlit would open a dialog.

    Only a browser that asks for a page is led on, and only from directly below the app's root. The
    Atlas itself has no name in its address; whoever adds it is led on without a word.
    """

    def __init__(self, app: ASGIApp, *, pages: Collection[str], home: str) -> None:
        self.app = app
        self.pages = frozenset(pages) - {home}
        self.home = home

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with the address of the Atlas."""
        if scope["type"] == "http" and (name := self._unknown(scope)):
            to = "./" if name == self.home else f"./?{urlencode({'page': name})}"
            await RedirectResponse(to, status_code=303)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _unknown(self, scope: Scope) -> str:
        """Return the name of the page that is asked for, where there is none."""
        root = get_option("server.baseUrlPath").strip("/")
        path = str(scope["path"]).removeprefix(f"/{root}" if root else "").removeprefix("/")
        accepted = dict(scope["headers"]).get(b"accept", b"")
        is_page = scope["method"] == "GET" and b"text/html" in accepted
        if not is_page or not _PAGE_NAME.fullmatch(path) or path in self.pages:
            return ""
        return path


def as_full_run(data: bytes) -> bytes:
    """Return a browser's message with a fragment rerun turned into a full one."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return data  # Streamlit reports what is wrong with it
    if message.WhichOneof("type") != "rerun_script" or not message.rerun_script.fragment_id:
        return data
    message.rerun_script.ClearField("fragment_id")
    message.rerun_script.ClearField("is_auto_rerun")
    return message.SerializeToString()


def ends_full_run(data: bytes) -> bool:
    """Return whether a server's message reports a successful full run."""
    if not 0 < len(data) <= _LONGEST_END:
        return False
    message = ForwardMsg()
    message.ParseFromString(data)
    return (
        message.WhichOneof("type") == "script_finished"
        and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    )
