"""Start the app for a test or a measurement, and stop it again."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PATIENCE_S = 180.0


@dataclass(frozen=True)
class Server:
    """A running app: where it answers, and its process."""

    url: str
    pid: int


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(
    folder: Path = ROOT,
    *,
    script: str = "dashboard.py",
    python: str = sys.executable,
    port: int = 0,
    prefix: Sequence[str] = (),
    extra: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """Run an app from its folder until the block ends, on a free port where none is given.

    Parameters
    ----------
    prefix
        A command that runs the server's, say under a limit.
    extra
        Variables of the server's environment.

    Raises
    ------
    RuntimeError
        It does not answer within three minutes; the message holds the end of its log.
    """
    port = port or free_port()
    command = [*prefix, python, "-m", "streamlit", "run", script, "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.address", "127.0.0.1"]
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    surroundings |= extra or {}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(  # noqa: S603  our own command
            command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=surroundings
        )
        try:
            url = f"http://127.0.0.1:{port}"
            if not _answers(f"{url}/_stcore/health", process):
                log.seek(0)
                end = log.read().decode(errors="replace")[-2000:]
                raise RuntimeError(f"The app did not start in {folder}:\n{end}")
            yield Server(url, process.pid)
        finally:
            process.terminate()
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310  this machine
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False
