"""One JSON object on a line of its own."""

import json


def json_line(data: object) -> str:
    """Return an object as one line of JSON, without the end of the line; what is no ASCII stays as it is."""
    line = json.dumps(data, ensure_ascii=False)
    # JSON allows these three inside a string, but many programs end a line at them.
    for mark in "\x85\u2028\u2029":
        line = line.replace(mark, f"\\u{ord(mark):04x}")
    return line
