"""Links to decide: records that may be one child, field by field, with an undo."""

from typing import Any

from django.utils.translation import gettext, gettext_lazy

from trigpoint.access.roles import Action
from trigpoint.chronology.likely import Band
from trigpoint.services import decide_links
from trigpoint.web.site import Asked, Go, Page, Shown

#: What a record says of its person, in the order shown.
_FIELDS = (
    ("given", gettext_lazy("First name")), ("surname", gettext_lazy("Surname")),
    ("birth", gettext_lazy("Born")), ("sex", gettext_lazy("Sex")),
    ("postcode", gettext_lazy("Postcode")),
)  # fmt: skip


def links(asked: Asked) -> Shown | Go:
    """What waits, what likeness alone has joined, what was decided; a POST decides."""
    sent = asked.request.POST
    if asked.request.method == "POST":
        decide_links.decide(
            asked.connection, person=asked.person, looking=asked.looking,
            pair=sent.get("pair", "")[:40], same=sent.get("same", ""),
            because=sent.get("because", "")[:500],
        )  # fmt: skip
        return Go(to="/links/")
    joined = asked.request.GET.get("show") == "joined"
    pairs, count = decide_links.read_open(
        asked.connection, person=asked.person, looking=asked.looking,
        band=Band.LINKED if joined else Band.TO_DECIDE,
    )  # fmt: skip
    decided = decide_links.read_decided(
        asked.connection, person=asked.person, looking=asked.looking
    )
    told = {
        "pairs": [_laid_out(row) for row in pairs], "count": count, "joined": joined,
        "decided": [_laid_out(row) for row in decided],
    }  # fmt: skip
    return Shown(template="officers/links.html", told=told)


def _laid_out(row: dict[str, Any]) -> dict[str, Any]:
    shown = row["shown"]
    one, other = shown["said_one"], shown["said_other"]
    lines = [
        (words, one.get(name) or "–", other.get(name) or "–", shown["fields"].get(name, ""))
        for name, words in _FIELDS
    ]  # fmt: skip
    return {**row, "lines": lines, "warnings": shown["warnings"],
            "likely": _likely(shown["probability"]),
            "from_one": _from(row["one_space"]), "from_other": _from(row["other_space"]),
            "name_one": _name(one), "name_other": _name(other)}  # fmt: skip


def _likely(probability: float) -> str:
    """As a share; never all of it, which only an identifier could say."""
    return (
        f"{probability:.1%}"
        if probability < 0.999
        else gettext("over %(share)s") % {"share": "99.9%"}
    )


def _from(space: str) -> str:
    return space.partition(":")[0].capitalize()


def _name(said: dict[str, Any]) -> str:
    whole = f"{said.get('given') or ''} {(said.get('surname') or '').upper()}".strip()
    return whole or gettext("No name on record")


PAGE = Page(
    path="links/", name="links", title="Links to decide", action=Action.DECIDE_LINKS,
    answer=links, posts=True,
)  # fmt: skip
