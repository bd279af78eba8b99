"""Who may: `check_...` raises with the sentence shown, `may_...` asks the same."""

from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach

#: Each action as one would say it in a refusal.
WORDS = {
    Action.SEE_WORK: "see a list of work",
    Action.LOOK: "open a child's record",
    Action.SEARCH: "search for a child",
    Action.ACKNOWLEDGE: "acknowledge a duty",
    Action.CLAIM: "say that a duty is done",
    Action.ENTER: "enter anything in a child's chronology",
    Action.SEE_MISSING: "see who is missing now",
    Action.SEE_INBOX: "see the hub's inbox",
    Action.SEE_PARTNERS: "see what agencies owe one another",
    Action.SEE_FIGURES: "see the organisation's figures",
    Action.SEE_CASES_BEHIND_FIGURES: "open the cases behind a figure",
    Action.SEE_STANDARDS: "read the standards",
    Action.SEE_NOTICES: "see what waits for them",
    Action.IMPORT: "import records",
    Action.SETTLE_QUARANTINE: "settle a row that was set aside",
    Action.DECIDE_LINKS: "decide whether records are one child",
    Action.SEE_TEAM: "see a team's work",
    Action.SEE_LOOKS: "see who looked at a record",
    Action.BREAK_GLASS: "open a record in an emergency",
    Action.ADMINISTER: "administer the system",
}


class NotPermitted(Exception):
    """A refusal; its text is shown as it stands."""


def check(person: Person, action: Action) -> None:
    """Refuse what the person's role does not do."""
    if action not in person.role.may:
        msg = (
            f"{person.role.title} at {person.organisation_name} may not "
            f"{WORDS[action]}. If your work needs it, ask a supervisor to change "
            "your role."
        )
        raise NotPermitted(msg)


def may(person: Person, action: Action) -> bool:
    """Whether `check` would let it pass."""
    return action in person.role.may


def sees_children(person: Person) -> bool:
    """Whether any child's record is within the role's reach."""
    return person.role.reach is not Reach.NONE
