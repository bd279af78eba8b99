"""The `trigpoint` command: finds the command asked for and loads only that."""

import importlib
import sys
from typing import Any

import click

from trigpoint.vocabulary.version import VERSION

#: Command -> the module that holds it, under the same name with "_" for "-".
COMMANDS = {
    "inspect": "inspect",
    "child": "child",
    "standards": "standards",
    "map": "mapping",
    "links": "links",
    "review": "review",
    "plan-audit": "plan_audit",
    "synth": "synth",
    "score": "score",
    "import": "importing",
    "serve": "serve",
    "work": "work",
    "judge": "judge",
    "doctor": "doctor",
    "account": "account",
    "log": "log",
    "webhook": "webhook",
    "backup": "backup",
}

#: One line each, kept here so that --help loads nothing.
SUMMARIES = {
    "inspect": "Read a folder of agencies' extracts, judge every duty, write the report.",
    "child": "One child of a run: chronology, judgements and why.",
    "standards": "The library of standards, in plain words.",
    "map": "A draft of a force's column-and-code mapping.",
    "links": "Records that may be one child: for a person to decide.",
    "review": "Compare two runs, or two audits, by one rule with its guards.",
    "plan-audit": "How many cases to read for a wished-for power, and a draw of them.",
    "synth": "Write an invented force in the agencies' real file formats.",
    "score": "Hold a run against the truth of an invented force.",
    "import": "Read extracts into the running system; safe to repeat.",
    "serve": "Serve the site on this machine.",
    "work": "Do what was asked for on the site; `serve` starts it.",
    "judge": "Judge everything that the system holds, anew.",
    "doctor": "Check an installation: walls, roles, keys, log, space.",
    "account": "Who may sign in: organisations, people and their roles.",
    "webhook": "Addresses elsewhere that are told when something changed.",
    "backup": "Copy an installation, and make one from a copy.",
    "log": "Check the access log: who looked at what.",
}


class Lazy(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"trigpoint.cli.{COMMANDS[cmd_name]}")
        return getattr(module, COMMANDS[cmd_name])

    def format_commands(self, ctx: click.Context, formatter: Any) -> None:
        """List the commands from their summaries, loading none of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))


@click.group(
    cls=Lazy,
    epilog="Exit codes: 0 done; 1 done, and something needs a person; "
    "2 refused, nothing written.",
)
@click.version_option(package_name=None, version=VERSION, prog_name="trigpoint")
def trigpoint() -> None:
    """Measure whether children are being protected, from agencies' own records."""


def main() -> int:
    """Run the command; the return value is the exit code."""
    try:
        code = trigpoint.main(standalone_mode=False, prog_name="trigpoint")
    except click.exceptions.Abort:
        click.echo("trigpoint: stopped.", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except Exception as error:
        # Loaded only now, so that --help does not pay for it.
        from trigpoint.records.record import Refusal

        # What DuckDB makes of Ctrl+C in the midst of a query.
        if isinstance(error, RuntimeError) and str(error) == "Query interrupted":
            click.echo("trigpoint: stopped.", err=True)
            return 2
        if not isinstance(error, Refusal):
            raise
        click.echo(f"trigpoint: {error}", err=True)
        return 2
    return int(code or 0)


if __name__ == "__main__":
    sys.exit(main())
