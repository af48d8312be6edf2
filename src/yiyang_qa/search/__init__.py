"""Ranking: from wordings of a question to the clauses that answer it.

compound       each thing asked, and what was found for it
finding        one thing: admit, rank, decide, choose, mark; what comes of it is an outcome
admission      which documents may answer, the nearest regions first; titles: which one is meant
ranking        candidates by vectors and words; exact: those that the question points at
calibration    whether they answer; in a comparison, which regions speak
wanted         what a clause must hold: values, figures, benefits, the matter named
citing         what is cited and how surely; choosing: which are near enough; groups, offers: several clauses
evidence       what is quoted and marked; amending: what changed it since
silence        what a refusal can still tell; absence: what the documents do not speak of
"""
