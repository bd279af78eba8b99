"""The roles, what each may do and how far it sees, as readable records.

Slugs are stored; they are never renamed. The page "who may do what" is made from this.
"""

from dataclasses import dataclass
from enum import StrEnum


class Reach(StrEnum):
    """Whose records a role comes to, within its own organisation."""

    NONE = "no child's record"
    OWN = "children they have dealt with themselves"
    TEAM = "children of their own team or district"
    ALL = "every child of the organisation"
    SHARED = "children for whom the agency holds a duty or a record"


class Action(StrEnum):
    """What can be done. One word for a page, a command and the log."""

    SEE_WORK = "see-work"
    LOOK = "look"
    SEARCH = "search"
    ACKNOWLEDGE = "acknowledge"
    CLAIM = "claim"
    ENTER = "enter"
    SEE_MISSING = "see-missing"
    SEE_INBOX = "see-inbox"
    SEE_PARTNERS = "see-partners"
    SEE_FIGURES = "see-figures"
    SEE_CASES_BEHIND_FIGURES = "see-cases-behind-figures"
    SEE_STANDARDS = "see-standards"
    SEE_NOTICES = "see-notices"
    IMPORT = "import"
    SETTLE_QUARANTINE = "settle-quarantine"
    DECIDE_LINKS = "decide-links"
    SEE_TEAM = "see-team"
    SEE_LOOKS = "see-looks"
    BREAK_GLASS = "break-glass"
    ADMINISTER = "administer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role: its slug and words, where it exists, what it may do, how far it sees."""

    slug: str
    title: str
    kinds: tuple[str, ...]
    reach: Reach
    may: frozenset[Action]


_ALWAYS = {Action.SEE_STANDARDS, Action.SEE_NOTICES}
_WORK = {
    Action.SEE_WORK, Action.LOOK, Action.SEARCH, Action.ACKNOWLEDGE, Action.CLAIM,
    Action.ENTER, Action.BREAK_GLASS,
}  # fmt: skip
_HUB = _WORK | {
    Action.SEE_MISSING, Action.SEE_FIGURES, Action.DECIDE_LINKS, Action.SEE_PARTNERS,
}  # fmt: skip
_LEAD = {
    Action.SEE_TEAM, Action.SEE_FIGURES, Action.SEE_CASES_BEHIND_FIGURES,
    Action.SEE_LOOKS,
}  # fmt: skip


def _role(
    slug: str, title: str, kind: str, reach: Reach, may: set[Action]
) -> tuple[str, Role]:
    role = Role(
        slug=slug, title=title, kinds=(kind,), reach=reach, may=frozenset(may | _ALWAYS)
    )
    return slug, role


_FORCE, _PARTNER = "force", "partner"
ROLES: dict[str, Role] = dict(
    (
        _role("response-officer", "Response officer", _FORCE, Reach.OWN, _WORK),
        _role("control-room", "Control room", _FORCE, Reach.ALL,
              _WORK | {Action.SEE_MISSING}),
        _role("duty-inspector", "Duty inspector", _FORCE, Reach.ALL,
              _HUB | {Action.SEE_TEAM}),
        _role("hub-detective", "Safeguarding hub detective", _FORCE, Reach.ALL,
              _HUB | {Action.SETTLE_QUARANTINE, Action.SEE_INBOX}),
        _role("investigator", "Child abuse investigator", _FORCE, Reach.TEAM, _WORK),
        _role("supervisor", "Supervisor", _FORCE, Reach.TEAM, _WORK | _LEAD),
        _role("missing-coordinator", "Missing and exploitation coordinator", _FORCE,
              Reach.ALL, _HUB),
        _role("head-of-protection", "Head of public protection", _FORCE, Reach.ALL,
              _HUB | _LEAD | {Action.SETTLE_QUARANTINE, Action.SEE_INBOX}),
        _role("force-liaison", "Force liaison", _FORCE, Reach.NONE,
              {Action.SEE_FIGURES}),
        _role("system-administrator", "System administrator", _FORCE, Reach.NONE,
              {Action.ADMINISTER, Action.IMPORT, Action.SETTLE_QUARANTINE}),
        _role("data-protection-auditor", "Data protection auditor", _FORCE, Reach.NONE,
              {Action.SEE_LOOKS}),
        _role("partner-user", "Partner agency user", _PARTNER, Reach.SHARED,
              {Action.SEE_WORK, Action.LOOK, Action.ACKNOWLEDGE, Action.CLAIM,
               Action.SEE_PARTNERS}),
        _role("out-of-hours-team", "Council out-of-hours team", _PARTNER, Reach.SHARED,
              {Action.SEE_WORK, Action.LOOK, Action.ACKNOWLEDGE, Action.SEE_MISSING}),
        _role("inspector", "Inspector", "inspectorate", Reach.NONE,
              {Action.SEE_FIGURES}),
        _role("commissioner-office", "Commissioner's office", "commissioner", Reach.NONE,
              {Action.SEE_FIGURES}),
    )
)  # fmt: skip
