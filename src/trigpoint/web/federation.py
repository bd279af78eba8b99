"""Signing in with an organisation's own accounts: speaking with who vouches for them."""

import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

from authlib.integrations.django_client import OAuth
from django.conf import settings

from trigpoint.records.record import Refusal
from trigpoint.web.providers import Provider, read_providers

_LOG = logging.getLogger(__name__)
#: Seconds that the provider may take to answer.
PATIENCE = 10


def providers() -> dict[str, Provider]:
    """Those of this installation; none, and a line in the server's log, if it is wrong."""
    try:
        return read_providers(Path(settings.PLACE))
    except Refusal as refusal:
        _LOG.error("%s", refusal)
        return {}


def client(provider: Provider) -> Any:  # noqa: ANN401 - the library's own class
    """What speaks with the provider, with PKCE; refuses one that names another issuer."""
    found = _client(provider)
    if found.load_server_metadata().get("issuer") != provider.issuer:
        msg = (
            f"{provider.called} says that it is another issuer than {provider.issuer}."
        )
        raise Refusal(msg)
    return found


@lru_cache(maxsize=16)
def _client(provider: Provider) -> Any:  # noqa: ANN401
    return OAuth().register(
        provider.slug,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid",
            "code_challenge_method": "S256",
            "default_timeout": PATIENCE,
        },
    )
