"""A run held against the truth of an invented force: what was right, and what was not."""

from pathlib import Path
from typing import Any

from trigpoint.publication import score_page
from trigpoint.records.record import Refusal
from trigpoint.services import score_change
from trigpoint.services.run_folder import load_run
from trigpoint.services.score_chronology import chronology
from trigpoint.services.score_duties import duties
from trigpoint.services.score_links import links, lists
from trigpoint.services.score_truth import load_truth, whose_children


def score_run(*, run: Path, truth: Path, out: Path | None = None) -> dict[str, Any]:
    """The scores (the shape stands in the product's contract); with `out`, the page too."""
    if out is not None and out.exists() and any(out.iterdir()):
        msg = f"{out} is not empty: give a new folder, so that nothing is lost."
        raise Refusal(msg)
    held, known = load_truth(truth), load_run(run)
    if not known.invented:
        msg = f"{run} is no run over an invented force: there is no truth to hold it against."
        raise Refusal(msg)
    children = known.children.to_pylist()
    whose = whose_children(held, children)
    found = {
        "invented": True,
        "regime": held.manifest["regime"],
        "seed": held.manifest["seed"],
        "duties": duties(held, run, whose),
        "links": links(held, children),
        "lists": lists(held, run, whose),
        "chronology": chronology(held, run, whose),
        "change": score_change.change(known, held.manifest["regime"]),
    }
    if out is not None:
        score_page.write(found, out)
    return found
