"""Where alignments have passed."""
