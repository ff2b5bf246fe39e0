"""Bodies of the acts by which a plan goes to the council and comes back."""

from rest_framework import serializers

from core.shapes import DayField, NumberField, PartialDateField, Shape, TextField


class SignedOriginal(Shape):
    """What the head signed on paper."""

    number = NumberField()
    day = DayField()
    signer = TextField(max_length=200)


class ReceiveIn(Shape):
    received_on = DayField()


class ReturnIn(Shape):
    opinions = serializers.ListField(child=TextField(max_length=4000), required=False)
    resubmit_due_on = DayField(required=False, allow_null=True)
    met_on = PartialDateField(required=False, allow_null=True)
    council = TextField(required=False, allow_blank=True, max_length=300)


class AnswerIn(Shape):
    opinion = serializers.IntegerField(min_value=1, max_value=2**62)
    answer = serializers.CharField(max_length=4000)
    answered_on = DayField(required=False, allow_null=True)


class AnswersIn(Shape):
    answers = AnswerIn(many=True, allow_empty=False)
