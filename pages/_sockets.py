"""ASGI middleware for the connection of a page with Streamlit: what is said, and in which order."""

import asyncio
from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LONGEST_END, _LONGEST_NAVIGATION = 64, 4096
"""Maximal sizes of messages that end a run or bring the navigation; longer ones are not parsed."""

_HEALTH, _DRAWN = "/_stcore/health", b"drawn"
_LONGEST_PAUSE_S = 1.0
_MAP = b"streamlit_folium.st_folium"
_NEW_PROTOCOLS = 2
"""A new reader names Streamlit's protocol and a token; who comes back adds the session's id."""


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


class MapFirst:
    """Let a new reader's map be drawn before the browser lays out all that stands around it.

    A browser does one thing at a time: of what comes together, the map's own document is begun
    last. So what follows the map waits until the map is drawn, but no longer than a second, and so
    does the navigation of the map's page, which comes before it. That it is drawn the page says by
    asking whether the server is well (`drawn.js`), and for all that wait: who is let go too early
    has only less of a start.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._waiting: set[asyncio.Event] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a connection on, with a pause after the first map that it brings."""
        if _says_drawn(scope):
            for drawn in self._waiting:
                drawn.set()
        if scope["type"] != "websocket" or _is_reconnection(scope):
            await self.app(scope, receive, send)
            return
        has_map = False
        held: list[Message] = []

        async def send_held() -> None:
            while held:
                await send(held.pop(0))

        async def send_in_turn(message: Message) -> None:
            nonlocal has_map
            data = message.get("bytes") or b""
            if not has_map and opens_home(data):
                held.append(message)
                return
            if held and _end_of(data) is not None:
                await send_held()
            await send(message)
            if not has_map and brings_map(data):
                has_map = True
                await self._until_drawn()
                await send_held()

        await self.app(scope, receive, send_in_turn)

    async def _until_drawn(self) -> None:
        drawn = asyncio.Event()
        self._waiting.add(drawn)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(drawn.wait(), _LONGEST_PAUSE_S)
        finally:
            self._waiting.remove(drawn)


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


def _says_drawn(scope: Scope) -> bool:
    """Whether a page says that its map is drawn."""
    is_asked = scope["type"] == "http" and scope["path"].endswith(_HEALTH)
    return is_asked and scope.get("query_string") == _DRAWN


def _is_reconnection(scope: Scope) -> bool:
    """Whether a browser comes back to a session; it has the whole page already."""
    said = Headers(scope=scope).get("sec-websocket-protocol", "")
    return len(said.split(",")) > _NEW_PROTOCOLS


def brings_map(data: bytes) -> bool:
    """Return whether a server's message brings the map."""
    if _MAP not in data:
        return False
    message = ForwardMsg()
    message.ParseFromString(data)
    return message.delta.new_element.component_instance.component_name.encode() == _MAP


def opens_home(data: bytes) -> bool:
    """Return whether a server's message brings the navigation of the page that opens by default."""
    if not 0 < len(data) <= _LONGEST_NAVIGATION:
        return False
    message = ForwardMsg()
    message.ParseFromString(data)
    shown = message.navigation.page_script_hash
    return any(
        page.is_default and page.page_script_hash == shown for page in message.navigation.app_pages
    )


def ends_full_run(data: bytes) -> bool:
    """Return whether a server's message reports a successful full run."""
    return _end_of(data) == ForwardMsg.FINISHED_SUCCESSFULLY


def _end_of(data: bytes) -> int | None:
    """Return how a run ended that a server's message reports, if it reports one."""
    if not 0 < len(data) <= _LONGEST_END:
        return None
    message = ForwardMsg()
    message.ParseFromString(data)
    is_end = message.WhichOneof("type") == "script_finished"
    return message.script_finished if is_end else None
