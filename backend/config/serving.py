"""The settings of gunicorn, one file for both ways of installing and for `make run`."""

import os
import shutil
import sys
import tempfile
from typing import Any

from core.journal import logging_of

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "4"))
# Its heartbeat must not wait for a disk.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
timeout = 120
graceful_timeout = 30
# Only the proxies of TRUSTED_PROXIES are believed, and that by core.requests, not here.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}
# Each request is told by core.journal with its id; the address line would tell a search's words.
accesslog = None
errorlog = "-"
logconfig_dict = logging_of(os.environ.get("LOG_LEVEL", "INFO"))
# The counts of all workers, added up by whoever of them is asked for /metrics.
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="iso-metrics-"))


def post_worker_init(worker: object) -> None:
    """Have today's board ready before the first reader of this worker asks for it."""
    from progress.beforehand import keep_ready

    keep_ready()


def child_exit(server: object, worker: Any) -> None:
    """Forget what a worker that ended was doing at that moment; its counts stay."""
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)


def on_exit(server: object) -> None:
    """Leave no folder behind."""
    shutil.rmtree(os.environ["PROMETHEUS_MULTIPROC_DIR"], ignore_errors=True)


def on_starting(server: object) -> None:
    """End with one sentence, before any worker is made, when the database is not fit."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup()
        from operations.starting import refuse_unfit_database

        refuse_unfit_database()
    except ImproperlyConfigured as reason:
        sys.exit(str(reason))
    finally:
        from django.db import connections

        connections.close_all()  # a worker must not inherit this connection
