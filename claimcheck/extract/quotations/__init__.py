"""Words that somebody is reported to have said, with who said them."""

from claimcheck.extract.quotations.reader import QuotationReader

__all__ = ["QuotationReader"]
