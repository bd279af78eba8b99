"""Long runs. `python3 dev.py soak [judging|reviews|spark|api|crashes|promises|figures]`.

The two evaluators against each other, the review in many worlds, the
second runner, the API under random requests, imports killed, the promises in many worlds,
or the figures that are published and those that the issues ask for.
"""

import sys

from tests.soak import api, crashes, figures, judging, promises, reviews

if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["reviews"]:
        raise SystemExit(reviews.main(words[1:]))
    if words[:1] == ["api"]:
        raise SystemExit(api.main(words[1:]))
    if words[:1] == ["crashes"]:
        raise SystemExit(crashes.main(words[1:]))
    if words[:1] == ["figures"]:
        raise SystemExit(figures.main(words[1:]))
    if words[:1] == ["promises"]:
        raise SystemExit(promises.main(words[1:]))
    if words[:1] == ["spark"]:
        # PySpark is installed for this run only.
        from tests.soak import spark

        raise SystemExit(spark.main(words[1:]))
    sys.argv[1:] = words[1:] if words[:1] == ["judging"] else words
    raise SystemExit(judging.main())
