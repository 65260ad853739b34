"""How alike two words are."""
