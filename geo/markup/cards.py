"""A feature's card in HTML: facts, figures, waters and sources."""

from collections.abc import Callable, Iterable, Sequence

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Claim, Feature, Source
from geo.draw.chart import Chart
from geo.escape import Markup, element, join
from geo.geodesy import length_nm
from geo.markup.passages import ReadingPane, external, naming_list, naming_words, unique_passages
from geo.measure.roles import Reason
from geo.view import View, to_address

_MAX_RELATED = 6


def card(
    catalogue: Catalogue,
    feature: Feature,
    pane: ReadingPane,
    *,
    reasons: Sequence[Reason],
    placed: str = "",
    waters: Markup | None = None,
) -> Markup:
    """Return the card of a feature.

    Parameters
    ----------
    reasons
        Why nations have a role in it, from `geo.measure.reasons`.
    placed
        A sentence for a feature that lies outside the map, or ''.
    waters
        The waters along its track, from `geo.markup.waters_table`.
    """
    view = pane.view
    related = catalogue.related_features.get(feature.id, {})

    def to(identity: str) -> Markup:
        return to_feature(identity, catalogue, view, address_of=pane.address_of)

    return element(
        "section",
        _head(feature, has_shape=bool(catalogue.shapes(feature.id))),
        element("p", feature.note, class_="note") if feature.note else None,
        element("p", placed, class_="small") if placed else None,
        _named(pane),
        _variants(catalogue, feature, pane),
        waters,
        _claims(feature.claims, to),
        _reasons(reasons, to),
        _links(messages.MEMBERS, (m for m in feature.members if m in catalogue.features), to),
        _links(messages.PART_OF, related.get("wholes", _stated_parent(feature)), to),
        _links(messages.DISPUTES_ABOUT, related.get("disputes", ()), to),
        _details(feature),
        _names(feature),
        _sources(feature.sources),
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


def _head(feature: Feature, *, has_shape: bool) -> Markup:
    kind = " · ".join(
        part
        for part in (
            messages.KINDS[feature.kind],
            feature.type.capitalize() if feature.type != feature.kind else "",
            _status(feature),
        )
        if part
    )
    precision = messages.PRECISIONS[feature.precision]
    return element(
        "header",
        element("h2", feature.name),
        element("p", kind, class_="kind"),
        element("p", precision, class_="small") if has_shape else None,
    )


def _status(feature: Feature) -> str:
    """Return the status in words; none for kinds without one, such as seas and states."""
    if feature.status == "observed" and feature.kind in {"sea", "strait", "region", "state"}:
        return ""
    return messages.STATUSES[feature.status]


def _variants(catalogue: Catalogue, feature: Feature, pane: ReadingPane) -> Markup | None:
    """Return the length of each variant of a route; each variant can be selected."""
    if feature.kind not in {"route", "corridor"}:
        return None
    shapes = catalogue.shapes(feature.id)
    rows = []
    for variant in feature.variants:
        if variant.slug not in shapes:
            continue
        chosen = variant.slug == pane.view.variant
        link = element(
            "a",
            variant.name,
            href=pane.address_of(pane.view.select(feature.id, variant=variant.slug)),
            data_feature=feature.id,
            data_variant=variant.slug,
            aria_current="true" if chosen else None,
        )
        rows.append(_row(link, f"{length_nm(shapes[variant.slug]):,.0f} nm"))
    return element("table", element("tbody", *rows), class_="figures") if rows else None


def _row(*cells: object) -> Markup:
    first, *others = cells
    return element("tr", element("th", first, scope="row"), *(element("td", c) for c in others))


def _claims(claims: Iterable[Claim], to: Callable[[str], Markup]) -> Markup | None:
    entries = [
        join(element("dt", to(c.nation)), element("dd", c.position, " ", _cited(c.source)))
        for c in claims
    ]
    return _block(messages.CLAIMS, element("dl", *entries)) if entries else None


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
        rows.append(_row(to(nation), join(spoken, " ", _cited(cited))))
    return _block(messages.WHY_SHOWN, element("table", element("tbody", *rows)))


def _links(title: str, ids: Iterable[str], to: Callable[[str], Markup]) -> Markup | None:
    links = [to(identity) for identity in ids]
    if not links:
        return None
    spaced = [piece for link in links for piece in (", ", link)][1:]
    return element("p", element("strong", title, ": "), *spaced, class_="inline")


def _stated_parent(feature: Feature) -> Sequence[str]:
    """Return the stated whole if the catalogue does not have it."""
    return [feature.part_of] if feature.part_of else []


def _named(pane: ReadingPane) -> Markup:
    """Return how many passages name it, then what is related, each figure with the passages."""
    own, *related = naming_words(pane)
    lists = [unique_passages(those) for those in pane.related().values()]
    return join(
        element("h3", own) if pane.naming() else element("p", f"{own}.", class_="small"),
        naming_list(pane),
        *(
            join(element("h3", said), naming_list(pane, passages, max_passages=_MAX_RELATED))
            for said, passages in zip(related, lists, strict=True)
        ),
    )


def _details(feature: Feature) -> Markup | None:
    rows = [
        _row(key.replace("_", " "), _value(value))
        for key, value in feature.details.items()
        if value not in ("", None, [], {}) and key != "gate"
    ]
    return (
        _details_block(messages.DETAILS, element("table", element("tbody", *rows)))
        if rows
        else None
    )


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_value(entry) for entry in value)
    if isinstance(value, dict):
        return "; ".join(
            f"{key.replace('_', ' ')}: {_value(entry)}" for key, entry in value.items()
        )
    return f"{value:,.0f}" if isinstance(value, float) and abs(value) > 1000 else str(value)  # noqa: PLR2004


def _names(feature: Feature) -> Markup | None:
    others = [name for name in feature.all_names() if name.text != feature.name]
    if not others:
        return None
    pieces = [element("span", name.text, lang=name.lang, class_="name") for name in others]
    spaced = [piece for entry in pieces for piece in (", ", entry)][1:]
    return element("p", element("strong", messages.ALSO_CALLED, ": "), *spaced, class_="inline")


def _sources(sources: Sequence[Source]) -> Markup | None:
    rows = [element("li", source_line(source)) for source in sources]
    return _details_block(messages.SOURCES, element("ul", *rows)) if rows else None


def source_line(source: Source) -> Markup:
    """Return a source in one line: title, publisher, date, licence, confidence.

    The title leads to the source where it has an address, so that the link says where it goes.
    """
    title = source.title.rstrip(".")
    confidence = f"{source.confidence[:1].upper()}{source.confidence[1:]}"
    facts = (source.publisher, source.date, source.licence, confidence)
    rest = "".join(f". {part.rstrip('.')}" for part in facts if part)
    return join(external(title, source.url) if source.url else title, rest, ".")


def _block(title: str, body: Markup) -> Markup:
    return element("div", element("h3", title), body)


def _details_block(title: str, body: Markup) -> Markup:
    return element("details", element("summary", title), body)
