"""People at the API: a browser context that is signed in, and writes what a test needs."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

NOW = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
WHY = "ghi thay theo văn bản của cơ quan"


def ago(days):
    """The day so many days before today, as the API takes it."""
    return str(NOW - timedelta(days=days))


class Person:
    """Somebody with a session of the own: requests to the API, and one page to look at."""

    def __init__(self, browser, base_url, username, password):
        self.context = browser.new_context(
            base_url=base_url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
        )
        self._ask("GET", "session")
        self._ask("POST", "session", {"username": username, "password": password})
        self._page = None

    def get(self, path):
        return self._ask("GET", path)

    def add(self, path, **told):
        """A new record; `agency_` and the like for names that Python keeps to itself."""
        return self._ask("POST", path, {name.rstrip("_"): told[name] for name in told})

    def act(self, record, word, **told):
        """An act on `findings/12`, on the version that stands."""
        version = self.get(record)["row_version"]
        headers = {"If-Match": f'"{version}"'}
        return self._ask("POST", f"{record}/{word}", told, headers)

    def only(self, path):
        """The one record of a list, as `findings/12`."""
        [found] = self.get(path)["results"]
        return f"{path.partition('?')[0]}/{found['id']}"

    def load(self, kind, name, text, **told):
        """A table in a file, as from a spreadsheet."""
        file = {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        return self._ask("POST", "imports", multipart={"file": file, "kind": kind, **told})

    def page(self):
        """The one page of this person, which stays open."""
        self._page = self._page or self.context.new_page()
        return self._page

    def close(self):
        self.context.close()

    def _ask(self, method, path, told=None, headers=None, multipart=None):
        jar = {kept["name"]: kept["value"] for kept in self.context.cookies()}
        sent = {"X-CSRFToken": jar.get("csrftoken", ""), **(headers or {})}
        answer = self.context.request.fetch(
            f"/api/v1/{path}", method=method, data=told, multipart=multipart, headers=sent
        )
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()[:1500]}"
        return answer.json()
