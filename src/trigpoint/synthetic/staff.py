"""Officers and social workers: ranks, teams, postings, accreditations and their expiry."""

from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic import beginning, names, places
from trigpoint.synthetic.knobs import Knobs
from trigpoint.synthetic.streams import Streams
from trigpoint.timekeeping import london

#: Days for which a specialist accreditation lasts.
LASTS = 3 * 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Somebody in one rank and team; `ends` is None while it goes on."""

    officer: str
    rank: str
    team: str
    district: int
    begins: int
    ends: int | None
    fte: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """An accreditation, valid from `gained` to `expires` (both included)."""

    officer: str
    skill: str
    gained: int
    expires: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialWorker:
    """A council social worker."""

    number: str
    name: str
    team: str
    role: int
    begins: int
    ends: int | None
    fte: float
    agency: bool
    born: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Everybody who acts, with look-ups by what they can do."""

    postings: tuple[Posting, ...]
    skills: tuple[Skill, ...]
    workers: tuple[SocialWorker, ...]
    by_rank: dict[str, tuple[Posting, ...]]
    held: dict[str, tuple[Skill, ...]]

    def accredited(self, officer: str, day: int) -> bool:
        """Whether the officer was an accredited child abuse investigator that day."""
        valid = {
            one.skill
            for one in self.held.get(officer, ())
            if one.gained <= day and (one.expires is None or one.expires >= day)
        }
        return {"PIP2", "SCAIDP"} <= valid

    def on_duty(self, ranks: tuple[str, ...], day: int) -> list[Posting]:
        """Everybody of these ranks who was in post that day."""
        return [
            one
            for rank in ranks
            for one in self.by_rank.get(rank, ())
            if one.begins <= day and (one.ends is None or one.ends >= day)
        ]

    def anyone(
        self,
        ranks: tuple[str, ...],
        day: int,
        rng: np.random.Generator,
        district: int = -1,
    ) -> str:
        """One of these ranks, of the district if there is one; "" where nobody is."""
        able = self.on_duty(ranks, day)
        near = [one for one in able if one.district == district] or able
        return near[int(rng.integers(len(near)))].officer if near else ""

    def worker(self, child: int, day: int) -> SocialWorker:
        """The social worker of a child on that day: the same while they stay."""
        team = [
            one
            for one in self.workers
            if one.role == 5
            and one.begins <= day
            and (one.ends is None or one.ends >= day)
        ]
        team = team or list(self.workers)
        return team[child * 7919 % len(team)]


def make(count: int, knobs: Knobs, streams: Streams) -> Staff:
    """Staff for a county of so many children; never fewer than an office needs."""
    rng = streams.of("staff")
    postings = _officers(count, knobs, rng)
    skills = _skills(postings, knobs, rng)
    by_rank: dict[str, list[Posting]] = {}
    held: dict[str, list[Skill]] = {}
    for posting in postings:
        by_rank.setdefault(posting.rank, []).append(posting)
    for skill in skills:
        held.setdefault(skill.officer, []).append(skill)
    return Staff(
        postings=tuple(postings),
        skills=tuple(skills),
        workers=tuple(_workers(count, knobs, rng)),
        by_rank={rank: tuple(found) for rank, found in by_rank.items()},
        held={officer: tuple(found) for officer, found in held.items()},
    )


_RANKS = (
    # rank, team, share of the county's number, never fewer than
    ("DC", "Public protection", "detectives", 1.0, 12),
    ("DC", "General CID", "general_investigators", 0.35, 12),
    ("PC", "Response", "general_investigators", 0.65, 36),
    ("DS", "Public protection", "detectives", 0.22, 7),
    ("DI", "Public protection", "detectives", 0.09, 3),
    ("PS", "Response", "general_investigators", 0.14, 12),
    ("INSP", "Response", "general_investigators", 0.06, 6),
    ("STAFF", "Safeguarding hub", "detectives", 0.20, 5),
)


def _officers(count: int, knobs: Knobs, rng: np.random.Generator) -> list[Posting]:
    start, end = beginning.first_lived(knobs), london.day_number(knobs.end)
    found: list[Posting] = []
    for rank, team, of, share, least in _RANKS:
        wanted = knobs.county["count_per_100_000"][of] * share * count / 100_000
        for place in range(max(least, round(wanted))):
            district = place % len(places.DISTRICTS)
            number = f"{rank}{2000 + len(found) * 7 % 7000:04d}"
            found += _postings(number, rank, team, district, (start, end), rng)
    return found


