"""The duties of the field that no chronology of a child can answer, and why.

With the library these are the 81 standards that Trigpoint knows of (S12 is retired: S17
and S18 took its place).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A known duty without a standard in the library."""

    code: str
    slug: str
    why: str


NOT_JUDGED = (
    NotJudged(
        "P11",
        "police-protection-not-in-place-of-epo",
        "whether there was time to go to court is a person's reading of the case",
    ),
    NotJudged(
        "X4",
        "no-victim-blaming-language",
        "the words of a record are for a person to read",
    ),
    NotJudged("X6", "cse-problem-profile", "a duty of the force, about no child"),
    NotJudged(
        "X7", "group-based-cse-identifiable", "a duty of the force, about no child"
    ),
    NotJudged(
        "I10",
        "child-death-out-of-hours-response",
        "a duty of the force, about no child",
    ),
    NotJudged("R3", "rso-patrol-briefing", "a duty of the force, about no child"),
    NotJudged("G1", "inspection-action-plan", "a duty of the force, about no child"),
    NotJudged(
        "G2",
        "local-policing-body-comments-56-days",
        "a duty of the local policing body, about no child",
    ),
    NotJudged(
        "G3",
        "referred-back-child-made-safe",
        "begins with an auditor's act; no agency's export holds it",
    ),
)
