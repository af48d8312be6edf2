"""Makes the packaged encoder: one command a step, see README.md here.

start     the original weights as a sentence-transformers directory
trim      the same with the pieces that Chinese official text and its askers need
train     teaches it which passage answers a question
average   the mean of trained and starting weights
evaluate  how high the right clause stands, on documents outside the training
export    the directory that the package serves, in 8 bits
recover   the way back from there, to go on training
fit       what the ranking leaves open, once the encoder is fixed
"""

import os

# Read by OpenMP when torch loads it: threads that spin beside a busy process make a step five times as long.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
