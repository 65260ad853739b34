"""What a document says again and again."""
