"""Family names that many have: alone, they tell nobody from another.

The commonest of the United States (Census Bureau, 2010), the United Kingdom (ONS), Korea (Statistics Korea, 2015),
China (Ministry of Public Security, 2020), Japan, Vietnam, Spain and Latin America, Russia, Germany, Italy and France,
from general knowledge of those lists; not their counts.
"""

from typing import Final

from onrecord.comparing.identity.person_names import person_name
from onrecord.lexicon import word_set

_COMMON: Final = word_set(
    """
    smith johnson williams brown jones miller davis wilson anderson thomas taylor moore martin jackson thompson
    white harris clark lewis robinson walker young allen king wright scott hill green adams baker nelson carter
    mitchell roberts turner phillips campbell parker evans edwards collins stewart morris rogers reed cook morgan
    bell murphy bailey cooper richardson cox howard ward peterson gray james watson brooks kelly sanders price
    bennett wood barnes ross henderson coleman jenkins perry powell long patterson hughes washington butler simmons
    foster bryant alexander russell griffin hayes myers ford hamilton graham sullivan wallace woods cole west jordan
    owens reynolds fisher ellis harrison gibson mcdonald marshall ortiz murray freeman wells webb simpson stevens
    tucker porter hunter hicks crawford henry boyd mason kennedy warren dixon burns gordon shaw holmes rice
    robertson hunt black daniels palmer mills grant knight ferguson rose stone hawkins dunn perkins hudson spencer
    gardner stephens payne pierce berry matthews arnold wagner willis ray watkins olson carroll duncan snyder hart
    cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver greene lawrence elliott sims
    austin peters kelley franklin lawson garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez
    torres flores rivera gomez diaz cruz reyes morales gutierrez chavez ramos castillo jimenez moreno romero herrera
    medina aguilar vargas mendoza silva santos souza oliveira pereira lima costa fernandez alvarez munoz rojas kim
    lee park choi choe jung jeong chung cho kang yoon yun jang lim han oh seo suh shin kwon hwang ahn song ryu yoo
    hong jeon ko moon yang son bae baek nam cha ri pak wang li zhang liu chen zhao huang zhou wu xu sun hu zhu gao
    lin he guo ma luo zheng liang sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida
    yamada sasaki nguyen tran le pham hoang phan vu vo dang bui do ho ngo ivanov smirnov kuznetsov popov petrov
    sokolov mueller muller schmidt schneider fischer weber meyer rossi russo ferrari bianchi dubois bernard durand
    singh kumar sharma patel khan ali ahmed hussain mohammed hassan ibrahim abdullah
    """
)


def is_common(name: str) -> bool:
    """Whether the family name of somebody is one that many have."""
    return any(reading.family in _COMMON for reading in person_name(name).readings)
