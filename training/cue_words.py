"""Words that can be the cue of an attribution, by the shape of what they take as content.

Grouped as the verb classes of VerbNet and FactBank's event-selecting predicates do it: speech, thought, evidence,
will, and verdicts on a person or thing. Lemmas, as Universal Dependencies writes them.
"""

from onrecord.lexicon import word_set

SPEECH = word_set(
    """accuse acknowledge add admit advise advocate affirm agree allege announce answer argue ask assert assure
    attest boast brag caution charge claim clarify comment complain concede confess confide confirm contend continue
    counter cry declare decree demand deny detail disclose divulge echo elaborate emphasise emphasize exclaim explain
    hint imply indicate inform inquire insinuate insist instruct interject joke lament lie maintain mention moan
    murmur mutter note notify object observe opine order phone pledge point post predict preach proclaim promise
    propose protest quip quote reaffirm reassure recall recommend recount reiterate relate remark remind repeat reply
    report request respond retort reveal say scream shout signal speculate specify state stipulate stress submit
    suggest swear teach tell testify theorize theorise threaten tweet underline underscore urge vow warn whisper write
    yell"""
)
THOUGHT = word_set(
    """accept anticipate appreciate assess assume believe bet calculate conclude consider decide deduce determine
    disagree discover doubt dream envision estimate expect fancy fear feel figure find foresee forget gather grant
    guess hear hold hope hypothesise hypothesize imagine infer judge know learn notice posit postulate pray presume
    realise realize reason reckon recognise recognize regret remember resent resolve rule see sense suppose surmise
    suspect think understand wish wonder worry"""
)
EVIDENCE = word_set("conclude demonstrate find illustrate indicate read reveal show suggest")
"""With a study, a poll, a document as source."""

CLAUSAL = SPEECH | THOUGHT | EVIDENCE

ASIDE = (SPEECH | word_set("believe conclude estimate fear hope suspect think reckon find show")) - word_set(
    "lie order"
)
"""Can follow or interrupt what they introduce ("…, she said")."""

WILL = word_set(
    """agree aim ask beg challenge choose claim consider contemplate decide decline demand desire dread encourage
    expect fear hope instruct intend invite long mean offer opt order persuade plan pledge prefer press promise propose
    push refuse request resolve seek swear tell threaten urge volunteer vow want warn wish yearn advise"""
)
"""Take "to" and an infinitive."""

PATIENT_IN = word_set(
    "ask beg challenge encourage expect instruct invite order persuade press push request urge want warn"
)
"""The person who is to act belongs to the content ("urged [the council to wait]"); with "tell" it does not."""

VERDICT = word_set(
    """accuse applaud assail blame blast censure champion chide condemn credit criticise criticize decry
    defend denounce deplore dismiss disparage dispute endorse fault favor favour hail laud lambast lambaste mock oppose
    praise question rebuke refute reject ridicule scold slam support thank welcome"""
)
"""Say what the source thinks of somebody or something."""

NAMING = word_set(
    "brand call consider deem describe dub label pronounce declare regard view dismiss characterize portray"
)
"""Take a person or thing and what it is called or held to be."""

TELLING = word_set(
    """admit advocate allege announce anticipate claim confirm demand deny describe desire disclose discuss doubt
    expect explain express fear forecast mention note offer outline pledge predict prefer promise propose protest
    recommend regret reiterate report request reveal seek state stress suggest suspect threaten underline want urge
    voice cite tout highlight emphasize"""
)
"""Take a noun for what was said or wanted."""

WITH_PREPOSITION = frozenset(
    {
        ("agree", "with"),
        ("allude", "to"),
        ("apologise", "for"),
        ("apologize", "for"),
        ("appeal", "for"),
        ("argue", "against"),
        ("argue", "for"),
        ("ask", "about"),
        ("ask", "for"),
        ("believe", "in"),
        ("boast", "of"),
        ("call", "for"),
        ("comment", "on"),
        ("complain", "about"),
        ("complain", "of"),
        ("disagree", "with"),
        ("dream", "of"),
        ("elaborate", "on"),
        ("hope", "for"),
        ("insist", "on"),
        ("know", "about"),
        ("learn", "of"),
        ("object", "to"),
        ("point", "to"),
        ("refer", "to"),
        ("reflect", "on"),
        ("respond", "to"),
        ("speak", "about"),
        ("speak", "of"),
        ("talk", "about"),
        ("talk", "of"),
        ("think", "about"),
        ("think", "of"),
        ("warn", "about"),
        ("warn", "against"),
        ("warn", "of"),
        ("worry", "about"),
    }
)

PASSIVE = word_set(
    """accuse allege anticipate assume believe blame charge claim condemn consider criticise criticize deem describe
    estimate expect feel hold know praise presume question quote report rumor rumour say suspect think
    understand view regard"""
)
"""In the passive their subject belongs to the content ("[the storm] is expected [to turn]")."""

ATTITUDE = word_set(
    """adamant afraid alarmed amazed anxious aware certain clear concerned confident conscious convinced curious
    delighted determined disappointed doubtful eager fearful glad grateful happy hesitant hopeful keen mindful
    optimistic pessimistic pleased positive proud reluctant sad satisfied sceptical skeptical sorry sure
    surprised suspicious thankful unaware uncertain unsure unwilling upset wary willing worried"""
)
"""Adjectives with a clause as content."""

NOMINAL = word_set(
    """accusation admission advice allegation announcement argument assertion assessment assumption assurance belief
    call charge claim comment complaint conclusion concern confession confidence confirmation contention conviction
    decision declaration demand denial desire determination doubt estimate evidence expectation explanation fear
    feeling finding guess hope hypothesis idea impression indication insistence intent intention judgment judgement
    knowledge lie message notice notion observation offer opinion plan plea pledge position prediction premise promise
    proof proposal proposition question recommendation recognition reminder remark reply report request revelation
    ruling rumor rumour speculation stance statement suggestion suspicion testimony theory thesis thought threat
    understanding view vow warning wish word worry"""
)
"""Nouns with a clause as content."""

LIGHT = word_set(
    "express give have hold issue make offer voice raise share reject release repeat come reach draw dispute"
)
"""Verbs that lend such a noun their subject ("voiced the hope that")."""

CHAIN = word_set(
    """appear attempt begin come continue decide decline fail forget go got have hesitate hope like love keep
    manage need plan prefer proceed refuse seem start stop tend threaten try use want wish dare intend choose happen
    mean help"""
)
"""Stand before a cue and become part of it ("went on to say", "declined to say")."""


PEOPLE = word_set(
    """agency analyst army association author board body campaign chairman child church city club commission committee
    community company congress council country couple court critic customer daughter department director economist
    editor expert family father force friend fund government group guy husband judge king lawyer man minister ministry
    mother nation newspaper office officer official organisation organization other owner panel parent parliament party
    people person player police population president professor protester public queen reporter representative
    republican researcher resident scholar scientist secretary senator side son source spokesman spokesperson
    spokeswoman staff star state student teacher team union university user voter wife witness woman worker writer"""
)
"""Nouns for those who can think and speak; a verdict needs such a source ("the data support" is none)."""

PRONOUNS = word_set("i we you he she they who everyone everybody someone somebody nobody anyone many most some others")

SEEKING = word_set("see find determine check decide learn know")
"""With an open question and an infinitive they tell of a search, not of a thought ("called to see whether")."""
