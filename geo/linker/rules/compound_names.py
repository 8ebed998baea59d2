"""Names inside the names of companies, newspapers, clubs and other places; they stay silent."""

from geo.linker.candidates import Match
from geo.linker.context import MatchContext

NOUNS = frozenset({"name", "capital", "place", "place-in-state"})
_WATERS_AND_WAYS = frozenset({"route", "corridor", "sea", "strait"})
_VERBAL = ("ing", "ed", "ly")
_FIRM_ENDINGS = ("an", "ss")
_POSTAL = 2
_TITLE_RUN = 4
_MENU_REACH = 8
_REGION_GAP = 3
_REGION_WORD = 4


def is_company(context: MatchContext, match: Match) -> bool:
    """Whether a match is part of a company's, newspaper's or team's name.

    The last decisive word of the capitalised run decides: "Nordic Bulk Carriers" is a company,
    "Danish Energy Agency" a body. In lines where every word is a capital only words that can
    be nothing else count.
    """
    if context.style(match.first) == "caps":
        return False
    lists = ("company-strong", "company") if context.is_prose(match.first) else ("company-strong",)
    found = False
    for index in range(match.last, context.run_end(match)):
        low = context.tokens.lows[index]
        if not context.tokens.is_capital(index):
            continue
        if context.is_in(low, "title") and context.tokens.low(index + 1) in {"of", "for"}:
            return False
        if context.is_in(low, *lists) and not context.begins_name(index):
            found = not _breaks_after(context, index, low)
            if found and not context.is_prose(match.first):
                break
        elif context.is_in(low, "body", "topic"):
            found = False
    rule, end = match.names[0].rule, context.run_end(match)
    if end > match.last and context.is_in(context.tokens.low(end), "brand"):
        return True
    if rule == "demonym" and _is_airline(context, match):
        return True
    return found or (rule == "name" and context.capital_before(match) == "air")


def has_partners(context: MatchContext, match: Match) -> bool:
    """Whether a firm's partners follow or come before: "Sweden & Sons", "Holland and Co"."""
    tokens, last = context.tokens, match.last
    joins = tokens.gap(last).strip() == "&"
    partner = last if joins else last + 1
    if not (joins or tokens.low(last) == "and") or not tokens.is_capital(partner):
        return False
    return context.is_in(tokens.low(partner), "partners")


def _breaks_after(context: MatchContext, index: int, low: str) -> bool:
    """Whether a weak word is followed by a hyphen ("US Gas-fired")."""
    return context.tokens.gap(index + 1).startswith("-") and low != "co"


def _is_airline(context: MatchContext, match: Match) -> bool:
    """Whether an adjective opens a sentence as its subject: "Norwegian said", "Swiss's fleet"."""
    tokens = context.tokens
    if not tokens.opens_sentence(match.first) or not context.is_prose(match.first):
        return False
    if not tokens.lows[match.first].endswith(_FIRM_ENDINGS):
        return False
    return context.owns(match) or context.is_in(context.after(match), "firm-verb", "copula")


def is_compound(context: MatchContext, match: Match) -> bool:
    """Whether a state's or town's name stands between capitals of a longer, unknown name.

    "Norway House", "Greenpeace Norway". Titles, months, directions and words for offices do
    not count; neither does anything in a line where every word is a capital.
    """
    name = match.names[0]
    if name.rule not in NOUNS or name.case == "exact" or not context.is_prose(match.first):
        return False
    is_way = name.kind in _WATERS_AND_WAYS and name.lang == "en"  # a foreign name is a word here
    if name.kind == "group" or is_way:
        return False
    return unknown_after(context, match) or unknown_before(context, match)


def unknown_after(context: MatchContext, match: Match) -> bool:
    """Whether an unknown capital stands after a name."""
    low = context.capital_after(match)
    if not low or context.tokens.word(match.last).isupper() or context.begins_name(match.last):
        return False
    if context.run_end(match) - match.last >= _TITLE_RUN:  # a title within a sentence
        return False
    if low == "high" and context.run_end(match) == match.last + 1:  # a school
        return True
    known = ("title", "body", "topic", "month", "verbs-s", "direction", "sentence-word", "urban")
    return not context.is_in(low, *known, "title-part")


def unknown_before(context: MatchContext, match: Match, *, strict: bool = False) -> bool:
    """Whether an unknown capital stands before a name: "Greenpeace Norway".

    Strictly, the first word of a sentence and one that begins a name count too ("Finn Holland").
    """
    low = context.capital_before(match)
    if not low:
        return False
    if context.is_in(low, "maker"):
        return True
    is_open = context.starts_name(low) or context.tokens.opens_sentence(match.first - 1)
    if match.names[0].target == "arctic" or (is_open and not strict):
        return False
    known = ("title", "month", "direction", "sentence-word", "body", "topic", "verbs-s")
    return not (context.is_in(low, *known) or low.endswith(_VERBAL))


