"""Questions put to a ledger across documents: where `ledger` and `comparing` meet, one module a question.

They print nothing and load no model: what a question needs of one comes in as a function or as a meaning (`Meaning`).
"""
