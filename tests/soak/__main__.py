"""`python3 dev.py soak`: the two evaluators against each other, at length."""

from tests.soak.judging import main

if __name__ == "__main__":
    raise SystemExit(main())
