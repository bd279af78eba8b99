"""The table that every section about duties shares: each standard, its outcomes, its rate."""

from trigpoint.publication.evidence import Evidence
from trigpoint.publication.parts import (
    Block,
    Column,
    Paragraph,
    Prose,
    Run,
    Table,
    prose,
)
from trigpoint.publication.sentences import sentence
from trigpoint.publication.standard_lists import judged
from trigpoint.publication.wording import agency, interval, percent
from trigpoint.vocabulary.areas import Area

_OUTCOMES = ("met", "late", "missed", "not_yet_due", "excepted", "cannot_tell")
_HEADINGS = ("Met", "Late", "Missed", "Not yet due", "Excepted", "Cannot tell")


def duty_table(evidence: Evidence, slugs: list[str], caption: str) -> Table:
    """Every outcome of every duty, each number linked to its cases."""
    columns = (
        Column(name="Duty"),
        Column(name="Fault", fixed=True),
        Column(name="Rate met", number=True),
        Column(name="95% interval", number=True),
        *(Column(name=name, number=True) for name in _HEADINGS),
    )
    return Table(
        caption=caption,
        columns=columns,
        rows=tuple(_row(evidence, slug) for slug in slugs),
        note="Rate met: met, of met, late and missed. Open a rate for every case judged "
        "and for the exceptions by kind.",
    )


def _row(evidence: Evidence, slug: str) -> tuple[Prose, ...]:
    rate = evidence.counts(slug).rate
    standard = evidence.standards.get(slug)
    known = rate.value is not None
    share = judged(evidence, slug, percent(rate.value)) if known else Run("none judged")
    return (
        prose(Run(evidence.title(slug), f"#standard-{slug}" if standard else "")),
        prose(standard.fault.value if standard else ""),
        prose(share),
        prose(interval(rate) if known else ""),
        *(prose(evidence.outcome(slug, outcome)) for outcome in _OUTCOMES),
    )


def told(evidence: Evidence, slug: str, kind: str = "") -> Paragraph:
    """The standard's finding as a sentence."""
    href = judged(evidence, slug).href
    words = sentence(slug, evidence.title(slug), evidence.counts(slug), href)
    return Paragraph(words=words, kind=kind)


def absent(words: str) -> Paragraph:
    """What stands in the place of a part whose data no source held."""
    return Paragraph(words=prose(words), kind="absent")


def area_blocks(evidence: Evidence, *, area: str, holder: str) -> tuple[Block, ...]:
    """The duties of one holder in one area, as a table; says so where there are none."""
    slugs = evidence.slugs(area=area, holder=holder)
    if not slugs:
        return (absent("No source held an occasion for any police duty here."),)
    caption = f"{Area(area).label}: {agency(holder).lower()} duties, by outcome"
    return (duty_table(evidence, slugs, caption),)
