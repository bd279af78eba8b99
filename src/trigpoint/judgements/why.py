"""Why a judgement came out as it did, clause by clause, for people."""

from trigpoint.judgements.gaps import missing_words

__all__ = ["missing_words"]
