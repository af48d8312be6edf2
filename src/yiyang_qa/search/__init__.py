"""Ranking: from wordings of a question to the clauses that answer it."""
