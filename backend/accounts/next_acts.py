"""What may be done next to an account, and what four eyes ask of who confirms a fact."""

from accounts import rules
from accounts.models import User
from acts.registry import asks_who, offers
from agencies.handover import counts_at_end

counts_at_end(
    "accounts", lambda agency, eve: User.objects.filter(agency=agency, is_active=True).count()
)
offers("account.change", on=User)
offers("account.close", on=User, unless=rules.blockers_to_close)
offers("account.reopen", on=User, unless=rules.blockers_to_reopen)
offers("account.reset_password", on=User, unless=rules.blockers_to_close)
offers("account.reset_totp", on=User, unless=rules.blockers_to_reset_totp)
for verb in (
    "account.change",
    "account.close",
    "account.reopen",
    "account.reset_password",
    "account.reset_totp",
):
    asks_who(verb, rules.blockers_to_manage)
for verb in ("account.close", "account.reset_totp"):
    asks_who(verb, rules.blockers_of_own_account)
asks_who("fact.confirm", rules.blockers_of_own_fact)
