"""Arrays that are lent to a kernel."""
