"""Commands: `arctic-passages link|explain|targets|score|errors`, also `python -m geo.linker`.

- `link [FILE ...]` prints one JSON line per text: doc_id, mentions; without FILE, standard input
  holds one {"doc_id", "text"} a line.
- `explain [FILE ...]` prints the same for every decision, names left out too: doc_id, decisions
  with the strongest reasons for and against, each with its value in logits.
- `targets` prints one JSON line per feature that can be named.
- `score [FOLDER]` and `errors [FOLDER]` judge the linker on annotated texts, those of the
  project's repository unless a folder is named.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, TextIO

from geo.errors import ArticleError, GeoError
from geo.linker.api import catalogue_names, default_lexicon
from geo.linker.budget import Budget, cpu_s_for, slowness
from geo.linker.evaluate import list_errors, load_gold, score
from geo.linker.explain import Explanation, explain_article
from geo.linker.lexicon import Lexicon
from geo.linker.links import find_article_mentions
from geo.linker.mentions import Mention
from geo.release import checkout
from geo.shell import make_parser, report_damaged_files
from geo.text.articles import Article, article_from_text
from geo.text.readers import clean_name
from geo.text.readers.limits import COMMAND_FILE_BYTES, TEXT_LINES, check_lines
from geo.text.readers.plain import decode_file, read_bytes

_MIN_LINE = 40
"""Average characters per line, in texts that are longer than an upload may be."""
_LOCAL_BUDGET_FACTOR = 4
"""Budget of a local text, in multiples of an upload's: nobody else is waiting."""
_GOLD = Path("tests", "data", "gold")


