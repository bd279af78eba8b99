"""Words by which records say what kind of place it was, and not which.

Two children who were both found at "Friend's address" were not found together.
"""

import re

_WHOSE = (
    "friend|parent|mother|father|mum|mom|dad|gran|grandparent|grandmother|grandfather|nan|"
    "relative|relation|family|sibling|brother|sister|aunt|uncle|cousin|carer|"
    "foster ?carer|boyfriend|girlfriend|partner|ex-partner|associate|neighbour|own|home|"
    "his|her|their|child|family member|extended family|other|another|private|unknown"
)
_KIND = "home|address|home address|house|flat|place|property|residence|premises"

#: A whole place text, with apostrophes plain: matched without regard to case, by Python
#: and by PostgreSQL alike.
UNLOCATED = (
    r"^\W*("
    rf"(at |the |a |an )*({_WHOSE})(s|'s|s')?( ({_KIND}))?"
    rf"|(at |the |a |an )*({_KIND})"
    r"|((has |was |had )?(returned|came back|come back|went back|attended)\y.*)"
    r"|own accord|of (his|her|their) own (accord|will)"
    r"|(care|children'?s|foster|residential) (home|placement)|placement|accommodation"
    r"|(police|train|railway|bus) station|hospital|school|college|street|park|public place"
    r"|hotel|shop|vehicle|car|outside|elsewhere|out of (the )?(area|county|force)"
    r"|(not|un) ?(known|stated|recorded|specified|given)|n/?[ak]|none|nil|tbc|unk"
    r")?\W*$"
)
_UNLOCATED = re.compile(UNLOCATED.replace(r"\y", r"\b"), re.IGNORECASE)


def is_located(place: str | None) -> bool:
    """Whether the text names one place, so that two who were there were at one place."""
    text = (place or "").strip().replace("’", "'")
    return text != "" and not _UNLOCATED.match(text)


def located_sql(place: str) -> str:
    """The same question of an SQL expression, for a query with named parameters.

    The query takes `UNLOCATED` as `%(unlocated)s`.
    """
    return (
        f"(btrim(coalesce({place}, '')) <> '' AND "
        f"replace(btrim({place}), '’', '''') !~* %(unlocated)s)"
    )
