"""Invented agencies in any number, to see how the system bears ten or fifty provinces."""

from imports.generation.agencies import generate

__all__ = ["generate"]
