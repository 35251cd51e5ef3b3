"""Stage: articles → stories."""
