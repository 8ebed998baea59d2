"""A feature's card in HTML: quotation, figures and waters at a glance, the rest folded."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature, Name, Source
from geo.draw.chart import Chart
from geo.escape import Markup, element, join
from geo.markup.details import (
    detail_rows,
    kind_words,
    last_checked_words,
    plain_dates,
    precision_words,
)
from geo.markup.figures import Figure, figure_basis, figure_line, figures
from geo.markup.folds import counted, fold, row
from geo.markup.passages import ReadingPane, external, naming_list, naming_words, unique_passages
from geo.markup.quotes import first_quote
from geo.markup.rules import rules_lanes, rules_table
from geo.markup.season.card import season_on_card
from geo.markup.viewpoints import seen_note, seen_waters
from geo.markup.waters_strip import waters_strip
from geo.markup.waters_table import waters_table
from geo.markup.ways import ways
from geo.measure.measured import Measured
from geo.measure.roles import Reason
from geo.view import View, to_address

_MAX_RELATED = 6
_WITHOUT_STATUS = frozenset(
    {"sea", "strait", "region", "state", "zone", "group", "boundary", "regime", "city", "voyage"}
)
"""Kinds and types of which 'in use' or 'official' would say nothing."""


def card(
    catalogue: Catalogue,
    feature: Feature,
    pane: ReadingPane,
    *,
    reasons: Sequence[Reason],
    placed: str = "",
    measured: Measured | None = None,
    offers: Markup | None = None,
) -> Markup:
    """Return the card of a feature: what it is at a glance, and the rest folded.

    Parameters
    ----------
    reasons
        Why nations have a role in it, from `geo.measure.reasons`.
    placed
        A sentence for a feature that lies outside the map, or ''.
    measured
        What was measured along the tracks; None leaves out what rests on it.
    offers
        The row of voyages to measure, from `geo.markup.voyages.offers`; None where there is no
        page of voyages to lead to.
    """
    view = pane.view

    def to(identity: str) -> Markup:
        return to_feature(identity, catalogue, view, address_of=pane.address_of)

    shown = figures(catalogue, feature, variant=view.variant, measured=measured)
    quote = first_quote(pane)
    note = element("p", feature.note, class_="note") if feature.note else None
    is_list = feature.type == "list"  # ours, and in no article
    unsaid = None if is_list else element("p", messages.NOT_MENTIONED_HERE, class_="small unsaid")
    season = _season(feature, pane, measured)
    glance = [one for one in shown if not (season and one.detail.startswith("season"))]
    folds = (
        *_passages(pane),
        waters_table(feature, view.variant, measured, to) if measured else None,
        rules_table(feature, view.variant, measured, to) if measured else None,
        _claims(feature, to),
        _disputes(catalogue, feature, to),
        _reasons(reasons, to),
        _relatives(catalogue, feature, to),
        pane.folds.get(feature.id),
        _details(feature, note if quote else None, shown, to),
        _names(feature),
        _sources(feature),
    )
    return element(
        "section",
        card_head(feature, pane, has_shape=bool(catalogue.shapes(feature.id))),
        quote or join(unsaid, note),
        seen_note(catalogue, feature),
        figure_line(glance),
        element("p", placed, class_="small placed") if placed else None,
        _strip(feature, view.variant, measured, to, pane.name_of),
        seen_waters(catalogue, feature, view.variant, measured, to) if measured else None,
        rules_lanes(catalogue, feature, view.variant, measured) if measured else None,
        season,
        ways(catalogue, feature, pane),
        element(
            "details",
            element("summary", messages.MORE_ABOUT),
            element("div", *folds, class_="folds"),
            class_="more",
        ),
        offers,
        class_=f"card {feature.kind}",
        aria_label=feature.name,
    )


def placement_sentence(feature: Feature, chart: Chart) -> str:
    """Return a sentence for a feature outside a chart, wholly or except for a sliver; else ''."""
    if feature.id in chart.rim:
        return messages.MOSTLY_OUTSIDE if feature.id in chart.shapes else messages.OUTSIDE
    return "" if feature.id in chart.shapes or feature.members else messages.OUTSIDE_NO_MARK


def to_feature(
    identity: str,
    catalogue: Catalogue,
    view: View,
    *,
    address_of: Callable[[View], str] = to_address,
) -> Markup:
    """Return a link that selects a feature; an id that the catalogue lacks shows as itself."""
    if identity not in catalogue.features:
        return join(identity)
    feature = catalogue.features[identity]
    return element(
        "a",
        feature.name,
        href=address_of(view.select(identity)),
        data_feature=identity,
        class_=f"to {feature.kind}",
    )


def card_head(feature: Feature, pane: ReadingPane, *, has_shape: bool) -> Markup:
    """Return a card's head: the name, the mark that closes it, and what kind of thing it is."""
    close = element(
        "a",
        href=pane.address_of(pane.view.select("")),
        data_feature="",
        class_="close",
        aria_label=messages.CLOSE,
        title=messages.CLOSE,
    )
    status, drawn = _status(feature), precision_words(feature)
    known = [kind_words(feature), *([_lower(status)] if status else [])]
    # What is known of everyone's land, or is but a mark for it, has no precision worth a word.
    is_measured = has_shape and feature.kind != "state"
    kind = " · ".join((", ".join(known), *([_lower(drawn)] if is_measured else [])))
    return element(
        "header",
        element("div", element("h2", feature.name), close, class_="title"),
        element("p", kind, class_="kind"),
    )


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _status(feature: Feature) -> str:
    """Return the status in words; none where it would say nothing, as of seas and states."""
    if feature.kind == "route" and feature.status == "official":
        return messages.DEFINED_IN_LAW
    if feature.kind == "dispute" or (
        feature.status in {"observed", "official"}
        and not _WITHOUT_STATUS.isdisjoint({feature.kind, feature.type})
    ):
        return ""
    return messages.STATUSES[feature.status]


