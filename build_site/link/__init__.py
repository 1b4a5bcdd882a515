"""Statement ↔ Statement: chains, verdicts, series."""
