"""`python -m bench._readers URL`: twenty other readers of an app, without browsers.

Each opens the websocket that a browser opens, asks for the page, and then every five seconds
presses a feature; every fifth time it has the whole page run, as after a choice in the filter. It
says `ready` when all have their page. When its input ends, it prints how many milliseconds each
answer took, as JSON.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import Sequence

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from geo.catalogue.features import load_catalogue

COUNT = 20
EVERY_S = 5.0
_WHOLE = 5
_PRESSES = "-presses"


class Reader:
    """One session of the app."""

    def __init__(self, url: str, number: int, features: Sequence[str]) -> None:
        self.url = url
        self.features = features
        self.chance = random.Random(number)  # noqa: S311  which feature is pressed
        self.times_ms: list[float] = []
        self.kept: set[str] = set()
        self.presses = self.fragment = self.page = self.query = ""

    async def read(self, start: asyncio.Barrier, end: asyncio.Event) -> None:
        """Open the app, wait for the others, and use it until the end."""
        address = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        protocol = Subprotocol("streamlit")
        async with connect(address, subprotocols=[protocol], max_size=None) as socket:
            await self._run(socket, BackMsg(), "")
            await start.wait()
            pause, turn = self.chance.uniform(0, EVERY_S), 0
            while not await _happens(end, pause):
                turn += 1
                began = time.perf_counter()
                await self._run(socket, *self._wish(turn))
                taken = time.perf_counter() - began
                self.times_ms.append(1000 * taken)
                pause = max(0.0, EVERY_S - taken)

    def _wish(self, turn: int) -> tuple[BackMsg, str]:
        """Return what a browser sends for a press, or for something that the whole page follows."""
        message = BackMsg()
        if turn % _WHOLE == 0:
            return message, ""
        feature = self.chance.choice(self.features)
        press = {"feature": feature, "variant": "", "passage": "", "n": int(1000 * time.time())}
        message.rerun_script.widget_states.widgets.append(
            WidgetState(
                id=f"$$STREAMLIT_INTERNAL_KEY_{self.presses}__events",
                json_trigger_value=json.dumps([{"event": "press", "value": press}]),
            )
        )
        return message, self.fragment

    async def _run(self, socket: ClientConnection, message: BackMsg, fragment: str) -> None:
        """Ask for a run, and take all that comes until it ends."""
        wish = message.rerun_script
        wish.query_string, wish.page_script_hash, wish.fragment_id = self.query, self.page, fragment
        wish.cached_message_hashes.extend(self.kept)
        wish.context_info.url = f"{self.url}/"
        wish.context_info.color_scheme = "light"
        await socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            data = await socket.recv(decode=False)
            answer.ParseFromString(data)
            self._take(answer)
            if answer.WhichOneof("type") == "script_finished":
                return

    def _take(self, answer: ForwardMsg) -> None:
        """Note what a browser has to know for its next message."""
        if answer.metadata.cacheable:
            self.kept.add(answer.hash)
        if answer.WhichOneof("type") == "page_info_changed":
            self.query = answer.page_info_changed.query_string
        self.page = answer.metadata.active_script_hash or self.page
        component = answer.delta.new_element.bidi_component
        if component.id.endswith(_PRESSES):
            self.presses, self.fragment = component.id, answer.delta.fragment_id


async def _happens(event: asyncio.Event, within_s: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), within_s)
    except TimeoutError:
        return False
    return True


async def main(url: str) -> None:
    """Read the app with all sessions until the input ends."""
    features = sorted(load_catalogue().features)
    start, end = asyncio.Barrier(COUNT + 1), asyncio.Event()
    readers = [Reader(url, number, features) for number in range(COUNT)]
    async with asyncio.TaskGroup() as group:
        for reader in readers:
            group.create_task(reader.read(start, end))
        await start.wait()
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.read)
        end.set()
    print(json.dumps([ms for reader in readers for ms in reader.times_ms]))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
