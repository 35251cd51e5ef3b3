"""A real Chromium, headless, driven over a pipe by its own protocol: no port, no driver, no network."""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",  # it is root in a container, and the only page is ours
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)
PATIENCE = 60.0
"""Seconds that an answer may take on a busy machine."""
Message = dict[str, Any]


def find() -> str | None:
    """Find the browser; none where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Tab:
    """One tab, with everything that it said and asked the network for."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._rest, self._number, self._session = b"", 0, ""
        self.events: list[Message] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def _read(self) -> Message:
        while b"\0" not in self._rest:
            if not select([self._answers], [], [], PATIENCE)[0]:
                raise TimeoutError(f"the browser said nothing for {PATIENCE:.0f} s")
            more = os.read(self._answers, 1 << 20)
            if not more:
                raise EOFError("the browser ended")
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        message: Message = json.loads(line)
        return message

    def send(self, method: str, **params: Any) -> Message:
        """Send a command and wait for its answer; `RuntimeError` says what the browser holds against it."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        os.write(self._commands, json.dumps(message | ({"sessionId": self._session} if self._session else {})).encode() + b"\0")
        while (answer := self._read()).get("id") != self._number:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: Message = answer["result"]
        return result

    def open(self, page: Path, fragment: str = "") -> None:
        """Load a page from its file and wait until it is laid out; what was said before is forgotten."""
        self._load("about:blank")  # or a change of the fragment alone would load nothing
        self.events.clear()
        self._load(page.resolve().as_uri() + fragment)
        self.settle()

    def _load(self, address: str) -> None:
        known = len(self.events)
        self.send("Page.navigate", url=address)
        deadline = time.monotonic() + PATIENCE
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events[known:]):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{address} was not loaded within {PATIENCE:.0f} s")
            self.events.append(self._read())

    def settle(self) -> None:
        """Wait until what was set off is done and painted."""
        self.run("new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 0))")

    def run(self, script: str) -> Any:
        """Evaluate an expression, a promise to its end; `RuntimeError` where it throws."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description", script))
        return answer["result"].get("value")

    def press(self, key: str, *, code: int, text: str = "") -> None:
        """Press and let go of a key, named as in the DOM, with its Windows key code."""
        for kind in ("keyDown", "keyUp"):
            shown = {"text": text} if text and kind == "keyDown" else {}
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **shown)
        self.settle()

    def resize(self, width: int, height: int, *, dark: bool = False, scale: float = 1.0) -> None:
        """Set the viewport, in CSS pixels, and the colour scheme that the reader prefers."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.settle()

    def screenshot(self) -> bytes:
        """Take a picture of the viewport, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        """Print the page."""
        return base64.b64decode(self.send("Page.printToPDF", preferCSSPageSize=True)["data"])

    def complaints(self) -> list[str]:
        """List what the console holds: messages, exceptions, violations of the policy."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [json.dumps(event["params"]) for event in self.events if event.get("method") in kinds]

    def requests(self) -> list[str]:
        """List the addresses that were asked for; the page itself and data in it are not of the network."""
        sent = [event["params"]["request"]["url"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith(("file:", "data:", "about:"))]


@contextmanager
def browse(program: str) -> Iterator[Tab]:
    """Start the browser with an empty profile, give a tab of it, and end it."""
    (theirs_in, commands), (answers, theirs_out) = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(prefix="claimcheck-browser-", ignore_cleanup_errors=True) as profile:
        nowhere = os.open(os.devnull, os.O_RDWR)
        above = [os.dup(end) for end in (theirs_in, theirs_out)]
        actions = [(os.POSIX_SPAWN_DUP2, nowhere, to) for to in (0, 1, 2)]
        actions += [(os.POSIX_SPAWN_DUP2, end, to) for end, to in zip(above, (3, 4), strict=True)]
        argv = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        running = os.posix_spawn(program, argv, dict(os.environ), file_actions=actions, setsid=True)
        for end in (theirs_in, theirs_out, nowhere, *above):
            os.close(end)
        try:
            yield Tab(commands, answers)
        finally:
            os.killpg(running, signal.SIGKILL)
            os.waitpid(running, 0)
            os.close(commands)
            os.close(answers)
