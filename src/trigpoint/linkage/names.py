"""Names that name nobody: kept in the record, and no ground for a link."""

import re

#: What stands in a name field before, or instead of, a name.
_NOBODY = re.compile(
    r"\b(?:unknown|unborn|not known|no name|baby|infant|bump|newborn|male|female|boy|girl"
    r"|child|twin|unnamed|tbc|nk|n/?k)\b",
    re.IGNORECASE,
)


def named(text: str | None) -> str | None:
    """The name as compared: trimmed, lower case, plain spaces; None where it names nobody."""
    plain = " ".join((text or "").replace("\u00a0", " ").split()).lower()
    if (
        not plain
        or _NOBODY.search(plain)
        or not any(letter.isalpha() for letter in plain)
    ):
        return None
    return re.sub(r"[^a-z]", "", plain) or plain


def names_nobody(text: str | None) -> bool:
    """True where something stands in the field and it is no name."""
    return bool((text or "").strip()) and named(text) is None
