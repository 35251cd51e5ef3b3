"""Stage: documents → layers and claims."""
