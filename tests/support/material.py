"""An invented run, for tests of what is told: every outcome, several places and months.

Seeded, and drawn standard by standard: a trigger, what became of it, and the act.
Nothing here is a model of a force; the figures only have to be of every kind.
"""

import json
from datetime import date

import numpy as np
import pyarrow as pa

from trigpoint.chronology.exporting import CHRONOLOGY_SCHEMA
from trigpoint.judgements.table import TABLE_SCHEMA
from trigpoint.publication.material import RunMaterial, SourceReach
from trigpoint.standards.catalogue import all_standards
from trigpoint.standards.language import FollowedBy
from trigpoint.standards.standard import Fault, Standard
from trigpoint.timekeeping.london import DAY, HOUR, day_end, day_start, moment
from trigpoint.vocabulary.agencies import Agency

DISTRICTS = ("", "East Fell", "Lakeside", "North Fell", "West Shore")
START, AS_AT = date(2015, 7, 1), date(2017, 6, 30)
MET = {Agency.POLICE: 0.62, Agency.LA: 0.7}
UNTOLD = {
    "act": ("time", "the time of the act is known only as a day"),
    "fact": ("fact:risk", "the risk grade was not recorded"),
    "kind": ("kind:RETURN_INTERVIEW_OFFERED", "no file holds return interviews"),
}
AGENCIES = (";POLICE;LA;HEALTH;", ";POLICE;LA;", ";LA;HEALTH;", ";LA;HEALTH;EDUCATION;")
#: What a source holds beside a trigger, of its own accord.
BESIDE = {
    "MISSING_REPORTED": "MISSING_GRADED",
    "MISSING_RETURNED": "RETURN_INTERVIEW_OFFERED",
    "INITIAL_CONFERENCE": "CONFERENCE_INVITATION",
    "REVIEW_CONFERENCE": "CONFERENCE_INVITATION",
}


class Draft:
    """Events and judgements as they are drawn."""

    def __init__(self, seed: int) -> None:
        self.draw = np.random.default_rng(seed)
        self.events: list[dict[str, object]] = []
        self.judged: list[dict[str, object]] = []

    def event(
        self, child: str, kind: str, at: int, district: str, **detail: str
    ) -> str:
        name = f"E{len(self.events):06d}"
        whole = self.draw.random() < 0.08
        police = not kind.startswith(("RETURN_INTERVIEW", "SECTION", "ASSESSMENT"))
        facts = {**self._facts(kind), **detail, "source": "police:niche"}
        row = {"child": child, "event": name, "kind": kind, "district": district}
        row |= {
            "happened_from": moment(at - at % DAY if whole else at),
            "happened_to": moment(at - at % DAY + DAY - 1 if whole else at),
            "recorded": moment(at + int(self.draw.exponential(3) * HOUR)),
            "agency": "POLICE" if police else "LA",
            "actor": f"PC{self.draw.integers(1000, 1060)}" if police else "SW17",
            "team": "Public protection" if police else "Assessment",
            "source_file": "missing.csv" if "MISSING" in kind else "occurrence.csv",
            "source_row": str(len(self.events) + 2),
            "detail": json.dumps(facts),
        }
        self.events.append(row)
        return name

    def _facts(self, kind: str) -> dict[str, str]:
        one = self.draw.choice
        table = {
            "STRATEGY_DISCUSSION": {"agencies": str(one(AGENCIES)), "format": "MEETING"},
            "MISSING_GRADED": {"risk": str(one(["HIGH", "MEDIUM", "LOW", "ABSENT"],
                p=[0.16, 0.6, 0.14, 0.1])), "reason": "regular; older associates"},
            "RETURN_INTERVIEW_OFFERED": {"accepted": str(one(["true", "false", ""]))},
            "FLAG_SET": {"flag": "CSE"},
            "EXPLOITATION_SCREENED": {"band": str(one(["HIGH", "MEDIUM", "LOW"]))},
            "INITIAL_CONFERENCE": {"police_attended": str(one(["true", "false"]))},
            "PERSON_RECORDED": {"ethnicity": str(one(["W1", "A2", "", "UNKNOWN"])),
                "role": "SUBJECT"},
            "INVESTIGATION_ALLOCATED": {"offence": "19D"},
            "ASSESSMENT_AUTHORISED": {"factors": str(one([";11A;", ";3A;", ";24A;"]))},
        }  # fmt: skip
        return table.get(kind, {})


