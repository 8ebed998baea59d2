"""ASGI middleware that lets documents see to it that their scripts come."""

from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages._files import answer, fetch

_SCRIPT = Path(__file__).parent / "web" / "again.js"
_HEAD = b"<head>"
_OK = 200


class LoadedAgain:
    """Add `web/again.js` to the page and to the map's document, before any other script.

    A script that reaches the page by way of Streamlit cannot see to it that Streamlit's come.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        try:
            script = _SCRIPT.read_bytes()
        except OSError:
            script = b""
        self.head = b"".join([_HEAD, b"<script>", script, b"</script>"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an answer on, a document with the script."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _may_be_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        start, body, _ = await fetch(self.app, scope)
        await answer(send, *(self._added(start, body) if _is_page(start) else (start, body)))

    def _added(self, start: Message, body: bytes) -> tuple[Message, bytes]:
        added = body.replace(_HEAD, self.head, 1)
        told = MutableHeaders(raw=list(start["headers"]))
        told["content-length"] = str(len(added))
        if "etag" in told:
            del told["etag"]  # it is of the document without the script
        return {**start, "headers": told.raw}, added


def _may_be_page(path: str) -> bool:
    if "/_stcore/" in path:
        return False
    name = path.rsplit("/", 1)[-1]
    return "." not in name or name == "index.html"


def _is_page(start: Message) -> bool:
    said = Headers(raw=start["headers"])
    is_plain = "content-encoding" not in said
    return start["status"] == _OK and is_plain and said.get("content-type", "")[:9] == "text/html"