def _postings(
    officer: str,
    rank: str,
    team: str,
    district: int,
    period: tuple[int, int],
    rng: np.random.Generator,
) -> list[Posting]:
    """One posting for most; some leave or change team within the period."""
    start, end = period
    begins = start - int(rng.integers(60, 3000))
    turn = int(rng.integers(start + 30, end))
    change = rng.random()
    name = f"{team} {places.DISTRICTS[district].name}"
    fte = 1.0 if rng.random() < 0.85 else 0.8
    one = {"officer": officer, "rank": rank, "district": district, "fte": fte}
    if change < 0.82:
        return [Posting(team=name, begins=begins, ends=None, **one)]
    first = Posting(team=name, begins=begins, ends=turn, **one)
    if change < 0.90:
        return [first]
    other = f"{team} {places.DISTRICTS[(district + 1) % 6].name}"
    return [first, Posting(team=other, begins=turn + 1, ends=None, **one)]


def _skills(
    postings: list[Posting], knobs: Knobs, rng: np.random.Generator
) -> list[Skill]:
    start, end = beginning.first_lived(knobs), london.day_number(knobs.end)
    found: list[Skill] = []
    seen: set[str] = set()
    for posting in postings:
        if posting.officer in seen:
            continue
        seen.add(posting.officer)
        specialist = posting.team.startswith("Public protection")
        found += _held(posting, specialist, (start, end), knobs, rng)
    return found


def _held(
    posting: Posting,
    specialist: bool,
    period: tuple[int, int],
    knobs: Knobs,
    rng: np.random.Generator,
) -> list[Skill]:
    start, end = period
    early = start - int(rng.integers(100, 1500))
    officer = posting.officer
    if not specialist:
        level = "PIP1" if posting.rank in ("PC", "PS", "STAFF", "INSP") else "PIP2"
        if rng.random() < 0.25:
            return []
        return [Skill(officer=officer, skill=level, gained=early, expires=None)]
    found = [Skill(officer=officer, skill="PIP2", gained=early, expires=None)]
    found += _courses(officer, (start, end), knobs, rng)
    if rng.random() < 0.6:
        gained = start - int(rng.integers(0, 900))
        found.append(
            Skill(officer=officer, skill="ABE_INTERVIEW", gained=gained, expires=None)
        )
    if posting.rank in ("DS", "DI") and early % 3:
        found.append(
            Skill(officer=officer, skill="CHILD_DEATH", gained=early, expires=None)
        )
    return found


def _courses(
    officer: str, period: tuple[int, int], knobs: Knobs, rng: np.random.Generator
) -> list[Skill]:
    """The specialist course, renewed when it runs out, or allowed to lapse."""
    start, end = period
    gained = start - int(rng.integers(60, LASTS))
    lapsed = rng.random() < knobs.number("investigation.accreditation_lapsed")
    found = []
    while gained < end:
        expires = gained + LASTS
        found.append(
            Skill(officer=officer, skill="SCAIDP", gained=gained, expires=expires)
        )
        if lapsed:
            break
        gained = expires - int(rng.integers(10, 120))
    return found


_TEAMS = (
    "Multi Agency Safeguarding Hub",
    "Locality North",
    "Locality West",
    "Locality South",
    "Children Looked After",
)


def _workers(count: int, knobs: Knobs, rng: np.random.Generator) -> list[SocialWorker]:
    start, end = beginning.first_lived(knobs), london.day_number(knobs.end)
    wanted = knobs.county["count_per_100_000"]["social_workers"] * count / 100_000
    found = []
    for place in range(max(16, round(wanted))):
        leaves = rng.random() < 0.22
        begins = start - int(rng.integers(-300, 3000))
        name = f"{names.given(rng, rng.random() < 0.25)} {names.surname(rng)}"
        found.append(
            SocialWorker(
                number=f"ZZ{10_000_000 + place * 7_919 % 9_000_000}",
                name=name,
                team=_TEAMS[place % len(_TEAMS)],
                role=5 if place % 6 else int(rng.choice([3, 4, 6])),
                begins=begins,
                ends=int(rng.integers(max(start, begins) + 60, end))
                if leaves
                else None,
                fte=1.0 if rng.random() < 0.7 else float(rng.choice([0.5, 0.6, 0.8])),
                agency=bool(rng.random() < 0.16),
                born=start - int(rng.integers(23, 60) * 365),
            )
        )
    return found
