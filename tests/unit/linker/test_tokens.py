import pytest

from geo.linker.tokens import fold, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia's plan", ["Russia", "s", "plan"]),
        ("US-Russia", ["US", "Russia"]),
        ("the U.S. and U.K.", ["the", "US", "and", "UK"]),
        ("Tromsø, Ny-Ålesund", ["Tromso", "Ny", "Alesund"]),
        ("Rus\u00adsia Nor\u200bway", ["Russia", "Norway"]),
        ("Finnma\ufb01", ["Finnmafi"]),
        ("_Arctic_", ["Arctic"]),
        ("e\u0301tat", ["etat"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert tokenise(text).words == words


@pytest.mark.parametrize("text", ["Nor-\nway", "Nor- way", "Nor\u00ad\nway", "Nor¬way"])
def test_a_word_broken_at_a_line_end_is_one_word_where_it_is_known(text: str) -> None:
    tokens = tokenise(text, {"norway"})
    assert tokens.words == ["Norway"]
    assert (tokens.starts, tokens.ends) == ([0], [len(text)])


def test_hyphenated_words_stay_two_if_the_compound_is_unknown() -> None:
    assert tokenise("Russia-\nbacked", {"norway"}).words == ["Russia", "backed"]
    assert tokenise("Russia- and", {"norway"}).words == ["Russia", "and"]


def test_tokens_are_at_their_offsets() -> None:
    text = "In Ísland\u00a0🧊 the ﬁsh."
    tokens = tokenise(text)
    spans = zip(tokens.starts, tokens.ends, strict=True)
    assert [text[start:end] for start, end in spans] == ["In", "Ísland", "the", "ﬁsh"]


def test_folding_keeps_capitals() -> None:
    assert fold("Türkiye") == "Turkiye"
    assert fold("Øresund") == "Oresund"
