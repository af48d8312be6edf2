"""医养问答: answers over Chinese local policy documents, each with the clause that says so."""

import os

# Read by OpenMP when FAISS or torch is first loaded. Threads that spin beside a busy process
# make a query thirty times slower.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

__version__ = "0.1.0"
