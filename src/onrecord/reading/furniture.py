"""What a page prints around its story: lines that invite, link on or sign up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.lexicon import any_of

# A line that begins so and is short is an invitation, wherever it stands.
_INVITATION: Final = re.compile(
    any_of(
        r"(?:also|always|please) read",
        r"(?:get|accept) (?:the|our|all|access)",
        r"(?:see|show|watch) (?:also|more|live|now)",
        r"(?:sign|swipe) (?:up|left|right)",
        r"(?:story continues|continue reading|advertisement|promoted|loading)",
        r"(?:view|show) (?:all |more )*comments?",
        r"click here|download (?:our|the)|follow us|have a tip|keep up with|listen to|subscribe|support (?:our|us)",
        r"comments? \(\d|leave a (?:comment|reply)",
        r"for more|join (?:us|our)|the best way to follow",
        r"more (?:from|on|about|in|must)|most (?:popular|read|viewed)|popular(?: (?:now|stories|posts))?$",
        r"read (?:more|next|also|the full|our)|recommended|related|trending|up next|what to read next",
        r"don['’]t miss|editor['’]s picks?|you (?:may|might) (?:also )?like",
        r"share (?:this|on|your)|watch:|your (?:email|inbox)",
        r"this (?:site|website) uses cookies|we (?:use|value) (?:cookies|your privacy)",
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
# A heading that begins so opens a list of other stories.
_OTHER_STORIES: Final = re.compile(
    any_of(
        r"more (?:from|on|must[- ]reads?|stories|news|in)\b",
        r"related (?:stories|articles|news|posts|coverage|topics)\b",
        r"(?:read|what to read) (?:more|next|also)\b",
        r"most (?:popular|read|viewed)\b|popular(?: (?:now|stories|posts))?$|trending\b|recommended\b",
        r"you (?:may|might) (?:also )?like\b|up next\b|don['’]t miss\b|editor['’]s picks?\b|latest (?:news|stories)\b",
    ),
    re.IGNORECASE,
)
_PROMISE: Final = re.compile(
    any_of(
        r"\b(?:in|to) your inbox\b",
        r"\bour (?:free )?(?:daily |weekly )?newsletters?\b|\bnewsletter sign[- ]?up\b",
        r"\bfollow (?:him|her|us|me|them) on (?:twitter|facebook|instagram|x)\b",
        r"\bsign(?:ed)? up for (?:our|the|your)\b|\bsubscri(?:be|ption) (?:to|of) (?:our|the)\b",
        r"\bwe use cookies\b|\bcookie policy\b",
    ),
    re.IGNORECASE,
)
_LONGEST_INVITATION: Final = 140
_LONGEST_PROMISE: Final = 260
_LONGEST_HEADING: Final = 60
_LONGEST_TEASER: Final = 240


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the extraction gives it.

    `linked` is the share of its characters that stand in links, `tag` the element it was (p, head, item, …).
    """

    words: str
    linked: float
    tag: str


def without_furniture(blocks: Sequence[Block]) -> list[Block]:
    """Return the story's own blocks: no invitations, no paragraphs that are one link, no lists of other stories."""
    return [block for block in _without_other_stories(blocks) if not _is_furniture(block)]


def is_promise(words: str) -> bool:
    """Tell whether the words promise a newsletter or a subscription."""
    return len(words) <= _LONGEST_PROMISE and _PROMISE.search(words) is not None


def _without_other_stories(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out each list of other stories: from its heading to the next two paragraphs of running text, or a long one.

    A short one alone may be the teaser below a linked title.
    """
    skipping = False
    for index, block in enumerate(blocks):
        if len(block.words) <= _LONGEST_HEADING and _OTHER_STORIES.match(block.words):
            skipping = True
        elif skipping and (_is_long(block) or all(map(_is_running_text, blocks[index : index + 2]))):
            skipping = False
        if not skipping:
            yield block


def _is_running_text(block: Block) -> bool:
    ends = block.words.endswith((".", "”", '"', "?", "!", ":", "’"))
    return block.linked < 0.5 and len(block.words) > 60 and ends and block.tag != "item"


def _is_long(block: Block) -> bool:
    return len(block.words) > _LONGEST_TEASER and block.tag == "p" and _is_running_text(block)


def _is_furniture(block: Block) -> bool:
    words = block.words
    if block.linked >= 0.9 and block.tag != "head":
        return True
    if len(words) <= _LONGEST_INVITATION and _INVITATION.match(words) and not _is_running_text(block):
        return True
    return is_promise(words)
