"""What a browser is told that asks for a page which does not exist."""

import re
from collections.abc import Collection
from urllib.parse import urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.config import get_option

_PAGE_NAME = re.compile(r"(?!_)[^/.]{1,80}")


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
