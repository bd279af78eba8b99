"""One file per chart: a table in, a Vega-Lite description out."""
