"""Stage: topics → findings."""
