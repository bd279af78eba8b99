"""How much: which children a person comes to, as a question about one child's facts."""

from dataclasses import dataclass

from trigpoint.access.permissions import NotPermitted, may
from trigpoint.access.person import Person
from trigpoint.access.roles import Action, Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """What ties people to one child: who acted, of which teams and districts, for whom."""

    officers: frozenset[str]
    teams: frozenset[str]
    districts: frozenset[str]
    agencies: frozenset[str]


#: The sentence for a child out of reach is the same as for one who is not there.
UNKNOWN_CHILD = (
    "There is no such child within your reach. If you must see the record now, "
    "use emergency access; it is told to your supervisor at once."
)
#: The same, for those who have no emergency access.
UNSHARED_CHILD = (
    "There is no such child within your reach. If you must know of a child now, "
    "telephone the police control room."
)


def unknown_child(person: Person) -> str:
    """The sentence that refuses a child to this person."""
    return UNKNOWN_CHILD if may(person, Action.BREAK_GLASS) else UNSHARED_CHILD


def within_reach(person: Person, dealings: Dealings) -> bool:
    """Whether the child is one that this person's role comes to.

    A child of whom nobody of the organisation has recorded anything is nobody's.
    """
    if not dealings.agencies:
        return False
    match person.role.reach:
        case Reach.ALL:
            return True
        case Reach.TEAM:
            return (
                (person.team != "" and person.team in dealings.teams)
                or (person.district != "" and person.district in dealings.districts)
                or (person.officer != "" and person.officer in dealings.officers)
            )
        case Reach.OWN:
            return person.officer != "" and person.officer in dealings.officers
        case Reach.SHARED:
            return person.team in dealings.agencies
    return False


def check_reach(person: Person, dealings: Dealings) -> None:
    """Refuse a child out of reach, in words that do not say whether there is one."""
    if not within_reach(person, dealings):
        raise NotPermitted(unknown_child(person))
