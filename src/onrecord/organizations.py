"""Organizations: those that are known by name, and the words that make a capitalised phrase the name of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.gazetteer import Gazetteer, Match
from onrecord.lexicon import word_set
from onrecord.tables import listed, rows
from onrecord.tokens import Token


@dataclass(frozen=True, slots=True)
class Organization:
    """A known organization: its usual name, and the nouns it is called by afterwards ("the agency")."""

    name: str
    nouns: tuple[str, ...]


@cache
def known_organizations() -> Gazetteer[Organization]:
    """The table of known organizations under all their names."""
    return Gazetteer(_entries())


def organization_at(tokens: Sequence[Token], place: int) -> Match[Organization] | None:
    """Return the known organization that is named at `tokens[place]`, or None."""
    return known_organizations().at(tokens, place)


def _entries() -> Iterator[tuple[str, Organization]]:
    for fields in rows("onrecord", "organizations.tsv"):
        known = Organization(fields[0], listed(fields, 2))
        for name in (fields[0], *listed(fields, 1)):
            yield name, known


# The last word of an organization's name, or the word before "of" and "for" in it.
HEADS: Final = word_set(
    """
    academy administration agency airlines airways alliance army assembly associates association authority bank
    board brigade brigades broadcasting bureau cabinet center centre church club coalition college commission
    committee company confederation conference congress consortium corporation corps council court courts
    department directorate division embassy federation fleet force forces foundation front fund group guard
    guards headquarters hospital house industries institute institution intelligence international journal
    laboratories laboratory league media militia ministry movement navy network news observatory observer office
    organisation organization parliament partnership party police post press project school secretariat senate
    service services society studio studios syndicate times today tribune tribunal trust union university
    watch wing inc corp ltd llc llp plc co ag gmbh holdings partners systems technologies motors airbus energy
    telekom telecom pharmaceuticals securities capital squad legion units unit tv television radio air
    """
)
# Heads that are too common in other names to make one by standing last.
WEAK_HEADS: Final = word_set(
    "news house center centre international today watch wing trust energy capital front church school park "
    "division force media project post times intelligence conference police"
)
# Heads that name an organization when a country or "Ministry", "Department" … stands with them, in lower case too.
BODIES: Final = word_set(
    """
    agency army ministry department navy police parliament court embassy military council commission
    committee campaign administration office party senate congress assembly bureau consulate judiciary
    """
)
# A nation's own, told of in lower case: "the Ruritanian army".
STATE_BODIES: Final = word_set("army navy ministry parliament embassy")
# Nouns that tell, before a name, that it is an organization's.
DESCRIBING: Final = word_set(
    """
    agency airline airlines broadcaster company firm bank newspaper paper magazine website outlet network station group
    party union manufacturer retailer maker carmaker automaker startup channel militia conglomerate giant
    """
)
# Last words that a report leaves off when it names a company again.
CORPORATE: Final = word_set("inc corp ltd llc plc co group air airlines airways holdings motors")
GOVERNMENTS: Final = word_set("government regime leadership")
# Words that end the names of things which are no organizations, though capitals and initials look alike.
THINGS: Final = word_set(
    """
    accord accords act agreement amendment area bill charter code constitution convention day declaration deal
    district initiative law laws line operation order pact peninsula plan policy prize programme program protocol
    province region report resolution river road rules sea street strip test treaty war zone island islands
    mountain mountains valley county city beach avenue airport square bridge lake bay cape strait gulf ocean
    desert forest park tower show tour festival award awards museum empire dynasty building hotel stadium
    """
)
