"""The second factor: an app's code, a security key, or a spare code on paper.

Required of every account outside the demonstration. A code is taken once; wrong ones
count towards the same lock as wrong passwords.
"""

import base64
import hashlib
import hmac
import io
import secrets

import pyotp
import qrcode
import qrcode.image.svg
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_credentials
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from trigpoint.storage.models import Account, SecondFactor

APP, KEY, SPARE = "app", "key", "spare"
SPARES = 8
#: Seconds that one code of an app holds (RFC 6238).
STEP = 30


def factors(account: Account) -> list[SecondFactor]:
    """What the person has, spare codes apart."""
    return list(
        SecondFactor.objects.filter(account=account)
        .exclude(kind=SPARE)
        .order_by("made_at")
    )


def has_codes(account: Account) -> bool:
    """Whether an app shows the person codes, or they have some on paper."""
    held = SecondFactor.objects.filter(account=account, kind__in=(APP, SPARE))
    return held.exists()


def spares_left(account: Account) -> int:
    """How many spare codes were not used yet."""
    return SecondFactor.objects.filter(account=account, kind=SPARE).count()


def new_secret() -> str:
    """A secret for an app."""
    return pyotp.random_base32()


def address(account: Account, secret: str) -> str:
    """The secret as an app reads it (otpauth)."""
    return pyotp.TOTP(secret).provisioning_uri(
        name=account.name, issuer_name="Trigpoint"
    )


def picture(said: str) -> str:
    """The same as a picture: SVG that stands on the page itself."""
    drawn = qrcode.make(said, image_factory=qrcode.image.svg.SvgPathImage, border=2)
    kept = io.BytesIO()
    drawn.save(kept)
    return kept.getvalue().decode().partition("?>")[2].strip()


def right_code(secret: str, code: str, after: int) -> int | None:
    """The time step of a right code that is later than `after`; None where it is not.

    The step before counts too: a person needs time to type.
    """
    now = int(timezone.now().timestamp()) // STEP
    for step in (now, now - 1):
        wanted = pyotp.TOTP(secret).generate_otp(step)
        if step > after and hmac.compare_digest(wanted, code):
            return step
    return None


@transaction.atomic
def add_app(account: Account, secret: str, code: str) -> bool:
    """Keep an app's secret, in place of an earlier one, if its first code is right."""
    step = right_code(secret, _digits(code), 0)
    if step is None:
        return False
    SecondFactor.objects.filter(account=account, kind=APP).delete()
    SecondFactor.objects.create(
        account=account, kind=APP, secret=seal(secret), used=step
    )
    return True


@transaction.atomic
def new_spares(account: Account) -> list[str]:
    """Spare codes in place of all earlier ones; this is the only time they are shown."""
    SecondFactor.objects.filter(account=account, kind=SPARE).delete()
    made = [_grouped(secrets.token_hex(8)) for _ in range(SPARES)]
    for code in made:
        SecondFactor.objects.create(
            account=account, kind=SPARE, secret=_hashed(account, code)
        )
    return made


def check(request: HttpRequest, account: Account, code: str) -> str:
    """How the code proves the person (`app`, `spare`), "" where it does not.

    No code does while the name is locked, so that nobody can go on guessing.
    """
    if not AxesProxyHandler.is_allowed(request, get_credentials(account.name)):
        return ""
    with transaction.atomic():
        by = _by_app(account, _digits(code)) or _by_spare(account, code)
    if not by:
        user_login_failed.send(
            sender=__name__, credentials=get_credentials(account.name), request=request
        )
    return by


def _by_app(account: Account, code: str) -> str:
    held = SecondFactor.objects.select_for_update().filter(account=account, kind=APP)
    for one in held:
        step = right_code(unseal(one.secret), code, one.used)
        if step is not None:
            one.used, one.used_at = step, timezone.now()
            one.save()
            return APP
    return ""


def _by_spare(account: Account, code: str) -> str:
    found = SecondFactor.objects.filter(
        account=account, kind=SPARE, secret=_hashed(account, code)
    )
    return SPARE if found.delete()[0] else ""


def _digits(code: str) -> str:
    return "".join(one for one in code if one.isdigit())[:12]


def _grouped(code: str) -> str:
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _hashed(account: Account, code: str) -> str:
    plain = "".join(one for one in code.lower() if one.isalnum())[:32]
    return hashlib.sha256(f"{account.pk}/{plain}".encode()).hexdigest()


def seal(text: str) -> str:
    """The text, to be read with the installation's key alone."""
    return _box().encrypt(text.encode()).decode()


def unseal(text: str) -> str:
    """What was sealed."""
    return _box().decrypt(text.encode()).decode()


def _box() -> Fernet:
    key = hashlib.sha256(b"second factor/" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
