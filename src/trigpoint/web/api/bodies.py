"""A request's body as JSON, refused whole where a text in it cannot be kept."""

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from trigpoint.records.record import Refusal


class Body(Parser):
    """JSON of texts that a database can hold, wherever in the body they stand."""

    def parse_body(self, request: HttpRequest) -> Any:  # noqa: ANN401 - JSON
        """The body; Refusal where it is no JSON, or holds what cannot be kept."""
        try:
            told = json.loads(request.body)
        except (ValueError, RecursionError) as problem:
            msg = f"The body is not JSON: {problem}."
            raise Refusal(msg) from problem
        # Names and texts that nobody asked for count too: the refusal of a shape
        # repeats them, and would break as they do.
        if not _fit(json.dumps(told, ensure_ascii=False)):
            msg = (
                "A text in the body holds a character that cannot be kept (NUL, or half"
                " of a surrogate pair): leave it out."
            )
            raise Refusal(msg)
        return told


def _fit(text: str) -> bool:
    """Whether PostgreSQL and UTF-8 can hold it; dumps writes NUL as its escape."""
    if any("\ud800" <= one <= "\udfff" for one in text):
        return False
    return "\\u0000" not in text.replace("\\\\", "")
