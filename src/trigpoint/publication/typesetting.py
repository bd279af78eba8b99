"""The PDF: the same report through a Typst template, tagged, as PDF/UA-1.

Every text reaches Typst as data, never as source, so that a `#` in a record stays a
`#`. Only the fonts that Typst carries are used, so every machine sets the same pages.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from trigpoint.publication.parts import Report
from trigpoint.timekeeping.london import moment

_TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
#: What charts are drawn in, and what Typst carries.
_SCREEN_FONT = "Helvetica Neue, Arial, Liberation Sans, sans-serif"
_PAPER_FONT = "Libertinus Serif"


def pdf(report: Report, as_at: int) -> bytes:
    """The report as PDF; dated with the moment of judging, so that a run repeats exactly."""
    import typst

    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(as_data(report), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(_stamp(as_at).timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def as_data(value: Any) -> Any:
    """The report as plain lists and mappings; each part says its `kind`."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {
            field.name: as_data(getattr(value, field.name)) for field in fields(value)
        }
        told.pop("narrow", None)
        if "wide" in told:
            told["wide"] = told["wide"].replace(_SCREEN_FONT, _PAPER_FONT)
        # Some parts have a `kind` of their own; the part's name stands beside it.
        return {"part": type(value).__name__.lower(), **told, **_properties(value)}
    if isinstance(value, tuple | list):
        return [as_data(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value


def _properties(value: Any) -> dict[str, Any]:
    return {"marks": list(value.marks)} if isinstance(value, Report) else {}


def _stamp(as_at: int) -> datetime:
    return moment(as_at)
