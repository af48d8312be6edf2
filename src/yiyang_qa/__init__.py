"""医养问答: answers over Chinese local policy documents, each with the clause that says so."""

import os

# Read by OpenMP when FAISS or onnxruntime is first loaded: threads that wait must not spin.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

__version__ = "0.1.0"
