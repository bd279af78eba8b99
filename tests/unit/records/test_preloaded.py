"""The reading server has everything loaded before its first file."""

from trigpoint.records import preloaded


def test_every_importer_is_known_before_a_file_comes() -> None:
    """The nine importers are loaded, and one file has been read."""
    assert {importer.name for importer in preloaded.warm()} >= {
        "police_profile", "council_cin_census_xml", "council_cin_census_csv",
        "council_annex_a", "council_ssda903_csv", "council_ssda903_xml",
        "council_workforce_xml", "council_person_table",
    }  # fmt: skip
