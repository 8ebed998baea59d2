"""The guided tour: what each step shows, and what it says of it, all from the app's own data.

A step is a view, so the map, the card and the articles show it as they show any other. Its words
are in `geo.messages.TOUR`; the figures in them are looked up here and never typed.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geo import messages
from geo.catalogue.features import Catalogue
from geo.draw.layers import LAYER_BY_ID, layer_of
from geo.linker.links import Link
from geo.markup.voyages.offers import Offer
from geo.measure.roles import Reasons, visible_features
from geo.measure.voyages.published import Distance
from geo.measure.voyages.records import Port
from geo.measure.waters import Waters
from geo.sentences import count_of, join_words, long_day, with_article
from geo.text.articles import Article, article_of
from geo.view import View

ARTICLE = "000-4307505dd1a9bba4"
"""The article that the tour steps through; without it there is no tour."""
_ALL = 100
_USUAL_WAY = "suez"


@dataclass(frozen=True)
class Step:
    """One step of the tour.

    Attributes
    ----------
    key
        Its key in `messages.TOUR`.
    view
        What it shows.
    opens_passage
        Whether it opens at a passage.
    offer
        The voyage that it leads to, and whose published distances it compares.
    """

    key: str
    view: View
    opens_passage: bool = False
    offer: Offer | None = None


STEPS = (
    Step("article", View()),
    Step("name", View(feature="nsr"), opens_passage=True),
    Step("waters", View(feature="nsr")),
    Step("nations", View(nations=("US", "RU"), match="all")),
    Step("corridors", View(feature="psr"), opens_passage=True),
    Step("role", View(nations=("CN",), role="sponsor")),
    Step("disputes", View(feature="nsr-straits")),
    Step("layers", View(shown=("boundaries",))),
    Step("voyages", View(feature="nsr"), offer=Offer("rotterdam", "yokohama", "nsr")),
    Step("evidence", View()),
)


@dataclass(frozen=True)
class Story:
    """What the tour's figures come from.

    Those are the catalogue, the article's links, roles, waters and the published distances, beside
    which the ports stand by id.
    """

    catalogue: Catalogue
    article: Article
    links: Sequence[Link]
    reasons: Reasons
    waters: Waters
    published: Sequence[Distance] = ()
    ends: Mapping[str, Port] = field(default_factory=dict)

    def name(self, identity: str) -> str:
        """Return a feature's name as it stands in a sentence."""
        return with_article(self.catalogue.features[identity].name)

    def passages(self, feature: str) -> str:
        """Return in how many passages of the article a feature is mentioned."""
        return count_of(
            len({link.passage for link in self.links if link.feature == feature}), "passage"
        )

    def with_role(self, feature: str, role: str) -> str:
        """Return the nations that have a role in a feature."""
        found = (r.nation for r in self.reasons.get(feature, ()) if r.role == role)
        return join_words(self.name(nation) for nation in dict.fromkeys(found))

    def counted(self, view: View, words: Mapping[str, str]) -> str:
        """Return how many features of some layers pass a view's filter: '3 corridors and 2 ports'.

        `words` has the word for one feature by layer; layers without any are left out.
        """
        shown = visible_features(
            self.catalogue, self.reasons, view.nations, match=view.match, role=view.role
        )
        found = Counter(layer_of(self.catalogue.features[identity]).id for identity in shown)
        return join_words(
            count_of(found[layer], word) for layer, word in words.items() if found[layer]
        )


def tour_steps(
    features: Collection[str], articles: Sequence[Article], links: Sequence[Link]
) -> dict[str, Step]:
    """Return the steps that can be shown, by number from '1', each with its whole view.

    A step is left out where its feature, its nations or its passage are missing: a reader may have
    removed a link, a file may be damaged. Beside other articles a step shows its own alone.
    """
    if ARTICLE not in {article.id for article in articles}:
        return {}
    first: dict[str, str] = {}
    for link in links:
        if article_of(link.passage) == ARTICLE:
            first.setdefault(link.feature, link.passage)
    only = ARTICLE if len(articles) > 1 else ""
    possible = [
        replace(
            step,
            view=replace(
                step.view,
                article=only,
                passage=first[step.view.feature] if step.opens_passage else "",
            ),
        )
        for step in STEPS
        if {*step.view.nations, *filter(None, [step.view.feature])} <= set(features)
        and (step.view.feature in first or not step.opens_passage)
    ]
    return {
        str(number): replace(step, view=replace(step.view, tour=str(number)))
        for number, step in enumerate(possible, start=1)
    }


def words_of(step: Step, story: Story) -> tuple[str, str]:
    """Return the heading and the text of a step, with its figures."""
    title, text = messages.TOUR[step.key]
    facts = _voyages(story, step.offer) if step.offer else _FACTS[step.key](story, step.view)
    return title, " ".join(text.format(**facts).split())


def _article(story: Story, view: View) -> dict[str, str]:
    when = story.article.date
    return {
        "date": long_day(when) if when else messages.TOUR_NO_DATE,
        "features": count_of(len({link.feature for link in story.links}), "feature"),
        "passages": count_of(len({link.passage for link in story.links}), "passage"),
        "shown": story.counted(view, {"routes": "route", "corridors": "corridor"}),
    }


