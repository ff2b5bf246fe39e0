"""What may be done next to a report."""

from acts.registry import offers
from reports import rules
from reports.models import Report

offers("report.edit_text", on=Report, unless=rules.blockers_to_edit)
offers("report.make_again", on=Report, unless=rules.blockers_to_make_again)
offers("report.sign_off", on=Report, unless=rules.blockers_to_sign_off)
