"""ASGI middleware between the browser and Streamlit."""

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LONGEST_END = 64
"""Maximal size of a message that reports the end of a run; longer ones are not parsed."""

_OK = 200
_KEPT = (".js", ".png")
_DOWNLOAD = b"content-disposition"
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
    """Let browsers keep the scripts and pictures of the page: each is named by its content.

    They are among Streamlit's media files, of which it says nothing itself: a browser would fetch
    the chart at every visit, and the page's icon anew with every press that changes the address.
    What a reader downloads is not kept.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an answer on, with how long it may be kept."""
        path = scope.get("path", "")
        if scope["type"] != "http" or "/media/" not in path or not path.endswith(_KEPT):
            await self.app(scope, receive, send)
            return

        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == _OK:
                headers = list(message["headers"])
                if _DOWNLOAD not in {name.lower() for name, _ in headers}:
                    message = {**message, "headers": [*headers, _KEEP]}
            await send(message)

        await self.app(scope, receive, send_kept)


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
