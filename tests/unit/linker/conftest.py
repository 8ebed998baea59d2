"""One lexicon for all tests of the text: loading it takes a tenth of a second."""

import pytest

from geo.linker.api import default_lexicon
from geo.linker.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return default_lexicon()