def _strip(
    feature: Feature,
    variant: str,
    measured: Measured | None,
    to: Callable[[str], Markup],
    name_of: Callable[[str], str],
) -> Markup | None:
    if measured is None:
        return None
    slug = measured.chosen(feature.id, variant)
    return waters_strip(feature, slug, measured.waters, to, name_of=name_of)


def _season(feature: Feature, pane: ReadingPane, measured: Measured | None) -> Markup | None:
    """Return when a route can be sailed and through what ice, for the day of the newest article."""
    if measured is None or not measured.has_season:
        return None
    days = [article.date for article in pane.articles if article.date]
    day = max(days, default=None)
    variant = pane.view.variant
    strip = measured.ice_along(feature.id, variant) if feature.kind == "route" else None
    month = (day or datetime.now(UTC).date()).month
    return season_on_card(feature.id, variant, day=day, strip=strip, month=month)


def _claims(feature: Feature, to: Callable[[str], Markup]) -> Markup | None:
    """Return every side's position; of a dispute they are what the card is there for."""
    entries = [
        join(element("dt", to(c.nation)), element("dd", c.position, " ", _cited(c.source)))
        for c in feature.claims
    ]
    if not entries:
        return None
    title = counted(messages.CLAIMS, len(entries))
    return fold("claims", title, element("dl", *entries), opened=feature.kind == "dispute")


def _disputes(catalogue: Catalogue, feature: Feature, to: Callable[[str], Markup]) -> Markup | None:
    """Return the disputes of a group, the open ones first, each with who takes part in it."""
    members = [catalogue.features[one] for one in feature.members if one in catalogue.features]
    disputes = [one for one in members if one.kind == "dispute"]
    if feature.kind != "group" or not disputes:
        return None
    disputes.sort(key=lambda one: one.status != "disputed")
    entries = []
    for one in disputes:
        is_open = one.status == "disputed"
        sides = [piece for claim in one.claims for piece in (", ", to(claim.nation))][1:]
        state = messages.OPEN_BETWEEN if is_open else messages.SETTLED_BETWEEN
        entries.append(join(element("dt", to(one.id)), element("dd", state, *sides)))
    title = counted(messages.WHO_DISPUTES, len(entries))
    return fold("disputes", title, element("dl", *entries), opened=True)


def _cited(source: str) -> Markup | None:
    return element("small", source, class_="cited") if source else None


def _reasons(reasons: Sequence[Reason], to: Callable[[str], Markup]) -> Markup | None:
    """Return nations and their roles, grouped by nation."""
    if not reasons:
        return None
    rows = []
    for nation in dict.fromkeys(reason.nation for reason in reasons):
        those = [reason for reason in reasons if reason.nation == nation]
        spoken = "; ".join(dict.fromkeys(reason.words for reason in those))
        cited = "; ".join(dict.fromkeys(reason.source for reason in those if reason.source))
        rows.append(row(to(nation), join(spoken, " ", _cited(cited))))
    title = counted(messages.WHY_SHOWN, len(rows))
    return fold("roles", title, element("table", element("tbody", *rows)))


