"""One lexicon for all tests of the text: loading it takes a tenth of a second."""

import pytest

from geo.text.door import default_lexicon
from geo.text.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return default_lexicon()
