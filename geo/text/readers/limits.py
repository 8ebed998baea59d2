"""The limits of what a reader may bring, all in one table.

They keep one file from taking the server's memory or the other readers' time. Sizes are bytes as
brought unless the name says otherwise; seconds of computing are processor time of the child
process, so that a slow host refuses nothing that a fast one reads; wall seconds are the backstop.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geo.text.readers.brought import Kind

MB: Final = 1024 * 1024

FILE_BYTES: Final[Mapping[Kind, int]] = MappingProxyType(
    {"text": 2 * MB, "markdown": 2 * MB, "html": 10 * MB, "pdf": 5 * MB, "docx": 10 * MB}
)
TEXT_CHARS: Final = 2 * MB  # of the text handed back, for every kind
TEXT_LINES: Final = 50_000  # that are not empty: each can become a passage, of some 250 bytes
SHORT_TEXT_LINES: Final = 5_000  # beyond these, lines have so many characters on average at least:
LINE_CHARS: Final = 20
NAME_CHARS: Final = 80  # of a file's name, as shown
FIELD_CHARS: Final = 300  # of a title, a publisher, an author
URL_CHARS: Final = 2_000
AUTHORS: Final = 50

HTML_BYTES: Final = 2 * MB  # of a page without the pictures, styles and scripts inside it
WORKER_MEMORY_BYTES: Final = 384 * MB  # address space of the process that reads and links

HTML_TAGS: Final = 10_000  # above: all text of the page, without looking for the article
HTML_DEPTH: Final = 150  # deeper tags are left out, their text stays
HTML_ATTRIBUTE_CHARS: Final = 200  # of class, id and the like
HTML_ADDRESS_CHARS: Final = 1_000  # of href and content
HTML_LINE_PARTS: Final = 24  # pieces of text in a line of credits
HTML_LD_JSON_CHARS: Final = 64 * 1024

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
