"""Exact identifiers join records; contradictions and decisions keep them apart."""

import hashlib

import numpy as np

from tests.support.staged_tables import TAM, assemble, put_together, staged, until, when
from trigpoint.chronology.identity import Link, LinkDecision
from trigpoint.chronology.linking import birthday

REPORT = {"misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10"}
BORN = {"birth_date": "2003-05-14"}
REFERRAL = {"child_id": "0012", "referral_id": "R1", "referral_date": "2016-05-03"}


def child_of(made, source_id: str) -> str:
    """The child to which a record belongs."""
    (child,) = {
        r["child"] for r in made.children.to_pylist() if r["source_id"] == source_id
    }
    return child


def test_a_council_s_person_is_its_child_record_and_names_the_police_record() -> None:
    """legacy_id joins the person table to the census; a linked identifier, the police."""
    made = put_together(
        nominal=[TAM],
        missing=[REPORT],
        child_record=[{"child_id": "0012", **BORN}],
        referral=[REFERRAL],
        person=[{"person_id": "P7", "legacy_id": "0012", **BORN}],
        linked_identifier=[
            {
                "link_id": "L1",
                "person_id": "P7",
                "type": "Police nominal",
                "value": "N1",
            }
        ],
    )
    assert child_of(made, "N1") == child_of(made, "0012") == child_of(made, "P7")
    rules = {r["source_id"]: r["decided_by"] for r in made.children.to_pylist()}
    assert rules["P7"] == "exact:legacy_id;exact:linked_police_record"


def test_a_person_s_own_number_is_not_a_child_id() -> None:
    """The person table numbers persons otherwise than the census numbers children."""
    made = put_together(
        child_record=[{"child_id": "12", "birth_date": "2001-01-01"}],
        referral=[{**REFERRAL, "child_id": "12"}],
        person=[{"person_id": "12", "legacy_id": "77", **BORN}],
    )
    assert len(made.children) == 1


def test_all_formats_of_the_only_council_share_their_ids() -> None:
    """`council:909` and `council` are one where only one council is named."""
    made = put_together(
        reach={"council:909": until("2017-12-31"), "council": until("2017-12-31")},
        child_record=[{"child_id": "0012", **BORN, "source": "council:909"}],
        referral=[{**REFERRAL, "source": "council:909"}],
        section_47=[{"child_id": "0012", "start_date": "2016-06-01"}],
    )
    assert made.counts["children"] == 1
    assert {r["source"] for r in made.log.to_pylist()} == {"council", "council:909"}


def test_one_id_in_two_councils_is_two_children() -> None:
    """An id names one child within its own council only."""
    rows = [{**REFERRAL, "source": f"council:{n}"} for n in (942, 943)]
    made = put_together(referral=rows)
    assert made.counts["children"] == 2


def _upn(serial: str) -> str:
    total = sum(int(digit) * place for place, digit in enumerate(serial, start=2))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23] + serial


def _two_councils(upn: str, *, birth: str = "2003-05-14", sex: str = "F"):
    rows = [
        {"child_id": "1", "upn": upn, **BORN, "sex": "F", "source": "council:942"},
        {"child_id": "2", "upn": upn, "birth_date": birth, "sex": sex,
         "source": "council:943"},
    ]  # fmt: skip
    referrals = [
        {**REFERRAL, "child_id": r["child_id"], "source": r["source"]} for r in rows
    ]
    return put_together(child_record=rows, referral=referrals)


def test_a_valid_pupil_number_and_one_birth_date_link() -> None:
    """The same child known to two councils."""
    assert _two_councils(_upn("909200312345")).counts["children"] == 1


def test_a_pupil_number_alone_links_nothing() -> None:
    """A wrong letter, another birth date or another sex keeps the records apart."""
    good = _upn("909200312345")
    wrong = ("A" if good[0] != "A" else "B") + good[1:]
    assert _two_councils(wrong).counts["children"] == 2
    assert _two_councils(good, birth="2003-05-15").counts["children"] == 2
    assert _two_councils(good, sex="M").counts["children"] == 2


