"""The truth beside the extracts: what really happened, for scoring the product.

Times are London wall clock. Nothing that the simulation does not know is written: a
file holds the columns it can fill honestly.
"""

import csv
import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.synthetic import (
    planted,
    planted_deeds,
    truth_chronology,
    truth_council,
    truth_deeds,
    truth_duties,
    truth_expected,
    truth_files,
    truth_findings,
    truth_rows,
    wall,
)
from trigpoint.synthetic.council_register import CouncilChild
from trigpoint.synthetic.county import County
from trigpoint.synthetic.knobs import Knobs
from trigpoint.synthetic.register import Register
from trigpoint.synthetic.truth_duties import Duty
from trigpoint.vocabulary.version import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How the agencies number things: the key from the truth to the extracts.

    `rows`: the police rows as entered, by file.
    """

    police: dict[str, dict[int, str]]
    rows: dict[str, list[dict[str, str]]]
    register: Register
    council: dict[int, CouncilChild]


def write(county: County, numbers: Numbers, folder: Path) -> None:
    """Write every file but the manifest."""
    folder.mkdir(parents=True)
    duties = _duties(county, numbers)
    findings = truth_findings.Findings(county, duties)
    tables = {
        "person": _persons(county, numbers),
        "link_pairs": _pairs(county, numbers),
        "chronology": truth_chronology.rows(county, numbers.police),
        "cse": _exploited(county),
        "duty": [truth_duties.HEAD, *(row for _, row in duties)],
        "findings": findings.rows(),
        "raised": findings.raised(),
        "staff_fit": _staff_fit(county, numbers),
        "regime": _regime(county.knobs),
    }
    for name, rows in tables.items():
        _table(folder / f"{name}.csv", rows)


def _table(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")


def truth_id(child: int) -> str:
    """The true number of a child."""
    return f"T{child:06d}"


def _persons(county: County, numbers: Numbers) -> list[tuple[str, ...]]:
    people, register = county.people, numbers.register
    rows = [("person", "born", "sex", "police_id", "police_second_id", "council_id")]
    for child in sorted(set(register.main) | set(numbers.council)):
        council = numbers.council.get(child)
        rows.append(
            (
                truth_id(child),
                wall.iso_day(int(people.born[child])),
                "M" if people.boy[child] else "F",
                register.main.get(child, ""),
                register.second.get(child, ""),
                council.number if council else "",
            )
        )
    return rows


def _pairs(county: County, numbers: Numbers) -> list[tuple[str, ...]]:
    """True matches, and the hard ones that are not: brothers and sisters, twins.

    Two of whom police took one for the other are told apart from those by their kind.
    """
    register, council, people = numbers.register, numbers.council, county.people
    merged = {
        frozenset((one.nominal, one.merged_into))
        for one in register.versions
        if one.merged_into
    }
    rows = [("one", "other", "same", "kind")]
    for child in sorted(register.main):
        police = f"police:{register.main[child]}"
        if child in register.second:
            rows.append((police, f"police:{register.second[child]}", "true", "second"))
        if child in council:
            rows.append(
                (police, f"council:{council[child].number}", "true", "agencies")
            )
        for other in people.household(child):
            if other > child and other in register.main:
                twin = people.born[other] == people.born[child]
                kind = "twin" if twin else "sibling"
                if _taken_for_one(register, child, other, merged):
                    kind = "merged by police"
                rows.append((police, f"police:{register.main[other]}", "false", kind))
    return rows


def _taken_for_one(
    register: Register, child: int, other: int, merged: set[frozenset[str]]
) -> bool:
    """Whether police merged the second record of either into the other's."""
    return any(
        one in register.second
        and frozenset((register.second[one], register.main[two])) in merged
        for one, two in ((child, other), (other, child))
    )


def _exploited(county: County) -> list[tuple[str, ...]]:
    flagged = {one.child for one in county.lives.flags if one.flag == "CSE"}
    by_number = {one.number: one.child for one in county.lives.referrals}
    factored = {
        by_number[one.referral]
        for one in county.lives.assessments
        if "11A" in one.factors and one.authorised is not None
    }
    head = (
        "person role network onset first_signal ended police_list council_list hidden"
    )
    rows = [tuple(head.split())]
    for one in county.lives.exploited:
        police, council = one.child in flagged, one.child in factored
        rows.append(
            (
                truth_id(one.child),
                one.role,
                f"N{one.network:04d}",
                wall.iso_day(one.onset),
                wall.iso_day(one.first_signal),
                "" if one.ended is None else wall.iso_day(one.ended),
                str(police).lower(),
                str(council).lower(),
                str(not (police or council)).lower(),
            )
        )
    for network in county.lives.networks:
        # Those whom police know; what the others are called, nobody wrote down.
        rows += [
            (f"A{adult:06d}", "suspect", f"N{network.number:04d}", *[""] * 3, "true",
             "false", "false")
            for adult in network.suspects
        ]  # fmt: skip
    return rows


