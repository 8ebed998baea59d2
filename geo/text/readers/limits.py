"""The limits on what a reader may upload or paste, in one table, and two checks.

They keep one file from exhausting the server's memory or other readers' time. Beside them stand the
size of each kind of file (`geo.text.readers.kinds`) and what linking may cost: the time, mentions
and names of one text (`geo.linker.budget`), the worker's answer (`geo.linker.worker_pool`). Sizes
are bytes as uploaded unless the name says otherwise; seconds of computing are processor time of the
child process, so that a slow host refuses nothing that a fast one reads; wall time is the
backstop.
"""

from typing import Final

from geo.errors import ArticleError

MB: Final = 1024 * 1024

COMMAND_FILE_BYTES: Final = 20 * MB  # of a text that a command is given on its user's machine
# Of all articles that a session holds; in UTF-8, escaped in JSON, they still pass as an upload.
SESSION_ARTICLES: Final = 250
SESSION_BYTES: Final = 4_000_000
SESSION_EDITS: Final = 2_000
SESSION_MENTIONS: Final = 100_000  # 200 articles of 1,000 words have some 8,000, of 250 bytes each

TEXT_CHARS: Final = 2 * MB  # of the text handed back, for every kind
TEXT_LINES: Final = 50_000  # that are not empty: each can become a passage, of some 250 bytes
SHORT_TEXT_LINES: Final = 5_000  # beyond these, lines have so many characters on average at least:
LINE_CHARS: Final = 20
NAME_CHARS: Final = 80  # of a file's name, as shown
FIELD_CHARS: Final = 300  # of a title, a publisher, an author
URL_CHARS: Final = 2_000
AUTHORS: Final = 50

PROJECT_BYTES: Final = 10_000_000  # of a project file
PROJECT_QUERY_CHARS: Final = 8_000  # of the view in it
PROJECT_CPU_S: Final = 9.5  # of reading and linking all of its articles

HTML_BYTES: Final = 2 * MB  # of a page without the pictures, styles and scripts inside it
WORKER_MEMORY_BYTES: Final = 384 * MB  # address space of the process that reads and links

HTML_TAGS: Final = 10_000  # above: all text of the page, without looking for the article
HTML_DEPTH: Final = 150  # deeper tags are left out, their text stays
HTML_ATTRIBUTE_CHARS: Final = 200  # of class, id and the like
HTML_ADDRESS_CHARS: Final = 1_000  # of href and content
HTML_LINE_PARTS: Final = 24  # pieces of text in a line of credits
HTML_LD_JSON_CHARS: Final = 64 * 1024

MHTML_HEADER_BYTES: Final = 16_384
MHTML_PARTS: Final = 5_000
MHTML_NESTED: Final = 5  # parts within parts

PDF_PAGES: Final = 100
PDF_STORE_CPU_S: Final = 1.0  # spent by opening the file and by each page
PDF_REFILL_CPU_S: Final = 0.2  # put back after each page, up to the store: slow pages add up
PDF_FILE_CPU_S: Final = 5
PDF_WALL_S: Final = 8.0
PDF_MEMORY_BYTES: Final = 384 * MB  # address space of the process that reads a PDF
PDF_STREAM_BYTES: Final = 8 * MB  # of one stream inside the PDF, inflated
PDF_STREAM_ITEMS: Final = 200_000  # operators and operands of one page; a page of text has 10,000

DOCX_ENTRIES: Final = 2_000
# Of the parts that are read, all together; no other part is unpacked.
DOCX_XML_BYTES: Final = 12 * MB  # unpacked
DOCX_XML_TAGS: Final = 400_000  # opening and closing tags
DOCX_XML_ATTRIBUTES: Final = 600_000


def check_size(size_bytes: int, max_bytes: int, called: str, remedy: str) -> None:
    """Check that a file is not too large.

    Parameters
    ----------
    called
        What it is, in words with an article: "a PDF".
    remedy
        What to do instead.

    Raises
    ------
    ArticleError
        When it is; the message has no file name yet.
    """
    if size_bytes > max_bytes:
        raise ArticleError(
            f"{called} of {size_bytes / MB:,.1f} MB is too large (at most {max_bytes // MB} MB); "
            f"{remedy}"
        )


def check_lines(text: str, *, max_lines: int | None = None) -> None:
    """Check that a text does not have more lines than an article of its length may have.

    Raises
    ------
    ArticleError
        When it has; the message has no file name yet.
    """
    if max_lines is None:
        max_lines = min(TEXT_LINES, max(SHORT_TEXT_LINES, len(text) // LINE_CHARS))
    if sum(map(bool, map(str.strip, text.split("\n")))) > max_lines:
        raise ArticleError(
            f"it has more than {max_lines:,} lines; add it in parts, or paste the part you need"
        )
