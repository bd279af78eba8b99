"""Every table as the models say, in one transaction: all of an upgrade, or none of it.

Run as a program of its own by `services/prepare_database.py`, as the owner.
"""

from collections.abc import Callable


def in_one(do: Callable[[], object]) -> None:
    """Do it in one transaction.

    The framework notes that a migration was made only after it has kept it: killed in
    between, it would be made again at the next start, and fail for ever.
    """
    from django.db import transaction

    with transaction.atomic():
        do()


def main() -> None:
    """Migrate to the newest; what goes wrong is said by the traceback."""
    import django
    from django.core.management import call_command

    django.setup()
    in_one(lambda: call_command("migrate", verbosity=0))


if __name__ == "__main__":
    main()
