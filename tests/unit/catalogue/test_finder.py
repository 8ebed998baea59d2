"""The search by name: one entry for each feature, those that are looked for most first."""

from geo.catalogue.finder import entries
from tests import shipped


def test_each_feature_has_one_entry_with_all_its_names() -> None:
    catalogue = shipped.catalogue()
    found = entries(catalogue)
    assert sorted(found.values()) == sorted(catalogue.features)
    lost = []
    for entry, identity in found.items():
        feature = catalogue.features[identity]
        assert entry.split("\n")[0].startswith(feature.name)
        lost += [n.text for n in feature.all_names() if n.text.casefold() not in entry.casefold()]
    assert sorted(lost) == [
        "China-Europe Arctic Express",
        "Russian Arctic coast route",
        "Russia’s Arctic shipping lane",
    ]
    (nsr,) = [entry for entry, identity in found.items() if identity == "nsr"]
    assert nsr.casefold().count("nordlige sjørute,") == 1, "the same name in another case"


def test_what_is_near_comes_first_then_routes_seas_states_and_the_rest() -> None:
    catalogue = shipped.catalogue()
    order = list(entries(catalogue).values())
    wanted = ["nsr", "arctic-ocean", "kara-sea", "bering-strait", "RU", "murmansk"]
    assert [one for one in order if one in wanted] == wanted
    assert next(iter(entries(catalogue, near={"murmansk"}).values())) == "murmansk"
