"""The areas of a child's journey in which standards live."""

from enum import StrEnum


class Area(StrEnum):
    """Where a standard belongs; the five first areas are the weaknesses of the mission."""

    CONTACT = "contact"
    PLANNING = "planning"
    EXPLOITATION = "exploitation"
    MISSING = "missing"
    INVESTIGATION = "investigation"
    POWERS = "powers"

    @property
    def label(self) -> str:
        """The area as the report's first screen names it."""
        return _LABELS[self]


_LABELS = {
    Area.CONTACT: "First assessment",
    Area.PLANNING: "Protective plans",
    Area.EXPLOITATION: "Exploitation",
    Area.MISSING: "Missing",
    Area.INVESTIGATION: "Specialists",
    Area.POWERS: "Police powers",
}

#: The weaknesses that inspectors named, one area each: what a report leads with.
WEAKNESSES = tuple(area for area in Area if area is not Area.POWERS)
