"""How far a run has come, on stderr, and what Ctrl-C does to it."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from claimcheck.cli import console
from claimcheck.model.problem import Problem
from claimcheck.model.watch import Phase

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

Item = TypeVar("Item")
SOON = 1.0
"""Seconds before which a terminal shows nothing: most runs are over."""
EVERY = 5.0
"""Seconds between two lines where stderr is no terminal."""


class Progress:
    """Watches a run: shows how far it is, and with `keep` lets the first Ctrl-C end it in good order.

    What was read by then is still compared; a second Ctrl-C ends the program at once.
    """

    def __init__(self, *, quiet: bool, keep: bool) -> None:
        self._quiet = quiet
        self._keep = keep
        self._undo = ExitStack()
        self._bar: Bar | None = None
        self._started = self._told = 0.0
        self._counts: dict[Phase, tuple[int, int]] = {}
        self.interrupted = False

    def __enter__(self) -> Self:
        self._started = self._told = time.monotonic()
        ours = threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._keep and ours:
            self._undo.callback(signal.signal, signal.SIGINT, signal.signal(signal.SIGINT, self._stop))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._undo.close()

    def __call__(self, phase: Phase, items: Sequence[Item]) -> Iterator[Item]:
        """Hand the items on until Ctrl-C; stories are few and are always finished."""
        task = None
        self._counts[phase] = 0, len(items)
        for done, item in enumerate(items):
            self._counts[phase] = done, len(items)
            if self.interrupted and phase != "stories":
                return
            task = self._show(phase, done, len(items), task)
            yield item
        self._counts[phase] = len(items), len(items)
        if self._bar is not None and task is not None:
            self._bar.update(task, completed=len(items))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Say what was left undone; nothing of a run that nobody stopped."""
        if not self.interrupted:
            return ()
        done = [f"{n} of {total} {phase}" for phase, (n, total) in self._counts.items() if phase != "stories"]
        what = f"stopped by Ctrl-C after {', '.join(done) or 'nothing'}; run it again for the rest"
        return (Problem("interrupted", "claimcheck", what),)

    def _stop(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the shape of a signal handler
        self.interrupted = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        console.say("interrupted: what was read is compared and written; press Ctrl-C again to stop at once")

    def _show(self, phase: Phase, done: int, total: int, task: TaskID | None) -> TaskID | None:
        now = time.monotonic()
        if self._quiet or sys.stderr is None:
            return None
        if sys.stderr.isatty():
            return self._draw(phase, done, total, task) if now - self._started >= SOON else None
        if now - self._told >= EVERY:
            self._told = now
            console.say(f"{phase}: {done} of {total}")
        return None

    def _draw(self, phase: Phase, done: int, total: int, task: TaskID | None) -> TaskID:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = self._undo.enter_context(Bar(console=Console(stderr=True), transient=True))
        if task is None:
            return self._bar.add_task(phase, total=total, completed=done)
        self._bar.update(task, completed=done)
        return task
