"""Stage: a report → text in one of the output formats."""
