"""What the project asks of compose.yaml; run in the project's environment, which can read YAML."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

# Ends by itself, so nobody asks after its health; the night's backup tells the monitor instead.
WITHOUT_HEALTH = {"migrate", "backup"}
SERVICES = {"db", "migrate", "backend", "worker", "web"}


def faults(told: dict, folder: Path) -> Iterator[str]:
    """Yield each fault in words."""
    services = told["services"]
    yield from (f"the service {name} is missing" for name in SERVICES - services.keys())
    for name, service in services.items():
        if not service.get("read_only"):
            yield f"{name} may write to its image"
        if str(service.get("user", "0")).split(":")[0] in ("0", "root"):
            yield f"{name} runs as root"
        if service.get("cap_drop") != ["ALL"]:
            yield f"{name} keeps capabilities"
        if not re.search(r":(\d|\$\{VERSION)", service["image"]):
            yield f"{name} has an image without a version"
        if name not in WITHOUT_HEALTH and "healthcheck" not in service:
            yield f"{name} has no health check"
        for key in service.get("environment", {}):
            if re.search(r"(SECRET|PASSWORD|_KEY|DATABASE)", key) and not key.endswith("_FILE"):
                yield f"{name}: {key} is no file"
        yield from (
            f"{name}: the secret {secret} is not declared"
            for secret in service.get("secrets", [])
            if secret not in told["secrets"]
        )
    for config in told["configs"].values():
        if not (folder / config["file"]).exists():
            yield f"{config['file']} does not exist"
    outside = {name for name, service in services.items() if service.get("ports")}
    if outside != {"web"}:
        yield f"one origin: only web has ports, not {sorted(outside - {'web'})}"


def main(path: Path) -> int:
    """Print the faults of the file; return 0 when there is none."""
    import yaml  # the launcher imports nothing that is not in the standard library

    found = list(faults(yaml.safe_load(path.read_text(encoding="utf-8")), path.parent))
    for fault in found:
        print(f"{path.name}: {fault}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
