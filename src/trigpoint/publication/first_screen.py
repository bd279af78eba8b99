"""The first screen: one sentence, three figures, who to look at now, five weaknesses."""

import numpy as np
import pyarrow as pa

from trigpoint.findings import districts, rates
from trigpoint.findings.finding import Counts, Finding
from trigpoint.publication.evidence import JUDGED, Evidence
from trigpoint.publication.parts import (
    Block,
    Column,
    Paragraph,
    Prose,
    Run,
    Table,
    Tile,
    Weakness,
    prose,
)
from trigpoint.publication.sentences import sentence
from trigpoint.publication.standard_lists import judged
from trigpoint.publication.wording import (
    count,
    district,
    listed,
    many,
    minute,
    percent,
    rate,
)
from trigpoint.standards.language import FollowedBy
from trigpoint.standards.standard import Fault
from trigpoint.vocabulary.agencies import Agency
from trigpoint.vocabulary.areas import WEAKNESSES, Area

POLICE = Agency.POLICE.value
NOT_MET = ("late", "missed")
#: How many children the first screen names; the list holds all.
SHOWN = 8
#: How many open duties of one child are named there.
NAMED = 3

#: The standard that speaks for each weakness, in order of choice.
HEADLINES: dict[Area, tuple[str, ...]] = {
    Area.CONTACT: (
        "police-information-before-first-decision",
        "strategy-discussion-with-police",
        "mash-referral-triaged",
        "safeguarding-referral-submitted",
    ),
    Area.PLANNING: ("conference-police-attendance", "conference-police-report"),
    Area.EXPLOITATION: ("cse-flag", "cse-screening"),
    Area.MISSING: (
        "repeat-missing-strategy-meeting",
        "missing-prevention-interview",
        "missing-risk-assessment",
    ),
    Area.INVESTIGATION: ("accredited-investigator-allocation",),
}


def opening(evidence: Evidence) -> Prose:
    """The one generated sentence."""
    counts = evidence.police
    if not counts.occasions:
        return prose("No police duty was called for in these records.")
    lists = evidence.lists
    not_met = lists.add(
        "police-late-or-missed",
        "Police duties late or not done",
        evidence.where(duty_holder=POLICE, outcome=NOT_MET),
    )
    judged = lists.add(
        "police-judged",
        "Police duties judged",
        evidence.where(duty_holder=POLICE, outcome=JUDGED),
    )
    return prose(
        "In ",
        Run(count(counts.not_met), not_met),
        " of ",
        Run(count(counts.judged), judged),
        " police duties judged, protection came late or not at all; ",
        _fault_run(evidence, Fault.RISK),
        " were failures to see or act on risk; ",
        _untold_run(evidence),
        " cannot be told from these records.",
    )


def tiles(evidence: Evidence) -> tuple[Tile, ...]:
    """Risk failures, procedural failures, and what cannot be told."""
    return (
        _fault_tile(evidence, Fault.RISK, "Risk not seen or not acted on", "risk"),
        _fault_tile(
            evidence, Fault.PROCEDURAL, "Procedural: a step late or missing", ""
        ),
        Tile(
            label="Cannot tell",
            number=_untold_run(evidence),
            words=prose(_bounds(evidence.police)),
        ),
    )


def _bounds(counts: Counts) -> str:
    if counts.bounds is None:
        return "Nothing was judged."
    low, high = counts.bounds
    if not counts.cannot_tell:
        return f"Every police duty could be told; {rate(counts.rate)} were met."
    return (
        f"{rate(counts.rate)} of police duties were met. Were all of these known, the "
        f"rate would lie between {percent(low)} and {percent(high)}."
    )


def _fault_rows(evidence: Evidence, fault: Fault) -> np.ndarray:
    return evidence.where(duty_holder=POLICE, outcome=NOT_MET, fault=fault.value)


def _fault_run(evidence: Evidence, fault: Fault) -> Run:
    rows = _fault_rows(evidence, fault)
    words = {Fault.RISK: "Failures of risk", Fault.PROCEDURAL: "Procedural failures"}
    href = evidence.lists.add(
        f"police-{fault.value}-failures", f"{words[fault]}: police duties", rows
    )
    return Run(count(len(rows)), href if len(rows) else "")


def _fault_tile(evidence: Evidence, fault: Fault, label: str, tone: str) -> Tile:
    rows = _fault_rows(evidence, fault)
    children = many(evidence.children(rows), "child", "children")
    share = len(rows) / evidence.police.judged if evidence.police.judged else 0
    words = f"police duties, for {children}; {percent(share)} of those judged."
    return Tile(
        label=label, number=_fault_run(evidence, fault), words=prose(words), tone=tone
    )


def _untold_run(evidence: Evidence) -> Run:
    number = evidence.police.cannot_tell
    if not number:
        return Run("0")
    href = evidence.lists.add(
        "police-cannot-tell",
        "Police duties that cannot be told",
        evidence.where(duty_holder=POLICE, outcome="cannot_tell"),
    )
    return Run(count(number), href)


