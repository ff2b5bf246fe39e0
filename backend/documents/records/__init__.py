"""Putting documents and model lists on record. Called inside an open act."""

from documents.records.model_lists import keep_model_list, put_end, put_model_list
from documents.records.register import (
    keep_document,
    keep_promulgation,
    keep_version,
    put_changes,
    put_document,
    put_documents,
    put_items,
    put_placeholders,
    put_promulgation,
    put_version,
    rechain,
    take_back,
    weighed_items,
)

__all__ = [
    "keep_document",
    "keep_model_list",
    "keep_promulgation",
    "keep_version",
    "put_changes",
    "put_document",
    "put_documents",
    "put_end",
    "put_items",
    "put_model_list",
    "put_placeholders",
    "put_promulgation",
    "put_version",
    "rechain",
    "take_back",
    "weighed_items",
]