def test_one_pnc_number_links_police_records_with_one_birth_date() -> None:
    """Another birth date under the same number does not link."""
    rows = [
        {**TAM, "nominal_id": n, "pnc_id": "2009/0123456C", "dob": dob}
        for n, dob in (("N1", "2003-05-14"), ("N2", "2003-05-14"), ("N3", "2001-01-01"))
    ]
    made = put_together(nominal=rows)
    assert child_of(made, "N1") == child_of(made, "N2") != child_of(made, "N3")


def test_a_merge_of_two_who_contradict_one_another_is_refused() -> None:
    """Other birth dates and other names: kept apart, and noted."""
    rows = [
        {**TAM, "given": "Tamsin", "surname": "Fellgate", "merged_into": "N2"},
        {**TAM, "nominal_id": "N2", "dob": "2005-01-02", "given": "Jo",
         "surname": "Howgill"},
    ]  # fmt: skip
    made = put_together(nominal=rows)
    assert made.counts["children"] == 2
    assert any("merged_into were refused" in note for note in made.notes)


def test_a_name_changed_or_a_date_mended_does_not_part_a_merged_record() -> None:
    """One of the two alone is no contradiction; an estimated date is none."""
    first = {**TAM, "given": "Tamsin", "surname": "Fellgate", "merged_into": "N2"}
    second = {**TAM, "nominal_id": "N2", "given": "Tamsin", "surname": "Fellgate"}
    for change in (
        {"surname": "Howgill"},
        {"dob": "2003-05-15"},
        {"surname": "Howgill", "dob": "2003-01-01", "dob_estimated": "true"},
    ):
        assert (
            put_together(nominal=[first, {**second, **change}]).counts["children"] == 1
        )


def test_the_name_of_a_child_is_that_of_the_smallest_record() -> None:
    """Linking another record to a child keeps the name, if that record sorts later."""
    alone = put_together(nominal=[TAM])
    merged = put_together(
        nominal=[TAM, {**TAM, "nominal_id": "N5", "merged_into": "N1"}]
    )
    assert child_of(alone, "N1") == child_of(merged, "N5")
    name = hashlib.sha256(b"police:N1").hexdigest()[:12]
    assert child_of(alone, "N1") == f"C{name}"


def _decided(*decisions: LinkDecision, merged: str = ""):
    tables = staged(nominal=[TAM, {**TAM, "nominal_id": "N2", "merged_into": merged}])
    end = until("2017-12-31")
    return assemble(tables=tables, reach={"police": end}, decisions=decisions)


def test_a_person_s_decision_links_and_a_newer_one_undoes_it() -> None:
    """The newest decision on a pair is in force, in whatever order they came."""
    pair = {"one": ("police", "N1"), "other": ("police", "N2"), "decided_by": "DS1"}
    linked = LinkDecision(decision=Link.RECORDS_LINKED, recorded=1, **pair)
    undone = LinkDecision(decision=Link.RECORDS_UNLINKED, recorded=2, **pair)
    assert _decided(linked).counts["children"] == 1
    assert _decided(undone, linked).counts["children"] == 2
    assert _decided(undone, merged="N1").counts["children"] == 2
    again = LinkDecision(decision=Link.RECORDS_LINKED, recorded=3, **pair)
    assert _decided(linked, undone, again).counts["children"] == 1


def test_of_two_birth_dates_the_later_is_used() -> None:
    """Who may still be a child is judged as one; an estimated date gives way."""
    rows = [
        {**TAM, "dob": "1998-08-20"},
        {**TAM, "nominal_id": "N2", "dob": "1999-08-20", "merged_into": "N1"},
        {
            **TAM,
            "nominal_id": "N3",
            "dob": "2001-01-01",
            "dob_estimated": "true",
            "merged_into": "N1",
        },
    ]
    made = put_together(
        nominal=rows, missing=[{**REPORT, "reported_at": "2016-09-01 10:00"}]
    )
    assert not any(row["adult"] for row in made.log.to_pylist())
    late = {**REPORT, "reported_at": "2017-09-01 10:00"}
    made = put_together(nominal=rows, missing=[late])
    assert any(row["adult"] for row in made.log.to_pylist())


def test_the_eighteenth_birthday_begins_at_midnight_in_london() -> None:
    """In summer time that is 23:00 UTC the day before."""
    births = np.array([when("2000-07-01"), when("2000-12-31"), when("2000-02-29")])
    expected = [when("2018-07-01"), when("2018-12-31"), when("2018-03-01")]
    assert birthday(births, 18).tolist() == expected
