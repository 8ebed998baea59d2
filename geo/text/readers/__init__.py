"""Safe extraction of text from what a user uploads: .txt, .md, .html, .pdf, .docx and pasted text.

All input is untrusted. A file is bytes and a label, never a path; nothing is
fetched, run or stored; each kind has its entry (`geo.text.readers.kinds`), its limits
(`geo.text.readers.limits`) and its small module; a PDF is parsed in a child process. What cannot be
read is answered with an `ArticleError` that names the file, the rule and the way out. Importing
this package loads no parser. A server reads through `geo.linker.worker_pool`, apart from itself.
"""

from geo.text.readers.dispatch import read_document, read_pasted
from geo.text.readers.document import Document
from geo.text.readers.file_names import clean_name
from geo.text.readers.kinds import SUFFIXES

__all__ = [
    "SUFFIXES",
    "Document",
    "clean_name",
    "read_document",
    "read_pasted",
]
