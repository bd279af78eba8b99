"""The council's person table: names, addresses and linked identifiers, as CSV.

Source of the names of tables and columns: the Standard Safeguarding Dataset. The
prefixes (pers_, addr_, link_) may be missing.
"""

from pathlib import Path

from trigpoint.records.importers.importer import Context, Importer, Sample
from trigpoint.records.record import Reading
from trigpoint.records.tabular import Layout, layout_of, read_tabular
from trigpoint.vocabulary.agencies import Agency

_PERSON = {
    "person_id": "person_id",
    "forename": "forename",
    "surname": "surname",
    "sex": "sex",
    "ethnicity": "ethnicity",
    "dob": "birth_date",
    "common_child_id": "upn",
    "legacy_id": "legacy_id",
    "upn_unknown": "upn_unknown",
    "expected_dob": "expected_birth_date",
    "death_date": "death_date",
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


def _layout(
    name: str, subject: str, prefix: str, columns: dict[str, str], *needed: str
) -> tuple[Layout, Layout]:
    """The table with its prefix, and without."""
    return (
        Layout(
            name=name,
            subject=subject,
            columns={f"{prefix}_{header}": to for header, to in columns.items()},
            needed=tuple(f"{prefix}_{header}" for header in needed),
        ),
        Layout(name=name, subject=subject, columns=columns, needed=needed),
    )


LAYOUTS = (
    *_layout("person", "person", "pers", _PERSON, "person_id", "forename", "surname"),
    *_layout("address", "person_address", "addr", _ADDRESS, "person_id", "address_postcode"),
    *_layout("linked identifiers", "linked_identifier", "link", _LINK, "person_id",
             "identifier_type", "identifier_value"),
)  # fmt: skip


def recognise(sample: Sample) -> float:
    """How surely a file is one of the three tables."""
    return layout_of(sample.header, LAYOUTS)[0] if sample.kind == "csv" else 0.0


def read(path: Path, context: Context) -> Reading:
    """Read one of the three tables."""
    return read_tabular(
        path,
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
