"""The agencies that owe duties to children and record what they do."""

from enum import StrEnum


class Agency(StrEnum):
    """Who acts, who records and whose duty it is (police profile, code set agency)."""

    POLICE = "POLICE"
    LA = "LA"
    HEALTH = "HEALTH"
    EDUCATION = "EDUCATION"
    PROBATION = "PROBATION"
    YOUTH_JUSTICE = "YOUTH_JUSTICE"
    PLACEMENT = "PLACEMENT"
    OTHER = "OTHER"

    @property
    def label(self) -> str:
        """The agency as a report names it."""
        return _LABELS[self]


_LABELS = {
    Agency.POLICE: "Police",
    Agency.LA: "Council",
    Agency.HEALTH: "Health",
    Agency.EDUCATION: "Education",
    Agency.PROBATION: "Probation",
    Agency.YOUTH_JUSTICE: "Youth justice",
    Agency.PLACEMENT: "Placement provider",
    Agency.OTHER: "Another agency",
}
