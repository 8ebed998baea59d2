"""What readers get is what they got before: files, pages and addresses."""

from tests.snapshots import checksum, kept, snapshots


def test_files_pages_and_addresses_are_what_they_were() -> None:
    """A change that readers are meant to see is noted again; see `tests/snapshots.py`."""
    made = {name: checksum(text) for name, text in snapshots()}
    before = kept()
    assert list(made) == list(before)
    assert {name for name in made if made[name] != before[name]} == set()
