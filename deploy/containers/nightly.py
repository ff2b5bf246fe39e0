"""Run the backup every night at one o'clock, the machine's time; a failed night is told."""

import subprocess
import sys
import time
from datetime import datetime, timedelta


def until_one(now: datetime) -> float:
    """Return the seconds from now to the next one o'clock."""
    night = now.replace(hour=1, minute=0, second=0, microsecond=0)
    return ((night if night > now else night + timedelta(days=1)) - now).total_seconds()


def main() -> None:
    """Never end; the container is stopped from outside."""
    while True:
        time.sleep(until_one(datetime.now()))
        words = [sys.executable, "-m", "deploy.local", "backup"]
        done = subprocess.run(words, cwd="/app")
        print("The backup failed." if done.returncode else "The backup is done.", flush=True)


if __name__ == "__main__":
    main()
