"""What news agencies send: items of NewsML-G2, NewsML 1, NITF, ninjs and their relatives; one module a format."""
