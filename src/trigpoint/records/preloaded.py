"""What a reading process has loaded before it is given a file, so that it starts at once.

Importing is not enough: the table library loads more at its first use. So one small
file of two rows is read here, once, in the server from which each process is forked.
"""

import tempfile
from pathlib import Path

from trigpoint.records.importer import Context, Importer
from trigpoint.records.recognition import importers, recognise
from trigpoint.records.sampling import sample

_FILE = "subject,flag,set_at,recorded_at\nN1,CSE,2016-01-01T10:00,\nN2,?,x,2016-01-01\n"


def warm() -> tuple[Importer, ...]:
    """Every importer, after one reading."""
    known = importers()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "flag.csv")
        path.write_text(_FILE, encoding="utf-8")
        context = Context(file=path.name, default_source="police")
        recognise(sample(path), known).read(path, context)
    return known


#: Loading is the point of this module.
KNOWN = warm()
