"""manage.py import_case FILE [--dry-run]"""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from core.problems import Problem, blockers_as_rows
from core.rules import Malformed, RuleBroken
from core.sentences import sentence
from core.shapes import APIError, ShapeError
from imports.case import load_file


class Command(BaseCommand):
    help = "Load a case file: the whole history of one rollout, or a list of them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        try:
            done = load_file(path, by=User.objects.system(), dry_run=options["dry_run"])
        except RuleBroken as refusal:
            rows = blockers_as_rows(refusal.blockers, "vi")
            lines = [f"{row.get('pointer', '')} {row['code']}: {row['message']}" for row in rows]
            raise CommandError("Nothing was loaded.\n" + "\n".join(lines)) from refusal
        except Malformed as fault:
            lines = [
                f"{at} {code}: {sentence('error', code, 'vi', params)}"
                for at, code, params in fault.errors
            ]
            raise CommandError("Nothing was loaded.\n" + "\n".join(lines)) from fault
        except (ShapeError, Problem, ValueError, APIError) as error:
            detail = getattr(error, "detail", None) or str(error)
            raise CommandError(f"Nothing was loaded: {detail}") from error
        told = {
            "id": done.pk,
            "rollouts": done.rollout_ids,
            "counts": done.counts,
            "flags": done.flags,
        }
        self.stdout.write(json.dumps(told, ensure_ascii=False))
