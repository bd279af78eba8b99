"""What the sections of a report read: the run, counted once, and the lists they fill."""

from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.findings import rates
from trigpoint.findings.finding import Counts, Finding
from trigpoint.publication.case_lists import CaseLists
from trigpoint.publication.material import RunMaterial
from trigpoint.publication.parts import Run
from trigpoint.publication.wording import OUTCOMES, count
from trigpoint.standards.standard import Standard
from trigpoint.vocabulary.agencies import Agency

#: What was judged: the outcomes of every denominator.
JUDGED = ("met", "late", "missed")


class Evidence:
    """A run's judgements by standard, place and month, with a link for every number."""

    def __init__(self, material: RunMaterial, lists: CaseLists) -> None:
        """Count nothing yet; everything is counted when first asked for."""
        self.material = material
        self.lists = lists

    @cached_property
    def standards(self) -> dict[str, Standard]:
        """The newest version of each standard, by slug."""
        ordered = sorted(self.material.standards, key=lambda one: one.version)
        return {one.slug: one for one in ordered}

    @cached_property
    def totals(self) -> dict[str, Finding]:
        """Each standard's counts over the whole run, by slug."""
        found = rates.find(self.material.judgements, [()])
        return {finding.standard: finding for finding in found}

    @cached_property
    def by_district(self) -> list[Finding]:
        """Each standard's counts in each district, alphabetically."""
        return rates.find(self.material.judgements, [("district",)])

    @cached_property
    def months(self) -> np.ndarray:
        """Each judgement's London month, as `rates.months` counts them."""
        return rates.months(self.material.judgements["triggered_at"]).to_numpy()

    @cached_property
    def codes(self) -> dict[str, tuple[np.ndarray, list[str]]]:
        """The columns that lists are chosen by, as small numbers and their meanings."""
        names = ("standard", "outcome", "district", "fault", "duty_holder", "area")
        made = {}
        for name in names:
            column = pc.fill_null(self.material.judgements[name], "")
            coded = column.combine_chunks().dictionary_encode()
            made[name] = (
                coded.indices.to_numpy(zero_copy_only=False),
                coded.dictionary.to_pylist(),
            )
        return made

    @cached_property
    def _of_standard(self) -> dict[str, np.ndarray]:
        """The rows of each standard; most lists are of one."""
        indices, meanings = self.codes["standard"]
        order = np.argsort(indices, kind="stable")
        ends = np.searchsorted(indices[order], np.arange(len(meanings) + 1))
        return {slug: order[ends[i] : ends[i + 1]] for i, slug in enumerate(meanings)}

    def where(self, **wanted: str | tuple[str, ...]) -> np.ndarray:
        """The row numbers whose columns have these values (of several, any)."""
        slug = wanted.get("standard")
        if isinstance(slug, str):
            rows = self._of_standard.get(slug, np.empty(0, dtype=np.int64))
            del wanted["standard"]
        else:
            rows = np.arange(len(self.material.judgements))
        for name, values in wanted.items():
            indices, meanings = self.codes[name]
            some = (values,) if isinstance(values, str) else values
            picked = [i for i, word in enumerate(meanings) if word in some]
            rows = rows[np.isin(indices[rows], picked)]
        return rows

    def children(self, rows: np.ndarray) -> int:
        """How many different children are in these rows."""
        chosen = self.material.judgements["child"].take(pa.array(rows))
        return len(pc.unique(chosen))

    def counts(self, slug: str) -> Counts:
        """A standard's counts; all 0 where it found no occasion."""
        found = self.totals.get(slug)
        return found.counts if found else Counts()

    def title(self, slug: str) -> str:
        """The standard's title; its slug where nobody knows it."""
        standard = self.standards.get(slug)
        return standard.title if standard else slug

    def slugs(self, *, area: str = "", holder: str = "") -> list[str]:
        """The standards of this area and duty holder that found any occasion, by title."""
        found = [
            one.standard
            for one in self.totals.values()
            if area in ("", one.area) and holder in ("", one.duty_holder)
        ]
        return sorted(found, key=self.title)

    @cached_property
    def police(self) -> Counts:
        """The counts of every police duty."""
        mine = [one for one in self.totals.values() if one.duty_holder == Agency.POLICE]
        return rates.total(mine)

    def outcome(self, slug: str, outcome: str, text: str = "") -> Run:
        """How often a standard had this outcome, linked to the cases."""
        number = getattr(self.counts(slug), outcome)
        href = ""
        if number:
            href = self.lists.add(
                f"{slug}-{outcome.replace('_', '-')}",
                f"{self.title(slug)}: {OUTCOMES[outcome]}",
                self.where(standard=slug, outcome=outcome),
            )
        return Run(text or count(number), href)
