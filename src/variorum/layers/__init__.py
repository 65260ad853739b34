"""The layers that lie over one document's text: who quotes, and what."""
