#!/usr/bin/env python3
"""Keep a copy of the feed in step: follow.py URL FILE [--once] [--every 60] [--dump]

The copy is a SQLite file with the table agency (code, body: the record as JSON). Each page of
changes and the cursor behind it are one transaction, so the program may be killed at any moment:
it goes on from the last whole page, and a page told twice changes nothing. After a restore of the
server (410) it reads everything anew while the old copy stays readable.

The token comes from the environment, ISO_FEED_TOKEN, because arguments show in process lists.
Python 3.9 or later, nothing else.
"""

import argparse
import json
import os
import sqlite3
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

PATIENCE = [1, 2, 5, 10, 30, 60]  # seconds between attempts when the server does not answer
TABLES = """
CREATE TABLE IF NOT EXISTS agency (code TEXT PRIMARY KEY, body TEXT NOT NULL, epoch TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), cursor TEXT NOT NULL);
"""


class Copy:
    """The local copy and how far it is."""

    def __init__(self, path):
        self.base = sqlite3.connect(path, timeout=30, isolation_level=None)
        self.base.execute("PRAGMA journal_mode = WAL")
        self.base.execute("PRAGMA synchronous = FULL")  # what is committed survives a power cut
        self.base.executescript(TABLES)

    def cursor(self):
        """The last cursor; empty when nothing was read yet."""
        row = self.base.execute("SELECT cursor FROM place").fetchone()
        return row[0] if row else ""

    def apply(self, page):
        """One page and its cursor, together or not at all."""
        epoch = page["cursor"].partition(".")[0]
        self.base.execute("BEGIN IMMEDIATE")
        try:
            for change in page["results"]:
                if change["deleted"]:
                    self.base.execute("DELETE FROM agency WHERE code = ?", [change["agency"]])
                else:
                    body = json.dumps(change["record"], ensure_ascii=False, sort_keys=True)
                    self.base.execute(
                        "INSERT INTO agency VALUES (?, ?, ?) ON CONFLICT (code) DO UPDATE"
                        " SET body = excluded.body, epoch = excluded.epoch",
                        [change["agency"], body, epoch],
                    )
            if not page["more"]:  # all of this epoch is read: what it never told is gone
                self.base.execute("DELETE FROM agency WHERE epoch <> ?", [epoch])
            self.base.execute("INSERT OR REPLACE INTO place VALUES (1, ?)", [page["cursor"]])
            self.base.execute("COMMIT")
        except BaseException:
            self.base.execute("ROLLBACK")
            raise

    def start_again(self):
        """Forget the place; the rows stay until the new epoch is read."""
        self.base.execute("DELETE FROM place")

    def rows(self):
        """The records by code."""
        found = self.base.execute("SELECT body FROM agency ORDER BY code")
        return [json.loads(body) for (body,) in found]


def ask(url, token, attempts=PATIENCE):
    """The answer as JSON, after waiting as long as the server asks; raises HTTPError for 4xx."""
    for wait in [*attempts, None]:
        try:
            request = Request(url, headers={"Authorization": "Bearer " + token})
            with urlopen(request, timeout=120) as answer:
                return json.load(answer)
        except HTTPError as error:
            if wait is None or (error.code < 500 and error.code != 429):
                raise
            wait = int(error.headers.get("Retry-After") or wait)
        except (URLError, TimeoutError, ConnectionError, json.JSONDecodeError):
            if wait is None:
                raise
        time.sleep(wait)


def catch_up(copy, base, token, limit=200):
    """Read pages until the server has no more; how many changes were applied."""
    applied = 0
    while True:
        query = urlencode({"since": copy.cursor(), "limit": limit})
        try:
            page = ask(f"{base}/feeds/v1/changes?{query}", token)
        except HTTPError as error:
            if error.code != 410:
                raise
            copy.start_again()
            continue
        copy.apply(page)
        applied += len(page["results"])
        if not page["more"]:
            return applied


def main():
    """Follow until stopped, or once; 2 when the server refuses the token or the question."""
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("url", help="https://iso.example.gov.vn")
    words.add_argument("file", help="the SQLite file of the copy")
    words.add_argument("--once", action="store_true", help="catch up and end")
    words.add_argument("--every", type=float, default=60, metavar="SECONDS")
    words.add_argument("--limit", type=int, default=200, help="changes in a page")
    words.add_argument("--dump", action="store_true", help="print the copy, one record a line")
    told = words.parse_args()
    copy = Copy(told.file)
    if told.dump:
        for row in copy.rows():
            print(json.dumps(row, ensure_ascii=False, sort_keys=True))
        return 0
    while True:
        try:
            catch_up(copy, told.url.rstrip("/"), os.environ["ISO_FEED_TOKEN"], told.limit)
        except HTTPError as error:
            print(f"{error.code}: {error.read().decode(errors='replace')}", file=sys.stderr)
            return 2
        if told.once:
            return 0
        time.sleep(told.every)


if __name__ == "__main__":
    sys.exit(main())
