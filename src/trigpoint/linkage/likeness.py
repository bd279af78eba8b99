"""How likely two records are one person: Splink over names, birth date, sex and postcode.

Fellegi-Sunter weights. The shares below are ours, set from how the fields of such records are
known to err; they are not trained, so that a small force and a large one, and today and
tomorrow, weigh a field alike. Rare names weigh more than common ones (term frequencies). No
pair is proposed on an address alone: every block holds a name or a birth date.
"""

import logging
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

#: Pairs less likely than this are not looked at further.
LEAST = 0.05
#: Memory that the comparison may take, for DuckDB.
_MEMORY = "1GB"

#: First name and surname each stand in the other's field.
SWAPPED = "the other way round"

#: Field -> (levels in words, from best to none; share among one person's records; among
#: others').
LEVELS: dict[str, tuple[tuple[str, ...], tuple[float, ...], tuple[float, ...]]] = {
    "given": (
        ("the same", SWAPPED, "nearly the same", "alike", "different"),
        (0.855, 0.005, 0.07, 0.02, 0.05),
        (0.01, 0.00004, 0.004, 0.03, 0.95596),
    ),
    "surname": (
        ("the same", "nearly the same", "alike", "different"),
        (0.84, 0.07, 0.02, 0.07),
        (0.008, 0.004, 0.03, 0.958),
    ),
    "birth": (
        ("the same", "one character apart", "two characters apart", "different"),
        (0.90, 0.05, 0.02, 0.03),
        (0.0002, 0.004, 0.02, 0.9758),
    ),
    "sex": (("the same", "different"), (0.985, 0.015), (0.5, 0.5)),
    "postcode": (("the same", "different"), (0.70, 0.30), (0.004, 0.996)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two records (their numbers, the lower first), how likely, and each field's part.

    `fields`: field -> what it shows ("the same", ..., or "not known").
    """

    one: int
    other: int
    probability: float
    fields: dict[str, str]


def compare(records: pa.Table, *, spark: Any = None) -> list[Likeness]:  # noqa: ANN401
    """Every pair that is likely enough to look at, among records with number `n`.

    `records`: n, given, surname, birth (ISO text), sex, postcode; null where not known.
    `spark`: a session to compare in, with Splink's own jar; else DuckDB does.
    """
    if len(records) < 2:
        return []
    # Loaded only here: no other part of the program pays for it.
    if spark is not None:
        from splink import SparkAPI

        api = SparkAPI(spark_session=spark, break_lineage_method="parquet")
        rows = _likely(api, spark.createDataFrame(records), len(records))
    else:
        from splink import DuckDBAPI

        with duckdb.connect(config={"memory_limit": _MEMORY, "threads": 2}) as held:
            rows = _likely(DuckDBAPI(connection=held), records, len(records))
    return sorted(map(_read, rows), key=lambda pair: (pair.one, pair.other))


def _likely(api: Any, records: Any, count: int) -> list[dict[str, object]]:  # noqa: ANN401
    """Splink's own rows about the pairs, by whichever engine `api` speaks to."""
    from splink import Linker

    linker = Linker(api.register(records), _settings(count))
    logging.getLogger("splink").setLevel(logging.WARNING)
    found = linker.inference.predict(threshold_match_probability=LEAST)
    return found.as_pyarrow_table().to_pylist()


def _read(row: dict[str, object]) -> Likeness:
    one, other = sorted((int(str(row["n_l"])), int(str(row["n_r"]))))
    fields = {}
    for field, (words, _, _) in LEVELS.items():
        level = int(str(row[f"gamma_{field}"]))
        fields[field] = "not known" if level < 0 else words[len(words) - 1 - level]
    return Likeness(
        one=one,
        other=other,
        # Engines differ in the last digits of a product.
        probability=round(float(str(row["match_probability"])), 9),
        fields=fields,
    )


def _settings(count: int) -> object:
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    def weighed(comparison: object, field: str, *, rare: bool = False) -> object:
        _, own, others = LEVELS[field]
        more = {"term_frequency_adjustments": True} if rare else {}
        return comparison.configure(  # type: ignore[attr-defined]
            m_probabilities=list(own), u_probabilities=list(others), **more
        )

    names = [0.92, 0.8]
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="n",
        # About one record in three has another of the same person.
        probability_two_random_records_match=min(0.6 / count, 0.1),
        comparisons=[
            cl.CustomComparison(_given_levels(cll, names), "given"),
            weighed(cl.JaroWinklerAtThresholds("surname", names), "surname", rare=True),
            weighed(cl.LevenshteinAtThresholds("birth", [1, 2]), "birth"),
            weighed(cl.ExactMatch("sex"), "sex"),
            weighed(cl.ExactMatch("postcode"), "postcode"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given", "surname"),
            block_on("birth", "substr(given, 1, 2)"),
            block_on("birth", "substr(surname, 1, 2)"),
            block_on("postcode", "given"),
            "l.given = r.surname AND l.surname = r.given",
            "l.surname = r.surname AND l.postcode = r.postcode "
            "AND substr(l.birth, 1, 4) = substr(r.birth, 1, 4)",
        ],
    )


def _given_levels(cll: Any, names: list[float]) -> list[object]:  # noqa: ANN401
    """The levels of the first name: as of any name, and that of one in the wrong field."""
    levels = (
        cll.ExactMatchLevel("given", term_frequency_adjustments=True),
        cll.ColumnsReversedLevel("given", "surname", symmetrical=True),
        *(cll.JaroWinklerLevel("given", threshold) for threshold in names),
        cll.ElseLevel(),
    )
    _, own, others = LEVELS["given"]
    return [
        cll.NullLevel("given"),
        *(
            level.configure(m_probability=m, u_probability=u)
            for level, m, u in zip(levels, own, others, strict=True)
        ),
    ]
