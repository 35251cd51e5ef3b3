"""Stage: paths → articles."""
