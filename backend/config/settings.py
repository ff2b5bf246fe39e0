"""One settings file, read from the environment; the names are those of the installation guide."""

import sys
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from core.storages import evidence_storage

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR.parent / ".data")))

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
PRODUCTION = env.bool("PRODUCTION", default=False)
SECRET_KEY = env("SECRET_KEY", default="")
if PRODUCTION and (DEBUG or DEMO):
    raise ImproperlyConfigured("Production does not start with DEBUG=1 or DEMO=1; unset them.")
if not SECRET_KEY:
    if PRODUCTION:
        raise ImproperlyConfigured("Production does not start without SECRET_KEY; set it.")
    SECRET_KEY = "local-only-" + "0" * 40

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Addresses or ranges of the proxies in front; X-Forwarded-For of anybody else is ignored.
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])
PROVINCE_NAME = env("PROVINCE_NAME", default="Quảng Ninh")
PROVINCE_CODE = env("PROVINCE_CODE", default="H49")

EVIDENCE_STORAGE = env("EVIDENCE_STORAGE", default="") or str(DATA_DIR / "evidence")
# tcp://host:3310 or unix:/path of ClamAV's clamd; without it files are not scanned.
CLAMD_ADDRESS = env("CLAMD_ADDRESS", default="")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "evidence": evidence_storage(EVIDENCE_STORAGE),
}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
    "core",
    "acts",
    "agencies",
    "standards",
    "evidence",
    "accounts",
    "comments",
    "enquiries",
    "plans",
    "documents",
    "procedures",
    "audits",
    "maintenance",
    "certificates",
    "progress",
    "search",
    "indicators",
    "imports",
    "feeds",
]
MIDDLEWARE = [
    "core.requests.RequestId",
    "django.middleware.security.SecurityMiddleware",
    "core.requests.CrossOrigin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.requests.ConditionalRead",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = False
TEMPLATES: list[dict[str, object]] = []

# The application's role writes rows and owns nothing; migrations run as the owner.
OWNER_COMMANDS = {"migrate", "makemigrations", "sqlmigrate", "flush", "pgtrigger"}
_as_owner = len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS
_url = env("DATABASE_OWNER_URL", default="") if _as_owner else ""
DATABASES = {
    "default": environ.Env.db_url_config(
        _url or env("DATABASE_URL", default="postgres://iso_app@127.0.0.1:5432/iso")
    )
    | {"CONN_MAX_AGE": 600, "ATOMIC_REQUESTS": False}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.signing_in.ByPassword"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "core.problems.csrf_failed"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["core.requests.SignedIn"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["core.rendering.FastJson"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "acts.api.exporting.Formats",
    "DEFAULT_PARSER_CLASSES": ["core.parsers.NfcJson"],
    "DEFAULT_PAGINATION_CLASS": "core.paging.Pages",
    "DEFAULT_SCHEMA_CLASS": "acts.api.schema.Described",
    "EXCEPTION_HANDLER": "core.problems.as_problem",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Provincial ISO Rollout Tracker",
    "DESCRIPTION": "Plans, decisions, documents, audits and proofs of each agency, on any day.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    # The feeds have a document of their own, for programs.
    "PREPROCESSING_HOOKS": ["feeds.api.schema.without_feeds"],
    # Fields of one name with other choices in each part.
    "ENUM_NAME_OVERRIDES": {
        "AccountRole": "accounts.api.serializers.ROLES",
        "ApplicationState": "certificates.models.Application.STATES",
        "AppraisalResult": "plans.models.Appraisal.RESULTS",
        "AuditKind": "audits.models.Audit.KINDS",
        "DecisionKind": "plans.models.Decision.KINDS",
        "DeclarationKind": "certificates.models.Declaration.KINDS",
        "DirectiveKind": "plans.models.Directive.KINDS",
        "EditionDateWhat": "standards.models.EditionDate.WHAT",
        "ExemptionWhat": "plans.models.Exemption.WHAT",
        "FeedClientState": "feeds.api.filters.STATES",
        "ImportKind": "imports.models.Import.KINDS",
        "InspectionResult": "audits.models.Audit.RESULTS",
        "OnConflict": "imports.workbooks.loading.ON_CONFLICT",
        "PlanKind": "plans.models.Plan.KINDS",
        "Precision": "core.facts.PRECISIONS",
        "Role": "acts.permissions.Role",
        "SearchKind": "search.sources.KINDS",
        "StatusEventKind": "certificates.models.StatusEvent.KINDS",
        "SuccessionKind": "agencies.models.Succession.KINDS",
        "WorkbookKind": "imports.workbooks.kinds.NAMES",
    },
}
PGHISTORY_APPEND_ONLY = True
# Triggers are installed after every migrate from the models: as migration steps they took 25 s.
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
