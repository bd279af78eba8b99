"""Settings of the site. All that differs between installations is in `configuration`."""

from trigpoint.web import configuration

_CHOSEN = configuration.read()

DEBUG = False
PLACE = _CHOSEN.place
SECRET_KEY = _CHOSEN.secret_key
ALLOWED_HOSTS = list(_CHOSEN.hosts)
ROOT_URLCONF = "trigpoint.web.urls"
WSGI_APPLICATION = "trigpoint.web.wsgi.application"
AUTH_USER_MODEL = "storage.Account"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
LANGUAGES = list(_CHOSEN.languages)
LOCALE_PATHS = list(_CHOSEN.catalogues)
# With English alone there is nothing to look up, hundreds of times a page.
USE_I18N = len(LANGUAGES) > 1

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "trigpoint.storage",
    "trigpoint.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "trigpoint.web.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # The language is the one that the browser asks for, of those there are.
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [configuration.WEB / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "trigpoint.web.shared.shared",
            ]
        },
    }
]
DATABASES = {"default": _CHOSEN.database}

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username"]]
# As `authenticate` is told it: under another name each wrong try would count for nobody.
AXES_USERNAME_FORM_FIELD = "username"
AXES_RESET_ON_SUCCESS = True
# What a person is told of after they have signed in.
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_LOCKOUT_CALLABLE = "trigpoint.web.pages.everyone.sign_in.locked_out"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"

# In the database, so that ending a sign-in ends it; no right is kept in it.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600
IDLE_SECONDS = _CHOSEN.idle_minutes * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _CHOSEN.encrypted
CSRF_COOKIE_SECURE = _CHOSEN.encrypted
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if _CHOSEN.encrypted else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _CHOSEN.encrypted
X_FRAME_OPTIONS = "DENY"

# What is sent goes to a file as it comes, never into memory; see pages/officers/records.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 100

STATIC_URL = "/static/"
STATICFILES_DIRS = [configuration.WEB / "static"]

WHITENOISE_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        # Only ids and refusals; a record's content never goes to a log.
        "django.request": {"handlers": ["stderr"], "level": "ERROR"},
        "axes": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
