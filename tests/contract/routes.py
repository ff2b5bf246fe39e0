"""Every address of the system, read from the URL resolver."""

import re
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("get", "post", "patch", "put", "delete")


class Route(NamedTuple):
    """One method of one address, e.g. POST findings/{id}/close."""

    method: str
    template: str
    view: type

    @property
    def name(self) -> str:
        return f"{self.method.upper()} {self.template}"

    @property
    def collection(self) -> str:
        return self.template.split("/{")[0]

    @property
    def on_record(self) -> bool:
        return "{" in self.template

    def address(self, key="") -> str:
        return "/api/v1/" + re.sub(r"\{\w+\}", str(key), self.template)


def routes() -> list[Route]:
    """All of them, in the order of their addresses."""
    return sorted(_walk(get_resolver().url_patterns, ""), key=lambda r: (r.template, r.method))


def _walk(patterns, prefix):
    for pattern in patterns:
        path = prefix + _template(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern) and path.startswith("api/v1/"):
            view = pattern.callback
            cls = getattr(view, "cls", None) or view.view_class
            named = getattr(view, "actions", None)
            told = named or [m for m in METHODS if hasattr(cls, m)]
            for method in told:
                if method in METHODS:
                    yield Route(method, path.removeprefix("api/v1/"), cls)


def _template(pattern: str) -> str:
    """`^findings/(?P<pk>[0-9]+)/close$` and `rollouts/<int:pk>` as {pk}."""
    named = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"{\1}", pattern)
    text = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", named)
    return text.lstrip("^").rstrip("$").replace("\\Z", "").replace("\\", "")
