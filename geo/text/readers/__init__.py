"""Safe readers of what a reader brings: .txt, .md, .html, .pdf, .docx and pasted text.

Everything here is written by strangers. A file is bytes and a label, never a path; nothing is
fetched, run or stored; each kind has its limits (`geo.text.readers.limits`) and its small module;
a PDF is parsed in a child process. What cannot be read is answered with an `ArticleError` that
names the file, the rule and the way out. Importing this package loads no parser. A server reads
through `geo.text.workers`, apart from itself.
"""

from geo.text.readers.brought import Brought, Kind
from geo.text.readers.door import SUFFIXES, read_brought, read_pasted
from geo.text.readers.names import clean_name

__all__ = [
    "SUFFIXES",
    "Brought",
    "Kind",
    "clean_name",
    "read_brought",
    "read_pasted",
]
