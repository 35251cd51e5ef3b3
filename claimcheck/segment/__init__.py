"""Stage: articles → documents cut into sentences."""
