"""Children of the launcher: started in their own group, watched, and never left behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from deploy.local.environment import ROOT, Stop

PATIENCE = 10  # seconds between asking a child to end and ending it
_LIBC = ctypes.CDLL(None)  # loaded here, because a forked child must not load anything

_children: list[subprocess.Popen] = []
_lock = threading.RLock()
_ending = False


def governed(command: Callable[[], int]) -> int:
    """Run a command so that a signal or an error ends every child; return its exit status."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        return command()
    except Stop as reason:
        end_all()
        print(f"\n{reason}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        end_all()


def _interrupt(number: int, _frame: object) -> None:
    """Raise once; a second Ctrl-C must not cut the cleaning up short."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    threading.Thread(target=end_all, daemon=True).start()  # threads may be waiting for a child
    raise KeyboardInterrupt


def _die_with_parent() -> None:
    """Ask the kernel to end this child if the launcher is killed without a chance to clean up."""
    if sys.platform == "linux":
        _LIBC.prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def start(
    command: Sequence[object],
    *,
    cwd: Path = ROOT,
    env: dict[str, str] | None = None,
    log: Path | None = None,
) -> subprocess.Popen:
    """Return the running child; its words go to the log, else to the terminal."""
    with _lock:
        if _ending:
            raise KeyboardInterrupt
        output = open(log, "ab") if log else None
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            start_new_session=True,  # Ctrl-C reaches the launcher only, which ends them in order
            preexec_fn=_die_with_parent,
        )
        if output:
            output.close()
        _children.append(child)
    return child


def run(command: Sequence[object], **options: object) -> int:
    """Return the exit status of a child that was waited for."""
    child = start(command, **options)  # type: ignore[arg-type]
    try:
        return child.wait()
    finally:
        _forget(child)


def quietly(command: Sequence[object], what: str, log: Path, **options: object) -> None:
    """Run a child whose words matter only when it fails; then show their end and stop."""
    log.unlink(missing_ok=True)
    if run(command, log=log, **options) != 0:
        print(tail(log), file=sys.stderr)
        raise Stop(f"{what} failed; the whole output is in {log}.")


def tail(log: Path, n_lines: int = 30) -> str:
    """Return the last lines of a log."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-n_lines:])


def end(child: subprocess.Popen) -> None:
    """End a child with everything it started."""
    _signal_group(child, signal.SIGTERM)
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        pass
    _signal_group(child, signal.SIGKILL)
    child.wait()
    _forget(child)


def end_all() -> None:
    """End every child; nothing new can start afterwards."""
    global _ending
    with _lock:
        _ending = True
        children = list(_children)
    for child in children:
        _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and any(child.poll() is None for child in children):
        time.sleep(0.05)
    for child in children:
        _signal_group(child, signal.SIGKILL)
        child.wait()


def _signal_group(child: subprocess.Popen, number: int) -> None:
    """Send the signal to the whole group of the child, as long as any of it is alive."""
    try:
        os.killpg(child.pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def _forget(child: subprocess.Popen) -> None:
    with _lock:
        if child in _children and child.poll() is not None:
            _children.remove(child)
