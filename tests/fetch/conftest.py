"""What the tests of fetching share with those of the command line."""

from tests.cli.conftest import program

__all__ = ["program"]
