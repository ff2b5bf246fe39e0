"""The scanner hook: ClamAV's clamd by its INSTREAM command, where CLAMD_ADDRESS names one."""

import socket
import struct
from typing import Any

from django.conf import settings

from core.problems import Problem

_CHUNK = 64 * 1024
_PATIENCE_S = 60


def found_in(stream: Any) -> str:
    """What the scanner found in the file, empty when nothing or when there is no scanner.

    Raises Problem 503 evidence.scanner_unreachable: an unscanned file is not taken.
    """
    address = settings.CLAMD_ADDRESS
    if not address:
        return ""
    stream.seek(0)
    try:
        with _connected(address) as clamd:
            clamd.sendall(b"zINSTREAM\0")
            while chunk := stream.read(_CHUNK):
                clamd.sendall(struct.pack(">I", len(chunk)) + chunk)
            clamd.sendall(struct.pack(">I", 0))
            said = _answer(clamd)
    except (OSError, ValueError) as error:
        raise Problem(503, "evidence.scanner_unreachable") from error
    if said.endswith("FOUND"):
        return said.removeprefix("stream:").removesuffix("FOUND").strip()
    if said != "stream: OK":
        raise Problem(503, "evidence.scanner_unreachable", detail=said[:200])
    return ""


def _connected(address: str) -> socket.socket:
    """A connection to tcp://host:3310, host:3310 or unix:/path."""
    if address.startswith("unix:"):
        clamd = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        clamd.settimeout(_PATIENCE_S)
        try:
            clamd.connect(address.removeprefix("unix:").replace("//", "/"))
        except OSError:
            clamd.close()
            raise
        return clamd
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    return socket.create_connection((host, int(port)), timeout=_PATIENCE_S)


def _answer(clamd: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < 4096:
        more = clamd.recv(1024)
        if not more:
            break
        said += more
    return said.rstrip(b"\0\n").decode("utf-8", "replace").strip()
