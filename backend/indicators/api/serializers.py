"""Shapes of indicators."""

from rest_framework import serializers


class FormulaShape(serializers.Serializer):
    """Two figures of the fixed list."""

    numerator = serializers.CharField()
    denominator = serializers.CharField()


class ListsShape(serializers.Serializer):
    """The list whose `count` is the number."""

    numerator = serializers.CharField()
    confirmed = serializers.CharField()
    denominator = serializers.CharField()


class MeasuredShape(serializers.Serializer):
    numerator = serializers.IntegerField()
    confirmed = serializers.IntegerField(help_text="how much of the numerator is confirmed")
    denominator = serializers.IntegerField()
    value = serializers.FloatField(allow_null=True, help_text="null: nothing to divide by")
    lists = ListsShape()


class OfKindShape(MeasuredShape):
    kind = serializers.CharField()


class IndicatorPartShape(serializers.Serializer):
    """A figure told beside the numerator."""

    figure = serializers.CharField()
    label = serializers.CharField()
    label_en = serializers.CharField()
    count = serializers.IntegerField()
    list = serializers.CharField()


class IndicatorShape(MeasuredShape):
    code = serializers.CharField()
    title = serializers.CharField()
    title_en = serializers.CharField(allow_blank=True)
    unit = serializers.CharField()
    formula = FormulaShape()
    scope = serializers.ListField(child=serializers.CharField(), help_text="kinds; empty: all")
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(allow_null=True)
    legal_basis = serializers.CharField(allow_blank=True)
    formula_confirmed = serializers.BooleanField()
    due_from = serializers.DateField(help_text="what falls due is counted from this day on")
    parts = IndicatorPartShape(many=True)
    by_kind = OfKindShape(many=True)


class IndicatorPeriodShape(serializers.Serializer):
    """From its first to its last day; `runs` while the last is still to come."""

    code = serializers.CharField()
    start = serializers.DateField()
    end = serializers.DateField()
    runs = serializers.BooleanField()


class IndicatorPage(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()
    period = IndicatorPeriodShape(allow_null=True)
    results = IndicatorShape(many=True)
