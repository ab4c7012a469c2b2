"""Records as W3C Web Annotations."""
