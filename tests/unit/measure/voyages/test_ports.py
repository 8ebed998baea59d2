import pytest

from geo.errors import GeoError, UnknownPortError
from geo.measure.voyages.ports import find_port, fold, port_names, ports
from tests import shipped

CATALOGUE = shipped.catalogue()
FACTS = {
    "Murmansk": "RUMMK", "Arkhangelsk": "RUARH", "Kandalaksha": "RUKAN", "Naryan-Mar": "RUNNM",
    "Amderma": "RUAMV", "Dikson": "RUDKS", "Dudinka": "RUDUD", "Igarka": "RUIAA",
    "Khatanga": "RUHTG", "Tiksi": "RUIKS", "Pevek": "RUPWE", "Anadyr": "RUDYR", "Varandey": "",
    "Sabetta": "", "Utrenniy (Arctic LNG 2 terminal)": "", "Provideniya": "",
    "Egvekinot (official approach point)": "RUEGV", "Petropavlovsk-Kamchatsky": "RUPKC",
    "Magadan": "RUMAG", "Vladivostok": "RUVVO", "Vostochny": "RUVYP", "Nakhodka": "RUNJK",
    "Zarubino": "RUZAR", "Saint Petersburg": "RULED", "Ust-Luga": "RUULU", "Kirkenes": "NOKKN",
    "Vardo": "NOVAO", "Honningsvag": "NOHVG", "Hammerfest": "NOHFT", "Tromso": "NOTOS",
    "Narvik": "NONVK", "Longyearbyen": "SJLYR", "Reykjavik": "ISREY", "Akureyri": "ISAKU",
    "Finnafjord (proposed)": "", "Torshavn": "FOTHO", "Nuuk": "GLGOH", "Sisimiut": "GLJHS",
    "Ilulissat": "GLJAV", "Narsaq": "", "Pituffik / North Star Bay": "GLTHU",
    "Churchill": "CACHV", "Iqaluit": "CAIQL", "Nanisivik": "CANVK", "Pond Inlet": "CAPDI",
    "Resolute Bay": "CAREB", "Cambridge Bay": "CAYCB", "Gjoa Haven": "CAYHK",
    "Tuktoyaktuk": "CATUK", "Halifax": "CAHAL", "Vancouver": "CAVAN", "Nome": "USOME",
    "Utqiagvik (Barrow)": "USBRW", "Prudhoe Bay": "USSCC", "Kotzebue": "USOTZ",
    "Dutch Harbor": "USDUT", "Anchorage": "USANC", "Seattle": "USSEA", "New York": "USNYC",
    "Shanghai": "CNSHA", "Ningbo-Zhoushan (Beilun)": "CNNGB", "Taicang": "CNTAC",
    "Qingdao": "CNTAO", "Dalian": "CNDLC", "Tianjin": "CNTXG",
    "Beihai (Tieshan LNG terminal)": "CNBIH", "Hong Kong": "HKHKG", "Kaohsiung": "TWKHH",
    "Busan": "KRPUS", "Yokohama": "JPYOK", "Tokyo": "JPTYO", "Tomakomai": "JPTMK",
    "Singapore": "SGSIN", "Rotterdam": "NLRTM", "Antwerp": "BEANR", "Hamburg": "DEHAM",
    "Bremerhaven": "DEBRV", "Felixstowe": "GBFXT", "London Gateway": "GBLGP",
    "Le Havre": "FRLEH", "Gdansk": "PLGDN", "Gothenburg": "SEGOT", "Lulea": "SELLA",
    "Copenhagen": "DKCPH", "Helsinki": "FIHEL", "Port Said": "EGPSD", "Suez": "EGSUZ",
    "Cristobal (Colon)": "PACTB", "Balboa": "PABLB", "Cape Town": "ZACPT", "Istanbul": "TRIST",
}  # fmt: skip
"""Names and codes of the table of ports that the catalogue was written from."""


def test_every_place_of_type_port_is_there_with_position_and_nation() -> None:
    found = {port.id: port for port in ports(CATALOGUE)}
    assert list(found) == [one.id for one in CATALOGUE.of_kind("place") if one.type == "port"]
    assert len(found) >= 98
    assert all(port.nation for port in found.values())
    assert (found["murmansk"].lon, found["murmansk"].lat) == (33.061, 68.969)
    assert (found["murmansk"].name, found["murmansk"].nation) == ("Murmansk", "RU")


def test_ports_of_the_table_are_found_by_their_names_without_accents_and_by_code() -> None:
    assert len(FACTS) == 91
    found = {name: find_port(name, CATALOGUE).id for name in FACTS}
    assert len(set(found.values())) == 91
    by_code = {name: find_port(code, CATALOGUE).id for name, code in FACTS.items() if code}
    assert by_code == {name: one for name, one in found.items() if FACTS[name]}


