"""The report of a run: one data object, drawn as a web page and as a PDF, with its lists.

Start here: `RunMaterial` is what a run hands over, `compose` makes the report of it,
`publish` writes report.html, report.pdf, lists/ and, where asked, cases/.
"""

from collections.abc import Callable
from pathlib import Path

from trigpoint.publication import case_pages, first_screen, page, typesetting
from trigpoint.publication.case_lists import CaseLists
from trigpoint.publication.evidence import Evidence
from trigpoint.publication.material import RunMaterial, SourceReach
from trigpoint.publication.parts import Report
from trigpoint.publication.sections import order
from trigpoint.publication.wording import day, many, short_day
from trigpoint.timekeeping import london

__all__ = ["RunMaterial", "SourceReach", "compose", "publish"]

Progress = Callable[[str], None]


def publish(
    material: RunMaterial,
    out: Path,
    with_cases: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Write the report and everything that its numbers link to into `out`."""
    say = progress or _silent
    out.mkdir(parents=True, exist_ok=True)
    lists = CaseLists(material, with_cases=with_cases)
    evidence = Evidence(material, lists)
    say("writing the report")
    report = compose(evidence)
    (out / "report.html").write_text(page.report_page(report), encoding="utf-8")
    (out / "report.pdf").write_bytes(typesetting.pdf(report, material.as_at))
    titles = {slug: one.title for slug, one in evidence.standards.items()}
    written = page.write_lists(report, lists, titles, out / "lists")
    say(f"wrote {written} lists")
    if with_cases:
        pages = case_pages.write_cases(report, material, out / "cases")
        say(f"wrote {pages} pages that hold children's records")
    return report


def compose(evidence: Evidence) -> Report:
    """The report as data; the lists that it needs are entered in `evidence.lists`."""
    material = evidence.material
    return Report(
        force=material.force,
        invented=material.invented,
        period=_period(material),
        as_known=day(material.as_at),
        version=material.version,
        standards_version=_standards(material),
        sentence=first_screen.opening(evidence),
        tiles=first_screen.tiles(evidence),
        look_now=first_screen.look_now(evidence),
        weaknesses=first_screen.weaknesses(evidence),
        sections=order.sections(evidence),
    )


def _period(material: RunMaterial) -> str:
    """The occasions asked for; where none were, from the first to the last there was."""
    triggered = material.judgements["triggered_at"].drop_null()
    if not len(triggered):
        return f"to {day(material.as_at)}"
    instants = triggered.cast("int64").to_numpy()
    first = london.day_start(material.start) if material.start else int(instants.min())
    last = london.day_start(material.end) - 1 if material.end else int(instants.max())
    return f"{short_day(first)} to {short_day(last)}"


def _standards(material: RunMaterial) -> str:
    confirmed = sum(one.source.confirmed for one in material.standards)
    whole = len(material.standards)
    waiting = whole - confirmed
    words = many(whole, "standard")
    return words + (f", {waiting} with a part to be confirmed" if waiting else "")


def _silent(words: str) -> None:
    """Nobody asked to be told."""
    del words
