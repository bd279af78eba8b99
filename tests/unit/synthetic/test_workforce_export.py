"""The social work workforce census."""

from lxml import etree

from tests.support import invented_county


def test_a_file_for_each_30_september_of_the_period() -> None:
    """2014 and 2015, with nobody who had not begun."""
    folder = invented_county.written() / "extracts" / "council"
    paths = sorted(folder.glob("workforce_*.xml"))
    assert [path.stem[-4:] for path in paths] == ["2014", "2015"]
    for path in paths:
        root = etree.parse(path).getroot()
        reference = root.findtext(".//ReferenceDate")
        workers = list(root.iter("CSWWWorker"))
        assert workers
        assert all(w.findtext("RoleStartDate") <= reference for w in workers)
        assert sum(int(w.findtext("Cases30") or 0) for w in workers) > 0
