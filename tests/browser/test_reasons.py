"""Every reason is seen: at the button that it disables, or in the form that it refuses."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.coordinator import picture, violations
from tests.browser.people import confirm, form, save
from tests.browser.reasons_forms import FORMS
from tests.browser.reasons_guards import BY_HEAD, GUARDS
from tests.browser.reasons_pages import filled_in, sent, shown, told
from tests.browser.reasons_records import Records
from tests.browser.reasons_table import HIDDEN, SIGHTS
from tests.browser.reasons_warnings import WARNED

# Every reason there is, one after the other: minutes.
pytestmark = [pytest.mark.browser, pytest.mark.heavy]
SIZES = (("", 1440), ("_phone", 360))
SETTLED = "() => Promise.allSettled(document.getAnimations().map(each => each.finished))"


def by_record(asked):
    return f"{asked.act} of {asked.record}"


@pytest.fixture(scope="module")
def records(browser, base_url, password, site):
    """The records, once for all tests; everybody's browser stays open between them."""
    made = Records(browser, base_url, password, site.running["worker"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def names(records):
    """What each act is called, by the server's catalogue."""
    return {each["code"]: each["label"] for each in records.by.get("catalogues")["acts"]}


def button_of(sight, records, names):
    part = shown(sight, records)
    return part.get_by_role("button", name=sight.name or names[sight.act], exact=True)


@pytest.mark.parametrize("code", SIGHTS)
def test_the_reason_is_seen_at_the_button_that_it_disables(records, names, code):
    sight = SIGHTS[code]
    records.make(sight.record)
    button = button_of(sight, records, names)
    sentence = told(sight, code, records)
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_description(re.compile(re.escape(sentence)))
    button.focus()
    page = records.people[sight.who].page()
    expect(page.locator("li:visible").filter(has_text=sentence).last).to_be_visible()


@pytest.mark.parametrize("code", HIDDEN)
def test_what_never_applies_has_no_button(records, names, code):
    sight = HIDDEN[code]
    records.make(sight.record)
    assert told(sight, code, records)
    button = button_of(sight, records, names)
    records.people[sight.who].page().wait_for_load_state("networkidle")
    expect(button).to_have_count(0)


@pytest.mark.parametrize("asked", [*FORMS, *GUARDS], ids=by_record)
def test_a_form_names_at_once_everything_that_is_wrong_with_what_was_typed(records, names, asked):
    page = filled_in(asked, records, names)
    problem = sent(page, lambda: save(page)).json()
    assert problem["code"] == "rule.broken", problem.get("errors")
    blockers = problem["blockers"]
    assert asked.codes <= {each["code"] for each in blockers}
    said = form(page).get_by_role("alert")
    for each in blockers:
        expect(said).to_contain_text(each["message"])


@pytest.mark.parametrize("asked", WARNED, ids=by_record)
def test_what_is_unusual_is_told_confirmed_and_only_then_written(records, names, asked):
    page = filled_in(asked, records, names)
    refused = sent(page, lambda: save(page))
    problem = refused.json()
    collection = asked.makes or refused.url.partition("/api/v1/")[2]
    before = records.by.get(collection)["count"]
    assert problem["code"] == "warnings.unconfirmed"
    assert asked.codes <= {each["code"] for each in problem["warnings"]}
    words = [each["message"] for each in problem["warnings"]]
    made = sent(page, lambda: confirm(page, *words)).json()
    expect(form(page)).to_have_count(0)
    assert asked.codes <= {each["code"] for each in made["warnings"]}
    assert records.by.get(collection)["count"] == before + 1


def test_a_head_approves_once_a_policy_value_lets_this_kind_of_agency(records, names):
    page = filled_in(BY_HEAD, records, names)
    problem = sent(page, lambda: save(page)).json()
    assert {each["code"] for each in problem["blockers"]} == BY_HEAD.codes
    expect(form(page).get_by_role("alert")).to_contain_text("do UBND tỉnh quyết định")
    records.allow("decision.by_head.don_vi_su_nghiep")
    assert sent(page, lambda: save(page)).status == 201
    expect(form(page)).to_have_count(0)
    expect(page.get_by_text(BY_HEAD.fields["Số, ký hiệu"]).first).to_be_visible()


@pytest.mark.parametrize("code", ["finding.clause_missing", "certificate.major_open"])
def test_reasons_are_readable_by_all_and_fit_a_phone(records, names, code):
    sight = SIGHTS[code]
    records.looked_at.pop(sight.who, None)
    button = button_of(sight, records, names)
    page = records.people[sight.who].page()
    page.emulate_media(reduced_motion="reduce")
    for name, width in SIZES:
        page.set_viewport_size({"width": width, "height": 900})
        page.keyboard.press("Escape")
        button.blur()
        button.focus()
        expect(
            page.locator("li:visible").filter(has_text=told(sight, code, records))
        ).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert violations(page) == []
        button.blur()
        button.focus()
        picture(page, f"reasons_{code}{name}")


# The forms of T1, T7b, T8 and T13, in the words that an officer reads.
READ = {
    ("rollout.open", "own"): ["chưa đến: chỉ ghi việc đã xảy ra", "chưa xong"],
    ("rollout.open", "young agency"): [
        "sớm hơn năm 2001. Sở Nội vụ (SNV-2025) chỉ có từ ngày 01/03/2025"
    ],
    ("rollout.open", "ended agency"): ["không ghi việc sau ngày đó"],
    ("decision.record", "own"): [
        "không tự phê duyệt đề án, kế hoạch: do UBND tỉnh quyết định",
        "Lãnh đạo chỉ ghi quyết định do chính cơ quan mình ban hành",
    ],
    ("board.record", "own"): ["Trưởng ban: Ban chỉ đạo ISO cần có", "Thư ký: Ban chỉ đạo ISO cần"],
    ("review.record", "own"): ["trước đánh giá nội bộ cùng kỳ", "không phải là người đứng đầu"],
}


@pytest.mark.parametrize("form_of", READ, ids="_".join)
def test_a_refused_form_is_readable_by_all_and_fits_a_phone(records, names, form_of):
    [asked] = [each for each in GUARDS if (each.act, each.record) == form_of]
    page = filled_in(asked, records, names)
    page.emulate_media(reduced_motion="reduce")
    sent(page, lambda: save(page))
    for name, width in SIZES:
        page.set_viewport_size({"width": width, "height": 900})
        for words in READ[form_of]:
            expect(form(page).get_by_text(words).first).to_be_visible()
        page.evaluate(SETTLED)
        assert form(page).evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth")
        picture(page, f"refused_{'_'.join(form_of)}{name}")
        assert violations(page) == []
