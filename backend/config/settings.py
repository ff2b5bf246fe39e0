"""One settings file, read from the environment; the names are those of the installation guide."""

import sys
from datetime import timedelta
from pathlib import Path

import environ

from config.production import refuse_unsafe
from core.journal import logging_of
from core.proxies import proxies
from core.storages import evidence_storage

env = environ.FileAwareEnv()  # X_FILE names a file that holds X: secrets of containers
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR.parent / ".data")))

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
PRODUCTION = env.bool("PRODUCTION", default=False)
SECRET_KEY = env("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
if PRODUCTION:
    refuse_unsafe(
        secret_key=SECRET_KEY,
        debug=DEBUG,
        demo=DEMO,
        allowed_hosts=ALLOWED_HOSTS,
        database_url=env("DATABASE_URL", default=""),
    )
SECRET_KEY = SECRET_KEY or "local-only-" + "0" * 40
ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
# Addresses and networks whose X-Forwarded-For is believed; anybody else's is dropped.
TRUSTED_PROXIES = proxies(env.list("TRUSTED_PROXIES", default=[]))
CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
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
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
    "django_tasks",
    "django_tasks_db",
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
    "reports",
    "feeds",
    "operations",
    "benchmarks",
]
MIDDLEWARE = [
    "core.proxies.TrustedProxies",
    "core.requests.RequestId",
    "core.journal.Journal",
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "core.headers.AnswersAreNoPages",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.requests.CrossOrigin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.idle.IdleTimeout",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "core.requests.ConditionalRead",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
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
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # asked first: a locked name is not even tried
    "accounts.signing_in.ByPassword",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "position", "work_contact")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Wrong passwords of one name from one address; domain reference 8 asks for a lock after five.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # nobody locks a colleague out for ever
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# core.proxies has put the visitor's own address there.
AXES_CLIENT_IP_CALLABLE = "core.addresses.client_address"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None  # accounts have a name and no address
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
MFA_ADAPTER = "accounts.second_factor.Adapter"
MFA_TOTP_ISSUER = f"ISO {PROVINCE_CODE}"
MFA_TOTP_TOLERANCE = 1  # half a minute to either side: clocks of phones differ
MFA_RECOVERY_CODE_COUNT = 10
# Who must sign in with a second factor; domain reference 8.
SECOND_FACTOR_ROLES = ["coordinator", "administrator"] if PRODUCTION else []

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

# What takes long is done by `manage.py db_worker`, in the order in which it was asked for.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
IDLE_MINUTES = env.int("IDLE_MINUTES", default=30)
SESSION_COOKIE_AGE = IDLE_MINUTES * 60  # counted from the last request: core.idle
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = ["^(healthz|readyz|metrics)$"]  # asked on the machine itself
# Only a trusted proxy's header comes this far: core.proxies.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # its middleware would answer in place of the view, which says so itself
    "security.W021",  # preloading is asked for a whole domain, not for a host below gov.vn
]
CSRF_FAILURE_VIEW = "core.problems.csrf_failed"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["core.requests.SignedIn"],
    "DEFAULT_PERMISSION_CLASSES": ["core.requests.Entered"],
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
        "ReportKind": "reports.models.KINDS",
        "ReportState": "reports.models.STATES",
        "Role": "acts.permissions.Role",
        "SearchKind": "search.sources.KINDS",
        "StatusEventKind": "certificates.models.StatusEvent.KINDS",
        "SuccessionKind": "agencies.models.Succession.KINDS",
        "ValidityState": "core.validity.VALIDITY_STATES",
        "WorkbookKind": "imports.workbooks.kinds.NAMES",
    },
}
PGHISTORY_APPEND_ONLY = True
# Triggers are installed after every migrate from the models: as migration steps they took 25 s.
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True

LOGGING = logging_of(env("LOG_LEVEL", default="INFO"))

# Written by the nightly backup, read by /metrics and by the administrator's page.
BACKUP_DIR = Path(env("BACKUP_DIR", default="") or DATA_DIR / "backups")
