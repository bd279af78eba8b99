"""Security keys (WebAuthn): adding one, and signing in with it. The browser does the rest."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
)

from trigpoint.storage.models import Account, SecondFactor
from trigpoint.web.second_factor import KEY, seal, unseal

_STATE = "security-key"


def keys(account: Account) -> list[SecondFactor]:
    """The person's keys."""
    return list(SecondFactor.objects.filter(account=account, kind=KEY))


def begin_adding(request: HttpRequest, account: Account) -> dict[str, Any]:
    """What the browser asks a new key, as JSON."""
    user = PublicKeyCredentialUserEntity(
        id=account.pk.bytes, name=account.name, display_name=account.shown_as
    )
    options, state = _server(request).register_begin(
        user, [_credential(one) for one in keys(account)]
    )
    request.session[_STATE] = state
    return dict(options)


def finish_adding(
    request: HttpRequest, account: Account, answer: dict[str, Any], called: str
) -> bool:
    """Keep the key; False where its answer is not right."""
    state = request.session.pop(_STATE, None)
    if state is None:
        return False
    try:
        made = _server(request).register_complete(state, answer)
    except (ValueError, KeyError, TypeError):
        return False
    assert made.credential_data is not None
    SecondFactor.objects.create(
        account=account,
        kind=KEY,
        called=called[:80],
        secret=seal(bytes(made.credential_data).hex()),
        used=made.counter,
    )
    return True


def begin_asking(request: HttpRequest, account: Account) -> dict[str, Any]:
    """What the browser asks a key that is known, as JSON."""
    held = [_credential(one) for one in keys(account)]
    options, state = _server(request).authenticate_begin(held)
    request.session[_STATE] = state
    return dict(options)


def finish_asking(
    request: HttpRequest, account: Account, answer: dict[str, Any]
) -> bool:
    """Whether one of the person's keys answered, and not by a copy of an old answer."""
    state = request.session.pop(_STATE, None)
    held = {_credential(one).credential_id: one for one in keys(account)}
    if state is None or not held:
        return False
    credentials = [_credential(one) for one in held.values()]
    try:
        used = _server(request).authenticate_complete(state, credentials, answer)
    except (ValueError, KeyError, TypeError):
        return False
    one = held[used.credential_id]
    count = _count(answer)
    if count and count <= one.used:
        return False
    one.used, one.used_at = count, timezone.now()
    one.save()
    return True


def _count(answer: dict[str, Any]) -> int:
    from fido2.webauthn import AuthenticationResponse

    return AuthenticationResponse.from_dict(answer).response.authenticator_data.counter


def _server(request: HttpRequest) -> Fido2Server:
    host = request.get_host().partition(":")[0]
    return Fido2Server(PublicKeyCredentialRpEntity(id=host, name="Trigpoint"))


def _credential(one: SecondFactor) -> AttestedCredentialData:
    return AttestedCredentialData(bytes.fromhex(unseal(one.secret)))
