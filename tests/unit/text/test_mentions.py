"""Each case is a sentence with its mentions marked `[[surface|target]]`, as in the gold set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text.door import default_lexicon
from geo.text.lexicon import Lexicon
from geo.text.mentions import find_mentions
from geo.text.score import read_gold_text


def check(marked: str, lexicon: Lexicon) -> None:
    gold = read_gold_text(marked, name="case", part="case")
    found = find_mentions(gold.text, lexicon)
    assert [(m.surface, m.target) for m in found] == [
        (gold.text[start:end], target) for start, end, target in sorted(gold.spans)
    ]
    assert {(m.start, m.end, m.target) for m in found} == gold.spans
    assert all(gold.text[m.start : m.end] == m.surface for m in found)


def sentences(block: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("marked", [line.strip() for line in block.strip().split("\n")])


@sentences("""
The [[Norwegian Sea|norwegian-sea]] is not [[Norway|NO]].
Ice in the [[South China Sea|south-china-sea]] would surprise [[China|CN]].
The [[US National Security Council|US]] met the [[Russian Ministry of Transport|RU]].
From [[Northwest Territories|northwest-territories]] to the [[North-West Passage|nwp]].
The [[Polar Silk Road|psr]] is not the Belt and Road, nor any Silk Road.
""")
def test_the_longest_name_wins(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
[[Russia|RU]]'s and [[Iceland|IS]]’s plans, the [[Faroes|FO]]’ too.
[[US|US]]-[[Russia|RU]] talks, [[Sino|CN]]-[[Russian|RU]] ties, [[Anglo|GB]]–[[Norwegian|NO]] trade.
A [[Panama|PA]]-flagged and a [[Danish|DK]]-built ship with non-[[Nordic|nordics]] crews.
A trans-[[Arctic|arctic]] cable, a pan-[[Arctic|arctic]] plan, non-[[Arctic|arctic]] states.
A sub-Arctic river in post-Soviet times.
The "[[near-Arctic state|CN]]" and its neighbours.
""")
def test_possessives_and_hyphens_are_cut_off(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The [[Kara|kara-sea]], [[Laptev|laptev-sea]] and [[Chukchi Seas|chukchi-sea]] froze.
Through the [[Panama|panama]] or [[Suez Canal|suez]].
The [[Davis|davis-strait]] and [[Hudson straits|hudson-strait]] are wide.
[[North|KP]] and [[South Korea|KR]] did not meet.
The [[Northwest|nwp]] and [[Northeast Passages|nep]] opened.
[[Norway|NO]] and the [[Norwegian Sea|norwegian-sea]].
""")
def test_names_that_borrow_their_last_word_are_found(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Through the [[straits of Vilkitsky|vilkitsky-strait]] and [[Sannikov|sannikov-strait]].
The [[Straits of Malacca|malacca-strait]] and [[Hormuz|strait-of-hormuz]].
The [[New Siberian|new-siberian-islands]] and [[Wrangel Islands|wrangel-island]].
The port of [[Nome|nome]], not the sea of troubles.
""")
def test_names_may_share_a_head_before_them(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


def test_the_lines_of_a_list_do_not_run_on(lexicon: Lexicon) -> None:
    lines = "Tanker sails from [[Murmansk|murmansk]]\nSilver Spirit aground\nNothing else today"
    check(lines, lexicon)


@sentences("""
A [[U. S. Coast Guard|US]] cutter and [[U. K.|GB]] frigates met J. R. Smith and the [[U.S.Navy|US]].
The [[Royal Danish Navy|DK]] and the [[European Community|eu]] agreed with [[Norway|NO]].
The so-called "[[Polar Silk Road|psr]]" is a slogan, says an [[Oslo|oslo]]-listed owner.
He works at the Academy of Sciences, [[Moscow|moscow]].
The [[Helsinki|helsinki]]-[[Tallinn|EE]] tunnel was never begun.
The frigate passed Little Diomede Island and a desert Island.
""")
def test_spaced_letters_royal_bodies_and_addresses(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The album opens with a riff; the band sings "Midnight in Moscow" and "Suez", then a waltz by Asia.
Seattle Kraken won; the Vancouver Canadians lost in extra innings after a hockey playoff (coach).
Bake the soup in the oven, then a dessert; cocktails: Moscow mule, Singapore sling, chicken Kyiv.
A daughter, India Poland, was born to Mrs London Ireland (nee England).
""")
def test_titles_clubs_dishes_and_kin_are_silent(marked: str, lexicon: Lexicon) -> None:
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
def test_us_in_capitals_is_told_from_the_pronoun(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Talks in [[Moscow|moscow]] about ties between [[Moscow|RU]] and [[Ottawa|CA]].
[[OSLO|oslo]], May 3 (Reuters) - [[Oslo|NO]] said so.
He flew from [[Tokyo|tokyo]] to [[Copenhagen|copenhagen]], a city he knows.
[[Beijing|CN]]'s answer came late; [[Beijing|beijing]]'s airport was closed.
[[London|london]]-based brokers say that [[London|GB]] will not pay.
A message to [[Washington|US]] from [[Tehran|IR]].
Meetings in [[Moscow|moscow]] and [[Beijing|beijing]] were quiet.
[[Nuuk|GL]] wants a say; the office in [[Nuuk|nuuk]] is small.
""")
def test_a_capital_is_its_state_or_the_town(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The Northern Sea Corridor is quiet.
""")
def test_a_route_by_another_name(marked: str, lexicon: Lexicon) -> None:
    found = find_mentions(marked, lexicon)
    assert [(m.surface, m.target) for m in found] == [("Northern Sea Corridor", "nsr")]


@sentences("""
The [[Northern Sea Corridor|nsr]] ([[NSC|nsr]]) is open; the [[NSC|nsr]] is shallow.
Under New Source Review (NSR) rules the NSR permit lapsed.
The [[Northeast Passage|nep]] ([[NEP|nep]]) is long.
The NEP and the NWP are tax forms.
""")
def test_abbreviations_mean_what_the_text_defines(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Chad Smith and Jordan Peterson met Georgia O'Keeffe. Chad smiled.
Tom Holland read Jack London to Kathy Ireland.
Mr. Jordan, Ms Paris and Dr. Israel agreed with J. London.
My brother Chad is 34.
Paris Hilton, Finn Wittrock and Dane Cook came.
Winston Churchill spoke, and Churchill was heard.
""")
def test_persons_are_silent(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The cutter Polar Star and the MV Istanbul Bridge left. Istanbul Bridge is fast.
The icebreaker Yamal met the tanker Arctic Breeze and HMS Norway.
The [[Russian|RU]] icebreaker Taimyr, the M/V Nordic Orion, the yacht “Alaska Eagle”.
The icebreakers [[Russia|RU]] has built are large.
""")
def test_ships_are_silent(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Air Canada, Norwegian Cruise Line and Nordic Bulk Carriers fell.
The Moscow Times and the Barents Observer wrote to Greenland Minerals.
Shares of Korea Shipbuilding & Offshore Engineering rose, said Voice of America.
Norwegian said its fleet will grow. Norwegian's shares rose.
Dynamo Moscow beat the Washington Capitals at Norway House.
The [[Danish Energy Agency|DK]] is no company.
""")
def test_companies_papers_and_clubs_are_silent(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Paris, Texas; Moscow (Idaho); London, Ontario; Berlin, New Hampshire.
The Gulf of Guinea, the Niger Delta, the American River, New Mexico, East London.
The Paris Agreement, the Oslo Accords and the Washington Treaty.
[[Churchill|churchill]], Manitoba, and the port of [[Nome|nome]], [[Alaska|alaska]].
In Georgia, voters in Atlanta queued.
[[Georgia|GE]] and [[Armenia|AM]] have a border; [[Tbilisi|GE]] says so.
""")
def test_other_places_of_the_same_name_are_silent(marked: str, lexicon: Lexicon) -> None:
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
def test_things_animals_and_languages_are_silent(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
[[Russia\u00ad|RU]] and [[Nor\u00adway|NO]], [[Ru\u200bssia|RU]] too.
The [[Northern\u00a0Sea\u00a0Route|nsr]] and the [[NSR|nsr]]’s ice.
[[TU\u0308RKIYE|TR]] and [[Tu\u0308rkiye|TR]].
“[[Iceland|IS]]” and ‘[[Finland|FI]]’ [[Ísland|IS]].
[[中国|CN]]的[[冰上丝绸之路|psr]]和[[北极|arctic]]
[[Россия|RU]] и [[Севморпуть|nsr]]
\u202e[[Russia|RU]]\u202c 🧊[[Norway|NO]]🧊
""")
def test_signs_that_cannot_be_seen_do_not_hide_a_name(marked: str, lexicon: Lexicon) -> None:
    marked = marked.replace("Russia\u00ad|", "Russia|").replace("\u00ad and", " and")
    check(marked, lexicon)


def test_names_broken_at_a_line_end_are_found_whole(lexicon: Lexicon) -> None:
    check(
        "The [[Nor-\nthern Sea Route|nsr]] and [[Nor- way|NO]] and the [[Kara\nSea|kara-sea]].",
        lexicon,
    )
    check("[[Russia|RU]]-\nbacked and [[Russia|RU]]- and [[China|CN]]-led.", lexicon)


def test_a_name_does_not_reach_over_an_empty_line(lexicon: Lexicon) -> None:
    found = find_mentions("The Bering\n\nStrait", lexicon)
    assert found == []


def test_each_mention_carries_the_rule_that_found_it(lexicon: Lexicon) -> None:
    text = (
        "Russian talks in Moscow: Moscow and the Kremlin want the Kara and Laptev Seas. "
        "The Soviet Union, the US, Riyadh's view."
    )
    rules = {m.surface: m.rule for m in find_mentions(text, lexicon)}
    assert rules["Russian"] == "demonym"
    assert rules["Moscow"] == "metonym"
    assert rules["Kremlin"] == "body"
    assert rules["Kara"] == "elided"
    assert rules["Soviet Union"] == "historic"
    assert rules["US"] == "abbreviation"


def test_spans_that_are_skipped_are_not_read(lexicon: Lexicon) -> None:
    text = "Russia and Norway"
    assert [m.surface for m in find_mentions(text, lexicon, skip=[(0, 7)])] == ["Norway"]


WORDS = """Russia US us Chad Smith NSR (NSR) Kara Laptev Seas and , . - – ' ’ the of in MV Polar
Nor-\n way U.S. \u00ad \u200b \u0301 🧊 中国""".split(" ")  # noqa: SIM905
WORDS += ["\n", "\n\n", " ", "\ud800"]


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["", " "]))
def test_offsets_hold_and_nothing_overlaps_whatever_the_text(words: list[str], gap: str) -> None:
    text = gap.join(words)
    end = 0
    for mention in find_mentions(text, default_lexicon()):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.surface
        end = mention.end


