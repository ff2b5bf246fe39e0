"""Today's pictures, made as a process starts and again as each day begins.

So that no reader waits for the first of them; decision 0011.
"""

import logging
from datetime import datetime, time, timedelta
from threading import Event, Thread
from time import perf_counter

from django.db import connection

from core.days import HOME, today
from progress.board_scope import number_of_findings, number_on_own_lists
from progress.summaries import summary_on
from progress.trend import trend_to

log = logging.getLogger("pictures")


def keep_ready(ended: Event | None = None) -> Thread:
    """Make them in a thread of this process, until it ends or `ended` is set."""

    def working() -> None:
        while True:
            _make_and_tell()
            if rest.wait(seconds_to_midnight()):
                return

    rest = ended or Event()
    thread = Thread(target=working, name="pictures", daemon=True)
    thread.start()
    return thread


def make() -> None:
    """The board, the trend and the lists behind the board, as they stand today."""
    day = today()
    summary_on(day)
    number_on_own_lists(day)
    number_of_findings(day)
    trend_to(day)


def seconds_to_midnight() -> float:
    """Until the province's next day has begun."""
    now = datetime.now(HOME)
    midnight = datetime.combine(now.date() + timedelta(days=1), time(0, 0, 1), HOME)
    return (midnight - now).total_seconds()


def _make_and_tell() -> None:
    """Whatever goes wrong, the thread lives on and says so in one line of the log: what is not
    ready is made when somebody asks for it, and who asks is told what is wrong.
    """
    begun = perf_counter()
    try:
        make()
        log.info("ready", extra={"ms": round((perf_counter() - begun) * 1000)})
    except Exception as reason:
        log.warning("not ready", extra={"reason": repr(reason)})
    finally:
        connection.close()
