"""Whether words in credit lines can be a person's name or a place."""

import re
from functools import cache

from geo.text.tables import read_table
from geo.text.wordlists import load_words

_PARTICLES = frozenset(
    (
        *("de", "del", "della", "di", "da", "dos", "du", "le", "la", "el", "van", "von", "zu"),
        *("ten", "ter", "den", "der", "af", "av", "bin", "ibn", "al", "y", "e", "do", "das", "op"),
        *("te", "vom", "zum", "ben"),
    )
)
_PARTICLE = rf"(?:(?:{'|'.join(sorted(_PARTICLES))})\s){{0,2}}"
_WORD = r"(?:[^\W\d_]['’])?[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_])){0,30}\.?"
_PERSON = re.compile(rf"{_PARTICLE}{_WORD}(?:\s{_PARTICLE}{_WORD}){{1,4}}")
_PLACE = re.compile(rf"(?:in\s)?{_WORD}(?:\s{_WORD}){{0,2}}")
# What begins or joins a phrase in a line of capitals, and never a name.
_NO_NAME = frozenset(
    (
        *("a", "all", "and", "by", "for", "from", "in", "is", "its", "of", "on", "or", "the", "to"),
        *("are", "as", "at", "but", "how", "new", "no", "not", "our", "that", "this", "was", "we"),
        *("what", "when", "where", "who", "why", "will", "with", "air", "arctic", "ice", "land"),
        *("ocean", "passage", "rail", "river", "road", "route", "sea", "ship", "ships", "winter"),
        *("january", "february", "march", "july", "september", "october", "november", "december"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "summer"),
    )
)
# What places are, before their name and behind it.
_PLACE_BEGINS = frozenset(
    (
        *("bay", "cape", "fort", "gulf", "isle", "kap", "kapp", "lake", "mount", "port", "saint"),
        *("strait", "nizhny", "novaya", "severnaya", "mys", "ostrov", "ostrova", "proliv", "zaliv"),
        *("мыс", "остров", "острова", "пролив", "залив", "новая", "северная", "нижний", "порт"),
    )
)
_PLACE_ENDS = frozenset(
    (
        *("archipelago", "basin", "bay", "canal", "channel", "circle", "city", "coast", "fjord"),
        *("gate", "glacier", "gulf", "harbor", "harbour", "inlet", "island", "islands", "isles"),
        *("land", "oblast", "ocean", "passage", "peninsula", "port", "province", "region", "river"),
        *("route", "sea", "shelf", "sound", "strait", "straits", "territory", "zemlya", "область"),
        *("земля", "край", "море", "океан", "остров", "острова", "полуостров", "пролив", "путь"),
    )
)
_NAMED_PLACES = ("regions.csv", "states.csv", "aliases.csv")


def is_person(words: str) -> bool:
    """Return whether the words can be a personal name of two to five words, and not a place."""
    return (
        _PERSON.fullmatch(words) is not None
        and _is_named(words)
        and all(map(_is_part_of_name, words.split()))
        and not is_place_name(words)
    )


def is_place(words: str) -> bool:
    """Return whether the words can be a place of one to three words, perhaps with "in"."""
    return _PLACE.fullmatch(words) is not None and _is_named(words.removeprefix("in "))


def is_place_name(words: str) -> bool:
    """Return whether the words are certainly a place: in the tables, or by its form."""
    low = words.lower()
    parts = low.split()
    called = len(parts) > 1 and (parts[0] in _PLACE_BEGINS or parts[-1] in _PLACE_ENDS)
    return called or low in _named_places()


def has_given_name(words: str) -> bool:
    """Return whether the first word is a person's given name."""
    return words.lower().partition(" ")[0] in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return load_words(problems=[])["given"]


@cache
def _named_places() -> frozenset[str]:
    return frozenset(
        row["text"].lower()
        for table in _NAMED_PLACES
        for row in read_table(table, columns=("text",), problems=[])
    )


def _is_named(words: str) -> bool:
    """Return whether the words begin and end with capitals and have no word that names lack."""
    parts = words.split()
    capitals = parts[-1] != parts[-1].lower() and any(part[0].isupper() for part in parts[:2])
    return capitals and _NO_NAME.isdisjoint(words.lower().split())


def _is_part_of_name(word: str) -> bool:
    """Return whether a word has a capital, as all of a name have but its particles."""
    return word != word.lower() or word in _PARTICLES
