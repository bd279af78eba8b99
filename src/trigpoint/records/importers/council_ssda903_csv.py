"""Looked-after children (SSDA903) as CSV tables.

Source of the columns: the Department for Education's SSDA903 return, 2017 to 2026.
Tables that bear on no event yet are recognised and kept whole.
"""

from pathlib import Path

from trigpoint.records.delimited import read_delimited
from trigpoint.records.importer import Context, Importer, Sample
from trigpoint.records.record import Reading
from trigpoint.records.tabular import Layout, key, layout_of, read_tabular
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
    "REASON_PLACE_CHANGE": "extra.REASON_PLACE_CHANGE",
    "HOME_POST": "home_postcode",
    "PL_POST": "placement_postcode",
    "URN": "extra.URN",
}
HEADER = {
    "CHILD": "child_id",
    "SEX": "sex",
    "DOB": "birth_date",
    "ETHNIC": "ethnicity",
    "UPN": "upn",
    "MOTHER": "extra.MOTHER",
    "MC_DOB": "extra.MC_DOB",
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
    "DOB": "extra.DOB",
    "SW_ID": "worker_id",
    "SW_DECOM": "begun",
    "SW_DEC": "ended",
    "SW_REASON": "reason",
}
#: Tables kept whole: their columns besides CHILD; the first marked is in no other table.
_KEPT = {
    "reviews": "DOB REVIEW REVIEW_CODE*",
    "uasc": "DOB SEX DUC*",
    "oc2": "DOB SDQ_SCORE SDQ_REASON CONVICTED* HEALTH_CHECK IMMUNISATIONS TEETH_CHECK "
    "HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
    "oc3": "DOB IN_TOUCH* ACTIV ACCOM",
    "ad1": "DOB DATE_INT* DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    "placed for adoption": "DOB DATE_PLACED* DATE_PLACED_CEASED REASON_PLACED_CEASED",
    "previous permanence": "DOB PREV_PERM* LA_PERM DATE_PERM",
}
#: The layout of this table is not confirmed at source: it is known by its headers' start.
_LIBERTY = "DOL"


def _kept(name: str, words: list[str]) -> Layout:
    return Layout(
        name=name,
        subject="kept",
        columns={"CHILD": "child_id"}
        | {word.rstrip("*"): f"extra.{word.rstrip('*')}" for word in words},
        needed=("CHILD", *(word[:-1] for word in words if word.endswith("*"))),
        fixed={"list": name},
    )


LAYOUTS = (
    Layout(
        name="episodes",
        subject="care_episode",
        columns=EPISODE,
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
    *(_kept(name, columns.split()) for name, columns in _KEPT.items()),
)


def _layouts(header: tuple[str, ...]) -> tuple[Layout, ...]:
    """The known tables; and deprivation of liberty with whatever columns it has."""
    words = [cell for cell in header if key(cell).startswith(_LIBERTY.lower())]
    if not words:
        return LAYOUTS
    others = [cell for cell in header if key(cell) not in ("child", key(words[0]))]
    return (*LAYOUTS, _kept("deprivation of liberty", [*others, f"{words[0]}*"]))


def recognise(sample: Sample) -> float:
    """How surely a file is one of the return's tables."""
    if sample.kind != "csv" or "child" not in {key(cell) for cell in sample.header}:
        return 0.0
    return layout_of(sample.header, _layouts(sample.header))[0]


def read(path: Path, context: Context) -> Reading:
    """Read one table of the return."""
    given = read_delimited(path)
    return read_tabular(
        given,
        context,
        layouts=_layouts(given.header),
        form="SSDA903 CSV",
        source=context.default_source or "council",
        day_first=True,
    )


IMPORTER = Importer(
    name="council_ssda903_csv",
    title="looked-after children, SSDA903 (CSV)",
    agency=Agency.LA,
    recognise=recognise,
    read=read,
    formats=("csv",),
)
