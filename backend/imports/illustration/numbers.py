"""Official numbers of illustrations: valid, one for each issuer and year, rising with the day."""

from datetime import date
from random import Random

from imports.illustration.words import base

# How an agency writes itself in the symbol of its documents, where not as its code.
SYMBOLS = {
    "SKHDT": "SKHĐT",
    "SNNPTNT": "SNN&PTNT",
    "SLDTBXH": "SLĐTBXH",
    "SGDDT": "SGDĐT",
    "VPUB": "VP.UBND",
}
# About how many documents an issuer numbers on a day.
PROVINCE, A_DAY, AN_AGENCY_A_DAY = "UBND-TINH", 11, 3
# Numbers that real documents of the province bear, and the one of the letter of 2009.
TAKEN = {(PROVINCE, 2008, 1985), (PROVINCE, 2009, 3370), (PROVINCE, 2009, 3512)}


class Numbers:
    """Gives each document of an issuer and year a number of its own."""

    def __init__(self, random: Random):
        self._random = random
        self._used = set(TAKEN)

    def of(self, code: str, kind: str, day: date) -> str:
        """The number of an agency's document of a kind on a day: 112/QĐ-UBND, 04/KH-STP."""
        return f"{self._next(code, day):02d}/{kind}-{symbol(code)}"

    def letter(self, unit: str, day: date) -> str:
        """The number of a letter of the province, drafted by a unit: 3370/UBND-MT."""
        return f"{self._next(PROVINCE, day):02d}/UBND-{unit}"

    def certificate(self, symbol: str, day: date) -> str:
        """The number of a certificate: 128/2010/GCN-QUACERT."""
        return f"{self._next(symbol, day):02d}/{day.year}/GCN-{symbol}"

    def _next(self, issuer: str, day: date) -> int:
        pace = A_DAY if issuer == PROVINCE else AN_AGENCY_A_DAY
        number = day.timetuple().tm_yday * pace - self._random.randrange(pace)
        while (issuer, day.year, number) in self._used:
            number += 1
        self._used.add((issuer, day.year, number))
        return number


def symbol(code: str) -> str:
    """How an agency is written in numbers: UBND, STP, SKHĐT."""
    if code.startswith(("HUYEN-", "XA-")) or code == PROVINCE:
        return "UBND"
    return SYMBOLS.get(base(code), base(code))
