"""Report → Statement: quantities, periods, indicators, comparators."""
