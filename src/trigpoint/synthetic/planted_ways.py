"""The ways in which planted deeds turn out, and one planted row (see planted_deeds.py)."""

from dataclasses import dataclass, field

from trigpoint.synthetic.county import County
from trigpoint.synthetic.deeds import Doer
from trigpoint.synthetic.lives import Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How one child's deeds turn out.

    `share`: when each was done, as a share of its limit; None: never. `days`: how long
    before the end it began (never at midnight, which would be read as no hour).
    `cells`: what is written otherwise than by default.
    """

    words: str
    share: float | None
    days: float
    vague: bool = False
    cells: dict[str, str] = field(default_factory=dict)
    excused: bool = False


WAYS = (
    Way(words="Deeds of version 2: nothing was done.", share=None, days=59.99),
    Way(words="Deeds of version 2: all late.", share=2.2, days=74.99),
    Way(words="Deeds of version 2: all in time.", share=0.5, days=67.99),
    Way(words="Deeds of version 2: the clock still runs.", share=None, days=0.011),
    Way(
        words="Deeds of version 2: written as a day, or not readable.",
        share=1.0,
        days=51.99,
        vague=True,
        cells={
            "grounds": "UNKNOWN",
            "place": "UNKNOWN",
            "still_at_risk": "UNKNOWN",
            "bed_reply": "UNKNOWN",
            "lives_with_children": "UNKNOWN",
            "grade": "UNKNOWN",
            "risk": "UNKNOWN",
            "given_to": "",
            "interviewer": "",
            "lead": "",
        },
    ),
    Way(
        words="Deeds of version 2: not called for.",
        share=None,
        days=82.99,
        cells={
            "excused": "SAME_COUNCIL;COULD_NOT_UNDERSTAND;NOT_PRACTICABLE;COVERT_RISK_AGREED"
        },
        excused=True,
    ),
)


_EXCUSABLE = ("police_protection", "detention", "image_referral")


def deed(
    doer: Doer,
    way: Way,
    file: str,
    child: int,
    base: tuple[str, int],
    limits: dict[str, float],
    **more: object,
) -> Deed:
    """One row that began with `base` (column, time), its deeds done as the way says."""
    column, at = base
    times: dict[str, int | None] = {column: at} if column else {}
    for name, minutes in limits.items():
        done = None if way.share is None else at + way.share * minutes
        times[name] = doer.county.by(done)
    cells = dict(more.pop("cells", {}))  # type: ignore[call-overload]
    known = {
        name: text
        for name, text in way.cells.items()
        if name in cells or name == "excused"
    }
    one = Deed(
        file=file,
        child=child,
        at=at,
        district=doer.county.district(child),
        times=times,
        cells={**cells, **known} if file in _EXCUSABLE else {**cells, **_but(known)},
        vague=frozenset(limits) if way.vague else frozenset(),
        scripted=True,
        **more,  # type: ignore[arg-type]
    )
    doer.county.lives.deeds.append(one)
    return one


def _but(cells: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in cells.items() if name != "excused"}


def trained(county: County, skill: str, day: int) -> str:
    """An officer who holds that accreditation then; "" where nobody does."""
    for officer, held in sorted(county.staff.held.items()):
        if any(one.skill == skill and one.gained <= day for one in held):
            return officer
    return ""
