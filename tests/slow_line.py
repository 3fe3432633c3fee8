"""A line to a server on this machine, as slow as one wants: whatever passes takes its time."""

import asyncio
import contextlib
import threading
import time


class SlowLine:
    """A proxy on loopback. port: of the server behind it. address: its own. round_trip: seconds
    that a question and its answer take on the way; it can be changed at any time.
    """

    def __init__(self, port):
        self.behind, self.round_trip = port, 0.0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait()
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._server = self._loop.run_until_complete(
            asyncio.start_server(self._meet, "127.0.0.1", 0)
        )
        self._ready.set()
        self._loop.run_forever()

    async def _meet(self, reader, writer):
        there, out = await asyncio.open_connection("127.0.0.1", self.behind)
        with contextlib.suppress(asyncio.CancelledError):  # asyncio would report it
            await asyncio.gather(self._pass(reader, out), self._pass(there, writer))

    async def _pass(self, reader, writer):
        """Hands on what comes, in its order, each piece half a round trip late."""
        pieces = asyncio.Queue()
        sending = asyncio.create_task(self._send(pieces, writer))
        with contextlib.suppress(ConnectionError):
            while piece := await reader.read(65536):
                await pieces.put((time.monotonic(), piece))
        await pieces.put((time.monotonic(), b""))
        await sending

    async def _send(self, pieces, writer):
        with contextlib.suppress(ConnectionError):
            while True:
                came, piece = await pieces.get()
                if not piece:
                    break
                while (left := came + self.round_trip / 2 - time.monotonic()) > 0:
                    await asyncio.sleep(min(left, 0.05))  # the line may have become quicker
                writer.write(piece)
                await writer.drain()
        writer.close()

    def close(self):
        """Ends it, and every connection."""
        self._loop.call_soon_threadsafe(self._cancel)
        self._thread.join(5)

    def _cancel(self):
        self._server.close()  # whoever asks from now on is refused, and does not wait for ever
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.call_later(0.2, self._loop.stop)


@contextlib.contextmanager
def slow_line(port):
    """A SlowLine to a server."""
    line = SlowLine(port)
    try:
        yield line
    finally:
        line.close()
