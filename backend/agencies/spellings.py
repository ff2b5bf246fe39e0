"""How sources spell an agency's name."""

FULL, SHORT = "Ủy ban nhân dân ", "UBND "
PROVINCE_ENDINGS = ("Quảng Ninh", "tỉnh Quảng Ninh")


def aliases_of(name: str, kind: str) -> list[str]:
    """Other spellings that sources use: UBND for Ủy ban nhân dân, a sở with its province."""
    spelled = [name.replace(FULL, SHORT, 1)] if name.startswith(FULL) else []
    if kind == "so":
        spelled += [f"{name} {ending}" for ending in PROVINCE_ENDINGS]
    return spelled