def _relatives(
    catalogue: Catalogue, feature: Feature, to: Callable[[str], Markup]
) -> Markup | None:
    """Return its members, what it is part of, and the disputes over it."""
    related = catalogue.related_features.get(feature.id, {})
    groups = {
        messages.MEMBERS: [m for m in feature.members if _is_listed_member(catalogue, feature, m)],
        messages.PART_OF: related.get("wholes", _stated_parent(feature)),
        messages.DISPUTES_ABOUT: related.get("disputes", ()),
    }
    count = sum(len(those) for those in groups.values())
    if not count:
        return None
    lines = (_links(title, those, to) for title, those in groups.items())
    return fold("related", counted(messages.RELATED_FEATURES, count), *lines)


def _is_listed_member(catalogue: Catalogue, feature: Feature, member: str) -> bool:
    """Return whether a member stands among the relatives; disputes have a list of their own."""
    known = catalogue.features.get(member)
    return known is not None and not (feature.kind == "group" and known.kind == "dispute")


def _links(title: str, ids: Iterable[str], to: Callable[[str], Markup]) -> Markup | None:
    links = [to(identity) for identity in ids]
    if not links:
        return None
    spaced = [piece for link in links for piece in (", ", link)][1:]
    return element("p", element("strong", title, ": "), *spaced, class_="inline")


def _stated_parent(feature: Feature) -> Sequence[str]:
    """Return the stated whole if the catalogue does not have it."""
    return [feature.part_of] if feature.part_of else []


def _passages(pane: ReadingPane) -> Iterable[Markup]:
    """Yield the passages beside the one quoted, then those that mention what is related to it."""
    _, *related = naming_words(pane)
    if others := pane.naming()[1:]:
        yield fold(
            "passages", counted(messages.OTHER_PASSAGES, len(others)), naming_list(pane, others)
        )
    lists = [unique_passages(those) for those in pane.related().values()]
    if lists:
        body = (
            join(element("h3", said), naming_list(pane, passages, max_passages=_MAX_RELATED))
            for said, passages in zip(related, lists, strict=True)
        )
        title = counted(messages.RELATED_PASSAGES, sum(map(len, lists)))
        yield fold("related-passages", title, *body)


def _details(
    feature: Feature, note: Markup | None, shown: list[Figure], to: Callable[[str], Markup]
) -> Markup:
    """Return the note where a quotation took its place, what is known, and what figures rest on."""
    status = row(messages.STATUS, messages.STATUSES[feature.status])
    table = element("table", element("tbody", status, *detail_rows(feature, to)))
    return fold("details", messages.DETAILS, note, table, figure_basis(shown))


def _names(feature: Feature) -> Markup | None:
    others: dict[str, Name] = {}
    for name in feature.all_names():  # those that differ by capitals alone count once
        others.setdefault(name.text.casefold(), name)
    others.pop(feature.name.casefold(), None)
    if not others:
        return None
    pieces = [element("span", name.text, lang=name.lang, class_="name") for name in others.values()]
    spaced = [piece for entry in pieces for piece in (", ", entry)][1:]
    line = element("p", element("strong", messages.ALSO_CALLED, ": "), *spaced, class_="inline")
    return fold("names", counted(messages.NAMES, len(others)), line)


def _sources(feature: Feature) -> Markup | None:
    """Return the sources, and when the facts were last compared with them."""
    rows = [element("li", source_line(source)) for source in feature.sources]
    if not rows:
        return None
    checked = last_checked_words(feature)
    line = element("p", checked, ".", class_="small checked") if checked else None
    return fold("sources", counted(messages.SOURCES, len(rows)), element("ul", *rows), line)


def source_line(source: Source) -> Markup:
    """Return a source in one line: title, publisher, date, confidence, licence.

    The title leads to the source where it has an address, so that the link says where it goes.
    """
    title = source.title.rstrip(".")
    confidence = f"{source.confidence[:1].upper()}{source.confidence[1:]}"
    licence = messages.LICENCE.format(licence=source.licence) if source.licence else ""
    facts = (source.publisher, plain_dates(source.date), confidence, licence)
    rest = "".join(f". {part.rstrip('.')}" for part in facts if part)
    return join(external(title, source.url) if source.url else title, rest, ".")
