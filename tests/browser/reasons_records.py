"""The records of test_reasons.py, brought by the API into the states that refuse something."""

import signal
from datetime import timedelta

from tests.browser.hands import NOW, WHY, Person, ago
from tests.browser.reasons_cases import (
    BLOCKS,
    EXTRA,
    HOME,
    READY,
    READY_CASE,
    SOURCE,
    TABLE,
    cases,
    extra,
)

ENDING, HEIR = "SYT.CCDS", "SYT.CCATVSTP"
NEXT_MONTH = str(NOW + timedelta(days=30))
# Who looks, by the name of the account.
OFFICER, HEAD, READY_HEAD = "canbo.bql", "lanhdao.bql", "lanhdao.ttpvhcc"


class Records:
    """Every record by the name that the table of test_reasons.py knows, as `findings/12`."""

    def __init__(self, browser, base_url, password, worker):
        def person(name):
            return Person(browser, base_url, name, password)

        self.worker = worker
        self.people = {name: person(name) for name in ("chuyenvien", "quantri", "bcd")}
        self.by, self.looked_at = self.people["chuyenvien"], {}
        self.known = {
            "agency": f"agencies/{HOME}",
            "young agency": "agencies/SNV-2025",
            "ended agency": f"agencies/{ENDING}",
            "accounts": "accounts/",
            "reorganisations": "reorganisations/",
        }
        self.homes = {"ready": READY}
        self.titles = {"import": SOURCE["title"], "undone": EXTRA["title"]}
        self.titles["model list"] = "Danh mục mẫu thử"
        self.titles["skipped"] = "danh-muc.csv"
        for name, role, agency in (
            (OFFICER, "officer", HOME),
            (HEAD, "head", HOME),
            (READY_HEAD, "head", READY),
            ("cu.bql", "officer", HOME),
            ("cu.dan-so", "officer", ENDING),
        ):
            made = self.by.add("users", username=name, role=role, agency=agency, password=password)
            self.known[name] = f"users/{made['id']}"
        self.people |= {name: person(name) for name in (OFFICER, HEAD, READY_HEAD)}
        self._load()
        for kind in (self._plans, self._findings, self._papers, self._agency, self._house):
            kind()

    def make(self, name):
        """A report, when it is asked for; one that waits does so while the worker rests."""
        if name == "report" and name not in self.known:
            made = self.by.add("reports", kind="brief", day=ago(0))
            self.known[name] = f"reports/{made['id']}"
            self.people["bcd"].act(self.known[name], "sign_off")
        elif name == "report waiting" and name not in self.known:
            self.worker.send_signal(signal.SIGSTOP)
            period = {"from": ago(30), "to": ago(1), "label": "tháng thử"}
            made = self.by.add("reports", kind="province", day=ago(1), period=period)
            self.known[name] = f"reports/{made['id']}"

    def close(self):
        self.worker.send_signal(signal.SIGCONT)
        for each in self.people.values():
            each.close()

    def rollout(self, name):
        return self.known[name].partition("/")[2]

    def _load(self):
        done = self.by._ask("POST", "imports", cases())
        self.known["import"] = f"imports/{done['id']}"
        for name, made in zip(BLOCKS, done["rollouts"], strict=True):
            self.known[name] = f"rollouts/{made}"
        ready = self.by._ask("POST", "imports", READY_CASE)
        self.known["ready"] = f"rollouts/{ready['rollouts'][0]}"
        self.people[READY_HEAD].add(
            "audits",
            kind="internal",
            agency=READY,
            from_=ago(90),
            to=ago(89),
            findings=[{"grade": "major", "clause": "8.2"}],
        )
        taken_back = self.by._ask("POST", "imports", extra(len(BLOCKS) + 1))
        self.known["undone"] = f"imports/{taken_back['id']}"
        self.by.act(self.known["undone"], "undo", reason=WHY)

    def _of(self, collection, rollout, name=None):
        self.known[name or f"{collection} of {rollout}"] = found = self.by.only(
            f"{collection}?rollout={self.rollout(rollout)}"
        )
        return found

    def _plans(self):
        head = self.people[HEAD]
        bare = self.by.add("plans", rollout=self.rollout("bare"), kind="ke_hoach")
        self.known["plans of bare"] = f"plans/{bare['id']}"
        for name in ("sent", "back", "again", "late", "passed"):
            self._of("plans", name)
        self.by.act(self._of("submissions", "sent"), "receive", received_on="2012-02-03")
        self._of("submissions", "back")
        self._of("plans", "ready")
        self._return("back", NEXT_MONTH)
        self._answer("again", NEXT_MONTH)
        head.act(self.known["plans of again"], "submit", number="02/TTr-BQL", sent_on=ago(1))
        self._answer("late", ago(20))
        self._of("appraisals", "passed")
        self.by.act(self.known["plans of passed"], "confirm")
        self._paper()

    def _return(self, rollout, due):
        self.by.act(
            self.known[f"plans of {rollout}"],
            "return",
            opinions=["Nêu rõ phạm vi", "Bổ sung kinh phí"],
            resubmit_due_on=due,
            reason=WHY,
        )
        return self._of("appraisals", rollout)

    def _answer(self, rollout, due):
        asked = self._return(rollout, due)
        opinions = self.by.get(asked)["opinions"]
        answers = [{"opinion": each["id"], "answer": "Đã bổ sung"} for each in opinions]
        self.people[HEAD].act(asked, "answer", answers=answers)

    def allow(self, code):
        """The administrator writes down that the province allows it."""
        self.people["quantri"].add(
            "policy-values",
            code=code,
            value="1",
            unit="0/1",
            valid_from="2011-01-01",
            legal_basis="Văn bản thử",
        )

    def _paper(self):
        """Where the province lets a kind of agency sign on paper, the confirmation is the eyes."""
        kind = self.by.get(f"agencies/{HOME}")["kind"]
        self.allow(f"four_eyes.paper.{kind}")
        self.by.act(
            self._of("plans", "paper"),
            "submit_paper",
            number="09/TTr-BQL",
            sent_on="2012-02-02",
            signed_original={"number": "09/TTr-BQL", "day": "2012-02-01", "signer": "Trưởng ban"},
            reason=WHY,
        )
        self._of("submissions", "paper")

    def _findings(self):
        rows = self.by.get(f"findings?rollout={self.rollout('found')}")["results"]
        for row in rows:
            self.known[row["code"]] = f"findings/{row['id']}"
        self.by.act(
            self.known["NC-02"], "close", completed_on=ago(2), cause="Thiếu mẫu", reason=WHY
        )
        self.by.act(self.known["NC-05"], "check_effectiveness", effective=True, checked_on=ago(1))
        self.by.act(self.known["NC-08"], "reopen", reason=WHY)
        planned = self.by.add(
            "audits",
            kind="external",
            rollout=self.rollout("bare"),
            body="QUACERT",
            type="stage1",
            planned_on=NEXT_MONTH,
        )
        self.known["audit"] = f"audits/{planned['id']}"

    def _papers(self):
        for name in ("bare", "found", "applied", "returned"):
            self._of("applications", name)
        for name in ("ended", "stopped"):
            self._of("certificates", name)
        self.people[HEAD].add(
            "status-events",
            rollout=self.rollout("again"),
            kind="paused",
            on=ago(1),
            cause=WHY,
        )
        rows = self.by.get(f"documents?rollout={self.rollout('own')}")["results"]
        gone = next(row for row in rows if row["withdrawn_on"])
        self.known["document"] = f"documents/{gone['id']}"
        loaded = self.people[OFFICER].load("documents", "danh-muc.csv", TABLE, on_conflict="skip")
        self.known["skipped"] = f"imports/{loaded['id']}"

    def _agency(self):
        for name in ("open", "answered", "withdrawn"):
            asked = self.by.add("requests", agency=HOME, what=f"Gửi bản chính ({name})")
            self.known[f"request {name}"] = f"requests/{asked['id']}"
        self.people[OFFICER].act(self.known["request answered"], "answer", text="Đã gửi")
        self.by.act(self.known["request withdrawn"], "withdraw", reason=WHY)
        leave = self.by.add(
            "exemptions",
            agency=HOME,
            what="deadline",
            from_on=ago(20),
            to_on=NEXT_MONTH,
            number="77/UBND-KGVX",
            reason=WHY,
        )
        self.known["exemption"] = f"exemptions/{leave['id']}"
        self.by.act(self.known["exemption"], "end", on=ago(1), reason=WHY)
        self.people[OFFICER].add("confirmations", agency=HOME)
        said = self.by.add("comments", object=f"agency:{HOME}", text="Đã gọi điện nhắc")
        self.known["comment"] = f"comments/{said['id']}"
        self._merged()

    def _merged(self):
        self.by.add(
            "successions",
            predecessor=ENDING,
            successor=HEIR,
            kind="merge",
            effective_on=ago(0),
            decision="15/NQ-HĐND",
            reason=WHY,
        )

    def _house(self):
        line = {"code": "QT-01", "title": "Kiểm soát tài liệu", "kind": "QT-TN"}
        model = self.by.add(
            "model-lists", agency_kind="ban", edition="2015", valid_from=ago(9), items=[line],
            title=self.titles["model list"],
        )  # fmt: skip
        self.known["model list"] = f"model-lists/{model['id']}"
        self.by.act(self.known["model list"], "end", valid_to=ago(0), reason=WHY)
        self.by.act(self.known["cu.bql"], "close", reason=WHY)
        for name in ("quantri", "bcd"):
            found = self.by.get(f"users?search={name}")["results"]
            self.known[name] = f"users/{found[0]['id']}"
        client = self.people["quantri"].add(
            "feed-clients", name="Nguồn thử", scopes=["agencies"], expires_on=NEXT_MONTH
        )
        self.known["client"] = f"feed-clients/{client['id']}"
        self.people["quantri"].act(self.known["client"], "revoke", reason=WHY)
