"""The catalogue's names without shapes, as the lexicon needs them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from geo.catalogue.records import DATA, Feature, load_features


@dataclass(frozen=True)
class FeatureName:
    """One name as the lexicon needs it: text, the feature's id, kind and whole, language, case."""

    text: str
    feature: str
    kind: str
    lang: str
    exact_case: bool
    in_lexicon: bool
    is_display_name: bool
    part_of: str = ""


def names_of(features: Iterable[Feature]) -> Iterator[FeatureName]:
    """Yield every name of the features, display names first."""
    for feature in features:
        for name in feature.all_names():
            yield FeatureName(
                text=name.text,
                feature=feature.id,
                kind=feature.kind,
                lang=name.lang,
                exact_case=name.exact_case,
                in_lexicon=name.in_lexicon,
                is_display_name=name.text == feature.name,
                part_of=feature.part_of,
            )


def load_names(folder: Path = DATA) -> list[FeatureName]:
    """Return every name in the catalogue's files; a broken file is left out, not an error."""
    return list(names_of(load_features(folder)))
