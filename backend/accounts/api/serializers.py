"""Shapes of accounts and sessions."""

from rest_framework import serializers

from accounts.models import User
from acts.permissions import Role
from agencies.api.brief import AgencyBrief, AgencyBriefShape
from agencies.models import Agency
from core.shapes import Shape, TextField

ROLES = [role for role in Role.values if role != Role.SYSTEM]


class SignedInShape(serializers.Serializer):
    username = serializers.CharField()
    name = serializers.CharField()
    position = serializers.CharField()
    role = serializers.ChoiceField(choices=ROLES)
    agency = AgencyBriefShape(allow_null=True)
    acts = serializers.ListField(
        child=serializers.CharField(), help_text="verbs of the role: what the menus offer"
    )
    totp = serializers.BooleanField(help_text="signs in with a one-time code besides")
    owes_second_factor = serializers.BooleanField(
        help_text="may do nothing but set up one-time codes: session/totp"
    )


class SessionShape(serializers.Serializer):
    """Who is signed in, and what every screen must know."""

    user = SignedInShape(allow_null=True)
    illustration = serializers.BooleanField(help_text="illustration rows exist: show the banner")
    restored_until = serializers.DateTimeField(
        allow_null=True, help_text="a backup was put back: the data reach to this moment"
    )
    province = serializers.CharField()


class SignInShape(serializers.Serializer):
    username = serializers.CharField(max_length=200)
    password = serializers.CharField(max_length=1000, trim_whitespace=False)
    totp = serializers.CharField(
        max_length=20,
        required=False,
        allow_blank=True,
        help_text="one-time code or recovery code; asked for by the problem session.totp_required",
    )


class TotpShape(serializers.Serializer):
    """One-time codes of the own account; secret, uri and svg until they are set up."""

    since = serializers.DateTimeField(allow_null=True)
    required = serializers.BooleanField()
    secret = serializers.CharField(allow_null=True)
    uri = serializers.CharField(allow_null=True)
    svg = serializers.CharField(allow_null=True, help_text="the uri as a picture to scan")


class TotpCode(serializers.Serializer):
    code = serializers.CharField(max_length=20)


class TotpDone(serializers.Serializer):
    since = serializers.DateTimeField()
    recovery_codes = serializers.ListField(
        child=serializers.CharField(), help_text="each signs in once; told only now"
    )


class UserShape(serializers.ModelSerializer):
    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    agency = AgencyBrief(source="agency_id", allow_null=True)

    class Meta:
        model = User
        fields = [
            "id",
            "url",
            "row_version",
            "username",
            "name",
            "position",
            "work_contact",
            "role",
            "agency",
            "is_active",
            "totp_since",
        ]
        read_only_fields = ["totp_since"]

    def get_url(self, user: User) -> str:
        return f"/api/v1/users/{user.pk}"


class UserIn(Shape):
    username = serializers.RegexField(r"^[a-z0-9][a-z0-9._\-]{2,59}$", max_length=60)
    password = serializers.CharField(
        required=False,
        max_length=200,
        trim_whitespace=False,
        help_text="without one the account waits for a link: reset_password",
    )
    name = TextField(required=False, allow_blank=True, max_length=200)
    position = TextField(required=False, allow_blank=True, max_length=200)
    work_contact = TextField(required=False, allow_blank=True, max_length=200)
    role = serializers.ChoiceField(choices=ROLES)
    agency = serializers.SlugRelatedField(
        slug_field="code", queryset=Agency.objects.all(), required=False, allow_null=True
    )


class UserChange(Shape):
    name = TextField(required=False, max_length=200)
    position = TextField(required=False, allow_blank=True, max_length=200)
    work_contact = TextField(required=False, allow_blank=True, max_length=200)
    role = serializers.ChoiceField(choices=ROLES, required=False)
    agency = serializers.SlugRelatedField(
        slug_field="code", queryset=Agency.objects.all(), required=False, allow_null=True
    )


class LinkShape(UserShape):
    """The account with a link that is told once; a repeated request gets it without."""

    token = serializers.CharField(required=False)
    expires_at = serializers.DateTimeField(required=False)

    class Meta(UserShape.Meta):
        fields = [*UserShape.Meta.fields, "token", "expires_at"]


class NewPassword(serializers.Serializer):
    token = serializers.CharField(max_length=200)
    password = serializers.CharField(max_length=200, trim_whitespace=False)
