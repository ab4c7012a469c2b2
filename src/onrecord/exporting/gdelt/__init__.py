"""Documents as rows of GDELT's Global Knowledge Graph: where from, who is named, what is quoted and counted."""
