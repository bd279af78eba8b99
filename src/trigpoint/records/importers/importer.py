"""Where `Importer` stood; see records/importer.py."""

from trigpoint.records.importer import Context, Importer, Sample

__all__ = ["Context", "Importer", "Sample"]
