"""The annotated corpora, one module each: a corpus's own files to `Marked` texts, nothing of them kept."""
