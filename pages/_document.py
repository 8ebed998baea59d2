"""ASGI middleware that completes documents: with our style sheet, and scripts that come first."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages import _sheet
from pages._files import answer, fetch, pack

_SCRIPT, _PAGE_SCRIPTS = "again.js", ("drawn.js", "entries.js")
_HEAD, _END = b"<head>", b"</body>"
_OK = 200
_OF_STREAMLIT = ("etag", "last-modified")
"""What tells of the document without what is added, and stays as it is when ours is renewed."""
_ASKED = (b"accept-encoding", b"if-none-match", b"if-modified-since")


class Completed:
    """Add `web/again.js` to the page and the map's document, and to the page what it needs first.

    A script that reaches the page by way of Streamlit cannot see to it that Streamlit's come. A
    sheet that comes that way is late: the map would have to wait for it, or be laid out twice. It
    stands at the end, as Streamlit adds its own rules to the head, and ours are to count.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.script = _sheet.read_asset(_SCRIPT)
        self.page_script = "".join(map(_sheet.read_asset, (_SCRIPT, *_PAGE_SCRIPTS)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an answer on, a document completed."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _may_be_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        start, body, _ = await fetch(self.app, _for_whole(scope))
        if _is_page(start):
            start, body = self._completed(start, body, is_page="/component/" not in scope["path"])
            if "gzip" in asked.get("accept-encoding", ""):
                start, body = pack(start, body)
        await answer(send, start, body)

    def _completed(self, start: Message, body: bytes, *, is_page: bool) -> tuple[Message, bytes]:
        script = self.page_script if is_page else self.script
        added = body.replace(_HEAD, f"<head><script>{script}</script>".encode(), 1)
        if is_page:
            link = f'<link rel="stylesheet" href="./{_sheet.link()}"></body>'
            added = added.replace(_END, link.encode(), 1)
        told = MutableHeaders(raw=list(start["headers"]))
        told["content-length"] = str(len(added))
        for name in _OF_STREAMLIT:
            if name in told:
                del told[name]
        return {**start, "headers": told.raw}, added


def _for_whole(scope: Scope) -> Scope:
    """Return a request for a document as it is: not compressed, whatever the browser has of it."""
    kept = [one for one in scope["headers"] if one[0].lower() not in _ASKED]
    return {**scope, "headers": kept}


def _may_be_page(path: str) -> bool:
    if "/_stcore/" in path:
        return False
    name = path.rsplit("/", 1)[-1]
    return "." not in name or name == "index.html"


def _is_page(start: Message) -> bool:
    said = Headers(raw=start["headers"])
    is_plain = "content-encoding" not in said
    return start["status"] == _OK and is_plain and said.get("content-type", "")[:9] == "text/html"
