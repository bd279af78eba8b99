"""Staged tables made whole, and which ids name one thing."""

from tests.support.staged_tables import TAM, put_together, staged
from trigpoint.chronology.staged import namespaces, received, repeated_sql, undated
from trigpoint.records.subjects import SUBJECTS
from trigpoint.vocabulary.agencies import Agency

REPORT = {"misper_id": "MP1", "nominal_id": "N1", "reported_at": "2016-08-19 23:10"}


def spaces(**subjects) -> dict[str, str]:
    found = namespaces(received(staged(**subjects)))
    return {source: space for (_, source), space in found.items()}


def test_what_came_is_told_by_column() -> None:
    """A column that no file held was not received."""
    came = received(staged(missing=[REPORT]))
    assert came.holds("missing.reported_at")
    assert not came.holds("missing.found_at")
    assert not came.holds("flag.set_at")


def test_councils_are_one_only_where_at_most_one_is_named() -> None:
    """With two councils named, each keeps its own ids."""
    row = {"child_id": "1"}
    one = [{**row, "source": s} for s in ("council:909", "council")]
    assert set(spaces(child_record=one).values()) == {"council:909"}
    two = [{**row, "source": s} for s in ("council:942", "council:943")]
    assert spaces(child_record=two) == {s: s for s in ("council:942", "council:943")}


def test_a_police_system_without_persons_uses_the_ids_of_the_one_that_has_them() -> (
    None
):
    """Its episodes name persons of the other system."""
    found = spaces(
        nominal=[{**TAM, "source": "police:records"}],
        missing=[{**REPORT, "source": "police:missing"}],
    )
    assert found["police:missing"] == "police:records"
    made = put_together(
        nominal=[{**TAM, "source": "police:records"}],
        missing=[{**REPORT, "source": "police:missing"}],
    )
    assert made.counts["children"] == 1
    assert "police:missing" in set(made.log["source"].to_pylist())


def test_police_and_council_never_share_ids() -> None:
    """The same text in two agencies names two things."""
    came = received(staged(nominal=[TAM], child_record=[{"child_id": "N1"}]))
    assert {agency for agency, _ in namespaces(came)} == {Agency.POLICE, Agency.LA}
    assert put_together(
        nominal=[TAM],
        referral=[{"child_id": "N1", "referral_id": "R", "referral_date": "2016-01-04"}],
    ).counts["children"] == 2  # fmt: skip


def test_a_thing_without_all_its_keys_cannot_be_corrected() -> None:
    """Where a key column did not come, rows are not compared."""
    came = received(staged(missing_risk=[{"misper_id": "MP1", "risk": "LOW"}]))
    assert repeated_sql(SUBJECTS["missing_risk"], came) is None
    assert repeated_sql(SUBJECTS["missing"], received(staged(missing=[REPORT])))


def test_a_source_is_undated_if_no_row_of_it_has_a_record_time() -> None:
    """One dated row in any of its files is enough."""
    tables = staged(
        nominal=[TAM], missing=[{**REPORT, "recorded_at": "2016-08-20 09:00"}],
        child_record=[{"child_id": "1"}],
    )  # fmt: skip
    assert undated(tables) == ("council",)
