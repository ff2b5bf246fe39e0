"""Shapes of the installation's state."""

from rest_framework import serializers


class BackupShape(serializers.Serializer):
    name = serializers.CharField()
    taken_at = serializers.DateTimeField()
    verified_at = serializers.DateTimeField()
    age_seconds = serializers.IntegerField(help_text="since it was verified")
    second_place = serializers.BooleanField(help_text="a copy lies elsewhere")


class RestorationShape(serializers.Serializer):
    data_until = serializers.DateTimeField()
    restored_at = serializers.DateTimeField()


class CheckShape(serializers.Serializer):
    check = serializers.CharField()
    said = serializers.CharField(help_text="ok, or what is wrong")


class OperationsShape(serializers.Serializer):
    """What an administrator must know of the installation."""

    backup = BackupShape(allow_null=True, help_text="the last verified one; null: none is known")
    restorations = RestorationShape(many=True)
    checks = CheckShape(many=True)
