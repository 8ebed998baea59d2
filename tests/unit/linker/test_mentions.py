"""What is found: each case is a sentence with its mentions marked `[[surface|target]]`."""

from hypothesis import given
from hypothesis import strategies as st

from geo.linker.api import default_lexicon
from geo.linker.lexicon import Lexicon
from geo.linker.mentions import find_mentions
from tests.unit.linker.marked import check, sentences


@sentences("""
The [[Norwegian Sea|norwegian-sea]] is not [[Norway|NO]].
Ice in the [[South China Sea|south-china-sea]] would surprise [[China|CN]].
The [[US National Security Council|US]] met the [[Russian Ministry of Transport|RU]].
From [[Northwest Territories|northwest-territories]] to the [[North-West Passage|nwp]].
The [[Polar Silk Road|psr]] is not the [[Belt and Road|belt-and-road]], nor any Silk Road.
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
The non-Russian [[Arctic|arctic]] and the non‑Canadian [[Arctic|arctic]].
The non-European [[Arctic|arctic]].
Non‑[[Arctic|arctic]] states and non [[Arctic|arctic]] states.
The non‐[[Arctic|arctic]] coastal states, non−[[Arctic|arctic]] states.
Non-Russian, non‑Chinese and non-U.S. ships.
The non-EU, non-NATO and non-Arctic Council members.
A non-[[Barents Sea|barents-sea]] fish, non-[[Northern Sea Route|nsr]] traffic.
The non-[[Asian|asia]] crews.
The non-near-Arctic state, the non-United States flag, non-Russian Far East.
Non-[[Nordic|nordics]] countries, pan-[[Nordic|nordics]] countries.
An anti-[[Russian|RU]] and pro-[[EU|eu]] party, half-[[Russian|RU]].
The circum-[[Arctic|arctic]] flow.
A sub‑Arctic river in post‑Soviet times.
The "[[near‑Arctic state|CN]]" and its neighbours.
""")
def test_a_prefix_is_read_with_any_hyphen(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


def test_a_prefix_may_end_a_line(lexicon: Lexicon) -> None:
    check("Some non-\n[[Arctic|arctic]] nations of the north.", lexicon)


@sentences("""
The [[N.W. Passage|nwp]], the [[N. W. Passage|nwp]], the [[NW Passage|nwp]].
The [[N-W Passage|nwp]], the [[N.-W. Passage|nwp]], the [[Nor'west Passage|nwp]].
The [[N.E. Passage|nep]], the [[NE Passage|nep]], the [[N. E. Passage|nep]].
The [[North Western Passage|nwp]] and a [[Northeast-Passage|nep]].
The [[N. Sea Route|nsr]], the [[Northern Sea Rte|nsr]], the [[N.S.R.|nsr]].
The [[E. Siberian Sea|east-siberian-sea]] and the [[S. China Sea|south-china-sea]].
The [[Bering Str|bering-strait]]. and the [[N. Sea|north-sea]].
The [[N. Pacific|north-pacific]], the [[N. Atlantic|north-atlantic]], the [[N. Pole|north-pole]].
[[W. Europe|western-europe]], [[N. America|north-america]], [[S.E. Asia|southeast-asia]].
The ships of [[N. Korea|KP]].
The NW corner of the passage, an n w passage, a northwest wind.
The [[N.S.R|nsr]] is shorter, said J.R.R Tolkien of the [[U.S.A|US]]
""")
def test_words_of_the_compass_may_be_letters(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
The [[north-west passage|nwp]], The [[north west passage|nwp]], the [[northwest passage|nwp]].
The [[north-east passage|nep]], the [[north east passage|nep]], a [[northeastern passage|nep]].
The [[north-western passage|nwp]], the [[north-eastern passage|nep]], [[northern sea route|nsr]].
The [[northern sea-route|nsr]], the [[northern maritime route|nsr]], the [[north pole|north-pole]].
In [[south-east Asia|southeast-asia]], [[south east Asia|southeast-asia]].
The [[north-west Territories|northwest-territories]] and [[north-east Asia|east-asia]].
The [[east Siberian sea|east-siberian-sea]], the [[south China sea|south-china-sea]].
A passage north, west of the sea; a north sea breeze; the south pacific; the far north.
""")
def test_words_of_the_compass_may_be_small_with_a_hyphen_or_a_space(
    marked: str, lexicon: Lexicon
) -> None:
    check(marked, lexicon)


@sentences("""
The [[Vil'kitsky Strait|vilkitsky-strait]] and [[Proliv Vil’kitskogo|vilkitsky-strait]].
The [[Shokal'skiy Strait|shokalsky-strait]], [[Shokalskij Strait|shokalsky-strait]].
[[Proliv Shokal'skogo|shokalsky-strait]], [[Yugorskii Shar|yugorsky-shar]].
Vil'kit and Vil'kitsky met.
""")
def test_russian_adjectives_are_found_as_each_romanisation_has_them(
    marked: str, lexicon: Lexicon
) -> None:
    check(marked, lexicon)


@sentences("""
The [[Kara|kara-sea]], [[Laptev|laptev-sea]] and [[Chukchi Seas|chukchi-sea]] froze.
Through the [[Panama|panama]] or [[Suez Canal|suez]].
The [[Davis|davis-strait]] and [[Hudson straits|hudson-strait]] are wide.
[[North|KP]] and [[South Korea|KR]] did not meet.
The [[Northwest|nwp]] and [[Northeast Passages|nep]] opened.
[[Norway|NO]] and the [[Norwegian Sea|norwegian-sea]].
[[Guinea|GN]], [[Guinea-Bissau|GW]] and [[Senegal|SN]] signed the treaty in May.
""")
def test_names_that_share_their_last_word_are_found(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Officials of the [[Bank of Korea|KR]] and the [[Bank of Mexico|MX]] met.
[[Supreme Court of Canada|CA]] and [[Supreme Court of India|IN]] judges met in May.
The [[Ministry of Industry and Trade of Russia|RU]] objected.
Officers of [[U.S. Customs and Border Protection|US]] seized the ship.
The [[US Federal Reserve|US]] and the [[European Central Bank|eu]] cut rates.
The [[Export-Import Bank of the United States|US]] lent the money.
THE [[BANK OF ENGLAND|GB]] CUTS RATES AS THE [[NORWEGIAN|NO]] COAST GUARD SAILS
""")
def test_the_name_of_a_body_is_whole(marked: str, lexicon: Lexicon) -> None:
    check(marked, lexicon)


@sentences("""
Ships went through [[Panama|panama]] and round the Horn.
[[Suez|suez]] and [[Panama|panama]] are slow this year.
Ships of [[Panama|PA]] met the president of [[Panama|PA]].
""")
def test_panama_is_the_waterway_where_ships_go_along_it(marked: str, lexicon: Lexicon) -> None:
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
[[Russia\u00ad|RU]] and [[Nor\u00adway|NO]], [[Ru\u200bssia|RU]] too.
The [[Northern\u00a0Sea\u00a0Route|nsr]] and the [[NSR|nsr]]’s ice.
[[TU\u0308RKIYE|TR]] and [[Tu\u0308rkiye|TR]].
“[[Iceland|IS]]” and ‘[[Finland|FI]]’ [[Ísland|IS]].
[[中国|CN]]的[[冰上丝绸之路|psr]]和[[北极|arctic]]
[[Россия|RU]] и [[Севморпуть|nsr]]
\u202e[[Russia|RU]]\u202c 🧊[[Norway|NO]]🧊
""")
def test_invisible_characters_do_not_hide_a_name(marked: str, lexicon: Lexicon) -> None:
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
def test_a_capital_on_a_journey_is_the_town_and_one_with_a_mood_is_the_state(
    marked: str, lexicon: Lexicon
) -> None:
    check(marked, lexicon)


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
