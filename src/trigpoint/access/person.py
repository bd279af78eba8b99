"""Who is asking: an account acting in one role for one organisation."""

from dataclasses import dataclass

from trigpoint.access.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One account in one membership, as read at this request.

    `officer`: their number in the force's own systems, "" where they have none.
    `shared`: several people use the account, as those of a demonstration.
    """

    account: str
    shown_as: str
    organisation: str
    organisation_name: str
    kind: str
    role: Role
    team: str = ""
    district: str = ""
    officer: str = ""
    shared: bool = False
