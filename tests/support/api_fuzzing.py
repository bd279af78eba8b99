"""Requests made from the API's own description: none may break the server."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings

FACTS_SENT = ("decision", "risk", "reason", "agencies")


@dataclass
class Fuzzed:
    """What came of it: cases, answers by status, and what was wrong."""

    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def fuzz(
    application: Any,  # noqa: ANN401
    bearer: str,
    *,
    cases: int,
    first: int,
    child: str = "",
) -> Fuzzed:
    """About so many requests, spread over all operations, by one token.

    Every other request about a child is about this one, and enters facts that there are.
    """
    schema = schemathesis.openapi.from_wsgi(
        "/api/v1/openapi.json", application, headers={"Host": "localhost"}
    )
    operations = [one.ok() for one in schema.get_all_operations()]
    found = Fuzzed()
    for place, operation in enumerate(operations):
        _one(
            operation, bearer, -(-cases // len(operations)), first + place, found, child
        )
    return found


def _one(
    operation: Any, bearer: str, cases: int, first: int, found: Fuzzed, child: str
) -> None:  # noqa: ANN401
    headers = {"Authorization": f"Bearer {bearer}", "Host": "localhost"}

    @seed(first)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:  # noqa: ANN401
        if child and found.cases % 2 and "child" in (case.path_parameters or {}):
            case.path_parameters["child"] = child
            if isinstance(case.body, dict) and isinstance(case.body.get("facts"), dict):
                told = list(case.body["facts"].values())
                case.body["facts"] = dict(zip(FACTS_SENT, told, strict=False))
        answer = case.call(headers=headers)
        found.cases += 1
        found.statuses[answer.status_code] += 1
        if answer.status_code >= 500:
            found.wrong.append(f"{answer.status_code}: {case.as_curl_command()}")
        try:
            operation.validate_response(answer)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is reported
            found.wrong.append(
                f"{answer.status_code} {operation.label}: {str(problem)[:300]}"
            )

    ask()