def main(
    arguments: list[str],
    stdin: TextIO,
    stdout: TextIO,
    stderr: TextIO,
    *,
    prog: str = "python -m geo.linker",
) -> int:
    """Run a command; return 0, or 1 where an input could not be used, or 2 for wrong usage."""
    try:
        with redirect_stdout(stdout), redirect_stderr(stderr):
            options = _parser(prog).parse_args(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    report_damaged_files(stderr)
    try:
        if options.command in _TEXTS:
            texts = _read_files(options.files) if options.files else _read_lines(stdin)
            return _each(options.command, texts, stdout, stderr)
        if options.command == "targets":
            _write(stdout, list_targets(default_lexicon()))
        else:
            _evaluate(options.command, options.folder, stdout)
    except GeoError as error:
        print(error, file=stderr)
        return 1
    return 0


def _parser(prog: str) -> argparse.ArgumentParser:
    parser, commands = make_parser(prog, ("link", "explain", "targets", "score", "errors"))
    for name in _TEXTS:
        commands[name].add_argument(
            "files", nargs="*", metavar="FILE", help="a text; without FILE, JSON lines are read"
        )
    for name in ("score", "errors"):
        commands[name].add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    return parser


def _each(command: str, texts: Iterable["_Text"], stdout: TextIO, stderr: TextIO) -> int:
    """Print a line for each text; return 1 where one could not be used."""
    lexicon, slow = default_lexicon(), slowness()
    key, make, factor = _TEXTS[command]
    failed = False
    for doc_id, text, problem in texts:
        if problem:
            print(problem, file=stderr)
        if text is None:
            failed = True
            continue
        cpu_s = factor * slow * cpu_s_for(len(text.encode("utf-8", "surrogatepass")))
        try:
            _write(
                stdout, [{"doc_id": doc_id, key: make(text, lexicon, Budget(cpu_s, sys.maxsize))}]
            )
        except ArticleError as error:
            print(f"{clean_name(str(doc_id))}: {error}.", file=stderr)
            failed = True
    return int(failed)


def link_text(text: str, lexicon: Lexicon, budget: Budget | None = None) -> list[dict[str, Any]]:
    """Return the mentions in a text as plain records.

    `start` and `end` are code points of the text as given, before line ends and letters were
    normalised; `surface` is the text between them. Lines that are a saved page's boilerplate (logo
    line, publisher, date, byline, copyright, tags) are skipped.

    Raises
    ------
    ArticleError
        When it has too many lines for its length or its budget is spent; names no text.
    """
    article = _article(text)
    if article is None:
        return []
    return [
        {
            **_place(article, text, mention),
            "target": mention.target,
            "kind": mention.kind,
            "rule": mention.rule,
        }
        for mention in find_article_mentions(article, lexicon, budget)
    ]


def explain_records(
    text: str, lexicon: Lexicon, budget: Budget | None = None
) -> list[dict[str, Any]]:
    """Return the decision on every name in a text as plain records, with its reasons.

    Offsets and what is skipped are as in `link_text`. `for` and `against` hold pairs of words and
    value, the strongest first. Where a capital may stand for its state or for the town, `read_as`
    says which, and `read_so_for` and `read_so_against` why.

    Raises
    ------
    ArticleError
        When it has too many lines for its length or its budget is spent; names no text.
    """
    article = _article(text)
    if article is None:
        return []
    return [
        {
            **_place(article, text, one),
            "target": one.target,
            "decision": "kept" if one.is_mention else "left out",
            "probability": one.probability,
            "for": [[reason.words, reason.value] for reason in one.reasons_for],
            "against": [[reason.words, reason.value] for reason in one.reasons_against],
            **_choice_record(one),
        }
        for one in explain_article(article, lexicon, budget)
    ]


def _choice_record(one: Explanation) -> dict[str, Any]:
    """Return how a capital was read, state or town, and why; nothing for other names."""
    if one.choice is None:
        return {}
    return {
        "read_as": "state" if one.choice.is_state else "town",
        "read_so_for": [[reason.words, reason.value] for reason in one.choice.reasons_for],
        "read_so_against": [[reason.words, reason.value] for reason in one.choice.reasons_against],
    }


def _place(article: Article, text: str, one: Mention | Explanation) -> dict[str, Any]:
    """Return where a name stands in a text as given, and its words."""
    start, end = article.source.to_given(one.start, one.end)
    return {"start": start, "end": end, "surface": text[start:end]}


def _article(text: str) -> Article | None:
    """Return a text as an article, None if there is nothing in it."""
    if not text.strip():
        return None
    check_lines(text, max_lines=max(TEXT_LINES, len(text) // _MIN_LINE))
    return article_from_text(text, name="text")


_TEXTS = {
    "link": ("mentions", link_text, _LOCAL_BUDGET_FACTOR),
    "explain": ("decisions", explain_records, 3 * _LOCAL_BUDGET_FACTOR),
}
"""By command what a line holds, what makes it, and what it may cost; to explain takes longer."""
_Text = tuple[str, str | None, str]
"""The id of a text, the text or None, and an error message."""


def _read_files(names: list[str]) -> Iterator[_Text]:
    for name in names:
        own = Path(name).name or name
        try:
            raw = read_bytes(Path(name), max_bytes=COMMAND_FILE_BYTES)
            found = decode_file(raw, name=own, max_bytes=COMMAND_FILE_BYTES)
        except ArticleError as error:
            yield "", None, str(error)
        else:
            yield own, found.text, f"{clean_name(own)}: {found.note}" if found.note else ""


def _read_lines(lines: Iterable[str]) -> Iterator[_Text]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield "", None, f"line {number}: not JSON; each line must be one object."
            continue
        if not (isinstance(row, dict) and isinstance(row.get("text"), str) and "doc_id" in row):
            yield "", None, f'line {number}: must be an object with "doc_id" and a string "text".'
        else:
            yield row["doc_id"], row["text"], ""


def list_targets(lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """Yield a record for each feature that can be named: id, kind, name, names and more.

    `iso` is there for nations, `part_of` where the catalogue states a whole.
    """
    shown = {name.feature: name for name in catalogue_names() if name.is_display_name}
    for target, names in lexicon.targets().items():
        display = shown[target].text if target in shown else names[0].text
        whole = str(getattr(shown.get(target), "part_of", ""))
        record: dict[str, Any] = {"id": target, "kind": names[0].kind, "name": display}
        if len(target) == 2 and target.isupper():  # noqa: PLR2004 - ISO 3166-1 alpha-2
            record["iso"] = target
        if whole:
            record["part_of"] = whole
        record["names"] = list(dict.fromkeys(name.text for name in names))
        yield record


def _evaluate(command: str, folder: Path | None, stdout: TextIO) -> None:
    texts = load_gold(
        folder or checkout(f"`{command}` without a folder of annotated texts") / _GOLD
    )
    if command == "errors":
        for line in list_errors(texts, default_lexicon()):
            print(line, file=stdout)
        return
    print(
        f"{'part':10}{'kind':12}{'right':>7}{'extra':>7}{'missed':>7}{'P':>8}{'R':>8}{'F1':>8}",
        file=stdout,
    )
    for row in score(texts, default_lexicon()):
        print(
            f"{row.part:10}{row.kind:12}{row.right:7}{row.extra:7}{row.missed:7}"
            f"{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}",
            file=stdout,
        )


def _write(stdout: TextIO, records: Iterable[dict[str, Any]]) -> None:
    for record in records:
        line = json.dumps(record, ensure_ascii=False)
        try:
            line.encode()
        except UnicodeEncodeError:  # a lone surrogate cannot be written as UTF-8
            line = json.dumps(record)
        stdout.write(line + "\n")
    stdout.flush()
