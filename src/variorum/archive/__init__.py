"""The archive: what is made from the tables for people to read and to search."""
