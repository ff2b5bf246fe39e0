"""Shapes that answers of all parts share: reasons, what may be done next, problems."""

from rest_framework import serializers


class BlockerShape(serializers.Serializer):
    """One reason why something may not be done."""

    code = serializers.CharField()
    message = serializers.CharField()
    params = serializers.DictField()
    pointer = serializers.CharField(required=False)
    irregular = serializers.BooleanField(
        required=False,
        help_text="a rule of its day: the coordinator may record the fact with `irregular`",
    )


class NextAct(serializers.Serializer):
    """An act on a record: may I, and if not, why not."""

    act = serializers.CharField()
    allowed = serializers.BooleanField()
    blockers = BlockerShape(many=True)


class FileProof(serializers.Serializer):
    """A file that proves a record."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    media_type = serializers.CharField()
    size = serializers.IntegerField(help_text="bytes")
    sha256 = serializers.CharField()
    url = serializers.CharField()
    file = serializers.CharField(help_text="address of the file itself; ?inline=true shows it")
    number = serializers.CharField()
    dated_on = serializers.DateField(allow_null=True)
    dated_on_precision = serializers.CharField()


class DetailShape(serializers.Serializer):
    """What the detail of a record adds to its row."""

    as_of = serializers.DateField()
    next_acts = NextAct(many=True)
    warnings = BlockerShape(
        many=True,
        help_text="unusual but allowed; one with a pointer is about what was told, else a reminder",
    )
    evidence = FileProof(many=True, required=False)


class FieldError(serializers.Serializer):
    """One value of the wrong form, at its place in the request."""

    pointer = serializers.CharField()
    code = serializers.CharField()
    message = serializers.CharField()


class ProblemShape(serializers.Serializer):
    """RFC 9457: every error of every address."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    code = serializers.CharField()
    request_id = serializers.CharField(allow_null=True)
    errors = FieldError(many=True, required=False)
    blockers = BlockerShape(many=True, required=False)
    warnings = BlockerShape(
        many=True, required=False, help_text="unusual but allowed; to be confirmed by their codes"
    )
    current = serializers.DictField(required=False, help_text="the record as it stands, with 412")
