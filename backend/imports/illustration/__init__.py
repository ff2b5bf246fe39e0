"""Demonstration records of the other agencies; every one is marked an illustration."""

from imports.illustration.province import load
from imports.illustration.scribe import SOURCE

__all__ = ["SOURCE", "load"]
