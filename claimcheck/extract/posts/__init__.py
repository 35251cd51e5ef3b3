"""Who holds or held what post, and where."""

from claimcheck.extract.posts.reader import PostReader

__all__ = ["PostReader"]
