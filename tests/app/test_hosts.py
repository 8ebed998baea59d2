"""A chart is served from memory, and stays there whoever comes and goes."""

from types import SimpleNamespace

import geopandas as gpd
import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from geo.catalogue.features import Catalogue
from geo.draw.chart import make_chart
from geo.draw.frames import POLAR_FRAME
from geo.draw.payload import make_chart_script
from pages import _static

EMPTY = Catalogue({}, gpd.GeoDataFrame(columns=["id", "variant", "kind", "geometry"], crs=4326))
SCRIPT = make_chart_script(make_chart(POLAR_FRAME, EMPTY), EMPTY, {})


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    """Return what Streamlit keeps files in, empty."""
    made = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(
        _static.runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=made)
    )
    return made


def stored(files: MediaFileManager, address: str) -> bytes | None:
    found = files.read_file(address.rpartition("/")[2])
    return found.content if found else None


def test_a_chart_stays_when_every_session_has_gone(files: MediaFileManager) -> None:
    address = _static.script_address(SCRIPT)
    assert address.startswith("../../media/")
    assert address.endswith(".js")
    files.clear_session_refs()
    files.remove_orphaned_files()
    assert stored(files, address) == SCRIPT.content


def test_a_chart_that_is_gone_is_there_again_at_the_next_run(files: MediaFileManager) -> None:
    address = _static.script_address(SCRIPT)
    files.clear_session_refs(_static._KEEPER)
    files.remove_orphaned_files()
    assert stored(files, address) is None
    assert _static.script_address(SCRIPT) == address
    assert stored(files, address) == SCRIPT.content
