"""What a reading process has loaded before it is given a file, so that it starts at once."""

from trigpoint.records.recognition import importers

#: Loading every importer here is the point of this module.
KNOWN = importers()
