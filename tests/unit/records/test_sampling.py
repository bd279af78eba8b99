"""A file looked at without being read."""

import zipfile
from pathlib import Path

import pytest

from trigpoint.records import sampling
from trigpoint.records.record import Refusal


def test_kinds_are_told_by_content(tmp_path: Path) -> None:
    """A CSV file called .xml is a CSV file."""
    path = tmp_path / "a.xml"
    path.write_text("misper_id, risk\nM1,LOW\n")
    seen = sampling.sample(path)
    assert (seen.kind, seen.header) == ("csv", ("misper_id", "risk"))


def test_an_xml_root_is_seen_without_parsing(tmp_path: Path) -> None:
    """Namespaces, a BOM and an entity do no harm to a look."""
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'\xef\xbb\xbf<?xml version="1.0"?><n:Message xmlns:n="u"><n:Header/>'
    )
    seen = sampling.sample(path)
    assert (seen.kind, seen.root, seen.elements) == (
        "xml",
        "Message",
        ("Message", "Header"),
    )


def test_a_workbook_that_would_blow_up_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The declared sizes are added up before anything is unpacked."""
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 2_000_000)
    monkeypatch.setattr(sampling, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(Refusal, match="unpack to 2 MB"):
        sampling.sample(path)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    """A zip that is none is damaged, and the sender is asked again."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(Refusal, match="damaged"):
        sampling.sample(path)


def test_anything_else_is_other(tmp_path: Path) -> None:
    """A picture is neither CSV, XML nor a workbook."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\r\n\x00\x00")
    assert sampling.sample(path).kind == "other"
