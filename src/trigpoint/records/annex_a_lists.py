"""The lists of the Annex A workbook, and their headers by meaning.

Source: Ofsted's guidance for inspections of local authority children's services
(ILACS), Annex A. Wording and order differ between years and councils, so a header is
known by words that it must hold, and words that it may not.
"""

import re
from dataclasses import dataclass, field

from trigpoint.records.wording import normal

#: (staged column, words that must stand in the header, words that may not).
Header = tuple[str, str, str]

IDENTITY = ("child_id", "sex", "ethnicity", "birth_date")
_IDENTITY: tuple[Header, ...] = (
    ("child_id", r"^(child )?(unique )?(child )?(id|identifier)( number)?$|child unique id|"
     r"child id", "adopter|family"),
    ("sex", r"^(gender|sex)$", ""),
    ("ethnicity", r"^ethnic", ""),
    ("birth_date", r"date of birth|^dob$|birth date", ""),
    ("extra.age", r"^age\b|age of child", ""),
)  # fmt: skip
_STAFF: tuple[Header, ...] = (
    ("team", r"allocated team|^team", ""),
    ("worker", r"allocated (social )?worker|^worker", ""),
)


@dataclass(frozen=True, slots=True)
class AnnexList:
    """One list. `telling`: the header by which it is known, a staged column of it.

    `copies`: a column that stands for another too. `beside`: (subject, columns with
    the date first, fixed values): facts of another subject in the same row.
    """

    name: str
    subject: str
    telling: str
    headers: tuple[Header, ...] = ()
    copies: dict[str, str] = field(default_factory=dict)
    beside: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The staged columns that the list should have."""
        return tuple(
            name for name, _, _ in self.headers if not name.startswith("extra.")
        )


LISTS: tuple[AnnexList, ...] = (
    AnnexList("list 1, contacts", "contact", "contact_date", (
        ("contact_date", r"date of contact|contact date", "last|iro|latest"),
        ("contact_source", r"contact source|source of contact", ""),
    )),
    AnnexList("list 2, early help", "early_help", "organisation", (
        ("start_date", r"assessment start", "continuous"),
        ("completion_date", r"assessment completion|completed", ""),
        ("organisation", r"organisation completing", ""),
    )),
    AnnexList("list 3, referrals", "referral", "referral_date", (
        ("referral_date", r"date of referral|referral date", ""),
        ("referral_source", r"referral source|source of referral", ""),
        ("nfa", r"nfa|no further action", ""),
        ("extra.referrals_in_year", r"number of referrals", ""),
        *_STAFF,
    ), copies={"referral_date": "referral_id"}),
    AnnexList("list 4, assessments", "assessment", "authorised_date", (
        ("extra.disability", r"disability", ""),
        ("start_date", r"assessment start", ""),
        ("extra.child_seen", r"child seen", ""),
        ("authorised_date", r"authoris", ""),
        ("extra.needs_support", r"requiring la", ""),
        *_STAFF,
    )),
    AnnexList("list 5, section 47 and conferences", "section_47", "start_date", (
        ("extra.disability", r"disability", ""),
        ("start_date", r"strategy discussion|section 47.*start|s47.*start", "number"),
        ("conference_not_required", r"conference.*unnecessary|icpc.*unnecessary", ""),
        ("extra.conference_date", r"date of initial child protection conference|"
         r"date of icpc|icpc date", ""),
        ("extra.led_to_plan", r"conference result in|icpc result", ""),
        ("extra.enquiries_in_year", r"number of (section 47|s47)", ""),
        ("extra.conferences_in_year", r"number of icpc", ""),
        *_STAFF,
    ), beside=(("initial_conference", {"extra.conference_date": "conference_date",
                                       "extra.led_to_plan": "led_to_plan"}, {}),)),
    AnnexList("list 6, children in need", "child_in_need", "begun", (
        ("extra.disability", r"disability", ""),
        ("begun", r"cin start", ""),
        ("primary_need", r"primary need", ""),
        ("last_seen", r"last seen", ""),
        ("ended", r"cin clos", ""),
        ("closure_reason", r"reason for closure", ""),
        ("status", r"case status", ""),
        *_STAFF,
    )),
    AnnexList("list 7, child protection plans", "protection_plan", "begun", (
        ("extra.disability", r"disability", ""),
        ("begun", r"(protection plan|cpp?) start", ""),
        ("initial_category", r"initial category", ""),
        ("latest_category", r"latest category", ""),
        ("last_visit", r"last statutory visit", ""),
        ("seen_alone", r"seen alone", ""),
        ("extra.latest_review", r"latest review|last review", ""),
        ("ended", r"(protection plan|cpp?) end", ""),
        ("police_powers", r"emergency protection order|police powers", ""),
        ("previous_plans", r"previous.*plans", ""),
        *_STAFF,
    ), copies={"begun": "plan_id"},
       beside=(("plan_review", {"extra.latest_review": "review_date",
                                "begun": "plan_id"}, {"latest_only": "true"}),)),
    AnnexList("list 8, looked-after children", "looked_after", "begun", (
        ("extra.disability", r"disability", ""),
        ("begun", r"started to be looked after", ""),
        ("ended", r"date ceased to be looked after", ""),
        ("legal_status", r"^child s legal status|^legal status", ""),
        ("placement", r"placement type", ""),
        ("missing_count", r"number of episodes.*missing", ""),
        ("absent_count", r"number of episodes.*absent", ""),
        ("interview_offered", r"offered a return interview", ""),
        ("interview_accepted", r"accept a return interview", ""),
        *_STAFF,
    )),
    AnnexList("list 9, care leavers", "kept", "extra.eligibility", (
        ("extra.eligibility", r"eligibility category", ""),
        ("extra.accommodation", r"type of accommodation", ""),
        ("extra.in_touch", r"la in touch", ""),
    )),
    AnnexList("list 10, adoption", "kept", "extra.placement_order", (
        ("extra.placement_order", r"date of placement order", ""),
        ("extra.placed", r"date placed for adoption", ""),
    )),
    AnnexList("list 11, adopters", "kept", "extra.adopter", (
        ("extra.adopter", r"individual adopter", ""),
        ("extra.family", r"family identifier", ""),
    )),
)  # fmt: skip


def column_of(header: str, about: AnnexList | None) -> str | None:
    """The staged column of a header, in one list or (None) in any; None if no list's."""
    words = normal(
        re.sub(r"^(list[_ ]?\d+[ .:_-]*)", "", header.strip(), flags=re.IGNORECASE)
    )
    if not words:
        return None
    lists = LISTS if about is None else (about,)
    for known in (_IDENTITY, *(each.headers for each in lists)):
        for name, must, never in known:
            if re.search(must, words) and not (never and re.search(never, words)):
                return name
    return None


def list_of(title: str, header: list[str]) -> AnnexList:
    """The list of a sheet: that whose headers it has most of; its title breaks a tie."""
    number = re.search(r"list[_ ]*(\d+)", title, flags=re.IGNORECASE)

    def share(about: AnnexList) -> tuple[float, bool]:
        found = {column_of(text, about) for text in header} - {*IDENTITY, None}
        own = len(found - {"team", "worker", "extra.disability", "extra.age"})
        named = bool(number) and about.name.startswith(f"list {number.group(1)},")
        wanted = len(
            {n for n, _, _ in about.headers} - {"team", "worker", "extra.disability"}
        )
        return own / wanted + (about.telling in found), named

    return max(LISTS, key=share)
