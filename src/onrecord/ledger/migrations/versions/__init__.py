"""One module a revision; a ledger only ever moves forward."""
