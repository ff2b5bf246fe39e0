"""What may be done next to an enquiry."""

from acts.registry import offers
from agencies.models import Agency
from enquiries import rules
from enquiries.models import Enquiry

offers("request.ask", on=Agency)
offers("request.answer", on=Enquiry, unless=rules.blockers_to_answer)
offers("request.accept", on=Enquiry, unless=rules.blockers_to_judge)
offers("request.return", on=Enquiry, unless=rules.blockers_to_judge)
offers("request.withdraw", on=Enquiry, unless=rules.blockers_of_closed)
