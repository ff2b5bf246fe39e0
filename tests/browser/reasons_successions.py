"""Reorganisations told in the form against every rule, and previewed with what is unusual."""

from typing import NamedTuple

from tests.browser.hands import NOW
from tests.browser.reasons_forms import LONG_AGO, SOON

TODAY = f"{NOW:%d/%m/%Y}"
PAPER = "15/NQ-HĐND ngày 20/11/2026"
MERGE, SPLIT, END = "Sáp nhập", "Chia, tách", "Giải thể"
AN_SINH = "Ủy ban nhân dân phường An Sinh"
CAO_XANH = "Ủy ban nhân dân phường Cao Xanh"
# An unfinished rollout that no other journey finishes.
PHONG_COC = "Ủy ban nhân dân phường Phong Cốc"
HOME_AFFAIRS, EARLIER = "Sở Nội vụ", "Sở Nội vụ (đến 28/02/2025)"
ABROAD = "Sở Ngoại vụ"
LABOUR = "Sở Lao động - Thương binh và Xã hội (đến 28/02/2025)"
ETHNIC, COMMITTEE = "Sở Dân tộc và Tôn giáo", "Ban Dân tộc tỉnh (đến 28/02/2025)"


class Told(NamedTuple):
    """What the coordinator tells of a reorganisation, and the codes that it must meet."""

    kind: str
    before: list[str]
    after: list[str]
    day: str
    codes: set[str]
    decision: str = ""
    act: str = "agency.succeed"


# Refused: every reason at once, the day among them.
REFUSED = [
    Told(
        MERGE,
        [EARLIER],
        [],
        SOON,
        {"day.in_future", "succession.predecessor_ended", "succession.successor_missing"},
    ),
    Told(
        SPLIT,
        [HOME_AFFAIRS],
        [ABROAD],
        LONG_AGO,
        {"succession.predecessor_not_yet", "succession.takes_missing"},
    ),
    Told(
        END,
        [ABROAD],
        [ABROAD],
        SOON,
        {"day.in_future", "succession.dissolved_has_none", "succession.of_itself"},
    ),
    Told(END, [ABROAD], [], SOON, {"day.in_future", "succession.decision_missing"}),
    Told(MERGE, [ETHNIC], [COMMITTEE], TODAY, {"succession.circle", "agency.ended"}),
    Told(MERGE, [ABROAD], [HOME_AFFAIRS], LONG_AGO, {"agency.not_yet"}),
    Told(MERGE, [LABOUR], [HOME_AFFAIRS], "01/03/2025", {"succession.known"}),
]
# Previewed: what is to be known before it is recorded; nothing is.
PREVIEWED = [
    Told(
        MERGE,
        ["Ủy ban nhân dân phường Hiệp Hòa", "Ủy ban nhân dân phường Móng Cái 2"],
        [CAO_XANH],
        TODAY,
        {"succession.two_rollouts", "succession.findings_transferred"},
        PAPER,
    ),
    Told(
        END,
        ["Thanh tra tỉnh", ABROAD],
        [],
        TODAY,
        {"succession.left_behind", "succession.certifier_to_be_told"},
        PAPER,
    ),
]
# Refused when it is recorded, because somebody else handed the second on in the meantime.
MEANWHILE = Told(
    SPLIT, [AN_SINH, PHONG_COC], [CAO_XANH], TODAY, {"succession.takes_elsewhere"}, PAPER
)
