"""Documents read: lines, clauses and the facts inside them."""
