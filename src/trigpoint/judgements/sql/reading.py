"""All that is found for one occasion, as SQL: the row of outcome.py, and the fault."""

from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.chronology.coverage import Coverage
from trigpoint.judgements.outcome import Outcome
from trigpoint.judgements.sql.candidates import best, pairs
from trigpoint.judgements.sql.codes import FAULTS, OUTCOME_NUMBERS, WIDTH, Codes
from trigpoint.judgements.sql.conditions import can_doubt, doubt, truth
from trigpoint.judgements.sql.occasions import lasting
from trigpoint.standards.language import (
    Act,
    Condition,
    ExceptEvent,
    ExceptWhere,
    FollowedBy,
    Holds,
)
from trigpoint.standards.standard import Fault, Standard

Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reader:
    """One standard and what its reading needs; `echoes` names their table, if any."""

    standard: Standard
    coverage: Coverage
    codes: Codes
    trigger_kinds: frozenset[str]
    echoes: str | None

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts expected, or forbidden."""
        expects = self.standard.expects
        return () if isinstance(expects, Holds) else expects.acts

    @property
    def excuses(self) -> dict[int, Act]:
        """The acts that excuse the duty, by their place among the exceptions."""
        return {
            place: exception.act
            for place, exception in enumerate(self.standard.excepting)
            if isinstance(exception, ExceptEvent)
        }

    def echoes_of(self, act: Act) -> str | None:
        """The table of echoes, where an act may be another record of the trigger."""
        return self.echoes if self.trigger_kinds & set(act.kinds) else None

    def steps(self) -> list[Step]:
        """The steps from `own` to `read`."""
        found = []
        joins = ""
        if self.acts:
            found.append(("acts", best(self._pairs(dict(enumerate(self.acts))))))
            joins += " LEFT JOIN acts a ON a.t_seq = t.seq"
        if self.excuses:
            found.append(("excuses", best(self._pairs(self.excuses))))
            joins += " LEFT JOIN excuses x ON x.t_seq = t.seq"
        columns = ", ".join(f"{sql} AS {name}" for name, sql in self._row().items())
        found.append(("read", f"SELECT t.*, {columns} FROM own t{joins}"))
        return found

    def _pairs(self, acts: dict[int, Act]) -> str:
        return " UNION ALL ".join(
            pairs(act, self.codes, position=place, echoes=self.echoes_of(act))
            for place, act in acts.items()
        )

    def _row(self) -> dict[str, str]:
        """The columns of a row, under the names that outcome.py gives them."""
        return {
            "gap": "t.gap_all",
            **self._act_columns(),
            **self._shown(),
            **self._excused(),
            **self._except_columns(),
            "silence": self._silence(self.acts),
            "except_silence": self._silence(tuple(self.excuses.values())),
        }

    def _act_columns(self) -> dict[str, str]:
        if not self.acts:
            return dict.fromkeys(
                ("act_sure", "act_possible", "act_doubt", "sure", "possible"), _NONE
            ) | {"already": "FALSE"}
        already, sure, possible = "FALSE", "a.sure_latest", "a.possible_earliest"
        expects = self.standard.expects
        if isinstance(expects, FollowedBy) and expects.already is not None:
            already = f"(t.seq IN ({lasting(expects.already, 'own')}))"
            sure = f"CASE WHEN {already} THEN t.earliest ELSE {sure} END"
            possible = f"CASE WHEN {already} THEN t.earliest ELSE {possible} END"
        return {
            "already": already,
            "act_sure": sure,
            "act_possible": possible,
            "act_doubt": f"NULLIF(a.possible % {WIDTH}, 0)",
            "sure": "a.sure",
            "possible": "a.possible",
        }

    def _except_columns(self) -> dict[str, str]:
        if not self.excuses:
            return dict.fromkeys(
                ("except_sure", "except_possible", "except_doubted", "except_doubt",
                 "excuse"), _NONE,
            )  # fmt: skip
        return {
            "except_sure": "x.sure_latest",
            "except_possible": "x.certain_earliest",
            "except_doubted": "x.doubted_earliest",
            "except_doubt": f"x.doubted % {WIDTH}",
            "excuse": "x.sure",
        }

    def _shown(self) -> dict[str, str]:
        """What the trigger itself shows of the duty."""
        expects = self.standard.expects
        reads = _NONE
        condition: Condition | None = None
        if isinstance(expects, FollowedBy):
            condition = expects.requires
        elif isinstance(expects, Holds):
            condition = expects.condition
            if expects.person_reads is not None:
                where = expects.person_reads.where
                note = self.codes.number(f"note:{expects.person_reads.what}")
                met = truth(where, "t")
                reads = f"""CASE WHEN {met} IS NULL THEN {self._doubt(where)}
                    WHEN {met} THEN {note} END"""
        return {
            "holds": truth(condition, "t"),
            "holds_doubt": self._doubt(condition),
            "reads": reads,
        }

    def _doubt(self, condition: Condition | None) -> str:
        if condition is None or not can_doubt(condition):
            return _NONE
        return doubt(condition, "t", self.codes)

    def _excused(self) -> dict[str, str]:
        """Whether a fact of the trigger excuses the duty, and by which exception."""
        facts = {
            place: exception.condition
            for place, exception in enumerate(self.standard.excepting)
            if isinstance(exception, ExceptWhere)
        }
        if not facts:
            return {"excused": "FALSE", "excused_doubt": _NONE, "excused_by": _NONE}
        any_met = " OR ".join(truth(condition, "t") for condition in facts.values())
        by = " ".join(
            f"WHEN {truth(condition, 't')} THEN {place}"
            for place, condition in facts.items()
        )
        unknown = " ".join(
            f"WHEN {truth(condition, 't')} IS NULL THEN {self._doubt(condition)}"
            for condition in facts.values()
        )
        return {
            "excused": f"({any_met})",
            "excused_doubt": f"CASE {unknown} END",
            "excused_by": f"CASE {by} END",
        }

    def _silence(self, acts: Sequence[Act]) -> str:
        """Why an act that is not on record may have happened, by the due time."""
        whens = ""
        for kind in dict.fromkeys(kind for act in acts for kind in act.kinds):
            reach = self.coverage.reach.get(kind)
            if reach is None:
                number = self.codes.number(f"kind:{kind.value}")
                whens += f" WHEN t.due_latest IS NOT NULL THEN {number}"
                break
            number = self.codes.number(f"reach:{kind.value}")
            whens += f" WHEN t.due_latest > {reach} THEN {number}"
        return f"CASE{whens} END" if whens else _NONE

    def answer(self) -> Step:
        """The last step, from `decided`: the numbers that leave the engine."""
        met = OUTCOME_NUMBERS[Outcome.MET]
        possible = "r.possible"
        if isinstance(self.standard.expects, Holds):
            # A duty that the trigger shows done names the trigger as its act.
            possible = (
                f"CASE WHEN FLOOR(r.decided / {WIDTH}) = {met} THEN r.seq * {WIDTH} END"
            )
        due = "CASE WHEN r.gap = 0 THEN r.due_{} END"
        asked = {
            "seq": "r.seq",
            "due_earliest": due.format("earliest"),
            "due_latest": due.format("latest"),
            "decided": "r.decided",
            "sure": "r.sure",
            "possible": possible,
            "already": "CASE WHEN r.already AND r.gap = 0 THEN 1 ELSE 0 END",
            "excused_by": "r.excused_by",
            "excuse": "r.excuse",
            "fault": self._fault(),
        }
        columns = ", ".join(f"CAST({q} AS BIGINT) AS {n}" for n, q in asked.items())
        return (
            "answer",
            f"SELECT {columns} FROM decided r",
        )

    def _fault(self) -> str:
        failed = [OUTCOME_NUMBERS[Outcome.LATE], OUTCOME_NUMBERS[Outcome.MISSED]]
        told = f"FLOOR(r.decided / {WIDTH}) IN ({failed[0]}, {failed[1]})"
        risk, procedural = FAULTS.index("risk"), FAULTS.index("procedural")
        if self.standard.fault is Fault.RISK:
            return f"CASE WHEN {told} THEN {risk} ELSE 0 END"
        becomes = self._becomes_risk()
        return f"""CASE WHEN NOT ({told}) THEN 0 WHEN {becomes} THEN {risk}
            ELSE {procedural} END"""

    def _becomes_risk(self) -> str:
        condition = self.standard.becomes_risk
        if condition is None or condition.untold:
            return "FALSE"
        asked = [f"COALESCE({truth(condition.where, 'r')}, FALSE)"]
        if condition.outcomes:
            numbers = [
                str(OUTCOME_NUMBERS[Outcome(name)]) for name in condition.outcomes
            ]
            asked.append(f"FLOOR(r.decided / {WIDTH}) IN ({', '.join(numbers)})")
        for act in condition.nobody:
            some = pairs(act, self.codes, position=0, echoes=self.echoes_of(act))
            asked.append(f"r.seq NOT IN (SELECT t_seq FROM ({some}))")
        return " AND ".join(asked)


_NONE = "CAST(NULL AS BIGINT)"
