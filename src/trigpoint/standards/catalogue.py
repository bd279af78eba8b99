"""The library as a whole: every standard that a file in it declares."""

from functools import cache

from trigpoint import registry
from trigpoint.standards.standard import Standard
from trigpoint.vocabulary.areas import Area


@cache
def all_standards() -> tuple[Standard, ...]:
    """Every standard, in the order of the child's journey and then by slug."""
    found = registry.find("trigpoint.standards.library", "STANDARD")
    areas = list(Area)
    return tuple(
        sorted(
            found, key=lambda item: (areas.index(item.area), item.slug, item.version)
        )
    )


def newest() -> tuple[Standard, ...]:
    """Of each standard its newest version, in the same order."""
    return tuple({item.slug: item for item in all_standards()}.values())


def by_slug(slug: str) -> tuple[Standard, ...]:
    """The versions of one standard, oldest first; empty if there is none."""
    return tuple(item for item in all_standards() if item.slug == slug)
