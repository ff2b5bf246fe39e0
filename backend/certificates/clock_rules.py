"""The clocks of a certificate: after how long another stage 2 is needed."""

from collections.abc import Iterator
from datetime import date, timedelta

from audits.queries import findings_unverified_on, full_audits_held_on
from certificates.models import Certificate
from certificates.queries import certificates_on
from core.days import add_months
from core.rules import Blocker
from plans.models import Rollout
from standards.queries import edition_void_from, policy_on


def holders_of(rollout: Rollout) -> list[int]:
    """Ids of the agency that opened the rollout and of those that ever held it."""
    return [rollout.agency_id, *rollout.holders.values_list("agency_id", flat=True)]


def blockers_of_late_restoration(rollout: Rollout, day: date) -> Iterator[Blocker]:
    """More than 6 months after the end of the last certificate another stage 2 is needed.

    Source: ISO/IEC 17021-1 (S21, S22); domain reference 4, T26.
    """
    ended = _last_end_before(rollout, day)
    if ended is None:
        return
    limit = add_months(ended, policy_on(day).months("restoration.max"))
    again = full_audits_held_on(day).filter(rollout=rollout, type="stage2", counts_on__gt=ended)
    if day > limit and not again.exists():
        params = {"ended": ended.isoformat(), "limit": limit.isoformat()}
        yield Blocker("certificate.restoration_too_late", params, irregular=True)


def _last_end_before(rollout: Rollout, day: date) -> date | None:
    """Last day of the agency's certificates on the track, printed or of the edition; None when
    there was none, or when one is still in force on the day."""
    earlier = certificates_on(day).filter(
        rollout__agency__in=holders_of(rollout), rollout__track=rollout.track
    )
    ends = [
        min(known)
        for certificate in earlier
        if (known := [end for end in _ends_of(certificate, rollout.track) if end])
    ]
    return max(ends) if ends and len(ends) == len(earlier) and max(ends) < day else None


def _ends_of(certificate: Certificate, track: str) -> tuple[date | None, date | None]:
    void = edition_void_from(certificate.edition_id, track)
    return certificate.valid_to, void and void - timedelta(days=1)


def blockers_of_late_verification(rollout: Rollout, day: date) -> Iterator[Blocker]:
    """A major not verified in time after stage 2 needs another one. Source: reference 4, T19."""
    audits = full_audits_held_on(day).filter(rollout=rollout)
    last = audits.order_by("-counts_on", "-pk").first()
    if last is None:
        return
    limit = add_months(last.counts_on, policy_on(day).months("major_verification.max"))
    if day <= limit:
        return
    late = findings_unverified_on(limit).filter(audit=last, grade="major")
    if late.exists():
        params = {"limit": limit.isoformat(), "held_on": last.counts_on.isoformat()}
        yield Blocker("certificate.stage2_again", params, irregular=True)
