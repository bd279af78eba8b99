"""How much one person may look up within an hour before they say why."""

from trigpoint.access.person import Person
from trigpoint.access.roles import Action

#: Entries of the log within an hour, of searches and of records opened one by one.
PACE = {Action.SEARCH: 60, Action.LOOK: 120}
#: Work in which somebody may come to harm while a form is filled in: noted, never stopped.
NEVER_STOPPED = frozenset({"duty-inspector", "control-room", "out-of-hours-team"})


def stops(person: Person) -> bool:
    """Whether the person must give a reason; else it is only noted.

    An account that several people share says nothing of what any of them looked at.
    """
    return not person.shared and person.role.slug not in NEVER_STOPPED
