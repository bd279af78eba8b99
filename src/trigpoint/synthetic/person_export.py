"""The council's person table: names, addresses, and numbers of other agencies."""

import csv
import io
import json
from pathlib import Path

from trigpoint.synthetic import wall
from trigpoint.synthetic.council_register import CouncilChild
from trigpoint.synthetic.county import County
from trigpoint.synthetic.register import Register

_PERSON = [
    "pers_person_id",
    "pers_forename",
    "pers_surname",
    "pers_sex",
    "pers_ethnicity",
    "pers_dob",
    "pers_common_child_id",
    "pers_legacy_id",
    "pers_upn_unknown",
    "pers_expected_dob",
    "pers_death_date",
]
_ADDRESS = [
    "addr_table_id",
    "addr_address_json",
    "addr_person_id",
    "addr_address_type",
    "addr_address_start_date",
    "addr_address_end_date",
    "addr_address_postcode",
]
_LINK = [
    "link_table_id",
    "link_person_id",
    "link_identifier_type",
    "link_identifier_value",
    "link_valid_from_date",
    "link_valid_to_date",
]


def write(
    county: County,
    children: dict[int, CouncilChild],
    register: Register,
    folder: Path,
) -> list[str]:
    """Write the three tables; gives the file names."""
    rng = county.streams.of("person:recording")
    linked = county.knobs.county["recording"]["linked_police_number"]
    persons, addresses, links = [], [], []
    for child in sorted(children, key=lambda one: children[one].person):
        one = children[child]
        persons.append(_person(one))
        addresses.append(_address(county, child, one, len(addresses)))
        known = register.main.get(child)
        if known is not None and rng.random() < linked:
            links.append(_link(len(links), one.person, "Police nominal number", known))
        if one.upn:
            links.append(_link(len(links), one.person, "Unique Pupil Number", one.upn))
    (folder / "person").mkdir(exist_ok=True)
    tables = (
        ("ssd_person", _PERSON, persons),
        ("ssd_address", _ADDRESS, addresses),
        ("ssd_linked_identifiers", _LINK, links),
    )
    for name, header, rows in tables:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
        path = folder / "person" / f"{name}.csv"
        path.write_text(text.getvalue(), encoding="utf-8")
    return [f"person/{name}.csv" for name, _, _ in tables]


def _person(one: CouncilChild) -> list[str]:
    sex, born = "M" if one.boy else "F", wall.iso_day(one.born)
    # No health service number is made up: the column stays empty.
    return [
        one.person, one.given, one.surname, sex, one.ethnicity, born, "", one.number,
        one.upn_unknown, "", "",
    ]  # fmt: skip


def _address(county: County, child: int, one: CouncilChild, row: int) -> list[str]:
    people = county.people
    text = json.dumps({"invented": True, "line_1": people.address[child]})
    since = max(county.lives.start - 700, one.born)
    return [
        f"A{row + 1:06d}", text, one.person, "HOME", wall.iso_day(since), "",
        people.postcode[child],
    ]  # fmt: skip


def _link(row: int, person: str, kind: str, value: str) -> list[str]:
    return [f"L{row + 1:06d}", person, kind, value, "", ""]