def _name(story: Story, view: View) -> dict[str, str]:
    return {"route": story.name(view.feature), "passages": story.passages(view.feature)}


def _waters(story: Story, view: View) -> dict[str, str]:
    feature = story.catalogue.feature(view.feature)
    variants = story.waters.variants(feature.id)
    administered = _administered(story, feature.id)
    if not variants:
        return {"waters": messages.TOUR_NO_WATERS, "administered": administered}
    slug = variants[0]
    length = story.waters.length_nm(feature.id, slug)
    shares = join_words(
        _share(round(100 * nm / length), story.name(nation))
        for nation, nm in story.waters.nation_nm(feature.id, slug).items()
    )
    waters = messages.TOUR_WATERS.format(
        variant=next(each.name for each in feature.variants if each.slug == slug),
        length=f"{length:,.0f}",
        shares=shares,
    )
    return {"waters": waters, "administered": administered}


def _share(percent: int, nation: str) -> str:
    pattern = messages.TOUR_ALL if percent == _ALL else messages.TOUR_SHARE
    return pattern.format(percent=percent, nation=nation)


def _administered(story: Story, feature: str) -> str:
    """Return who sets the rules for a route as a sentence, '' where nobody does."""
    nations = story.with_role(feature, "administrator")
    if not nations:
        return ""
    verb = messages.TOUR_SET if " and " in nations else messages.TOUR_SETS
    return messages.TOUR_ADMINISTERED.format(nations=nations, verb=verb)


def _nations(story: Story, view: View) -> dict[str, str]:
    words = {"routes": "route", "corridors": "corridor", "disputes": "dispute"}
    return {
        "nations": join_words(map(story.name, view.nations)),
        "counted": story.counted(view, words),
    }


def _corridors(story: Story, view: View) -> dict[str, str]:
    group = story.catalogue.feature(view.feature)
    features = [story.catalogue.features[member] for member in group.members]
    statuses = (messages.STATUSES[feature.status].lower() for feature in features)
    return {
        "name": group.name,
        "corridors": count_of(len(features), "corridor"),
        "status": join_words(dict.fromkeys(statuses)),
        "sponsors": story.with_role(group.id, "sponsor"),
    }


def _role(story: Story, view: View) -> dict[str, str]:
    words = {"corridors": "corridor", "ports": "port", "projects": "project"}
    others = (word.lower() for role, word in messages.ROLE_WORDS.items() if role)
    chosen = messages.ROLE_WORDS[view.role]
    return {
        "nation": join_words(map(story.name, view.nations)),
        "role": chosen,
        "others": join_words(word for word in others if word != chosen.lower()),
        "counted": story.counted(view, words),
    }


def _disputes(story: Story, view: View) -> dict[str, str]:
    disputes = story.catalogue.of_kind("dispute")
    count = sum(dispute.status == "disputed" for dispute in disputes)
    claims = story.catalogue.feature(view.feature).claims
    return {
        "open": count_of(count, "open dispute"),
        "settled": count_of(len(disputes) - count, "settled dispute"),
        "parties": join_words(dict.fromkeys(story.name(claim.nation) for claim in claims)),
    }


def _layers(story: Story, view: View) -> dict[str, str]:
    layers = [LAYER_BY_ID[layer] for layer in view.shown]
    held = sum(layer.holds(f) for layer in layers for f in story.catalogue.features.values())
    return {"layers": join_words(layer.title for layer in layers), "count": count_of(held, "line")}


def _voyages(story: Story, offer: Offer) -> dict[str, str]:
    """Return what the published distances of a voyage make of the way, '' without both of them."""
    ours, theirs = (_published(story, offer, via) for via in (offer.way, _USUAL_WAY))
    if not ours or not theirs or not {offer.origin, offer.destination} <= story.ends.keys():
        return {"shorter": ""}
    shorter = messages.TOUR_SHORTER.format(
        origin=story.ends[offer.origin].name,
        destination=story.ends[offer.destination].name,
        ours=f"{ours:,.0f}",
        theirs=f"{theirs:,.0f}",
        percent=round(100 * (theirs - ours) / theirs),
    )
    return {"shorter": shorter}


def _published(story: Story, offer: Offer, via: str) -> float:
    """Return the first published distance between two ports by one way, 0 where there is none."""
    ends = {offer.origin, offer.destination}
    rows = (one for one in story.published if one.via == via)
    return next((one.published.nm for one in rows if {one.origin, one.destination} == ends), 0)


def _evidence(story: Story, view: View) -> dict[str, str]:  # noqa: ARG001  called like the others
    return {"links": count_of(len(story.links), "link"), "warning": messages.NOT_FOR_NAVIGATION}


_FACTS: Mapping[str, Callable[[Story, View], dict[str, str]]] = {
    "article": _article,
    "name": _name,
    "waters": _waters,
    "nations": _nations,
    "corridors": _corridors,
    "role": _role,
    "disputes": _disputes,
    "layers": _layers,
    "evidence": _evidence,
}
