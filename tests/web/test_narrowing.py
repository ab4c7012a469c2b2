"""Links that narrow a list, and take the narrowing away."""

from onrecord.web.narrowing import SEEN, Query, facet, paging

QUERY = Query("/search", {"words": "grain & salt", "act": "deny", "by_meaning": False, "offset": 20})


def test_an_address_has_what_is_asked_and_nothing_empty() -> None:
    assert QUERY.address() == "/search?words=grain+%26+salt&act=deny&offset=20"
    assert QUERY.address(by_meaning=True, words=None) == "/search?act=deny&by_meaning=true&offset=20"
    assert Query("/search", {"words": ""}).address() == "/search"


def test_what_narrows_begins_with_the_first_page() -> None:
    assert QUERY.narrowed(act="pledge") == "/search?words=grain+%26+salt&act=pledge"


def test_a_choice_that_is_on_takes_itself_off() -> None:
    found = facet("Act", "act", [("assert", 5), ("deny", 3)], QUERY, str.upper)
    assert [(one.label, one.count, one.on) for one in found.choices] == [("ASSERT", 5, False), ("DENY", 3, True)]
    assert [one.address for one in found.choices] == [
        "/search?words=grain+%26+salt&act=assert",
        "/search?words=grain+%26+salt",
    ]


def test_the_first_few_are_seen_and_what_is_on() -> None:
    counts = [(f"act {number}", 1) for number in range(SEEN + 3)]
    found = facet("Act", "act", counts, Query("/", {"act": counts[-1][0]}))
    assert [one.label for one in found.seen] == [value for value, _ in (*counts[:SEEN], counts[-1])]
    assert [one.label for one in found.more] == [value for value, _ in counts[SEEN:-1]]


def test_pages() -> None:
    asked = Query("/a", {"offset": 10})
    middle = paging(asked, 10, 10, 10, 35)
    assert (middle.first, middle.last, middle.before, middle.after) == (11, 20, "/a", "/a?offset=20")
    last = paging(asked, 30, 10, 5, 35)
    assert (last.last, last.after, last.before) == (35, None, "/a?offset=20")
    behind = paging(asked, 40, 10, 0, 35)
    assert (behind.first, behind.after) == (0, None)
