"""Addresses that the tests of the app try: views at random, broken ones, absurd ones."""

import random
from urllib.parse import quote

from geo.catalogue.features import Catalogue
from geo.draw.layers import LAYERS
from geo.text.articles import load_articles
from geo.view import FRAMES, ROLES, View
from tests import shipped
from tests.repository import ROOT

RANDOM_VIEWS = 20
SEED = 5
CATALOGUE: Catalogue = shipped.catalogue()
ARTICLES, _ = load_articles(ROOT / "seeds")


def views() -> list[View]:
    """Return random views over the ids that exist; the same ones on every machine."""
    chance = random.Random(SEED)  # noqa: S311  no secret
    passages = [passage.id for article in ARTICLES for passage in article.passages]
    states = [feature.id for feature in CATALOGUE.of_kind("state")]
    placed = {frame: _placed(frame) for frame in FRAMES}
    off = [layer.id for layer in LAYERS if not layer.on]
    on = [layer.id for layer in LAYERS if layer.on]
    made = []
    for _ in range(RANDOM_VIEWS):
        frame = chance.choice(FRAMES)
        feature = CATALOGUE.features[chance.choice(placed[frame])]
        nations = tuple(chance.sample(states, chance.randint(0, 3)))
        slugs = ["", *(variant.slug for variant in feature.variants)]
        made.append(
            View(
                nations=nations,
                match=chance.choice(["any", "all"]) if len(nations) > 1 else "any",
                role=chance.choice(["", *ROLES]),
                feature=feature.id,
                variant=chance.choice(slugs),
                passage=chance.choice(["", chance.choice(passages)]),
                article=chance.choice(["", chance.choice(ARTICLES).id]),
                frame=frame,
                shown=tuple(sorted(chance.sample(off, chance.randint(0, 2)))),
                hidden=tuple(sorted(chance.sample(on, chance.randint(0, 2)))),
                at=chance.choice(["", "98.5_74.25_2.1"]),
            )
        )
    return made


def _placed(frame: str) -> list[str]:
    """Return the ids that a map draws or marks on its rim; Mercator ends south of the Pole."""
    chart = shipped.chart(frame)
    return sorted({*chart.shapes, *chart.rim})


BROKEN = {
    "?feature=no-such-route": "no-such-route",
    "?nation=ZZ&nation=RU": "ZZ",
    "?frame=globe": "globe",
    "?nation=CN&role=owner": "owner",
    "?passage=000-0000000000000000.99": "a reader adds",
    "?feature=nsr&variant=over-the-moon": "over-the-moon",
    "?show=dragons": "dragons",
    "?viewpoint=mars": "mars",
}
"""By address what its notice names."""

ABSURD = {
    "20,000 characters": "?feature=" + "a" * 20_000,
    "NUL": "?feature=nsr%00&nation=%00",
    "repeated keys": "?" + "&".join(["nation=RU", "feature=nsr", "feature=tsr"] * 200),
    "prototype": "?__proto__=1&constructor=2&feature=__proto__&show=constructor",
    "script": "?feature=" + quote("<script>window.caught=1</script><img src=x onerror=caught=1>"),
    "template": "?feature=" + quote("{{ 7*7 }}{% raw %}${caught=1}`caught`"),
    "not UTF-8": "?feature=%ED%A0%80%FF%zz&nation=%",
    "path": "?article=" + quote("../../etc/passwd"),
    "empty": "?&&&==&feature=&nation=",
    "right to left": "?feature=" + quote("\u202ensr\u202c"),
}
