"""The council's person table: names, addresses and linked identifiers, as CSV.

Source of the names of tables and columns: the Standard Safeguarding Dataset. The
prefixes (pers_, addr_, link_) may be missing. The census holds no names: these tables
are where a council's names come from.
"""

from pathlib import Path

from trigpoint.records.delimited import read_delimited
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.record import Reading
from trigpoint.records.tabular import Layout, layout_of, read_tabular
from trigpoint.vocabulary.agencies import Agency

_PERSON = {
    "person_id": "person_id",
    "forename": "forename",
    "surname": "surname",
    "sex": "sex",
    "gender": "extra.gender",
    "ethnicity": "ethnicity",
    "dob": "birth_date",
    # The common child identifier is the health service's number, not the pupil's.
    "common_child_id": "extra.common_child_id",
    "upn": "upn",
    "legacy_id": "legacy_id",
    "upn_unknown": "upn_unknown",
    "send_flag": "extra.send_flag",
    "expected_dob": "expected_birth_date",
    "death_date": "death_date",
    "is_mother": "extra.is_mother",
    "nationality": "extra.nationality",
}
_ADDRESS = {
    "table_id": "address_id",
    "person_id": "person_id",
    "address_json": "address",
    "address_type": "type",
    "address_start_date": "begun",
    "address_end_date": "ended",
    "address_postcode": "postcode",
}
_LINK = {
    "table_id": "link_id",
    "person_id": "person_id",
    "identifier_type": "type",
    "identifier_value": "value",
    "valid_from_date": "begun",
    "valid_to_date": "ended",
}

LAYOUTS = (
    Layout(
        name="person",
        subject="person",
        prefix="pers",
        columns=_PERSON,
        needed=("person_id", "forename", "surname"),
    ),
    Layout(
        name="address",
        subject="person_address",
        prefix="addr",
        columns=_ADDRESS,
        needed=("person_id", "address_postcode"),
    ),
    Layout(
        name="linked identifiers",
        subject="linked_identifier",
        prefix="link",
        columns=_LINK,
        needed=("person_id", "identifier_type", "identifier_value"),
    ),
)


def recognise(sample: Sample) -> float:
    """How surely a file is one of the three tables."""
    return layout_of(sample.header, LAYOUTS)[0] if sample.kind == "csv" else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read one of the three tables."""
    return read_tabular(
        read_delimited(path),
        context,
        layouts=LAYOUTS,
        form="council person table",
        source=context.default_source or "council",
    )


IMPORTER = Importer(
    name="council_person_table",
    title="the council's person table (CSV)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("csv",),
)
