"""Filters that all lists share; the same parameter repeated means or."""

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import QuerySet

from core.text import search_text


class Choices(filters.MultipleChoiceFilter):
    """?kind=a&kind=b from a fixed catalogue; another value is an error."""

    def __init__(self, codes: list[str] | tuple[str, ...], **kwargs: Any):
        kwargs.setdefault("distinct", False)
        super().__init__(choices=[(code, code) for code in codes], **kwargs)


class Known(filters.ModelMultipleChoiceFilter):
    """?edition=2008 by the code of another record; an unknown one is an error."""

    def __init__(self, model: Any, field_name: str, **kwargs: Any):
        kwargs.setdefault("to_field_name", "code")
        kwargs.setdefault("distinct", False)
        super().__init__(queryset=model.objects.all(), field_name=field_name, **kwargs)

    def get_filter_predicate(self, v: Any) -> dict[str, Any]:
        """Compare the relation with the record itself, whichever column the relation keeps."""
        return {self.field_name.removesuffix("__code"): v}


class _IdsField(forms.Field):
    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[int]:
        if any(not text.isdecimal() or len(text) > 18 for text in value or []):
            raise forms.ValidationError("an id is a whole number", code="invalid")
        return [int(text) for text in value or []]


class Ids(filters.Filter):
    """?rollout=1&rollout=2 by id; an unknown one finds nothing, so that none is given away."""

    field_class = _IdsField

    def filter(self, qs: QuerySet[Any], value: list[int]) -> QuerySet[Any]:
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs


class WithoutAccents(filters.CharFilter):
    """?search= without accents and case, in a stored search column."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs, search_text(value)) if value else qs


class OnDay(filters.FilterSet):
    """A filter set that knows the day; `day` is set by the view."""

    day: Any = None
