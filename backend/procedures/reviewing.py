"""Tells the list of documents, which knows no procedures, what to review."""

from documents import reviews
from procedures.queries import needs_review_on

reviews.register(needs_review_on)
