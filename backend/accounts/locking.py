"""Wrong passwords and codes are counted by name and address; too many lock both for a while."""

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone

LINKS = "(link)"  # wrong links are counted like the wrong passwords of one name


def locked(request: HttpRequest, username: str) -> bool:
    """Whether this name may not be tried from this address now."""
    return not AxesProxyHandler.is_allowed(request, {"username": username})


def note_wrong(request: HttpRequest, username: str) -> None:
    """Count one more wrong password, code or link."""
    user_login_failed.send(__name__, credentials={"username": username}, request=request)


def seconds_locked(username: str, address: str) -> int:
    """For how long the lock still stands; the whole time when nothing is known."""
    tried = AccessAttempt.objects.filter(username=username, ip_address=address or None)
    last = tried.aggregate(last=Max("attempt_time"))["last"]
    whole = settings.AXES_COOLOFF_TIME
    left = (last + whole - timezone.now()) if last else whole
    return max(1, int(left.total_seconds()) + 1)


def unlock(username: str) -> None:
    """Forget the wrong passwords of a name, from every address."""
    reset(username=username)
