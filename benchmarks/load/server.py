"""A real Streamlit server in a process of its own, on a free port of this computer."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).parents[2]
_START_SECONDS = 60.0
_STOP_SECONDS = 10.0


class AppServer:
    """`streamlit run` with a data folder of its own; `kill` and `restart` keep port and data."""

    def __init__(self, data: Path, log: Path, script: Path = PROJECT / "app.py") -> None:
        self.data = data
        self.url = f"http://127.0.0.1:{_free_port()}"
        self._script = script
        self._log = log
        self.process = self._start()

    @property
    def log(self) -> str:
        """What the server has written so far, all its lives together."""
        return self._log.read_text(errors="replace")

    @property
    def megabytes(self) -> float:
        """The memory that the server holds now; nothing where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text("utf-8").splitlines() if status.exists() else []
        held = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
        return int(next(held, "0")) / 1024

    def stop(self) -> None:
        """End the server as Ctrl-C would."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End the server as a power cut would: SIGKILL, nothing is tidied up."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        """Start again on the same port and data; the old process is killed if it still runs."""
        self.kill()
        self.process = self._start()

    def _end(self, how: signal.Signals) -> None:
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", "streamlit", "run", self._script, *self._options()],
                cwd=PROJECT,
                env=_environment(self.data),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self._wait_until_healthy(process)
        except BaseException:
            process.kill()
            process.wait()
            raise
        return process

    def _options(self) -> list[str]:
        options = {
            "server.address": "127.0.0.1",
            "server.port": self.url.rpartition(":")[2],
            "server.headless": "true",
            "server.fileWatcherType": "none",
        }
        return [part for name, value in options.items() for part in (f"--{name}", value)]

    def _wait_until_healthy(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.05)
        msg = f"{self._script.name} did not start (exit status {process.poll()}):\n{self.log}"
        raise RuntimeError(msg)


def _environment(data: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    return ours | {"RIGHT_PARTY_DATA": str(data)}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port