def material(
    *, children: int = 300, seed: int = 2016, invented: bool = True
) -> RunMaterial:
    """A run of two years of an invented force."""
    draft = Draft(seed)
    names = [f"C{seed % 97:02d}{n:05d}" for n in range(children)]
    homes = draft.draw.choice(DISTRICTS, size=children, p=[0.04, 0.3, 0.2, 0.26, 0.2])
    often = draft.draw.gamma(0.5, 2.0, size=children)
    for child, home, rate in zip(names, homes, often, strict=True):
        _duties(draft, child, str(home), float(rate))
    judged = sorted(draft.judged, key=lambda row: (row["child"], row["standard"]))
    events = sorted(draft.events, key=lambda row: (row["child"], row["happened_from"]))
    return RunMaterial(
        force="Fellshire Constabulary",
        invented=invented,
        version="0.1.0",
        as_at=day_end(AS_AT),
        judgements=pa.Table.from_pylist(judged, TABLE_SCHEMA),
        chronology=pa.Table.from_pylist(events, CHRONOLOGY_SCHEMA),
        children=_children(names),
        receipts=_receipts(children),
        quarantine=_quarantine(),
        conflicts=_conflicts(names),
        sources=_sources(),
        standards=all_standards(),
    )


def _duties(draft: Draft, child: str, home: str, rate: float) -> None:
    for standard in all_standards():
        scale = 2.2 if standard.area.value == "missing" else 0.9
        for _ in range(draft.draw.poisson(rate * scale)):
            _duty(draft, standard, child, home)


def _duty(draft: Draft, standard: Standard, child: str, home: str) -> None:
    draw = draft.draw
    first, last = day_start(START), day_end(AS_AT)
    at = int(draw.integers(first, last))
    kinds = [kind for each in standard.applies_to.each for kind in each.kinds]
    kind = str(draw.choice([one.value for one in kinds]))
    reference = f"R{len(draft.events)}"
    trigger = draft.event(child, kind, at, home, reference=reference)
    beside = BESIDE.get(kind, "")
    if beside and draw.random() < 0.8:
        draft.event(child, beside, at + HOUR, home, reference=reference)
    allowed = int(draw.choice([24, 72, 120]) * draw.uniform(0.6, 1.4)) * HOUR
    holds = not isinstance(standard.expects, FollowedBy)
    outcome = _outcome(draw, standard, home, at)
    due = at if holds else at + allowed
    if due > last and outcome in ("late", "missed"):
        outcome = "not_yet_due"
    if holds and outcome in ("late", "not_yet_due"):
        outcome = "missed"
    done = _done(draw, outcome, at, due)
    act = ""
    if done is not None and not holds:
        name = str(standard.expects.acts[0].kinds[0].value)
        act = draft.event(child, name, done, home, reference=reference)
    missing = (
        UNTOLD[str(draw.choice(list(UNTOLD)))] if outcome == "cannot_tell" else ("", "")
    )
    words = ""
    if outcome == "excepted":
        words = standard.excepting[0].words
    failed = outcome in ("late", "missed")
    risk = standard.fault is Fault.RISK or draw.random() < 0.12
    draft.judged.append(
        {
            "child": child,
            "standard": standard.slug,
            "version": standard.version,
            "area": standard.area.value,
            "duty_holder": standard.duty_holder.value,
            "occasion": trigger,
            "triggered_at": moment(at),
            "due_at": moment(due),
            "outcome": outcome,
            "fulfilled_at": moment(done) if done is not None else None,
            "margin_hours": (due - done) / HOUR if done is not None else None,
            "fault": ("risk" if risk else "procedural") if failed else "",
            "agency": standard.duty_holder.value,
            "team": "Public protection",
            "district": home,
            "actor": "PC1007",
            "missing": missing[1],
            "why": json.dumps(
                {
                    "trigger": {
                        "event": trigger,
                        "kind": kind,
                        "earliest": at,
                        "latest": at,
                    },
                    "due": [due, due],
                    "act": act,
                    "exclusion": "",
                    "exception": words,
                    "missing": missing[0],
                    "missing_words": missing[1],
                },
                separators=(",", ":"),
            ),
        }
    )


