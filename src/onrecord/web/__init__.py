"""The reading room: pages for people and a JSON API for programs, over one ledger. It imports no model."""
