"""`trigpoint work`: does what was asked for on the site, one job after another."""

import os
import time
from pathlib import Path

import click

from trigpoint.cli.serve import PLACE

_PAUSE = 1.0


@click.command()
@PLACE
@click.option("--once", is_flag=True, help="End when no job waits.")
def work(place: Path, once: bool) -> int:
    """Work off imports that were asked for on the site.

    `trigpoint serve` starts one of these beside the site. Several may run: a job is
    done by one at a time, and taken up again where its worker died.
    """
    from trigpoint.services.run_jobs import work as work_off
    from trigpoint.storage import launcher

    parent = os.getppid()

    def wait() -> bool:
        time.sleep(_PAUSE)
        # Started beside a site that has ended: nothing more will be asked for.
        return not once and os.getppid() == parent

    work_off(launcher.start(place.resolve()), wait=wait)
    return 0