def _outcome(draw: np.random.Generator, standard: Standard, home: str, at: int) -> str:
    met = MET[standard.duty_holder] + {"Lakeside": -0.2, "North Fell": 0.12}.get(
        home, 0
    )
    # Practice improves from the second year on.
    met += 0.15 if at > day_start(date(2016, 9, 1)) else 0.0
    if standard.code == "M2":
        met = 0.97
    rest = 1 - met
    shares = {"met": met, "late": 0.6 * rest, "missed": 0.4 * rest}
    shares |= {"not_yet_due": 0.0, "cannot_tell": 0.08}
    shares["excepted"] = 0.06 if standard.excepting else 0.0
    weights = np.array(list(shares.values()))
    return str(draw.choice(list(shares), p=weights / weights.sum()))


def _done(draw: np.random.Generator, outcome: str, at: int, due: int) -> int | None:
    if outcome == "met":
        return at + int(draw.random() ** 2 * (due - at))
    if outcome == "late":
        return due + int((1 + draw.exponential(40)) * HOUR)
    return None


def _children(names: list[str]) -> pa.Table:
    rows = [
        {"child": name, "source": source, "source_id": f"{prefix}{n:05d}",
         "link_probability": 1.0 if prefix == "NOM" else 0.97,
         "decided_by": "own record" if prefix == "NOM" else "threshold"}
        for n, name in enumerate(names)
        for source, prefix in (("police:niche", "NOM"), ("council:909", "CH"))
    ]  # fmt: skip
    return pa.Table.from_pylist(rows)


def _receipts(children: int) -> tuple[dict[str, object], ...]:
    made = []
    for file, agency, rows in (
        ("police/missing.csv", "POLICE", 1500),
        ("police/occurrence.csv", "POLICE", 4200),
        ("council/cin.xml", "LA", 900),
    ):
        numbers = {"received": rows, "accepted": rows - 12, "quarantined": 5}
        numbers["duplicate"] = 7
        row: dict[str, object] = {"file": file, "sha256": "0" * 64, "format": "csv"}
        row |= {f"rows_{name}": number for name, number in numbers.items()}
        made.append(row | {"agency": agency, "children": children, "problems": []})
    return tuple(made)


def _quarantine() -> tuple[dict[str, object], ...]:
    row = {"sheet": "", "column": "misper_id", "message": "no key", "value": "{}"}
    return tuple(
        row | {"file": "police/missing.csv", "row": n, "code": code}
        for n, code in enumerate(["no_key", "no_key", "impossible_date"])
    )


def _conflicts(names: list[str]) -> tuple[dict[str, object], ...]:
    return tuple(
        {
            "child": name,
            "what": what,
            "source_a": "police:niche",
            "value_a": "2003-05-14",
            "source_b": "council:909",
            "value_b": "2003-05-04",
        }
        for name, what in zip(names[:9:2], ["birth date", "sex"] * 3, strict=False)
    )


def _sources() -> tuple[SourceReach, ...]:
    return (
        SourceReach(
            source="police:niche",
            agency="POLICE",
            reach=day_end(AS_AT),
            record_times=True,
            absent=("strategy_discussion.minutes_at",),
        ),
        SourceReach(
            source="council:909", agency="LA", reach=day_end(date(2017, 3, 31)),
            record_times=False, absent=(),
        ),
    )  # fmt: skip
