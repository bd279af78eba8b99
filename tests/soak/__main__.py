"""Long runs: the two evaluators against each other. `python3 dev.py soak`."""

from tests.soak.judging import main

if __name__ == "__main__":
    raise SystemExit(main())
