"""The API under thousands of random requests: `python3 dev.py soak api --cases 2000`."""

import argparse
import tempfile
import time
from pathlib import Path

from tests.support.api import open_application, token
from tests.support.api_fuzzing import fuzz
from tests.support.signed_in import a_child
from tests.support.site import make_site
from trigpoint.storage import launcher

ROLES = (
    "hub-detective", "response-officer", "partner-user", "inspector", "supervisor",
    "system-administrator",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """so many cases for each of six roles; exit code 1 where any broke something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2000, help="for each role")
    asked = parser.parse_args(arguments)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(Path(folder))
        try:
            application = open_application(site)
            for place, role in enumerate(ROLES):
                began = time.perf_counter()
                found = fuzz(
                    application, token(site, role), cases=asked.cases,
                    first=place * 100, child=a_child(site),
                )  # fmt: skip
                wrong += len(found.wrong)
                told = ", ".join(
                    f"{n} x {s}" for s, n in sorted(found.statuses.items())
                )
                print(
                    f"{role}: {found.cases:,} cases, {told}; "
                    f"{time.perf_counter() - began:.0f} s",
                    flush=True,
                )
                for text in found.wrong[:5]:
                    print(f"  {text}")
        finally:
            launcher.stop(site.server)
    print(f"broken or not as described: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
