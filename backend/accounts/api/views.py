"""Addresses of the session and of accounts."""

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.db.models import QuerySet
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import actions, second_factor
from accounts.api import filters, serializers
from accounts.api.throttle import refuse_guessing
from accounts.locking import LINKS, note_wrong
from accounts.models import User
from accounts.queries import accounts_listed_for, link_with
from acts.api.reading import only_known_parameters
from acts.api.writing import Writes
from acts.permissions import verbs_of
from agencies.api.brief import NamesAgencies
from agencies.queries import briefs
from core.days import today
from core.illustration import illustration_exists
from core.problems import Problem
from core.restored import restored_until
from core.rules import Malformed
from core.shapes import NoBody

PENDING = "totp_secret"  # in the session, until the person shows that the app has it


def session_of(user: Any) -> dict[str, Any]:
    """Who is signed in, whether illustration rows exist, and the province's name."""
    signed_in = None
    if user is not None and user.is_authenticated:
        agency = briefs(today(), [user.agency_id]).get(user.agency_id)
        signed_in = {
            "username": user.username,
            "name": user.name or user.username,
            "position": user.position,
            "role": user.role,
            "agency": agency.as_row() if agency else None,
            "acts": verbs_of(user.role),
            "totp": user.totp_since is not None,
            "owes_second_factor": user.owes_second_factor,
        }
    return {
        "user": signed_in,
        "illustration": illustration_exists(),
        "restored_until": restored_until(),
        "province": settings.PROVINCE_NAME,
    }


# A sign-in has no session yet that DRF could check, therefore the token is asked for here.
@method_decorator(csrf_protect, name="dispatch")
class Session(APIView):
    """Phiên làm việc: ai đang đăng nhập, đăng nhập, đăng xuất."""

    permission_classes = [AllowAny]

    @extend_schema(responses={200: serializers.SessionShape})
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of"})
        get_token(request._request)  # sets the cookie
        return Response(session_of(request.user))

    @extend_schema(request=serializers.SignInShape, responses={200: serializers.SessionShape})
    def post(self, request: Request) -> Response:
        told = serializers.SignInShape(data=request.data)
        told.is_valid(raise_exception=True)
        given = told.validated_data
        code = given.pop("totp", "")
        refuse_guessing(request._request, given["username"])
        user = authenticate(request._request, **given)  # a failure is counted by its signal
        if user is None:
            raise Problem(401, "session.wrong_password")
        if user.totp_since and not code:
            raise Problem(401, "session.totp_required")
        if user.totp_since and not second_factor.accepts(user, code):
            note_wrong(request._request, given["username"])
            raise Problem(401, "session.wrong_totp")
        login(request._request, user, backend="accounts.signing_in.ByPassword")
        return Response(session_of(user))

    @extend_schema(request=None, responses={200: serializers.SessionShape})
    def delete(self, request: Request) -> Response:
        logout(request._request)
        return Response(session_of(None))


@method_decorator(csrf_protect, name="dispatch")
class Password(APIView):
    """Đặt mật khẩu bằng liên kết dùng một lần."""

    permission_classes = [AllowAny]

    @extend_schema(request=serializers.NewPassword, responses={200: serializers.SessionShape})
    def post(self, request: Request) -> Response:
        only_known_parameters(request, set())
        told = serializers.NewPassword(data=request.data)
        told.is_valid(raise_exception=True)
        secret, password = told.validated_data["token"], told.validated_data["password"]
        refuse_guessing(request._request, LINKS)
        link = link_with(secret)
        if link is None:
            note_wrong(request._request, LINKS)
            raise Malformed(("/token", "password_link.invalid", {}))
        actions.set_password(secret, password=password, by=link.user)
        return Response(session_of(None))


class Totp(APIView):
    """Mã xác thực của tài khoản đang đăng nhập: thiết lập một lần bằng ứng dụng trên điện thoại."""

    permission_classes = [IsAuthenticated]  # also for who owes it and may do nothing else

    @extend_schema(responses={200: serializers.TotpShape})
    def get(self, request: Request) -> Response:
        only_known_parameters(request, set())
        user, told = request.user, {"secret": None, "uri": None, "svg": None}
        if user.totp_since is None:
            secret = request.session.get(PENDING) or second_factor.new_secret()
            request.session[PENDING] = secret
            told = second_factor.invitation(user, secret)
        required = user.role in settings.SECOND_FACTOR_ROLES
        answer = {"since": user.totp_since, "required": required, **told}
        return Response(answer, headers={"Cache-Control": "no-store"})

    @extend_schema(request=serializers.TotpCode, responses={200: serializers.TotpDone})
    def post(self, request: Request) -> Response:
        only_known_parameters(request, set())
        told = serializers.TotpCode(data=request.data)
        told.is_valid(raise_exception=True)
        secret = request.session.get(PENDING)
        if not secret and request.user.totp_since is None:
            raise Malformed(("/code", "totp.none", {}))
        codes = actions.set_totp(secret or "", code=told.validated_data["code"], by=request.user)
        del request.session[PENDING]
        since = User.objects.get(pk=request.user.pk).totp_since
        answer = {"since": since, "recovery_codes": codes}
        return Response(answer, headers={"Cache-Control": "no-store"})


class Users(NamesAgencies, Writes):
    """Tài khoản."""

    serializer_class = serializers.UserShape
    filterset_class = filters.UserFilter
    orderable = {
        "id": "id",
        "username": "username",
        "name": "name",
        "position": "position",
        "work_contact": "work_contact",
        "role": "role",
        "is_active": "is_active",
        "row_version": "row_version",
    }
    default_order = ("username",)
    counted = False

    def rows(self) -> QuerySet[User]:
        return accounts_listed_for(self.request.user)

    @extend_schema(request=serializers.UserIn, responses={201: serializers.UserShape})
    def create(self, request: Request) -> HttpResponse:
        told = serializers.UserIn.read(request)
        return self.added(request, lambda: actions.create_account(**told, by=request.user))

    @extend_schema(request=serializers.UserChange, responses={200: serializers.UserShape})
    @action(detail=True, methods=["post"])
    def change(self, request: Request, pk: str) -> HttpResponse:
        changes = serializers.UserChange.read(request, partial=True)
        reason = changes.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda user: actions.change_account(user, changes, reason=reason, by=request.user),
        )

    @extend_schema(request=NoBody, responses={200: serializers.UserShape})
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda user: actions.close_account(user, **told, by=request.user)
        )

    @extend_schema(request=NoBody, responses={200: serializers.UserShape})
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda user: actions.reopen_account(user, **told, by=request.user)
        )

    @extend_schema(request=NoBody, responses={200: serializers.UserShape})
    @action(detail=True, methods=["post"])
    def reset_totp(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda user: actions.reset_totp(user, **told, by=request.user)
        )

    @extend_schema(request=NoBody, responses={200: serializers.LinkShape})
    @action(detail=True, methods=["post"])
    def reset_password(self, request: Request, pk: str) -> HttpResponse:
        told, made = NoBody.read(request), []
        answer = self.acted(
            request,
            pk,
            lambda user: made.append(actions.reset_password(user, **told, by=request.user)),
        )
        for link in made:  # beside the kept answer, so that the secret is stored nowhere
            answer.data = {**answer.data, "token": link.secret, "expires_at": link.expires_at}
        return answer
