"""Titles and offices: the words they are made of, and what they tell of the person."""

from typing import Final

from onrecord.lexicon import word_set

# A word that makes a title of what stands before it.
HEADS: Final = word_set(
    """
    president minister secretary undersecretary chancellor premier ambassador senator sen senators representative rep
    congressman congresswoman governor gov mayor judge justice pope king queen prince princess emperor sheikh sheik
    sultan emir tsar general gen colonel col lieutenant lt major maj captain capt commander cmdr marshal admiral adm
    sergeant sgt corporal brigadier brig chief director chairman chairwoman chair chairperson head leader spokesperson
    spokesman spokeswoman adviser advisor aide counsel attorney lawyer prosecutor professor prof dr doctor economist
    analyst historian author expert researcher scientist strategist pollster manager executive ceo cfo coo founder
    co-founder cofounder editor reporter correspondent columnist journalist anchor host candidate nominee lawmaker mp
    deputy delegate envoy negotiator diplomat commissioner inspector sheriff officer detective coach reverend rev
    bishop archbishop cardinal imam rabbi ayatollah patriarch speaker whip secretary-general treasurer comptroller
    warden owner partner activist actor actress singer writer mr mrs ms mx comrade sir dame lord lady
    president-elect coordinator administrator consultant organizer superintendent dean provost trustee biologist
    epidemiologist physicist climatologist sociologist politician legislator councilman councilwoman chief-of-staff
    dictator warlord billionaire businessman businesswoman entrepreneur attorney-general caretaker official resident
    student teacher veteran defector dissident blogger pastor priest operative surrogate supporter critic
    commander-in-chief vice-president vice-chairman vice-chair ombudsman monarch premiers
    """
)
# Written before a name in capitals or not at all: below these, a lower-case noun is only a description.
HONORIFICS: Final = {
    "mr": "m",
    "mrs": "f",
    "ms": "f",
    "sir": "m",
    "dame": "f",
    "lady": "f",
    "lord": "m",
    "mx": "",
    "comrade": "",
    "dr": "",
}
RANKS: Final = word_set(
    """
    gen general col colonel lt lieutenant maj major capt captain cmdr commander adm admiral sgt sergeant cpl
    corporal brig brigadier marshal sen rep gov prof rev dr
    """
)
# Words that may stand before a head and are part of the title.
MODIFIERS: Final = word_set(
    """
    prime foreign defense defence interior finance vice deputy assistant acting interim caretaker former ex then top
    senior chief national security press state military army navy air force police party campaign communications
    majority minority house executive managing supreme opposition trade health energy justice economy economic
    transport transportation education labor labour environment commerce treasury homeland intelligence special
    permanent principal associate federal district circuit first crown longtime veteran lead retired incoming
    outgoing human rights tank attorney solicitor inspector foreign-affairs joint general political policy science
    technology agriculture affairs internal external information culture sports tourism justice planning oil
    petroleum social family water public relations media news white presidential congressional legislative
    vice-presidential gubernatorial senatorial co city county regional local royal religious spiritual supreme
    lieutenant research founding international european parliamentary provincial central bank trade-union staff
    legal technical operations program programme project department ministry
    """
)
# Party labels and the like: said of a person before the name, no office.
LABELS: Final = word_set(
    """
    republican democrat democratic conservative liberal labour tory independent libertarian socialist communist
    progressive moderate
    """
)
_GENDERED: Final = {
    "spokesman": "m",
    "spokeswoman": "f",
    "chairman": "m",
    "chairwoman": "f",
    "congressman": "m",
    "congresswoman": "f",
    "councilman": "m",
    "councilwoman": "f",
    "businessman": "m",
    "businesswoman": "f",
    "king": "m",
    "queen": "f",
    "prince": "m",
    "princess": "f",
    "actress": "f",
    "pope": "m",
    "man": "m",
    "boy": "m",
    "gentleman": "m",
    "father": "m",
    "son": "m",
    "brother": "m",
    "husband": "m",
    "ex-husband": "m",
    "grandfather": "m",
    "grandson": "m",
    "uncle": "m",
    "nephew": "m",
    "widower": "m",
    "boyfriend": "m",
    "policeman": "m",
    "fisherman": "m",
    "woman": "f",
    "girl": "f",
    "mother": "f",
    "daughter": "f",
    "sister": "f",
    "wife": "f",
    "ex-wife": "f",
    "grandmother": "f",
    "granddaughter": "f",
    "aunt": "f",
    "niece": "f",
    "widow": "f",
    "girlfriend": "f",
    "policewoman": "f",
} | HONORIFICS
_SPELT: Final = {
    "gen": "general",
    "col": "colonel",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "prof": "professor",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "adm": "admiral",
    "sgt": "sergeant",
    "cmdr": "commander",
    "congressman": "representative",
    "congresswoman": "representative",
    "defence": "defense",
    "labour": "labor",
    "advisor": "adviser",
    "premier": "minister",
}
# What an office is of when it is no country: "Secretary of State", "Secretary of Homeland Security".
PORTFOLIOS: Final = word_set(
    """
    state staff defense defence treasury labor commerce energy education agriculture transportation interior homeland
    security veterans affairs health human services housing urban development war justice finance foreign information
    house representatives trade culture economy environment budget science technology operations communications
    """
)


def bare(word: str) -> str:
    """Return a word in lower case, without the full stop of an abbreviation."""
    return word.rstrip(".").casefold()


def is_head(word: str) -> bool:
    """Whether the word makes a title: "Minister", "spokeswoman", "Gen."."""
    return bare(word) in HEADS


def singular(word: str) -> str:
    """Return the head that a plural is of ("presidents" to "president"), or the word itself, in lower case."""
    word = bare(word)
    if word.endswith("ies") and word[:-3] + "y" in HEADS:
        return word[:-3] + "y"
    if word.endswith("men") and word[:-3] + "man" in HEADS:
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and word[:-1] in HEADS else word


def gender_in(title: str) -> str:
    """Return m or f where the title itself tells ("Mr.", "spokeswoman", "Queen"), else nothing."""
    told = {_GENDERED.get(bare(word), "") for word in title.split()} - {""}
    return told.pop() if len(told) == 1 else ""


def spelt(word: str) -> str:
    """Return one spelling for a title's word: "Gen." and "general" are one, "defence" and "defense"."""
    return _SPELT.get(bare(word), bare(word))


def heads_of(title: str) -> set[str]:
    """Return the nouns of an office, each in one spelling: "Secretary of State" is a "secretary"."""
    return {spelt(word) for word in title.split() if is_head(word)}
