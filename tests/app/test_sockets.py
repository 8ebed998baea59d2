"""What a new connection is given: one full run before any fragment's, and the map first."""

import asyncio
import re

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages._sockets import FullRunFirst, MapFirst
from tests.repository import ROOT

FULL, FRAGMENT = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY


def click(fragment: str = "board") -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = "nation=RU"
    message.rerun_script.fragment_id = fragment
    return message.SerializeToString()


def ended(how: "ForwardMsg.ScriptFinishedStatus") -> bytes:
    message = ForwardMsg()
    message.script_finished = how
    return message.SerializeToString()


def received(*talk: bytes | Message) -> list[Message]:
    """Return what Streamlit hears of a talk: messages of the browser, and its own, as bytes."""
    found: list[Message] = []
    talks = list(talk)

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        del scope
        for one in talk:
            if isinstance(one, dict):
                found.append(await receive())
            else:
                await send({"type": "websocket.send", "bytes": one})

    async def receive() -> Message:
        while not isinstance(talks[0], dict):
            talks.pop(0)
        message = talks.pop(0)
        assert isinstance(message, dict)
        return message

    async def send(message: Message) -> None:
        assert message["bytes"] in talk

    asyncio.run(FullRunFirst(streamlit)({"type": "websocket"}, receive, send))
    return found


def said(data: bytes) -> Message:
    return {"type": "websocket.receive", "bytes": data}


def fragments(*talk: bytes | Message) -> list[str]:
    """Return the fragments that Streamlit is asked to run."""
    asked = []
    for message in received(*talk):
        back = BackMsg()
        back.ParseFromString(message["bytes"])
        assert back.rerun_script.query_string == "nation=RU"
        asked.append(back.rerun_script.fragment_id)
    return asked


def test_the_first_click_in_a_session_that_the_server_does_not_know_runs_the_page() -> None:
    assert fragments(said(click())) == [""]


def test_clicks_run_the_page_until_a_run_of_it_has_ended() -> None:
    talk = (said(click()), ended(FRAGMENT), said(click()), ended(FULL), said(click()))
    assert fragments(*talk) == ["", "", "board"]


def test_a_run_that_was_cut_short_does_not_count() -> None:
    early = ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN)
    assert fragments(said(click()), early, said(click())) == ["", ""]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xff\xff", BackMsg(stop_script=True).SerializeToString()]
)
def test_other_messages_pass_as_they_are(data: bytes) -> None:
    assert received(said(data)) == [said(data)]


def test_the_page_asks_in_streamlits_own_words_whether_the_server_is_there() -> None:
    script = (ROOT / "pages/web/connection.js").read_text(encoding="utf-8")
    (listed,) = re.findall(r"BEAT = new Uint8Array\(\[(.*)\]\)", script)
    sent = bytes(int(one, 16) for one in listed.split(", "))
    message = BackMsg()
    message.ParseFromString(sent)
    assert message.WhichOneof("type") == "app_heartbeat"
    assert message.app_heartbeat


def brought(component: str) -> bytes:
    """Return what brings a component to the page."""
    message = ForwardMsg()
    message.delta.new_element.component_instance.component_name = component
    return message.SerializeToString()


def navigation(page: str) -> bytes:
    """Return what brings the navigation, on a page."""
    message = ForwardMsg()
    message.navigation.page_script_hash = page
    for name in ("atlas", "about"):
        message.navigation.app_pages.add(page_script_hash=name, is_default=name == "atlas")
    return message.SerializeToString()


MAP = brought("streamlit_folium.st_folium")
TALK = [ended(FRAGMENT), brought("another.component"), MAP, ended(FULL), MAP, ended(FULL)]


async def _arrived(
    protocols: str, path: str, query: bytes, talk: list[bytes]
) -> tuple[list[bytes], list[bytes]]:
    """Return what has come of a talk while the map is drawn, and once the page asks how it is."""
    came: list[bytes] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        del receive
        for one in talk if scope["type"] == "websocket" else []:
            await send({"type": "websocket.send", "bytes": one})

    async def receive() -> Message:
        return {}

    async def send(message: Message) -> None:
        came.append(message["bytes"])

    app = MapFirst(streamlit)
    socket = [(b"sec-websocket-protocol", protocols.encode())]
    talking = asyncio.create_task(app({"type": "websocket", "headers": socket}, receive, send))
    await asyncio.sleep(0.05)
    held = list(came)
    await app({"type": "http", "path": path, "query_string": query}, receive, send)
    await asyncio.sleep(0.05)
    told = list(came)
    talking.cancel()
    await asyncio.gather(talking, return_exceptions=True)
    assert not app._waiting, "a reader who leaves leaves nothing behind"
    return held, told


def arrived(
    protocols: str = "streamlit, token",
    path: str = "/below/_stcore/health",
    query: bytes = b"drawn",
    talk: list[bytes] = TALK,
) -> tuple[list[bytes], list[bytes]]:
    return asyncio.run(_arrived(protocols, path, query, talk))


def test_what_follows_a_new_readers_map_waits_until_the_map_is_drawn() -> None:
    assert arrived() == (TALK[:3], TALK)


def test_who_comes_back_to_a_session_waits_for_no_map() -> None:
    assert arrived(protocols="streamlit, token, session") == (TALK, TALK)


def test_another_question_says_nothing_of_the_map() -> None:
    assert arrived(query=b"") == (TALK[:3], TALK[:3])
    assert arrived(path="/_stcore/host-config") == (TALK[:3], TALK[:3])


def test_where_no_map_is_drawn_the_rest_of_the_page_comes_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pages._sockets._LONGEST_PAUSE_S", 0.01)
    assert arrived(query=b"") == (TALK, TALK)


def test_the_navigation_of_the_maps_page_comes_once_the_map_is_drawn() -> None:
    home, rest = navigation("atlas"), brought("another.component")
    talk = [home, rest, MAP, rest, ended(FULL)]
    assert arrived(talk=talk) == ([rest, MAP], [rest, MAP, home, rest, ended(FULL)])
    assert arrived(protocols="streamlit, token, session", talk=talk) == (talk, talk)


def test_where_there_is_no_map_the_navigation_comes_by_the_end_of_the_run() -> None:
    home, about, rest = navigation("atlas"), navigation("about"), brought("another.component")
    talk = [home, rest, ended(FULL)]
    assert arrived(talk=talk)[0] == [rest, home, ended(FULL)]
    talk = [about, rest, ended(FULL)]
    assert arrived(talk=talk)[0] == talk
