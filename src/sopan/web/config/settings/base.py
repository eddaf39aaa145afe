"""Settings that hold everywhere. What a site may choose comes in as `Options`."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from sopan.web.config.options import Options
from sopan.web.config.secret import secret_of

OPTIONS = Options.read(os.environ, Path(os.environ.get("SOPAN_HOME") or Path.cwd()))

SECRET_KEY = secret_of(OPTIONS.data)
DEBUG = False
ALLOWED_HOSTS = [urlsplit(OPTIONS.url).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [OPTIONS.url] if OPTIONS.url else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "sopan.web.config",
    "sopan.web.ui",  # before the packages whose templates it dresses
    "sopan.web.audit",
    "sopan.web.organisation",
    "sopan.web.registry",
    "sopan.web.identification",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sopan.web.ui.middleware.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sopan.web.ui.middleware.LimitedUploads",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sopan.web.organisation.middleware.SharedComputers",
    "sopan.web.organisation.middleware.FirstThingsFirst",
    "sopan.web.ui.middleware.ToldRefusals",
]

ROOT_URLCONF = "sopan.web.config.urls"
WSGI_APPLICATION = "sopan.web.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sopan.web.config.context.site",
            ],
        },
    }
]


def _database(options: Options) -> dict[str, object]:
    if not options.database:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": options.data / "sopan.sqlite3",
            "OPTIONS": {
                # A writer takes its turn when it begins, so that two that read before they write do not fail.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    from psycopg.conninfo import conninfo_to_dict

    named = conninfo_to_dict(options.database)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": named.get("dbname", ""),
        "USER": named.get("user", ""),
        "PASSWORD": named.get("password", ""),
        "HOST": named.get("host", ""),
        "PORT": named.get("port", ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


DATABASES = {"default": _database(OPTIONS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "organisation.User"
AUTHENTICATION_BACKENDS = ["sopan.web.organisation.signing_in.NipOrUsername"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "sopan.web.organisation.signing_in.Adapter"
ACCOUNT_FORMS = {
    "login": "sopan.web.organisation.signing_in.SignInForm",
    "reauthenticate": "sopan.web.organisation.signing_in.ConfirmForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "sopan.web.organisation.signing_in.SecondFactor"
MFA_TOTP_TOLERANCE = 1  # clocks of phones differ
ACCOUNT_PREVENT_ENUMERATION = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "id"
LOCALE_PATHS = [Path(__file__).parent.parent.parent / "locale"]
LANGUAGES = [("id", "Bahasa Indonesia")]
if (LOCALE_PATHS[0] / "en" / "LC_MESSAGES" / "django.mo").exists():  # half a translation would mix two languages
    LANGUAGES.append(("en", "English"))
TIME_ZONE = OPTIONS.timezone
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = OPTIONS.data / "static"
MEDIA_ROOT = OPTIONS.data / "berkas"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

IS_HTTPS = OPTIONS.url.startswith("https://")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if IS_HTTPS:
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # the server before us sets it, or takes it away
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # and adds the address of the person to X-Forwarded-For

# A whole regency may stand behind one address, and all of it signs in at eight: who guesses is stopped by the name.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "120/m/ip,5/300s/key", "reauthenticate": "10/m/user"}

DATA_UPLOAD_MAX_MEMORY_SIZE = 40_000_000
"""Of a form without its files: more than anybody types, so that a paste that is too long is refused by its form."""
UPLOAD_LIMIT = 100_000_000
"""Of a whole request, files included, in bytes."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Not Django's mail to admins: it would hold what people typed. An address and a traceback tell enough.
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},  # that somebody is refused is no trouble of ours
    },
}
