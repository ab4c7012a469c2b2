"""Short and other forms of given names, beside those that a reader knows: written from general knowledge."""

from typing import Final

from onrecord import people
from onrecord.lexicon import word_set

_FORMS: Final = dict(
    pair.split("=", 1)
    for pair in word_set(
        """
    abby=abigail abe=abraham al=albert alec=alexander alex=alexander angie=angela art=arthur barb=barbara
    ben=benjamin bert=albert beth=elizabeth betsy=elizabeth bibi=benjamin bobby=robert catherine=katherine
    cathy=katherine chris=christopher cindy=cynthia connie=constance dan=daniel danny=daniel dave=david
    debbie=deborah don=donald doug=douglas drew=andrew ed=edward eliza=elizabeth ernie=ernest frank=francis
    franz=francis fred=frederick gabe=gabriel gene=eugene geoff=geoffrey gerry=gerald gianni=giovanni greg=gregory
    gus=augustus hal=harold hank=henry hans=johannes harry=harold jackie=jacqueline jeff=jeffrey jeffery=jeffrey
    jen=jennifer jenny=jennifer jimmy=james johnny=john jon=jonathan josh=joshua kathryn=katherine kathy=katherine
    ken=kenneth kolya=nikolai lenny=leonard leo=leonard liza=elizabeth lou=louis maggie=margaret marty=martin
    matt=matthew max=maxwell meg=margaret mel=melvin mickey=michael misha=mikhail mitch=mitchell mo=mohammed
    nate=nathaniel nick=nicholas norm=norman ollie=oliver paco=francisco pam=pamela pancho=francisco pat=patrick
    patty=patricia pepe=jose pete=peter phil=philip ray=raymond rick=richard ricky=richard rob=robert ron=ronald
    rosie=rose russ=russell sally=sarah sam=samuel sandy=alexander sasha=alexander sid=sidney stan=stanley
    steph=stephanie stu=stuart sue=susan tatyana=tatiana terry=terence theo=theodore tim=timothy tina=christina
    tommy=thomas toni=antonia trish=patricia val=valerie vicky=victoria vince=vincent volodya=vladimir wally=walter
    walt=walter will=william woody=woodrow zach=zachary zack=zachary
        """
    )
)


def given_name(word: str) -> str:
    """Return the given name that a folded one is a form of, or itself: "ron" is "ronald", "bill" "william"."""
    return _FORMS.get(word) or people.short_for(word)
