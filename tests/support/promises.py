"""One line for each promise of the design, with its figure: `PROMISE n: figure ... ok`."""


def promise(number: int, figure: str) -> None:
    """Printed once it has held; seen with `pytest -s`, and kept by long runs."""
    print(f"PROMISE {number}: {figure} ... ok", flush=True)
