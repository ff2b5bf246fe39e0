"""Filters that all lists share; the same parameter repeated means or."""

from typing import Any

import django_filters as filters

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


class WithoutAccents(filters.CharFilter):
    """?search= without accents and case, in a stored search column."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs, search_text(value)) if value else qs


class OnDay(filters.FilterSet):
    """A filter set that knows the day; `day` is set by the view."""

    day: Any = None