def _reader(county: County, numbers: Numbers) -> truth_duties.Answers:
    """What the files show of a duty, by slug, number and child."""
    read, register = truth_files.in_order(numbers.rows), numbers.register
    written, deeds = truth_expected.Written(read), truth_deeds.WrittenDeeds(read)
    rows = truth_rows.WrittenRows(
        read, truth_council.Council(county, register, numbers.council)
    )

    def answer(slug: str, reference: str, child: int) -> str:
        both = {register.main.get(child, ""), register.second.get(child, "")}
        known = both - {""}
        return (
            written.answer(slug, reference, known)
            or deeds.answer(slug, reference, known)
            or rows.answer(slug, reference, child, known)
        )

    return answer


def _grown(county: County, numbers: Numbers) -> Callable[[int], int]:
    """The first day on which a true or a written birth date makes a child eighteen."""
    born: dict[str, list[int]] = defaultdict(list)
    for version in numbers.register.versions:
        if version.born is not None:
            born[version.nominal].append(version.born)

    def grown(child: int) -> int:
        register = numbers.register
        named = (register.main.get(child, ""), register.second.get(child, ""))
        dates = [
            int(county.people.born[child]),
            *(one for name in named for one in born[name]),
        ]
        return min(wall.birthday(one, 18) for one in dates)

    return grown


def _duties(county: County, numbers: Numbers) -> list[tuple[Duty, tuple[str, ...]]]:
    more = [
        *truth_deeds.rows(county, numbers.police["deed"]),
        *truth_rows.rows(county, numbers.police, numbers.register),
    ]
    return truth_duties.duties(
        county, numbers.police, _reader(county, numbers), more, _grown(county, numbers)
    )


def _staff_fit(county: County, numbers: Numbers) -> list[tuple[str, ...]]:
    rows = [("investigation", "officer", "allocated", "serious", "accredited")]
    for one in county.lives.investigations:
        serious = county.lives.occurrences[one.occurrence].serious
        for held in one.allocations:
            fit = county.staff.accredited(held.officer, held.at // wall.DAY)
            number = numbers.police["investigation"][one.number]
            answers = (str(serious).lower(), str(fit).lower())
            rows.append((number, held.officer, wall.iso(held.at), *answers))
    return rows


def _regime(knobs: Knobs) -> list[tuple[str, ...]]:
    """Every knob with its value, and from when: where practice moves, the ramp's ends.

    Between the two days a knob is on its way; districts begin later by their lags.
    """
    rows = [("knob", "value", "from", "to")]
    start, end = knobs.start.isoformat(), knobs.end.isoformat()
    change = knobs.change
    moves = wall.iso_day(change.at) if change else end
    moved = wall.iso_day(change.at + change.ramp_days) if change else end
    for section, values in knobs.practice.items():
        if section == "period":
            continue
        for name, value in values.items():
            knob = f"{section}.{name}"
            rows.append((knob, json.dumps(value), start, moves))
            if change:
                then = change.later[section][name]
                if change.reaches < 1 and isinstance(then, float):
                    then = f"{change.reaches:.0%} of the way to {then}"
                rows.append((knob, json.dumps(then), moved, end))
    if change:
        rows.append(("volume", "1.0", start, moves))
        rows.append(("volume", str(change.volume), moves, end))
        rows.append(("written_up", str(change.written_up), moves, end))
    return rows


def hashes(out: Path) -> dict[str, str]:
    """SHA-256 of every file written so far, by its path below the folder."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def write_manifest(
    folder: Path, manifest: dict[str, Any], knobs: Knobs, scripted: bool
) -> None:
    """Seed, knobs and hashes, so that anybody can make the same county again."""
    whole = {
        **manifest,
        "version": VERSION,
        "knobs": {
            "practice": json.loads(json.dumps(knobs.practice, default=str)),
            "county": knobs.county,
        },
        # None where practice changes: near the end, they would look like a change.
        "scripted": scripted,
        "scripted_children": planted.words() + planted_deeds.words()
        if scripted
        else [],
        "planted": {
            "pupil numbers with a wrong letter": "about 4 in 1,000",
            "second police records of a child": "6 in 100, half of them merged",
            "second referrals while the first is open": "about 1 in 1,000: census rules "
            "8815, 8816 and 8820",
            "pupil numbers of an invented council": "all: census rule 1530",
            "cells left empty or UNKNOWN": "about 2 in 100 of coded cells",
        },
    }
    text = json.dumps(whole, indent=1, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
