"""The pairs of places that seeds make."""
