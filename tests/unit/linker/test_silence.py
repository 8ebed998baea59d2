"""Names that stay silent: what a sentence does not mark must not be found."""

from geo.linker.lexicon import Lexicon
from geo.linker.mentions import find_mentions
from tests.unit.linker.marked import check, sentences


@sentences("""
The album opens with a riff; the band sings "Midnight in Moscow" and "Suez", then a waltz by Asia.
Seattle Kraken won; the Vancouver Canadians lost in extra innings after a hockey playoff (coach).
Bake the soup in the oven, then a dessert; cocktails: Moscow mule, Singapore sling, chicken Kyiv.
A daughter, India Poland, was born to Mrs London Ireland (nee England).
""")
def test_names_in_titles_clubs_dishes_and_families_are_not_linked(
    marked: str, lexicon: Lexicon
) -> None:
    check(marked, lexicon)


@sentences("""
[[CANADA|CA]] AND [[US|US]] TO BUILD ICEBREAKERS
[[US|US]] NAVY SAILS [[BARENTS SEA|barents-sea]]
PLEASE TELL US MORE
WRITE TO US OR CALL US
[[NORWAY|NO]] TELLS US WHAT IT WANTS
JOIN US today and tell us about the [[US|US]].
It costs US$5 in the [[U.S.|US]] and more elsewhere.
""")
def test_us_in_capitals_is_distinguished_from_the_pronoun(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Chad Smith and Jordan Peterson met Georgia O'Keeffe. Chad smiled.
Tom Holland read Jack London to Kathy Ireland.
Mr. Jordan, Ms Paris and Dr. Israel agreed with J. London.
My brother Chad is 34.
Paris Hilton, Finn Wittrock and Dane Cook came.
Winston Churchill spoke, and Churchill was heard.
""")
def test_names_of_persons_are_not_linked(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The cutter Polar Star and the MV Istanbul Bridge left. Istanbul Bridge is fast.
The icebreaker Yamal met the tanker Arctic Breeze and HMS Norway.
The [[Russian|RU]] icebreaker Taimyr, the M/V Nordic Orion, the yacht “Alaska Eagle”.
The icebreakers [[Russia|RU]] has built are large.
""")
def test_names_of_ships_are_not_linked(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Air Canada, Norwegian Cruise Line and Nordic Bulk Carriers fell.
The Moscow Times and the Barents Observer wrote to Greenland Minerals.
Shares of Korea Shipbuilding & Offshore Engineering rose, said Voice of America.
Norwegian said its fleet will grow. Norwegian's shares rose.
Dynamo Moscow beat the Washington Capitals at Norway House.
The [[Danish Energy Agency|DK]] is no company.
""")
def test_companies_newspapers_and_clubs_are_not_linked(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Paris, Texas; Moscow (Idaho); London, Ontario; Berlin, New Hampshire.
The Gulf of Guinea, the Niger Delta, the American River, New Mexico, East London.
The Paris Agreement, the Oslo Accords and the Washington Treaty.
[[Churchill|churchill]], Manitoba, and the port of [[Nome|nome]], [[Alaska|alaska]].
In Georgia, voters in Atlanta queued.
[[Georgia|GE]] and [[Armenia|AM]] have a border; [[Tbilisi|GE]] says so.
""")
def test_other_places_of_the_same_name_are_not_linked(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
A Danish with coffee, French fries, German potato salad, Beijing duck.
An arctic char, an Arctic fox, a German shepherd, Guinea pigs, Canada geese.
Polish the silver. We ate turkey off the china.
She speaks Russian and Norwegian; it is in Danish. The Chinese word is old.
The word comes from Norwegian, and the Russian-language paper (Russian: газета) is dead.
An Arctic blast hit Texas in arctic conditions.
[[Norwegian|NO]] salmon, [[Russian|RU]] crab and [[Turkish|TR]] steel are traded.
In [[Russian|RU]] and [[Chinese|CN]] waters.
""")
def test_names_of_things_animals_and_languages_are_not_linked(
    marked: str, lexicon: Lexicon
) -> None:
    check(marked, lexicon)


@sentences("""
The treaty is done in the English, French, Russian and Spanish languages.
English and French shall be the working languages of the Council.
She told VOA Somali that the news came in plain Finnish.
There is a lunchtime club for Polish, and the rules were put through French twice.
[[Russian|RU]] officials speak; the paper went from [[Russian|RU]] to [[Chinese|CN]] officials.
""")
def test_languages_in_lists_and_clubs_are_not_linked(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The tanker, then called the Suez Rajan, left [[Russia|RU]].
Ice held the convoy until the nuclear-powered Yamal was due.
She sailed as a cook on the Norwegian Sky past [[Alaska|alaska]].
I trained on the Vladivostok, an icebreaker of the [[Soviet|RU]] navy.
Go and see the new movie, The French Dispatch, in [[Norway|NO]].
Zones such as `Europe/Kyiv` and en-US are read as before, says [[Norway|NO]]; `ls` in [[Oslo|oslo]].
""")
def test_names_of_ships_films_and_code_are_not_linked(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


def test_the_first_cells_of_a_fleet_list_are_ships(lexicon: Lexicon) -> None:
    text = "Ship | type | flag\nGreenland Star | reefer | Denmark\nKara | icebreaker | Russia\n"
    assert [m.surface for m in find_mentions(text, lexicon)] == ["Denmark", "Russia"]
    later = text + "Greenland Star left port."
    assert [m.surface for m in find_mentions(later, lexicon)] == ["Denmark", "Russia"]


RACES = """
1.20 Novices' Hurdle
1 Arctic Convoy, J. England
2 Chilly Hanoi, Brian Hughes
3 Murmansk Mail, Craig Nichol
4 North West Passage, Miss A. Fleming
5 Bear Island, Jordan Nailor
VERDICT: Bear Island has come over from County Meath with a light weight and is the one to beat.
A horse bred in [[France|FR]] runs in the last. [[Scotland|GB]]'s best jockey rides it.
"""


def test_in_a_text_about_other_things_a_name_must_show_that_it_is_a_place(
    lexicon: Lexicon,
) -> None:
    check(RACES.strip(), lexicon)


def test_a_game_is_not_a_state_and_a_breed_not_a_nation(lexicon: Lexicon) -> None:
    games = (
        "Games on the shelf: a board, dice and tiles. Istanbul is a race for rubies. Copenhagen is "
        "about tiles. Polish draughts we have too. One player is the [[United States|US]]."
    )
    check(games, lexicon)
    show = (
        "Cats and dogs, each breed judged: a kitten won. Toy: Maltese. Long-haired: Norwegian "
        "Forest, then Siberian. The puppy was from [[Norway|NO]]."
    )
    check(show, lexicon)


@sentences("""
Buns come from Sweden & Sons and Holland and Co, and a clock from 12 Panama Court in [[Norway|NO]].
The language of the office is Danish.
The nuclear icebreaker Yakutia is in the [[Kara Sea|kara-sea]] with [[Russian|RU]] tankers.
The town is closer to [[Alaska|alaska]] than to [[Moscow|moscow]], said the minister of trade.
STORM SHUTS [[BALTIC|baltic-sea]] FERRIES IN [[NORWAY|NO]]
The [[Sea of Okhotsk|sea-of-okhotsk]] and the [[Labrador Sea|labrador-sea]] lost most of their ice.
The southern strait, called [[Yugorsky Shar|yugorsky-shar]], is narrow; trade in [[Polish|PL]] pork.
The Polhavet Star, a bulk carrier, was fixed for trade with [[Norway|NO]].
""")
def test_firms_addresses_and_far_towns(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)
