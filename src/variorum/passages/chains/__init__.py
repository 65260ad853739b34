"""Chains: alignments that follow one another on both sides are one passage with gaps."""
