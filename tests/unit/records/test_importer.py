"""What every importer module declares."""

from trigpoint.records.recognition import importers


def test_every_importer_says_what_it_reads() -> None:
    """Each has a name of its own, a title for refusals, and is sure of nothing empty."""
    known = importers()
    assert len({importer.name for importer in known}) == len(known)
    assert all(importer.title and importer.formats for importer in known)
