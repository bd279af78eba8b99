"""What truly happened: the entities of the hidden truth, before anybody writes it down.

Times are wall-clock minutes, days are day numbers (see `wall`). A child is its row
number in the population. `unwritten` names the fields whose act was truly done but
never put on record: agencies' files leave them empty, the truth keeps them.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Adult:
    """A parent, suspect or other grown-up whom police came to know."""

    number: int
    given: str
    surname: str
    boy: bool
    born: int
    ethnicity: str
    address: str
    postcode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A crime, incident or call. `children` and `adults`: (number, role) pairs."""

    number: int
    type: str
    offence: str = ""
    serious: bool = False
    reported: int
    crime_recorded: int | None = None
    begun: int
    ended: int
    grade_first: str
    grade: str
    arrived: int | None
    closed: int | None = None
    outcome: str = ""
    district: int
    hot_spot: int = -1
    children: tuple[tuple[int, str], ...]
    adults: tuple[tuple[int, str], ...] = ()
    officer: str = ""
    #: True where the closing, and the reviews, are written as a day only.
    vague: bool = False
    grade_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A safeguarding notice of police to their hub and the council."""

    number: int
    child: int
    occurrence: int
    submitted: int
    triaged: int | None
    sent: int | None
    risk: str
    decision: str
    district: int
    officer: str
    #: When the council's answer reached police.
    answered: int | None = None
    unwritten: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A referral that the council received. `notice`: the police notice behind it."""

    number: int
    child: int
    day: int
    source: str
    no_further_action: bool
    need: str
    closed: int | None
    reason: str
    notice: int | None = None
    worker: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A council assessment; `authorised` is None while it is open."""

    child: int
    referral: int
    begun: int
    authorised: int | None
    factors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """A strategy discussion. `purpose`: section 47, follow-up, or missing."""

    number: int
    child: int
    purpose: str
    held: int
    format: str
    agencies: tuple[str, ...]
    police_rep: str
    informed: int | None
    decision: str
    section_47_type: str
    minutes: int | None
    district: int
    known_to_police: bool
    follows: int | None = None
    referral: int | None = None
    unwritten: frozenset[str] = frozenset()

    @property
    def police(self) -> bool:
        """Whether police took part."""
        return "POLICE" in self.agencies


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """A section 47 enquiry of the council."""

    child: int
    referral: int
    discussion: int
    day: int
    conference_needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """An initial (ICPC) or review (RCPC) conference. `told`: invitation to police."""

    number: int
    child: int
    kind: str
    day: int
    cancelled: bool
    told: int | None
    report: int | None
    attended: bool
    district: int
    known_to_police: bool
    enquiry_day: int | None = None
    referral: int | None = None
    led_to_plan: bool = False
    unwritten: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A child protection plan with its reviews, and the flag on police systems."""

    child: int
    referral: int
    begun: int
    ended: int | None
    category: str
    latest: str
    reviews: tuple[int, ...]
    previous: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A warning marker on a child's police record."""

    child: int
    flag: str
    set_at: int
    removed: int | None
    set_by: str
    district: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A later grade, or a supervisor's review, of a missing episode."""

    at: int
    risk: str
    reason: str
    by: str
    supervisor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A return home interview: offered, perhaps accepted, held, fed back."""

    offered: int | None
    accepted: bool | None
    held: int | None
    by_whom: str
    shared: int | None
    disclosures: tuple[str, ...]
    unwritten: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One missing episode: `place` counts the child's episodes from 1."""

    number: int
    child: int
    place: int
    reported: int
    last_seen: int
    found: int | None
    found_where: str
    at_risk: bool
    in_care: bool
    district: int
    risk: str = ""
    risk_at: int | None = None
    reason: str = ""
    grades: tuple[Grade, ...] = ()
    prevention: int | None = None
    interview: Interview | None = None
    team: str = ""
    known_to_police: bool = True
    #: True where the return is written as a day only.
    vague: bool = False
    unwritten: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """An exploitation screening."""

    child: int
    at: int
    score: int
    band: str
    reviewed: int | None
    officer: str
    district: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """An investigation in somebody's hands, until it is passed on."""

    officer: str
    team: str
    at: int
    until: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Investigation:
    """The investigation of one occurrence, with its supervisor's reviews."""

    number: int
    occurrence: int
    allocations: tuple[Allocation, ...]
    reviews: tuple[tuple[int, str, bool], ...]
    district: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CareSpell:
    """A time in care, with one placement."""

    child: int
    begun: int
    ended: int | None
    legal_status: str
    placement: str
    provider: str
    home: int
    #: Where the child was placed: one foster home, or a children's home with others.
    address: str = ""
    postcode: str = ""


@dataclass(slots=True, kw_only=True)
class Network:
    """Who exploits some children together, and where they take them (`places.HOT_SPOTS`).

    `size`: how many grown-ups; `suspects`: those of them whom police know, by number.
    """

    number: int
    hot_spot: int
    size: int
    suspects: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploited:
    """A child who truly was exploited, whoever knew it.

    `plain`: by how many times the odds of being recognised, by whatever agency, are those
    of the typical child: so who is on one list is likelier on another.
    """

    child: int
    network: int
    role: str
    onset: int
    first_signal: int
    ended: int | None
    plain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One row of a file of the profile's second version: what was done, and when.

    `times`: column to time, None where it was not (yet) done; `cells`: the other columns.
    `of`: what the row belongs to, a kind and its number (occurrence, episode,
    investigation), whose written number stands in the row.
    """

    file: str
    child: int
    at: int
    district: int
    times: dict[str, int | None]
    cells: dict[str, str] = field(default_factory=dict)
    of: tuple[str, int] | None = None
    by: str = ""
    #: Columns that are written as a day only.
    vague: frozenset[str] = frozenset()
    unwritten: frozenset[str] = frozenset()
    #: False where it was done and no row was ever entered.
    entered: bool = True
    #: Scripted: written without a slip, so that what it shows is there in every county.
    scripted: bool = False


@dataclass(slots=True, kw_only=True)
class Lives:
    """Everything that happened in the county, in the order it was simulated."""

    #: First day lived, first day of the period, and the day after its last. What is
    #: over between the first two is cut away (see beginning).
    begun: int
    start: int
    end: int
    #: The day after the council's last extract: it sends its files before the end.
    council_end: int
    adults: list[Adult] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    discussions: list[Discussion] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)
    conferences: list[Conference] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)
    screenings: list[Screening] = field(default_factory=list)
    investigations: list[Investigation] = field(default_factory=list)
    care: list[CareSpell] = field(default_factory=list)
    networks: list[Network] = field(default_factory=list)
    exploited: list[Exploited] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
