"""Who is one over documents: persons, organizations and countries by their names, offices and days."""