@pytest.mark.parametrize(("text", "identity"), [
    ("St. Petersburg", "saint-petersburg"),
    ("st petersburg", "saint-petersburg"),
    ("SAINT PETERSBURG", "saint-petersburg"),
    ("saint-petersburg", "saint-petersburg"),
    ("Санкт-Петербург", "saint-petersburg"),
    ("Ningbo", "ningbo-zhoushan"),
    ("Barrow", "utqiagvik"),
    ("Utqiaġvik", "utqiagvik"),
    ("Tokyo, Japan", "tokyo"),
    ("Seattle, USA", "seattle"),
    ("Nuuk, Greenland", "nuuk"),
    ("RU MMK", "murmansk"),
    ("ru-mmk", "murmansk"),
    ("CNSHG", "shanghai"),
    ("CNDXG", "dalian"),
    ("мурманск", "murmansk"),
    ("  Tromsø ", "tromso"),
    ("Colon", "cristobal"),
    ("Singapore", "port-of-singapore"),
    ("Сингапур", "port-of-singapore"),
    ("新加坡", "port-of-singapore"),
    ("香港", "port-of-hong-kong"),
    ("鹿特丹", "rotterdam"),
    ("İSTANBUL", "istanbul"),
])  # fmt: skip
def test_a_port_is_found_by_what_people_write(text: str, identity: str) -> None:
    assert find_port(text, CATALOGUE).id == identity


def test_every_id_and_every_name_leads_to_its_own_port() -> None:
    """Two ports that share a folded name would leave one of them unfound."""
    for feature in CATALOGUE.of_kind("place"):
        if feature.type == "port":
            for text in [feature.id, *(name.text for name in feature.all_names())]:
                assert find_port(text, CATALOGUE).id == feature.id, text


@pytest.mark.parametrize(("text", "near"), [
    ("Roterdam", "Rotterdam"),
    ("murmnsk", "Murmansk"),
    ("Vladi", "Vladivostok"),
    ("Gjoa", "Gjoa Haven"),
    ("Ротердам", "Роттердам (Rotterdam)"),
    ("Vancouver, Washington", "Vancouver"),
])  # fmt: skip
def test_an_unknown_port_has_near_names_that_are_found(text: str, near: str) -> None:
    with pytest.raises(UnknownPortError) as raised:
        find_port(text, CATALOGUE)
    assert raised.value.near[0] == near
    assert len(raised.value.near) <= 5
    assert len({find_port(one, CATALOGUE).id for one in raised.value.near}) == len(
        raised.value.near
    )
    assert f"There is no port “{text}”" in str(raised.value)
    assert "UN/LOCODE" in str(raised.value)
    assert f"Did you mean {near}" in str(raised.value)


@pytest.mark.parametrize(("text", "near"), [
    ("Norilsk", "Dudinka"),
    ("Москва", "Saint Petersburg"),
    ("Barentsburg", "Longyearbyen"),
    ("Alert", "Pituffik"),
    ("Germany", "Hamburg"),
    ("Chukchi Sea", "Egvekinot"),
])  # fmt: skip
def test_a_place_that_is_no_port_leads_to_the_ports_nearest_to_it(text: str, near: str) -> None:
    with pytest.raises(UnknownPortError) as raised:
        find_port(text, CATALOGUE)
    assert raised.value.near[0] == near
    assert len(raised.value.near) <= 3
    assert f"“{text}” is on this map, but not as a port" in str(raised.value)
    assert near in str(raised.value)


def test_a_name_that_is_like_none_has_no_near_ones() -> None:
    with pytest.raises(UnknownPortError) as raised:
        find_port("Houston", CATALOGUE)
    assert raised.value.near == ()


@pytest.mark.parametrize("text", ["", "  ", "()", ",", "/", "Q" * 100_000, "\u202e\x00\ud800"])
def test_what_is_no_name_at_all_is_an_error_of_the_family(text: str) -> None:
    with pytest.raises(GeoError) as raised:
        find_port(text, CATALOGUE)
    assert len(str(raised.value)) < 300
    assert "Choose one from the list of ports." in str(raised.value)
    str(raised.value).encode()


def test_labels_are_main_names_first_and_each_finds_its_port() -> None:
    labels = port_names(CATALOGUE)
    names = [port.name for port in ports(CATALOGUE)]
    first = list(labels)[: len(names)]
    assert sorted(first) == sorted(names)
    assert first == sorted(first, key=fold)
    assert labels["Роттердам (Rotterdam)"] == labels["NLRTM (Rotterdam)"] == "rotterdam"
    for label, identity in labels.items():
        assert find_port(label, CATALOGUE).id == identity, label


def test_the_callers_copy_of_the_labels_is_its_own() -> None:
    port_names(CATALOGUE).clear()
    assert port_names(CATALOGUE)
