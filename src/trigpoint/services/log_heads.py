"""The ends of the access log's chains, signed for somebody else to hold (RFC 8032).

Whoever holds one can show later what the log was: neither a cut tail nor a chain made
anew meets it, and the installation cannot say that it never gave it out.
"""

import json
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from trigpoint.records.record import Refusal
from trigpoint.services.verify_log import read_heads
from trigpoint.storage.keys import kept_key

KEY_FILE = "log-signing.key"
#: What a signature is of, in this order.
SIGNED = ("organisation", "sequence", "hash", "at")


def signed_heads(*, place: Path) -> list[dict[str, Any]]:
    """The end of each organisation's chain, with the time, the key and the signature."""
    heads = read_heads(place=place)
    key = _key(place)
    public = key.public_key().public_bytes_raw().hex()
    found = []
    for head in heads:
        told = {**head, "key": public}
        found.append({**told, "signature": key.sign(message(told)).hex()})
    return found


def public_key(*, place: Path) -> str:
    """The key by which others check heads, as hexadecimal digits."""
    return _key(place).public_key().public_bytes_raw().hex()


def read_held(text: str, *, key: str) -> list[dict[str, Any]]:
    """The heads of a file, one a line, each checked against a key; refuses one that is not.

    The key is the holder's own copy: the one in the file may be a forger's.
    """
    try:
        heads = [json.loads(line) for line in text.splitlines() if line.strip()]
        for number, head in enumerate(heads, 1):
            _check(head, key, number)
    except (ValueError, KeyError, TypeError) as problem:
        msg = (
            "The file of heads is not as `trigpoint log heads` writes it, one JSON object "
            f"a line with organisation, sequence, hash, at and signature: {problem}."
        )
        raise Refusal(msg) from problem
    return heads


def _check(head: dict[str, Any], key: str, number: int) -> None:
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
    try:
        public.verify(bytes.fromhex(head["signature"]), message(head))
    except InvalidSignature:
        msg = (
            f"Line {number}: the signature is not this installation's. The head was altered"
            ", or the key is another."
        )
        raise Refusal(msg) from None


def message(head: dict[str, Any]) -> bytes:
    """What is signed of a head, as bytes."""
    told = json.dumps([head[name] for name in SIGNED], separators=(",", ":"))
    return b"trigpoint log head 1\n" + told.encode()


def _key(place: Path) -> Ed25519PrivateKey:
    """The installation's signing key."""
    held = kept_key(
        place / KEY_FILE, lambda: Ed25519PrivateKey.generate().private_bytes_raw().hex()
    )
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(held))
