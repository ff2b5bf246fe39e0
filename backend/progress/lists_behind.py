"""The list behind every number of the board."""

from datetime import date
from typing import Any
from urllib.parse import urlencode


def lists_behind(figures: dict[str, Any], day: date) -> dict[str, str]:
    """JSON pointer of every number → the list whose `count` equals it, under the same day."""

    def address(path: str, **params: str) -> str:
        return f"/api/v1/{path}?{urlencode({**params, 'as_of': day.isoformat()})}"

    agencies = "progress/agencies"
    behind = {
        "/agencies/in_scope": address(agencies),
        "/agencies/outside_scope": address(agencies, in_scope="false", with_rollout="true"),
        "/agencies/no_data": address(agencies, flag="no_data"),
        "/overdue/findings": address("findings", state="overdue"),
        "/overdue/tasks": address("tasks", state="overdue", in_scope="true"),
        "/fresh_90_days": address(agencies, fresh="true"),
        "/documents/planned": address("documents"),
        "/documents/in_force": address("documents", state="in_force"),
        "/documents/agencies_without_list": address(agencies, has_list="false"),
        "/proofs/certificates_in_force": address("certificates", in_force="true"),
        "/proofs/declarations_in_force": address("declarations", in_force="true"),
        "/proofs/agencies_with_proof": address(agencies, stage="certified") + "&stage=declared",
        "/proofs/expiring_90_days": address(agencies, expiring="true"),
    }
    for kind in figures["agencies"]["by_kind"]:
        behind[f"/agencies/by_kind/{kind}"] = address(agencies, kind=kind)
    for index, row in enumerate(figures["by_stage"]):
        behind[f"/by_stage/{index}/count"] = address(agencies, stage=row["stage"])
        for state in row.get("maintained", {}):
            behind[f"/by_stage/{index}/maintained/{state}"] = address(
                agencies, stage=row["stage"], maintained=state
            )
    for index, row in enumerate(figures["by_kind_stage"]):
        behind[f"/by_kind_stage/{index}/count"] = address(agencies, **_cell(row))
    for index, row in enumerate(figures["by_edition"]):
        behind[f"/by_edition/{index}/count"] = address(agencies, edition=row["edition"])
    for grade in ("major", "minor", "observation"):
        behind[f"/findings/{grade}"] = address("findings", grade=grade)
    for state in ("open", "unverified", "undisposed"):
        behind[f"/findings/{state}"] = address("findings", state=state)
    for kind in figures["documents"]["by_kind"]:
        behind[f"/documents/by_kind/{kind}"] = address("documents", kind=kind)
        behind[f"/documents_in_force_by_kind/{kind}"] = address(
            "documents", kind=kind, state="in_force"
        )
    for state in ("yes", "no", "unknown"):
        behind[f"/proofs/maintained/{state}"] = (
            address(agencies, maintained=state, stage="certified") + "&stage=declared"
        )
    for flag in figures["flags"]:
        behind[f"/flags/{flag}"] = address(agencies, flag=flag)
    for group in ("rates", "shares"):
        for index, rate in enumerate(figures[group]):
            at, code = f"/{group}/{index}", rate["code"]
            for part in ("numerator", "confirmed", "implied"):
                behind[f"{at}/{part}"] = address(agencies, rate=f"{code}:{part}")
            whole = {"rate": "proven:numerator"} if code == "maintained" else {}
            behind[f"{at}/denominator"] = address(agencies, **whole)
    return behind


def _cell(row: dict[str, Any]) -> dict[str, str]:
    """The parameters that pick the agencies of one cell of the table kind × stage."""
    params = {"kind": row["kind"], "cell": row["stage"]}
    return {**params, "maintained": row["maintained"]} if row["maintained"] else params
