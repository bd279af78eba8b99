"""Looking at records: the entry in the access log comes first, and is committed."""

from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.access.person import Person
from trigpoint.access.roles import Action
from trigpoint.storage import access_log


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """One person's looks in one request. `dsn` is the logger's own connection."""

    dsn: str
    person: Person

    def at(self, child: str, action: Action, *, reason: str = "") -> None:
        """About to open one child's record."""
        self._append(action.value, child=child, reason=reason)

    def told_to(self, organisation: str, child: str, action: Action) -> None:
        """The same look, on the log of the organisation whose record it is."""
        self._append(action.value, child=child, organisation=organisation)

    def at_many(self, children: Sequence[str], action: Action) -> None:
        """About to show a list: which children are on it."""
        self._append(action.value, about=" ".join(children) or "nobody")

    def many_told_to(
        self, organisation: str, children: Sequence[str], action: Action
    ) -> None:
        """The same list, on the log of the organisation whose records they are."""
        about = " ".join(children) or "nobody"
        self._append(action.value, about=about, organisation=organisation)

    def did(
        self, what: str, *, about: str = "", child: str = "", reason: str = ""
    ) -> None:
        """Something else worth an entry: a search, a refusal, a decision."""
        self._append(what, about=about, child=child, reason=reason)

    def _append(
        self,
        action: str,
        *,
        child: str = "",
        about: str = "",
        reason: str = "",
        organisation: str = "",
    ) -> None:
        access_log.append(
            self.dsn,
            access_log.Look(
                organisation=organisation or self.person.organisation,
                actor=self.person.account,
                role=self.person.role.slug,
                action=action,
                child=child,
                about=about,
                reason=reason,
            ),
        )
