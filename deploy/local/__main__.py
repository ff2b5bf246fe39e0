"""`python3 -m deploy.local COMMAND`: one command of the Makefile."""

import importlib
import sys

# Each command is a function without arguments that returns the exit status.
COMMANDS = {
    "run": "deploy.local.serving",
    "test": "deploy.local.testing",
    "check": "deploy.local.checking",
    "fix": "deploy.local.checking",
    "schema": "deploy.local.checking",
    "bench": "deploy.local.benching",
    "backup": "deploy.local.backups",
    "restore": "deploy.local.backups",
    "bundle": "deploy.local.bundling",
}


def main():
    """Return the exit status of the named command."""
    if sys.version_info < (3, 11):
        print("Python 3.11 or newer is needed: make COMMAND PYTHON=/path/to/python3.11")
        return 1
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in COMMANDS:
        print("Name one command: " + " ".join(COMMANDS))
        return 2
    from deploy.local import processes

    command = getattr(importlib.import_module(COMMANDS[name]), name)
    return processes.governed(command)


if __name__ == "__main__":
    sys.exit(main())
