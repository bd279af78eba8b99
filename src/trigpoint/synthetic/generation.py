"""An invented force and council: the truth first, then what each agency wrote of it.

`generate` is the way in. It writes `extracts/` in the agencies' own formats, and
`truth/` beside it, which only a test of the product may read.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from trigpoint.synthetic import (
    annex_a_export,
    beginning,
    care,
    cin_export,
    closures,
    conferences,
    contacts,
    council_register,
    deeds,
    deeds_powers,
    exploitation,
    investigations,
    knobs,
    missing,
    missing_response,
    person_export,
    places,
    planted,
    planted_deeds,
    police_export,
    population,
    protection,
    referrals,
    register,
    ssda903_export,
    staff,
    truth_export,
    workforce_export,
)
from trigpoint.synthetic.county import County
from trigpoint.synthetic.lives import Lives
from trigpoint.synthetic.streams import Streams
from trigpoint.timekeeping import london

LEAST_CHILDREN = 100
LEAST_DAYS = 120
_FIRST, _LAST = date(2013, 1, 1), date(2027, 1, 1)

_NOTICE = f"""Everything in this folder is invented.

{places.FORCE} and {places.COUNCIL} do not exist, nor does anybody named
here. Names are put together from syllables; likeness to anybody is chance.
The council's number, {places.COUNCIL_CODE}, belonged to no authority when this was written; the
postcode area ZZ99 belongs to no place.
"""


class Refused(ValueError):
    """Refused before anything was written; the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What was written. `files`: path below the folder to SHA-256."""

    out: Path
    regime: str
    seed: int
    children: int
    start: date
    end: date
    counts: dict[str, int]
    files: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "invented": True,
            "regime": self.regime,
            "seed": self.seed,
            "children": self.children,
            "from": self.start.isoformat(),
            "to": self.end.isoformat(),
            "counts": self.counts,
            "files": self.files,
        }


def generate(
    *,
    out: Path,
    children: int,
    seed: int,
    regime: str,
    start: date | None = None,
    end: date | None = None,
    scripted: bool | None = None,
    progress: Callable[[str], None] | None = None,
) -> Manifest:
    """Write an invented county of so many children to a new folder.

    `scripted`: whether a few children are scripted, so that every outcome occurs; not
    told, they are wherever practice stays the same (see `has_scripts`).
    Refuses an unknown regime, a folder that holds something, a period that is too short or
    outside the years whose working days are known.
    """
    say = progress or (lambda _: None)
    settings = _checked(out, children, regime, start, end)
    say(f"simulating {children:,} children, {settings.start} to {settings.end}")
    scripted = has_scripts(settings) if scripted is None else scripted
    county = simulate(
        children=children, seed=seed, settings=settings, scripted=scripted
    )
    say("writing what the agencies have on record")
    numbers = _write_extracts(county, out / "extracts")
    say("writing the truth beside it")
    truth_export.write(county, numbers, out / "truth")
    manifest = Manifest(
        out=out,
        regime=regime,
        seed=seed,
        children=children,
        start=settings.start,
        end=settings.end,
        counts=_counts(county),
        files=truth_export.hashes(out),
    )
    truth_export.write_manifest(out / "truth", manifest.as_json(), settings, scripted)
    return manifest


def has_scripts(settings: knobs.Knobs) -> bool:
    """Whether children are scripted if nobody says: not where two times are compared.

    They lie near the end of the period, and would be taken for a change of practice.
    """
    return settings.change is None


def simulate(
    *, children: int, seed: int, settings: knobs.Knobs, scripted: bool | None = None
) -> County:
    """Live through the period: the hidden truth, and what agencies did about it."""
    scripted = has_scripts(settings) if scripted is None else scripted
    streams = Streams(seed)
    end = london.day_number(settings.end)
    lives = Lives(
        begun=beginning.first_lived(settings),
        start=london.day_number(settings.start),
        end=end,
        council_end=end - settings.county["recording"]["council_days_before_end"],
    )
    # Some grow up and others are born in the period: more people than children a day.
    years = (settings.end - settings.start).days / 365.25
    everybody = round(children * (18 + years) / 18)
    county = County(
        people=population.make(everybody, settings, streams),
        staff=staff.make(children, settings, streams),
        knobs=settings,
        streams=streams,
        lives=lives,
    )
    exploitation.happen(county)
    care.happen(county)
    missing.happen(county)
    contacts.happen(county)
    missing_response.respond(county)
    investigations.disclosed(county)
    exploitation.recognised(county)
    referrals.happen(county)
    protection.happen(county)
    conferences.happen(county)
    closures.happen(county)
    beginning.cut(county.lives)
    if scripted:
        planted.happen(county)
    investigations.happen(county)
    deeds.happen(county)
    deeds_powers.happen(county)
    if scripted:
        planted_deeds.happen(county)
    return county


def _checked(
    out: Path, children: int, regime: str, start: date | None, end: date | None
) -> knobs.Knobs:
    settings = knobs.load(regime, start, end)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refused(
            f"{out} is not empty: give a new folder, so that nothing is lost."
        )
    if children < LEAST_CHILDREN:
        raise Refused(
            f"{children} children are too few for a county: give {LEAST_CHILDREN} or more."
        )
    if not _FIRST <= settings.start < settings.end <= _LAST:
        raise Refused(
            f"A period from {settings.start} to {settings.end}: it must begin before it "
            f"ends and lie between {_FIRST} and {_LAST}."
        )
    if (settings.end - settings.start).days < LEAST_DAYS:
        raise Refused(
            f"A period of {(settings.end - settings.start).days} days is too short to "
            f"show anything: give {LEAST_DAYS} days or more."
        )
    return settings


def _write_extracts(county: County, folder: Path) -> truth_export.Numbers:
    council = folder / "council"
    council.mkdir(parents=True)
    (folder / "INVENTED.txt").write_text(_NOTICE, encoding="utf-8")
    known = register.make(county)
    police, rows = police_export.write(county, known, folder / "police")
    children = council_register.make(county)
    cin_export.write(county, children, council)
    ssda903_export.write(county, children, council)
    annex_a_export.write(county, children, council / "annex_a.xlsx")
    person_export.write(county, children, known, council)
    workforce_export.write(county, council)
    return truth_export.Numbers(
        police=police, rows=rows, register=known, council=children
    )


def _counts(county: County) -> dict[str, int]:
    lives = county.lives
    return {
        "occurrences": len(lives.occurrences),
        "notices": len(lives.notices),
        "referrals": len(lives.referrals),
        "assessments": len(lives.assessments),
        "strategy_discussions": len(lives.discussions),
        "section_47_enquiries": len(lives.enquiries),
        "conferences": len(lives.conferences),
        "protection_plans": len(lives.plans),
        "missing_episodes": len(lives.episodes),
        "screenings": len(lives.screenings),
        "investigations": len(lives.investigations),
        "times_in_care": len(lives.care),
        "exploited_children": len(lives.exploited),
    }
