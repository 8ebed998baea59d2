"""Russian declension of names by their ending: enough for places, without a dictionary.

Rules of declension as in any grammar of Russian (not checked). Overgeneration is harmless: a
wrong form is never found.
"""

_CASES = 5
_HISSING = "гкхжшщч"
_HEADS = {
    "море": "моря морю море морем море", "пролив": "пролива проливу пролив проливом проливе",
    "проливы": "проливов проливам проливы проливами проливах",
    "залив": "залива заливу залив заливом заливе", "губа": "губы губе губу губой губе",
    "океан": "океана океану океан океаном океане", "бухта": "бухты бухте бухту бухтой бухте",
    "остров": "острова острову остров островом острове", "мыс": "мыса мысу мыс мысом мысе",
    "острова": "островов островам острова островами островах",
    "земля": "земли земле землю землёй земле", "порт": "порта порту порт портом порту",
    "ворота": "ворот воротам ворота воротами воротах",
    "канал": "канала каналу канал каналом канале",
    "путь": "пути пути путь путём пути", "проход": "прохода проходу проход проходом проходе",
    "полуостров": "полуострова полуострову полуостров полуостровом полуострове",
    "бассейн": "бассейна бассейну бассейн бассейном бассейне",
}  # fmt: skip
"""Common nouns that a name may begin or end with: genitive, dative, accusative, instrumental,
prepositional. What follows one stays as it is ("пролива Санникова"), and it may be small."""
_CAPITAL = frozenset({"Земля"})
_ADJECTIVES = {
    "ый": "ого ому ый ым ом", "ой": "ого ому ой ым ом", "ий": "его ему ий им ем",
    "ая": "ой ой ую ой ой", "яя": "ей ей юю ей ей", "ое": "ого ому ое ым ом",
    "ее": "его ему ее им ем", "ые": "ых ым ые ыми ых", "ие": "их им ие ими их",
}  # fmt: skip
_AFTER_HISSING = {"ий": "ого ому ий им ом", "ое": "ого ому ое им ом"}
_POSSESSIVES = {"ево": "ева еву ево евым евом", "ово": "ова ову ово овым овом",
                "ев": "ева еву ев евым евом", "ов": "ова ову ов овым овом"}  # fmt: skip
"""Of a word before a noun: "в Баренцевом море", "Беринговым проливом"."""
_NOUNS = {
    "ино": "ина ину ино ином ине",
    "ия": "ии ии ию ией ии", "а": "ы е у ой е", "я": "и е ю ей е", "е": "я ю е ем е",
    "ь": "я ю ь ем е", "й": "я ю й ем е", "ы": " ам ы ами ах",
}  # fmt: skip
_UNCHANGED = ("и", "о", "у", "э", "ё", "ю")
_CONSONANT = "а у  ом е"


def decline(text: str) -> set[str]:
    """Return a name in its cases, the nominative too; common nouns in it are small."""
    words = text.split()
    low = words[0].lower()
    if low in _HEADS:
        rest = " ".join(words[1:])
        return {f"{form} {rest}".strip() for form in (low, *_HEADS[low].split())}
    *before, last = words
    leads = [[_small(word), *(_possessive(word) or _forms(word))] for word in before]
    forms = [*leads, [_small(last), *_forms(last)]]
    return {*(" ".join(words) for words in zip(*forms, strict=True)), *_feminine(words)}


def _possessive(word: str) -> list[str]:
    for ending, cases in _POSSESSIVES.items():
        if word.endswith(ending):
            return [word.removesuffix(ending) + case for case in cases.split()]
    return []


def _small(word: str) -> str:
    """Return a common noun with a small letter; "Земля" behind an adjective stays a name."""
    return word.lower() if word.lower() in _HEADS and word not in _CAPITAL else word


def _feminine(words: list[str]) -> set[str]:
    """Return the cases of a name in a soft sign if it is feminine: "Казань, Казани, Казанью"."""
    last = words[-1]
    if not last.endswith("ь") or last.lower() in _HEADS:
        return set()
    return {" ".join([*words[:-1], last[:-1] + ending]) for ending in ("и", "ью")}


def _forms(word: str) -> list[str]:
    """Return the five cases of one word.

    Of a compound the last part is declined ("в Усть-Луге"), all parts where the last is an
    adjective after a noun ("в Петропавловске-Камчатском").
    """
    if word.lower() in _HEADS:
        forms = _HEADS[word.lower()].split()
        return [form.capitalize() for form in forms] if word in _CAPITAL else forms
    if word.isupper():
        return [word] * _CASES
    *lead, last = word.split("-")
    is_joined = bool(lead) and last.endswith(tuple(_ADJECTIVES)) and not lead[0].endswith("о")
    cases = [_cases(part) if is_joined else [part] * _CASES for part in lead]
    return ["-".join(parts) for parts in zip(*cases, _cases(last), strict=True)]


def _cases(word: str) -> list[str]:
    stem, endings = _split(word)
    return [stem + ending for ending in endings]


def _split(word: str) -> tuple[str, list[str]]:
    for ending, cases in _ADJECTIVES.items():
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            is_hissing = stem[-1] in _HISSING
            return stem, (_AFTER_HISSING.get(ending, cases) if is_hissing else cases).split(" ")
    for ending, cases in _NOUNS.items():
        if word.endswith(ending):
            stem = word[: -len(ending)]
            is_hissing = ending == "а" and stem[-1:] in _HISSING
            return stem, (cases.replace("ы", "и") if is_hissing else cases).split(" ")
    if word.endswith(_UNCHANGED):
        return word, [""] * _CASES
    return word, _CONSONANT.split(" ")
