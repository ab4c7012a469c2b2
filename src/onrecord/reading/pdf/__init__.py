"""PDF: what is set in pages, put back into the order and the paragraphs in which it was written."""

from onrecord.reading.pdf.reader import is_pdf, pdf_pieces

__all__ = ["is_pdf", "pdf_pieces"]
