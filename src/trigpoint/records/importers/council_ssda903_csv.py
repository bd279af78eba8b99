"""Looked-after children (SSDA903) as CSV tables.

Source of the columns: the Department for Education's SSDA903 return, 2017 to 2026.
Tables that bear on no event yet are recognised and kept whole.
"""

from pathlib import Path

from trigpoint.records.importers.importer import Context, Importer, Sample
from trigpoint.records.record import Reading
from trigpoint.records.tabular import Layout, layout_of, read_tabular
from trigpoint.vocabulary.agencies import Agency

EPISODE = {
    "CHILD": "child_id",
    "DECOM": "begun",
    "RNE": "reason_new",
    "LS": "legal_status",
    "CIN": "need",
    "PLACE": "placement",
    "PLACE_PROVIDER": "provider",
    "DEC": "ended",
    "REC": "reason_ended",
    "HOME_POST": "home_postcode",
    "PL_POST": "placement_postcode",
}
HEADER = {
    "CHILD": "child_id",
    "SEX": "sex",
    "DOB": "birth_date",
    "ETHNIC": "ethnicity",
    "UPN": "upn",
}
MISSING = {
    "CHILD": "child_id",
    "DOB": "birth_date",
    "MISSING": "type",
    "MIS_START": "started",
    "MIS_END": "ended",
}
SOCIAL_WORKER = {
    "CHILD": "child_id",
    "SW_ID": "worker_id",
    "SW_DECOM": "begun",
    "SW_DEC": "ended",
    "SW_REASON": "reason",
}
#: Table -> a header by which it is known.
_KEPT = {
    "reviews": "REVIEW_CODE",
    "uasc": "DUC",
    "oc2": "SDQ_SCORE",
    "oc3": "IN_TOUCH",
    "ad1": "DATE_INT",
    "placed for adoption": "DATE_PLACED",
    "previous permanence": "PREV_PERM",
    "deprivation of liberty": "DOL_LEGAL_STATUS",
}

LAYOUTS = (
    Layout(
        name="episodes",
        subject="care_episode",
        columns={**EPISODE, "REASON_PLACE_CHANGE": "extra.REASON_PLACE_CHANGE"},
        needed=("CHILD", "DECOM", "RNE"),
    ),
    Layout(
        name="header",
        subject="child_record",
        columns=HEADER,
        needed=("CHILD", "SEX", "DOB", "ETHNIC"),
    ),
    Layout(
        name="missing",
        subject="care_missing",
        columns=MISSING,
        needed=("CHILD", "MIS_START"),
    ),
    Layout(
        name="social worker",
        subject="care_social_worker",
        columns=SOCIAL_WORKER,
        needed=("CHILD", "SW_ID", "SW_DECOM"),
    ),
    *(
        Layout(
            name=name,
            subject="kept",
            columns={"CHILD": "child_id"},
            needed=("CHILD", header),
            fixed={"list": name},
        )
        for name, header in _KEPT.items()
    ),
)


def recognise(sample: Sample) -> float:
    """How surely a file is one of the return's tables."""
    if sample.kind != "csv" or "CHILD" not in {cell.upper() for cell in sample.header}:
        return 0.0
    return layout_of(sample.header, LAYOUTS)[0]


def read(path: Path, context: Context) -> Reading:
    """Read one table of the return."""
    return read_tabular(
        path,
        context,
        layouts=LAYOUTS,
        form="SSDA903 CSV",
        source=context.default_source or "council",
    )


IMPORTER = Importer(
    name="council_ssda903_csv",
    title="looked-after children, SSDA903 (CSV)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("csv",),
)
