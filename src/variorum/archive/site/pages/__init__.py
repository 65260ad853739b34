"""The kinds of pages: one file each."""