def look_now(evidence: Evidence) -> tuple[Block, ...]:
    """Children with open risk duties of the police, newest first; no score."""
    rows = _open_risk(evidence)
    if not len(rows):
        return (
            Paragraph(
                words=prose("No risk duty of the police stands open."), kind="note"
            ),
        )
    href = evidence.lists.add("open-risk", "Open risk duties of the police", rows)
    part = evidence.material.judgements.take(pa.array(rows)).to_pylist()
    part.sort(key=lambda row: row["triggered_at"], reverse=True)
    by_child: dict[str, list[dict[str, object]]] = {}
    for row in part:
        by_child.setdefault(row["child"], []).append(row)
    some = list(by_child.items())[:SHOWN]
    words = prose(
        Run(many(len(rows), "risk duty", "risk duties"), href),
        f" of the police stand open for {many(len(by_child), 'child', 'children')}: "
        "due and not done, or not done and not yet due. Newest first; the order is no "
        "score.",
    )
    table = Table(
        caption=_look_caption(len(some), len(by_child)),
        columns=(
            Column(name="Child", fixed=True),
            Column(name="What is open", long=True),
            Column(name="Called for", fixed=True),
            Column(name="Due", fixed=True),
            Column(name="District", fixed=True),
        ),
        rows=tuple(_child_row(evidence, child, duties, href) for child, duties in some),
    )
    return Paragraph(words=words), table


def _look_caption(shown: int, whole: int) -> str:
    if shown == whole:
        return f"All {many(whole, 'child', 'children')} with open risk duties"
    return f"The newest {shown} of {count(whole)} children with open risk duties"


def _open_risk(evidence: Evidence) -> np.ndarray:
    """Only duties that can still be done: an act that has not followed yet."""
    can_be_done = [
        one
        for one in evidence.standards.values()
        if isinstance(one.expects, FollowedBy)
    ]
    risk = tuple(one.slug for one in can_be_done if one.fault is Fault.RISK)
    missed = evidence.where(
        standard=tuple(one.slug for one in can_be_done),
        duty_holder=POLICE,
        outcome="missed",
        fault=Fault.RISK.value,
    )
    waiting = evidence.where(standard=risk, duty_holder=POLICE, outcome="not_yet_due")
    return np.concatenate([missed, waiting])


def _child_row(
    evidence: Evidence, child: str, duties: list[dict[str, object]], href: str
) -> tuple[Prose, ...]:
    newest = duties[0]
    titles = list(dict.fromkeys(evidence.title(str(one["standard"])) for one in duties))
    named = "; ".join(titles[:NAMED])
    if len(titles) > NAMED:
        named += f"; and {len(titles) - NAMED} more"
    page = f"cases/{child}.html" if evidence.lists.with_cases else href
    due = newest["due_at"]
    told = minute(due) if due else "not known"  # type: ignore[arg-type]
    return (
        prose(Run(child, page)),
        prose(named),
        prose(minute(newest["triggered_at"])),  # type: ignore[arg-type]
        prose(told),
        prose(district(str(newest["district"]))),
    )


def weaknesses(evidence: Evidence) -> tuple[Weakness, ...]:
    """One row for each weakness the mission names."""
    return tuple(_weakness(evidence, area) for area in WEAKNESSES)


def _weakness(evidence: Evidence, area: Area) -> Weakness:
    slug = headline(evidence, area)
    if not slug:
        return Weakness(
            title=area.label,
            anchor=area.value,
            words=prose("No source held what is needed to judge a police duty here."),
            rate=None,
            rate_href="",
            spread=(),
            change="Nothing to compare",
        )
    counts, href = evidence.counts(slug), judged(evidence, slug).href
    return Weakness(
        title=area.label,
        anchor=area.value,
        words=sentence(slug, evidence.title(slug), counts, href),
        rate=counts.rate,
        rate_href=href,
        spread=prose(spread(evidence, slug)),
        change="First measurement",
    )


def headline(evidence: Evidence, area: Area) -> str:
    """The standard that speaks for the area: the first of choice that was judged."""
    police = evidence.slugs(area=area.value, holder=POLICE)
    judged = [slug for slug in police if evidence.counts(slug).judged]
    for slug in HEADLINES[area]:
        if slug in judged:
            return slug
    return max(judged, key=lambda slug: evidence.counts(slug).judged, default="")


def spread(evidence: Evidence, slug: str) -> str:
    """How far districts lie apart, and whether by more than chance."""
    found = [one for one in evidence.by_district if one.standard == slug]
    known = [one for one in found if one.district and one.counts.judged]
    tested = _tested(known)
    if tested is None:
        return "Districts: too few on record to compare."
    shares = [one.counts.met / one.counts.judged for one in known]
    ends = f"{percent(min(shares))} to {percent(max(shares))}"
    where = listed([district(one.district or "") for one in known])
    words = f"Across {count(len(known))} districts ({where}) " if len(known) < 4 else ""
    start = words or f"Across {count(len(known))} districts "
    if tested.differs:
        return f"{start}from {ends}: more than chance explains."
    if tested.rough:
        return f"{start}from {ends}: too few cases to tell a difference from chance."
    return f"{start}from {ends}: no more than chance explains."


def _tested(known: list[Finding]) -> districts.Difference | None:
    return districts.difference(
        np.array([one.counts.met for one in known]),
        np.array([one.counts.judged for one in known]),
    )


def all_police(evidence: Evidence, area: Area) -> Counts:
    """The counts of every police duty of an area."""
    mine = [
        one
        for one in evidence.totals.values()
        if one.area == area and one.duty_holder == POLICE
    ]
    return rates.total(mine)