def is_arctic_thing(context: MatchContext, match: Match) -> bool:
    """Whether "Arctic" or "Nordic" is part of an animal's, a band's or a product's name."""
    name = match.names[0]
    if name.target not in {"arctic", "nordics"} or match.last - match.first > 1:
        return False
    low = context.after(match)
    if context.is_in(context.capital_after(match), "crowned") and context.is_prose(match.first):
        return True
    is_beast = context.is_in(low, "arctic-beast") and (
        low != "ground" or context.is_in(context.after(match, 2), "breed")
    )
    is_shade = context.tokens.gap(match.last) == "-" and context.is_in(
        context.tokens.low(match.last), "arctic-beast"
    )
    if is_beast or is_shade or _is_only_cold(context, match):
        return True
    if not context.is_prose(match.first) or not context.capital_after(match):
        return False
    if context.tokens.word(match.last).isupper() or context.begins_name(match.last):
        return False
    lows = context.tokens.lows[match.last : context.run_end(match)]
    known = ("topic", "body", "title", "title-part", "month", "direction", "sentence-word")
    return not any(context.is_in(each, *known) for each in lows)


def _is_only_cold(context: MatchContext, match: Match) -> bool:
    """Whether "arctic" in small letters says how cold it is: "arctic winds", "it was arctic"."""
    if context.tokens.is_capital(match.first):
        return False
    after = context.after(match)
    if context.is_in(after, "arctic-weather") or context.count_near(
        match, _MENU_REACH, "kitchen", "dish", "drink"
    ):
        return True
    return not after and not context.is_in(context.before(match), "before-region")


def is_one_of_many(context: MatchContext, match: Match) -> bool:
    """Whether an article makes a town or state one of several: "Texas has an Athens"."""
    name = match.names[0]
    if (
        name.rule not in NOUNS
        or name.case == "exact"
        or name.kind in {"corridor", "route", "group", "regime"}
    ):
        return False
    after = context.after(match)
    is_last = not after or context.is_in(after, "sentence-word")
    return (
        is_last and context.before(match) in {"a", "an"} and context.tokens.gap(match.last) != "-"
    )


def is_other_town(context: MatchContext, match: Match) -> bool:
    """Whether a town of the same name is meant: "Paris, Texas", "Moscow (Idaho)"."""
    name = match.names[0]
    if name.rule not in NOUNS or name.kind not in {"state", "place", "group"}:
        return False
    region = _region_after(context, match)
    if region == "georgia":
        return name.rule == "capital" and name.target != "GE"
    if region == "new-york":  # "London, New York and Tokyo" is a list of towns
        return name.rule == "name"
    if name.target == "new-york" and context.tokens.gap(match.first).strip() == ",":
        before = context.lexicon.find([context.tokens.low(match.first - 1)])
        return any(each.rule == "name" and each.kind == "state" for each in before)
    return bool(region) and region not in match.home_regions


def _region_after(context: MatchContext, match: Match) -> str:
    """Return the American state or province named right after a match, or nothing."""
    tokens, last = context.tokens, match.last
    gap, word, low = tokens.gap(last), tokens.word(last), tokens.low(last)
    if gap.strip() not in {"", ",", "("} or len(gap) > _REGION_GAP or not tokens.is_capital(last):
        return ""
    if len(word) == _POSTAL and not word.isupper():
        return ""
    two = f"{low}-{tokens.low(last + 1)}"
    if context.is_in(two, "us-state-two"):
        return two
    known = context.is_in(low, "us-state") or (
        low == "washington" and bool(gap.strip()) and not context.opens_clause(last)
    )
    return low if known and (gap.strip() or len(low) >= _REGION_WORD) else ""


def is_in_longer_name(context: MatchContext, match: Match) -> bool:
    """Whether a name is the first or last part of another place's or treaty's name."""
    name = match.names[0]
    if context.style(match.first) == "caps" or name.kind in _WATERS_AND_WAYS:
        return False
    if name.rule == "demonym":
        return _leads_to_place(context, match)
    after = context.capital_after(match)
    if after and context.before(match).isdigit() and context.is_in(after, "urban", "geo-head"):
        return True  # "12 Panama Court"
    if context.is_in(after, "geo-head") and name.kind != "group" and "arctic" not in name.target:
        return True
    if name.rule not in NOUNS or name.case == "exact":
        return False
    is_treaty = name.rule == "capital" and context.is_in(after, "treaty")
    return (is_treaty and context.is_prose(match.first)) or _follows_head(context, match)


def _leads_to_place(context: MatchContext, match: Match) -> bool:
    """Whether an adjective begins a place's name, or means King George's time ("Georgian")."""
    if context.tokens.lows[match.first] == "georgian":
        return context.is_in(context.after(match), "period")
    after = context.capital_after(match)
    return context.is_in(after, "demonym-head") and context.is_prose(match.first)


def _follows_head(context: MatchContext, match: Match) -> bool:
    """Whether "Gulf of", "Lake" or "New" comes before."""
    before = context.before(match)
    if context.tokens.gap(match.first) == " (":  # "Bank of China (Hong Kong)"
        return context.tokens.lows[max(0, match.first - 3) : match.first - 1] == ["bank", "of"]
    if before == "of":
        head = context.before(match, 2)
        is_capital = context.tokens.is_capital(match.first - 2)
        if is_capital and (
            head == "bank" or (match.names[0].rule == "capital" and context.is_in(head, "event-of"))
        ):
            return True
        return (
            is_capital and context.is_in(head, "geo-head") and not context.is_in(head, "own-head")
        )
    if not context.is_prose(match.first) or not context.capital_before(match):
        return False
    if before == "new":
        return not context.tokens.opens_sentence(match.first - 1)
    return context.is_in(before, "pre-head")
