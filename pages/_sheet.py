"""The page's style sheet: a file that documents link to, or a part of the page on other hosts."""

from functools import cache
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Event

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.draw.css import both_themes_css

_WEB = Path(__file__).parent / "web"
_SHEETS = (
    *("page.css", "layout.css", "pages.css", "narrow.css", "menu.css"),
    *("voyage-page.css", "track-page.css"),
    *("season-page.css", "season-charts-page.css", "season-polaris-page.css"),
)
_NAME = "static/css/arctic-"
_KEPT = {"cache-control": "public, max-age=31536000, immutable"}
_is_linked = Event()


def read_asset(name: str, folder: Traversable = _WEB) -> str:
    """Return a script or sheet of ours; '' where it cannot be read, which the page then says."""
    try:
        return (folder / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


@cache
def page_css() -> str:
    """Return the sheet, as it is when the server starts."""
    return "\n".join([f":root{{{both_themes_css()}}}", *map(read_asset, _SHEETS)])


@cache
def _address() -> str:
    """Return where the sheet is, below the app's root; the name changes with its content."""
    return f"{_NAME}{sha256(page_css().encode()).hexdigest()[:12]}.css"


def link() -> str:
    """Return the sheet's address for a document; from then on pages need not bring the sheet."""
    _is_linked.set()
    return _address()


def linked_address() -> str:
    """Return the address that documents link to; '' where the host serves none of our own files."""
    return _address() if _is_linked.is_set() else ""


class ServedSheet:
    """Serve the page's style sheet."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the sheet where it is asked for, and pass on all else."""
        path = scope.get("path", "")
        if scope["type"] == "http" and _NAME in path and path.endswith(f"/{_address()}"):
            sheet = Response(page_css(), media_type="text/css", headers=_KEPT)
            await sheet(scope, receive, send)
            return
        await self.app(scope, receive, send)
