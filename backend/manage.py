#!/usr/bin/env python3
"""Django's commands, in the project's environment and on its database (see deploy/local)."""

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from deploy.local.managing import manage

    manage(sys.argv)
