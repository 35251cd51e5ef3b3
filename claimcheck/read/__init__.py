"""Stage: paths → articles. `stage.py` runs it; `formats/` has one module per input format, found by name."""
