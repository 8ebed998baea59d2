"""The errors of Arctic Passages.

Each message says what is wrong, in which id or file, by which rule, and how to fix it. The app
shows these messages to readers; any other exception is a bug.
"""

import zlib

DAMAGE = (
    OSError, EOFError, zlib.error, ValueError, TypeError, LookupError, AttributeError,
    ArithmeticError, RecursionError,
)  # fmt: skip
"""What Python raises over a file that cannot be opened, unpacked or understood.

Every reader of a file that ships turns these into its own error; shapely's come beside them.
"""


class GeoError(ValueError):
    """Base class: input that Arctic Passages cannot use."""


class CatalogueError(GeoError):
    """A feature or a data file breaks the catalogue's contract."""


class UnknownFeatureError(GeoError, KeyError):
    """An id that no feature has."""

    def __str__(self) -> str:
        """Return the message itself (`KeyError` would quote it)."""
        return str(self.args[0])


class UnknownPortError(GeoError, KeyError):
    """A text that no port is found by.

    Attributes
    ----------
    near
        Up to five names of ports that look like it, each of which finds one.
    """

    def __init__(self, message: str, near: tuple[str, ...] = ()) -> None:
        """Keep the message and the near names."""
        super().__init__(message)
        self.near = near

    def __str__(self) -> str:
        """Return the message itself (`KeyError` would quote it)."""
        return str(self.args[0])


class ShipError(GeoError):
    """A ship whose figures lie outside what a voyage can be worked out for."""


class VoyageError(GeoError):
    """A pair of ports, or a passage, between which no voyage can be measured."""


class DateError(GeoError):
    """A day or a number of months that a command cannot use."""


class CrsError(GeoError):
    """A frame without a CRS, or in the wrong one."""


class ArticleError(GeoError):
    """A text that cannot be read as an article."""


class EncodingError(GeoError):
    """Bytes that are not text, or in an undetectable encoding."""


class LexiconError(GeoError):
    """A name in the lexicon breaks its rule."""


class ZoneError(GeoError):
    """A maritime zone that is broken, overlaps another, or is missing."""


class PolarisError(GeoError):
    """A mix of ice, or an ice class, that the POLARIS sum cannot be made for."""


class TrackError(GeoError):
    """A reader's own track that cannot be read, measured or drawn."""


class ExportError(GeoError):
    """A view that cannot be exported in the requested format."""


class CheckoutError(GeoError):
    """A command needs the repository, but only the package is installed."""
