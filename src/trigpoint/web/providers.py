"""Who vouches for people of an organisation (OpenID Connect): a file of the installation.

`sign-in.toml`, readable by its owner alone, has a table for each provider:

    [provider.fellshire]
    called = "Fellshire Constabulary"
    issuer = "https://accounts.example"
    client_id = "trigpoint"
    client_secret = "..."
    trusts_second_factor = false
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from trigpoint.records.record import Refusal

FILE = "sign-in.toml"
#: Ways of signing in (RFC 8176) that show a second factor.
SECOND = frozenset({"mfa", "otp", "hwk", "swk", "fpt", "face", "sc"})
_SLUG = re.compile(r"[a-z0-9-]{1,40}")
_NEEDED = ("called", "issuer", "client_id", "client_secret")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Who vouches for people. `trusts_second_factor`: theirs counts, if they say so."""

    slug: str
    called: str
    issuer: str
    client_id: str
    client_secret: str
    trusts_second_factor: bool = False

    def factor_shown(self, claims: dict[str, Any]) -> bool:
        """Whether the provider says that a second factor was shown, and is believed."""
        told = claims.get("amr") or ()
        return self.trusts_second_factor and bool(SECOND & set(told))


def read_providers(place: Path) -> dict[str, Provider]:
    """Those of an installation, by slug; none where there is no file.

    Refuses a file that others can read, or that does not say what it must.
    """
    path = place / FILE
    if not path.exists():
        return {}
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> dict[str, Provider]:
    if path.stat().st_mode & 0o077:
        msg = f"{path} can be read by others: run `chmod 600 {path}`."
        raise Refusal(msg)
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        msg = f"{path} is not TOML: {problem}."
        raise Refusal(msg) from problem
    return {
        slug: _made(path, slug, of) for slug, of in told.get("provider", {}).items()
    }


def _made(path: Path, slug: str, told: dict[str, Any]) -> Provider:
    where = f"{path}, [provider.{slug}]"
    lacking = [name for name in _NEEDED if not isinstance(told.get(name), str)]
    strange = sorted(set(told) - {*_NEEDED, "trusts_second_factor"})
    if not _SLUG.fullmatch(slug) or lacking or strange:
        msg = (
            f"{where}: a slug of small letters, with {', '.join(_NEEDED)} as texts and "
            f"trusts_second_factor as true or false; lacking: {', '.join(lacking) or '-'}"
            f"; not known: {', '.join(strange) or '-'}."
        )
        raise Refusal(msg)
    address = urlsplit(told["issuer"])
    if address.scheme != "https" and address.hostname not in ("localhost", "127.0.0.1"):
        msg = f"{where}: issuer must be an https address."
        raise Refusal(msg)
    return Provider(
        slug=slug,
        **{name: told[name] for name in _NEEDED},
        trusts_second_factor=told.get("trusts_second_factor") is True,
    )
