"""The events that may fulfil, break or excuse a duty, as SQL over pairs of rows.

`known` is the table of events on record: `seq` numbers them in the total order,
`ends` in the order of (latest, seq), child by child. Triggers are aliased `t`.
"""

from trigpoint.judgements.sql.codes import WIDTH, Codes, kind_list
from trigpoint.judgements.sql.conditions import can_doubt, doubt, truth
from trigpoint.standards.language import Act, Pattern, Same


def surely(pattern: Pattern, *more: str) -> str:
    """A sub-query of the events that surely fit a pattern."""
    met = "" if pattern.where is None else f" AND {truth(pattern.where, 'k')}"
    names = ", ".join(f"k.{name}" for name in ("child", "seq", "earliest", *more))
    return (
        f"SELECT {names} FROM known k WHERE k.kind IN ({kind_list(pattern.kinds)}){met}"
    )


def tie_columns(same: Same | None) -> tuple[str, ...]:
    """The column of another event by which it may be tied to a trigger."""
    return () if same is None else (same.theirs.value,)


def tie(same: Same | None, row: str, trigger: str = "t") -> str:
    """That the row belongs with the trigger, as a further condition."""
    if same is None:
        return ""
    theirs, ours = f"{row}.{same.theirs.value}", f"{trigger}.{same.ours.value}"
    return f" AND {theirs} = {ours} AND {theirs} <> ''"


def pairs(
    act: Act, codes: Codes, *, position: int, echoes: str | None, table: str = "own"
) -> str:
    """Every pair of a trigger and an event that possibly is this act of it.

    Columns: the trigger's seq (`t_seq`), the event's own, `doubt` (0 = none),
    `in_order` and the `position` of the act among its alternatives. `echoes` names
    the table of echoes where an event of the trigger's own kind may be one.
    """
    later, in_order = _order(act)
    # Where a gap stands in the way no act is looked for.
    told = " AND t.gap_all = 0" if table == "own" else ""
    actor_doubt = str(codes.number("fact:actor")) if act.other_actor else "0"
    return f"""
    SELECT t.seq AS t_seq, e.seq, e.ends, e.earliest, e.latest,
           {_doubt(act, actor_doubt)} AS doubt, {in_order} AS in_order,
           {position} AS position
    FROM {table} t JOIN ({_events(act, codes, echoes)}) e
      ON e.child = t.child AND e.seq <> t.seq AND {later}{tie(act.same, "e")}
      {told}{_limits(act)}{_not_the_trigger(echoes)}"""


def _events(act: Act, codes: Codes, echoes: str | None) -> str:
    """The events of the act's kinds that are not surely something else."""
    names = {"child", "seq", "ends", "earliest", "latest", *tie_columns(act.same)}
    names |= {"actor"} if act.other_actor else set()
    names |= {"recorded"} if act.on_record_by_due else set()
    names |= {"source"} if echoes else set()
    listed = ", ".join(f"k.{name}" for name in sorted(names))
    where = f"k.kind IN ({kind_list(act.kinds)}) AND NOT k.coarse"
    unknown = "0"
    if act.where is not None:
        where += f" AND COALESCE({truth(act.where, 'k')}, TRUE)"
    if act.where is not None and can_doubt(act.where):
        number = doubt(act.where, "k", codes)
        unknown = f"CASE WHEN {truth(act.where, 'k')} THEN 0 ELSE {number} END"
    echo = ", x.seq AS echo" if echoes else ""
    joined = f" LEFT JOIN {echoes} x ON x.seq = k.seq" if echoes else ""
    return (
        f"SELECT {listed}, {unknown} AS doubt{echo} FROM known k{joined} WHERE {where}"
    )


def _order(act: Act) -> tuple[str, str]:
    """The condition of time, and whether it is surely met."""
    if act.strictly_after:
        since = f"t.earliest - {act.look_back}"
        return f"e.latest > {since}", f"(e.earliest > t.latest - {act.look_back})"
    return f"e.latest >= t.earliest - {act.look_back}", "TRUE"


def _doubt(act: Act, actor_doubt: str) -> str:
    if not act.other_actor:
        return "e.doubt"
    unknown = "e.actor = '' OR t.actor = ''"
    return f"CASE WHEN e.doubt > 0 THEN e.doubt WHEN {unknown} THEN {actor_doubt} ELSE 0 END"


def _limits(act: Act) -> str:
    asked = ""
    if act.other_actor:
        asked += " AND (e.actor <> t.actor OR e.actor = '')"
    if act.on_record_by_due:
        asked += " AND e.recorded <= t.due_latest"
    return asked


def _not_the_trigger(echoes: str | None) -> str:
    if echoes is None:
        return ""
    overlap = "e.earliest <= t.latest AND t.earliest <= e.latest"
    return f" AND NOT (e.echo IS NOT NULL AND e.source <> t.source AND {overlap})"


def best(found: str) -> str:
    """For each trigger the minima that a judgement looks at, over its pairs."""
    sure = "doubt = 0 AND in_order"
    return f"""
    SELECT t_seq,
           MIN(CASE WHEN {sure} THEN ends * {WIDTH} + position END) AS sure,
           MIN(CASE WHEN {sure} THEN latest END) AS sure_latest,
           MIN(seq * {WIDTH} + doubt) AS possible,
           MIN(earliest) AS possible_earliest,
           MIN(CASE WHEN doubt = 0 THEN earliest END) AS certain_earliest,
           MIN(CASE WHEN doubt > 0 THEN seq * {WIDTH} + doubt END) AS doubted,
           MIN(CASE WHEN doubt > 0 THEN earliest END) AS doubted_earliest
    FROM ({found}) GROUP BY t_seq"""
