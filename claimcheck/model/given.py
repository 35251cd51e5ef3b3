"""What a configuration knows of articles that their files may not say."""

from __future__ import annotations

from collections.abc import Mapping
from glob import escape
from pathlib import Path

from claimcheck.model.record import record


@record
class Given:
    """What the configuration says of some files, whatever they say themselves."""

    folder: Path
    """Where the pattern starts from."""
    pattern: str
    """Glob of files below the folder: `drafts/*.html`."""
    fields: Mapping[str, str]
    """`outlet`, `date`, `language`, `title` or `url` → what it is."""

    def names(self, path: Path | None) -> bool:
        """Whether a file is meant."""
        return path is not None and path.absolute().match(f"{escape(str(self.folder.absolute()))}/{self.pattern}")
