"""Which importer reads a file: decided by what it holds, never by its name."""

from collections.abc import Sequence

from trigpoint import registry
from trigpoint.records.importer import Importer, Sample
from trigpoint.records.record import Refusal

#: Below this an importer is not sure enough.
ENOUGH = 0.5

#: Look-alikes people send by mistake: words that give them away, and what they are.
LOOK_ALIKES = (
    ({"rec_id", "given_name", "soc_sec_id"}, "a record-linkage test set"),
    ({"upn", "uniquelearnernumber", "leavingdate"}, "a school census file"),
    ({"pupilupn", "nativeid", "dateofleaving"}, "a school census file"),
    ({"local-authority-code", "official-name", "nice-name"}, "a list of councils"),
    ({"urn", "provider name"}, "a list of placement providers"),
    ({"crime id", "falls within"}, "an open crime file of data.police.uk"),
)


def importers() -> tuple[Importer, ...]:
    """Every importer there is."""
    return registry.find("trigpoint.records.importers", "IMPORTER")


def recognise(sample: Sample, known: Sequence[Importer]) -> Importer:
    """The importer surest of this file; refuses a file that none is sure of."""
    sure = [(importer.recognise(sample), importer) for importer in known]
    best, chosen = max(sure, key=lambda pair: pair[0])
    if best < ENOUGH:
        raise Refusal(_reason(sample, known))
    return chosen


def _reason(sample: Sample, known: Sequence[Importer]) -> str:
    reads = "; ".join(importer.title for importer in known)
    return f"{_looks_like(sample)} Trigpoint reads: {reads}."


def _looks_like(sample: Sample) -> str:
    words = {cell.lower() for cell in sample.header}
    words |= {cell.lower() for texts in sample.sheet_headers for cell in texts}
    for telling, name in LOOK_ALIKES:
        if telling <= words:
            return f"It looks like {name}, which is not an extract of a child's record."
    if sample.kind == "xml":
        return f"Its XML root <{sample.root}> is none that Trigpoint knows."
    if sample.kind == "csv":
        first = ", ".join(sample.header[:4])
        return f"Its header ({first} ...) is none that Trigpoint knows."
    if sample.kind == "xlsx":
        return "None of its sheets has headers that Trigpoint knows."
    return "It is neither CSV, XML nor an .xlsx workbook."
