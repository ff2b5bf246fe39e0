"""What may be done next to a comment."""

from acts.registry import asks_who, offers
from comments import rules
from comments.models import Comment

offers("comment.void", on=Comment)
asks_who("comment.void", rules.blockers_to_void)