@sentences("""
A brig took wine from Brest to [[Copenhagen|copenhagen]]; she made a voyage from [[London|london]].
The distance from [[London|london]] to [[Tokyo|tokyo]] is given in miles.
Outrage in [[Ottawa|CA]] over the sanctions; criticism from [[Copenhagen|DK]].
A minister called Mr Hale, 32, from Wembley, [[London|london]], spoke of sanctions.
Ministers met in the capital, [[Nuuk|nuuk]], on defence.
- [[Nuuk|nuuk]]: a third quay, said the ministry
""")
def test_a_town_on_a_way_is_the_town_and_a_mood_is_the_state_s(
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
def test_tongues_in_lists_and_clubs_are_silent(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The tanker, then called the Suez Rajan, left [[Russia|RU]].
Ice held the convoy until the nuclear-powered Yamal was due.
She sailed as a cook on the Norwegian Sky past [[Alaska|alaska]].
I trained on the Vladivostok, an icebreaker of the [[Soviet|RU]] navy.
Go and see the new movie, The French Dispatch, in [[Norway|NO]].
Zones such as `Europe/Kyiv` and en-US are read as before, says [[Norway|NO]]; `ls` in [[Oslo|oslo]].
""")
def test_ships_films_and_code_are_silent(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


def test_the_first_cells_of_a_fleet_list_are_ships(lexicon: Lexicon) -> None:
    text = "Ship | type | flag\nGreenland Star | reefer | Denmark\nKara | icebreaker | Russia\n"
    assert [m.surface for m in find_mentions(text, lexicon)] == ["Denmark", "Russia"]
    later = text + "Greenland Star left port."
    assert [m.surface for m in find_mentions(later, lexicon)] == ["Denmark", "Russia"]


@sentences("""
[[European|europe]] security in [[northern Europe|northern-europe]] and [[east Asia|east-asia]].
The [[Arctic|arctic-ocean]] and the [[Atlantic Oceans|north-atlantic]] meet.
Straits such as [[Vilkitsky|vilkitsky-strait]] and [[Sannikov|sannikov-strait]] are shallow.
[[NATO|nato]] sends [[Baltic|baltic-sea]] patrols.
Little gas came from [[Russia|RU]], [[Washington|US]] imposed a ban on trade.
The [[Canadian Hydrographic Service|CA]] and the [[British Antarctic Survey|GB]] ([[BAS|GB]]) agree.
Tariffs on [[French|FR]] wine are a matter of trade.
""")
def test_small_directions_examples_and_services(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


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


def test_a_game_is_no_state_and_a_breed_no_nation(lexicon: Lexicon) -> None:
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
