"""The list behind a rate: its denominator, every outcome, and its exceptions by kind."""

from collections import Counter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.publication.evidence import JUDGED, Evidence
from trigpoint.publication.parts import Block, Column, Prose, Run, Table, prose
from trigpoint.publication.wording import OUTCOMES, count, district, file_name, rate

_EXCEPTION = r'"exception":"(?P<words>(?:[^"\\]|\\.)*)"'


def judged(evidence: Evidence, slug: str, text: str = "") -> Run:
    """How many of a standard were judged, linked to the cases and the exceptions."""
    number = evidence.counts(slug).judged
    return Run(text or count(number), open_list(evidence, slug) if number else "")


def in_district(evidence: Evidence, slug: str, place: str, text: str) -> Run:
    """What was judged of a standard in one district, linked to the cases."""
    name = f"{slug}-district-{file_name(place)}"
    title = f"{evidence.title(slug)}: {district(place)}"
    rows = evidence.where(standard=slug, district=place, outcome=JUDGED)
    return Run(text, evidence.lists.add(name, title, rows))


def open_list(evidence: Evidence, slug: str) -> str:
    """The page of a standard's judged cases, made when first asked for."""
    name = slug
    if evidence.lists.has(name):
        return evidence.lists.href(name)
    # Entered first: the outcomes' own lists link back to nothing, so no cycle is left.
    return evidence.lists.add(
        name,
        f"{evidence.title(slug)}: every case judged",
        evidence.where(standard=slug, outcome=JUDGED),
        above=(_outcomes(evidence, slug), *_exceptions(evidence, slug)),
    )


def exceptions(evidence: Evidence, slug: str) -> Counter[str]:
    """How often each exception was relied on, by its words."""
    rows = evidence.where(standard=slug, outcome="excepted")
    return Counter(exception_words(evidence.material.judgements, rows))


def exception_words(judgements: pa.Table, rows: np.ndarray) -> list[str]:
    """The exception that each of these rows relied on, "" for none."""
    why = judgements["why"].take(pa.array(rows)).combine_chunks()
    found = pc.extract_regex(why, pattern=_EXCEPTION)
    return pc.fill_null(pc.struct_field(found, "words"), "").to_pylist()


def _outcomes(evidence: Evidence, slug: str) -> Block:
    counts = evidence.counts(slug)
    rows: list[tuple[Prose, ...]] = []
    for outcome, words in OUTCOMES.items():
        run = evidence.outcome(slug, outcome)
        beside = Run(run.text, run.href.removeprefix("lists/"))
        rows.append((prose(words.capitalize()), prose(beside)))
    return Table(
        caption=f"What became of {count(counts.occasions)} occasions; "
        f"met where judged: {rate(counts.rate)}",
        columns=(Column(name="Outcome"), Column(name="Occasions", number=True)),
        rows=tuple(rows),
    )


def _exceptions(evidence: Evidence, slug: str) -> tuple[Block, ...]:
    kinds = exceptions(evidence, slug)
    if not kinds:
        return ()
    rows = [
        (prose(words or "not named"), prose(count(size)))
        for words, size in sorted(kinds.items())
    ]
    return (
        Table(
            caption="Excepted, by kind: not counted in the rate",
            columns=(Column(name="Exception"), Column(name="Occasions", number=True)),
            rows=tuple(rows),
        ),
    )
