"""Where the work happens: the only files that import an engine of the plan."""
