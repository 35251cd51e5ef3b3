"""Stage: the claims of a story → topics (`stage.py`)."""
