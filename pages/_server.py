"""What stands between the socket and Streamlit: nothing else of the server is ours."""

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LONGEST_END = 64
"""Bytes of a message that says that a run has ended, at most; longer ones need not be read."""


class FullRunFirst:
    """Make every run on a new connection a full one, until one has ended.

    Streamlit passes over the run of a fragment in silence when the session does not know the
    fragment: after a restart, or when the session was forgotten, the first click on an open page
    would never be answered.
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
            return {**message, "bytes": without_fragment(message["bytes"])}

        async def send_watched(message: Message) -> None:
            nonlocal has_run
            has_run = has_run or ends_full_run(message.get("bytes") or b"")
            await send(message)

        await self.app(scope, receive_full, send_watched)


def without_fragment(data: bytes) -> bytes:
    """Return a browser's message, a fragment's run turned into one of the whole page."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return data  # Streamlit says what is wrong with it
    if message.WhichOneof("type") != "rerun_script" or not message.rerun_script.fragment_id:
        return data
    message.rerun_script.ClearField("fragment_id")
    message.rerun_script.ClearField("is_auto_rerun")
    return message.SerializeToString()


def ends_full_run(data: bytes) -> bool:
    """Return whether a server's message says that a run of the whole page has ended well."""
    if not 0 < len(data) <= _LONGEST_END:
        return False
    message = ForwardMsg()
    message.ParseFromString(data)
    return (
        message.WhichOneof("type") == "script_finished"
        and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    )
