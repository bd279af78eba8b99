"""Progress for people, on standard error, so that --json stays clean on standard output."""

import time

import click


class Steps:
    """Prints each step with the seconds since the start; silent where asked."""

    def __init__(self, *, quiet: bool) -> None:
        """Start the clock."""
        self._began = time.perf_counter()
        self._quiet = quiet

    def __call__(self, text: str) -> None:
        """Say one step."""
        if not self._quiet:
            seconds = time.perf_counter() - self._began
            click.echo(f"{seconds:6.1f} s  {text}", err=True)
