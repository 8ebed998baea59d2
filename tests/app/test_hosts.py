"""A chart is served from memory, and stays there whoever comes and goes."""

from types import SimpleNamespace

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from geo.draw.assets import Chart
from geo.draw.frames import POLAR_FRAME
from pages import _hosts

CHART = Chart(POLAR_FRAME, "{}", "window.atlas = 1;", {}, {}, {}, {}, {}, {}, {})


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    """Return what Streamlit keeps files in, empty."""
    made = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(
        _hosts.runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=made)
    )
    return made


def stored(files: MediaFileManager, address: str) -> bytes | None:
    found = files.read_file(address.rpartition("/")[2])
    return found.content if found else None


def test_a_chart_stays_when_every_session_has_gone(files: MediaFileManager) -> None:
    address = _hosts.chart_address(CHART)
    assert address.startswith("../../media/")
    assert address.endswith(".js")
    files.clear_session_refs()
    files.remove_orphaned_files()
    assert stored(files, address) == CHART.script


def test_a_chart_that_is_gone_is_there_again_at_the_next_run(files: MediaFileManager) -> None:
    address = _hosts.chart_address(CHART)
    files.clear_session_refs(_hosts._KEEPER)
    files.remove_orphaned_files()
    assert stored(files, address) is None
    assert _hosts.chart_address(CHART) == address
    assert stored(files, address) == CHART.script
