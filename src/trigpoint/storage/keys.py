"""Keys of an installation: made once, kept in its place, readable by their owner alone."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from trigpoint.records.record import Refusal

#: Signs cookies, seals second factors, and is what webhooks' secrets are made from.
INSTALLATION = "secret.key"


def installation_key(place: Path) -> str:
    """The installation's own key."""
    return kept_key(place / INSTALLATION, lambda: secrets.token_urlsafe(64))


def kept_key(path: Path, make: Callable[[], str]) -> str:
    """The key of a file, made if there is none; refuses one that others can read."""
    if not path.exists():
        draft = path.with_suffix(".new")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as target:
            target.write(make())
        draft.rename(path)
    if path.stat().st_mode & 0o077:
        msg = f"{path} can be read by others: run `chmod 600 {path}`."
        raise Refusal(msg)
    return path.read_text(encoding="ascii")
