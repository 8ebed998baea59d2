"""A TCP proxy between browser and server that can be cut, drop data, and be restored."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

_HOST = "127.0.0.1"
_ASLEEP = b"<html><title>Zzzz</title><body>This app has gone to sleep.</body></html>"


class Wire:
    """One connection through the proxy: two sockets, and whether bytes may pass."""

    def __init__(self, *ends: asyncio.StreamWriter) -> None:
        self.ends = ends
        self.flows = asyncio.Event()
        self.is_forgotten = False
        self.head = b""

    def drop(self) -> None:
        """End it at both sides, with what it was to carry."""
        self.flows.set()
        for end in self.ends:
            end.transport.abort()


class Proxy:
    """A TCP proxy to a server; initially it forwards everything."""

    def __init__(self, url: str) -> None:
        self.target = urlsplit(url).port
        self.wires: set[Wire] = set()
        self.accepts = True
        self.answer = b""
        self.flows = True
        self.loop = asyncio.new_event_loop()
        self.port = 0

    @property
    def url(self) -> str:
        """The URL of the server through this proxy."""
        return f"http://{_HOST}:{self.port}"

    def cut(self) -> None:
        """End every connection, and refuse new ones."""
        self._do(self._set(accepts=False, drop=True))

    def drop_data(self) -> None:
        """Pass nothing on and answer nothing, with every socket left open: a black hole."""
        self._do(self._set(flows=False))

    def forget(self) -> None:
        """Drop all data on the current sockets from now on; new ones work.

        So it is for a computer that has changed its network, or slept too long for a router. Of
        other connections none is left then: a server ends them after some seconds.
        """
        self._do(self._forget())

    def sleep(self, status: str = "200 OK") -> None:
        """End every connection, and answer each request with a page of the host."""
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nConnection: close\r\n"
        length = f"Content-Length: {len(_ASLEEP)}\r\n\r\n"
        self._do(self._set(answer=f"{head}{length}".encode() + _ASLEEP, drop=True))

    def restore(self) -> None:
        """Pass everything on again, and what was swallowed too, as TCP does."""
        self._do(self._set())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self.loop).result()

    async def _set(
        self, *, accepts: bool = True, answer: bytes = b"", flows: bool = True, drop: bool = False
    ) -> None:
        self.accepts, self.answer, self.flows = accepts, answer, flows
        for wire in list(self.wires):
            if drop:
                wire.drop()
            elif flows and not wire.is_forgotten:
                wire.flows.set()
            else:
                wire.flows.clear()

    async def _forget(self) -> None:
        for wire in self.wires:
            if b"websocket" in wire.head.lower():
                wire.is_forgotten = True
                wire.flows.clear()
            else:
                wire.drop()

    async def serve(self, ready: threading.Event) -> None:
        """Wait for connections until cancelled, then end them all."""
        server = await asyncio.start_server(self._connected, _HOST, 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        try:
            await server.serve_forever()
        finally:
            await self._set(drop=True)
            await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.accepts:
            writer.transport.abort()
            return
        wire = Wire(writer)
        self.wires.add(wire)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            if self.answer:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(self.answer)
                await writer.drain()
                writer.close()
                await writer.wait_closed()
            else:
                await self._carry(wire, reader)
        wire.drop()
        self.wires.discard(wire)

    async def _carry(self, wire: Wire, reader: asyncio.StreamReader) -> None:
        """Forward bytes both ways between browser and server until either closes."""
        there, back = await asyncio.open_connection(_HOST, self.target)
        browser, wire.ends = wire.ends[0], (*wire.ends, back)
        if self.flows:
            wire.flows.set()
        await asyncio.gather(_pass(reader, back, wire), _pass(there, browser, wire))


async def _pass(source: asyncio.StreamReader, target: asyncio.StreamWriter, wire: Wire) -> None:
    """Pass bytes on while the wire lets them, and the end of them too."""
    with suppress(ConnectionError):
        while data := await source.read(1 << 16):
            wire.head = wire.head or data
            await wire.flows.wait()
            target.write(data)
            await target.drain()
    await wire.flows.wait()
    wire.drop()


@contextmanager
def proxy_to(url: str) -> Iterator[Proxy]:
    """Open a proxy to a server in a thread until the block ends."""
    proxy, ready = Proxy(url), threading.Event()
    serving = proxy.loop.create_task(proxy.serve(ready))

    def run() -> None:
        with suppress(asyncio.CancelledError):
            proxy.loop.run_until_complete(serving)
        proxy.loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield proxy
    finally:
        proxy.loop.call_soon_threadsafe(serving.cancel)
        thread.join()
