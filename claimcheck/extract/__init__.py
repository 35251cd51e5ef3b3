"""Stage: documents → layers and claims (`stage.py`); one reader a layer."""
