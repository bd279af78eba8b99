"""The staged tables: their keys and kinds."""

from trigpoint.records.subjects import SUBJECTS

KINDS = {"id", "text", "date", "datetime", "bool", "int", "decimal", "code", "list"}


def test_every_column_has_a_kind_that_staging_knows() -> None:
    """No column is of a kind that nothing reads."""
    found = {column.kind for subject in SUBJECTS.values() for column in subject.columns}
    assert found <= KINDS


def test_every_subject_is_known_by_something() -> None:
    """Each staged table has a key, and its columns have names of their own."""
    for name, subject in SUBJECTS.items():
        assert subject.keys, name
        names = [column.name for column in subject.columns]
        assert len(names) == len(set(names)), name


def test_the_profile_has_its_files() -> None:
    """Fifteen of its first version, fourteen that the second added."""
    assert sum(one.agency.value == "POLICE" for one in SUBJECTS.values()) == 15 + 14
