"""What each time expression means, case by case: the expression stands in brackets in its sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon import word_set
from onrecord.records import Document, Span, TimeType, Timex, document_id
from onrecord.records.time import TIME_TYPES, refuse_no_timex
from onrecord.resolving.page import Page
from onrecord.resolving.timex import Reading, read_all

THURSDAY = "2024-10-31"
MARK = re.compile(r"\[(?:(\w+):)?([^\]]+)\]")
KINDS: dict[str, TimeType] = {"D": "DURATION", "S": "SET", "T": "TIME"}


def readings(marked: str, published: str | None) -> list[Reading]:
    """Read the expressions in brackets; [D:…] is found as a DURATION, [S:…] as a SET, [T:…] as a TIME."""
    text, at, found = "", 0, list[tuple[int, int, TimeType]]()
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        found.append((len(text), len(text) + len(mark[2]), KINDS.get(mark[1] or "", "DATE")))
        text, at = text + mark[2], mark.end()
    text += marked[at:]
    page = Page(Document(id=document_id(text), text=text, published=published))
    return read_all(page, [Timex(kind, Span.cut(text, start, end)) for start, end, kind in found])


def values(marked: str, published: str | None = THURSDAY) -> str:
    return " ".join(str(reading.value) for reading in readings(marked, published))


WRITTEN_OUT = [
    ("The two met on [October 31, 2024].", "2024-10-31"),
    ("The two met on [Oct. 31, 2024].", "2024-10-31"),
    ("The two met on [31 October 2024].", "2024-10-31"),
    ("The two met on [the 31st of October, 2024].", "2024-10-31"),
    ("The two met on [Thursday, October 31, 2024].", "2024-10-31"),
    ("The two met on [Thursday 31 October 2024].", "2024-10-31"),
    ("The two met on [2024-10-31].", "2024-10-31"),
    ("The two met on [31-Oct-2024].", "2024-10-31"),
    ("The two met on [31/Oct/2024].", "2024-10-31"),
    ("The two met on [2024-Oct-31].", "2024-10-31"),
    ("The two met on [2024.10.31].", "2024-10-31"),
    ("The pact was signed in [2024-03].", "2024-03"),
    ("The pact was signed in [April of 87].", "1987-04"),
    ("The pact was signed in [June 99].", "1999-06"),
    ("The pact was signed in [calendar year 2008].", "2008"),
    ("It was [two thousand and twelve].", "2012"),
    ("It sold less in [Q1-2019].", "2019-Q1"),
    ("She left in [the nineteen seventies].", "197"),
    ("She left in [the noughties].", "200"),
    ("They vote on [the first Friday of next month].", "2024-11-01"),
    ("They vote on [the 20th of next month].", "2024-11-20"),
    ("They vote on [the 31st of next month].", "None"),
    ("They will vote in [the week after next].", "2024-W46"),
    ("They will vote in [the week beginning 4 November].", "2024-W45"),
    ("They will vote in [the week commencing on November 4].", "2024-W45"),
    ("They will vote [two weeks before Christmas].", "2024-W50"),
    ("They will vote [three days after November 5].", "2024-11-08"),
    ("They met on [Black Friday 2023].", "2023-11-24"),
    ("They met on [Juneteenth].", "2024-06-19"),
    ("They met over [the Labor Day weekend].", "2024-W35-WE"),
    ("They met over [Thanksgiving weekend 2023].", "2023-W47-WE"),
    ("It begins [T:tonight at 8].", "2024-10-31T20:00"),
    ("It begins at [T:half past eight this evening].", "2024-10-31T20:30"),
    ("It begins at [T:a quarter to seven tomorrow].", "2024-11-01T06:45"),
    ("It begins at [T:12 noon on Friday].", "2024-11-01T12:00"),
    ("They stay from [T:nine] to five.", "None"),
    ("It began at [T:ten forty-five].", "None"),
    ("It is fed [S:every day at 9 a.m.].", "XXXX-XX-XXT09:00"),
    ("It is fed [S:Mondays at 9 a.m.].", "XXXX-WXX-1T09:00"),
    ("It is paid [S:semi-annually].", "P6M"),
    ("It is paid [S:bi-monthly].", "P2M"),
    ("It took [D:one and a half hours].", "PT1H30M"),
    ("It took [D:½ hour].", "PT30M"),
    ("It took [D:2½ years].", "P2Y6M"),
    ("It took [D:two days one month].", "None"),
    ("The two met on [20241031].", "2024-10-31"),
    ("The two met on [31/10/2024].", "2024-10-31"),
    ("The two met on [10/31/2024].", "2024-10-31"),
    ("The two met on [31.10.2024].", "2024-10-31"),
    ("The two met on [3.10.2024].", "2024-10-03"),
    ("They vote on [the first Tuesday of November 2028].", "2028-11-07"),
    ("They vote on [the last Sunday in May 2025].", "2025-05-25"),
    ("They vote on [the fifth Sunday of February 2025].", "None"),
    ("They voted on [the second Sunday of October].", "2024-10-13"),
    ("They met on [October twenty second, 2024].", "2024-10-22"),
    ("The two met on [10/12/2024].", "None"),
    ("The two met on [9/9/2019].", "2019-09-09"),
    ("The pact was signed in [March 1998].", "1998-03"),
    ("The pact was signed in [Sept. 1998].", "1998-09"),
    ("The pact was signed in [early March 1998].", "1998-03"),
    ("The pact was signed in [late-March 1998].", "1998-03"),
    ("The pact was signed in [1998].", "1998"),
    ("The pact was signed in [mid-1998].", "1998"),
    ("It has stood since [the beginning of 1998].", "1998"),
    ("The pact was signed in [nineteen ninety-eight].", "1998"),
    ("It was the year [two thousand].", "2000"),
    ("He was born on [February 29, 2000].", "2000-02-29"),
    ("He was born on [February 30, 2000].", "None"),
    ("The pact was signed in [fiscal 1998].", "1998"),
    ("She left in [the '80s].", "198"),
    ("The war lasted from [1914-1918].", "P4Y"),
    ("The season of [2019-20] was the last.", "P1Y"),
    ("The town fell in [146 BC].", "BC0146"),
    ("It began on [July 1] to July 3, 1963.", "1963-07-01"),
    ("It lasted through [August] and September 1914.", "1914-08"),
    ("They met on [June 10] and [11].", "2024-06-10 2024-06-11"),
]
WITHOUT_YEAR = [
    ("Voters went to the polls on [Oct. 30].", "2024-10-30"),
    ("Voters went to the polls on [30 October].", "2024-10-30"),
    ("The choir will sing in Vell on [Nov. 5].", "2024-11-05"),
    ("The court ruled on [Feb. 9].", "2024-02-09"),
    ("The court ruled on [Dec. 9].", "2023-12-09"),
    ("The ferry will sail for Vell on [Jan. 20].", "2025-01-20"),
    ("The talks ended in [June].", "2024-06"),
    ("The talks will end in [June].", "2025-06"),
    ("The talks ended in [December].", "2023-12"),
    ("The talks opened in [October].", "2024-10"),
    ("By [January] the talks will have ended.", "2025-01"),
    ("In [November], the talks collapsed.", "2023-11"),
    ("They would be held in [November].", "2024-11"),
    ("Both agreed to meet in [March].", "2025-03"),
    ("The treaty was signed in [spring].", "2024-SP"),
    ("The treaty will be signed in [the spring].", "2025-SP"),
    ("Sales fell in [the third quarter].", "2024-Q3"),
    ("Sales will fall in [the first quarter].", "2025-Q1"),
    ("She arrived on [the 30th].", "2024-10-30"),
    ("She was born on [Friday, Feb. 14].", "2025-02-14"),
    ("She was born on [Wednesday], Feb. 14.", "2024-02-14"),
    ("She was born on [Sunday, Feb. 14].", "None"),
]
WEEKDAYS = [
    ("The minister said [Thursday].", "2024-10-31"),
    ("The minister will speak on [Thursday].", "2024-10-31"),
    ("The minister said [Wednesday].", "2024-10-30"),
    ("The minister spoke on [Friday].", "2024-10-25"),
    ("The minister will speak on [Friday].", "2024-11-01"),
    ("The vote is set for [Tuesday].", "2024-11-05"),
    ("On [Tuesday], ministers resigned.", "2024-10-29"),
    ("On [Tuesday], ministers will resign.", "2024-11-05"),
    ("[Tuesday]'s vote", "2024-10-29"),
    ("The minister spoke [last Monday].", "2024-10-28"),
    ("The minister spoke [last Thursday].", "2024-10-24"),
    ("The term begins [next Monday].", "2024-11-04"),
    ("The term begins [next Thursday].", "2024-11-07"),
    ("The term begins [this coming Sunday].", "2024-11-03"),
    ("The minister spoke on [Mon.]", "2024-10-28"),
    ("A vote [this Friday] on the pact.", "2024-11-01"),
    ("The minister spoke [this Monday].", "2024-10-28"),
    ("Both agreed to meet [Saturday].", "2024-11-02"),
    ("The march would be held [Saturday].", "2024-11-02"),
    ("Late [on Sunday], the army withdrew.", "2024-10-27"),
    ("The army withdrew [late Sunday].", "2024-10-27"),
    ("They have until [Monday] for an answer.", "2024-11-04"),
    ("The ship sails on [Monday next week].", "2024-11-04"),
]
DEICTIC = [
    ("The talks resumed [today].", "2024-10-31"),
    ("The talks resumed [yesterday].", "2024-10-30"),
    ("The talks resume [tomorrow].", "2024-11-01"),
    ("The talks resumed [the day before yesterday].", "2024-10-29"),
    ("The talks resume [the day after tomorrow].", "2024-11-02"),
    ("The talks began [this week].", "2024-W44"),
    ("The talks began [last week].", "2024-W43"),
    ("The talks begin [next week].", "2024-W45"),
    ("The talks began [earlier this week].", "2024-W44"),
    ("The talks began [this month].", "2024-10"),
    ("The talks began [earlier this month].", "2024-10"),
    ("The talks began [earlier in the month].", "2024-10"),
    ("The talks began [last month].", "2024-09"),
    ("The talks begin [next month].", "2024-11"),
    ("The talks began [this year].", "2024"),
    ("The talks began [last year].", "2023"),
    ("The talks begin [early next year].", "2025"),
    ("The talks end before [the end of the year].", "2024"),
    ("The talks end before [year-end].", "2024"),
    ("The talks began [last quarter].", "2024-Q3"),
    ("The talks began [last December].", "2023-12"),
    ("The talks began [last October].", "2023-10"),
    ("The talks begin [next June].", "2025-06"),
    ("The talks began [this September].", "2024-09"),
    ("The talks began [last summer].", "2024-SU"),
    ("The talks began [this past spring].", "2024-SP"),
    ("The talks begin [next winter].", "2024-WI"),
    ("The talks began [this summer].", "2024-SU"),
    ("The talks began in [June last year].", "2023-06"),
    ("The talks began in [June of this year].", "2024-06"),
    ("The talks failed over [the weekend].", "2024-W43-WE"),
    ("The talks will go on over [the weekend].", "2024-W44-WE"),
    ("The talks failed [last weekend].", "2024-W43-WE"),
    ("The talks resume [next weekend].", "2024-W44-WE"),
    ("The talks failed in [the week of October 14].", "2024-W42"),
    ("The talks failed in [this decade].", "202"),
    ("The talks failed in [the current fiscal year].", "2024"),
    ("The talks go on [this quarter].", "2024-Q4"),
    ("The talks failed in [the latest quarter].", "2024-Q3"),
]
DISTANCES = [
    ("The bridge was built [two years ago].", "2022"),
    ("The bridge was built [nearly twenty-five years ago].", "1999"),
    ("The bridge was built [a decade ago].", "2014"),
    ("The bridge was built [a century ago].", "1924"),
    ("The bridge was built [three months ago].", "2024-07"),
    ("The bridge was closed [two weeks ago].", "2024-W42"),
    ("The bridge was closed [ten days ago].", "2024-10-21"),
    ("The bridge was closed [a year ago].", "2023"),
    ("The bridge was closed [several years ago].", "PAST_REF"),
    ("The bridge was closed [long ago].", "PAST_REF"),
    ("The bridge opens [five days from now].", "2024-11-05"),
    ("The bridge opens [a week from now].", "2024-W45"),
    ("The army left on [March 3, 2022]. [Two days later], it was back.", "2022-03-03 2022-03-05"),
    ("The army left in [March 2022]. [A year later], it was back.", "2022-03 2023"),
    ("The army left on [March 3, 2022]. It had come [three weeks earlier].", "2022-03-03 2022-W06"),
    ("Profit was 5 million in [the third quarter], from 4 million [a year earlier].", "2024-Q3 2023-Q3"),
    ("The bridge was closed [three hours ago].", "None"),
]
SEQUENCE = [
    ("Envoys met on [October 7]. [The next day], they left.", "2024-10-07 2024-10-08"),
    ("Envoys met on [October 7]. [The following day], they left.", "2024-10-07 2024-10-08"),
    ("Envoys met on [October 7]. They had come [the previous day].", "2024-10-07 2024-10-06"),
    ("Envoys met on [October 7]. They left [the same day].", "2024-10-07 2024-10-07"),
    ("Envoys met on [October 7]. They left [that day].", "2024-10-07 2024-10-07"),
    ("Envoys met in [2016]. [That year], prices doubled.", "2016 2016"),
    ("Envoys met in [2016]. [The following year], prices doubled.", "2016 2017"),
    ("Envoys met in [May 2016]. [The following month], they left.", "2016-05 2016-06"),
    ("Envoys met on [Oct. 7]. They left [the next morning].", "2024-10-07 2024-10-08TMO"),
    ("On [Tuesday] the envoys praised the [May 3, 2021] pact. [The next day], they left.",
     "2024-10-29 2021-05-03 2024-10-30"),
    ("Envoys met on [Oct. 7].\n[Earlier in the day], the two sides had talked.", "2024-10-07 2024-10-31"),
]  # fmt: skip
CLOCK = [
    ("The raid began at [T:4:00 a.m. Tuesday].", "2024-10-29T04:00"),
    ("The raid began at [T:4 p.m. on Oct. 29].", "2024-10-29T16:00"),
    ("The raid began at [T:4p.m. Tuesday].", "2024-10-29T16:00"),
    ("The raid began at [T:2.15pm Tuesday].", "2024-10-29T14:15"),
    ("The raid began [Wednesday]. It ended at [T:4:30 A.M. local time] ([T:0130 UTC]).",
     "2024-10-30 2024-10-30T04:30 2024-10-30T01:30Z"),
    ("The raid began at [T:16:15 GMT yesterday].", "2024-10-30T16:15Z"),
    ("The raid began at [T:9 a.m. EST Tuesday].", "2024-10-29T09:00"),
    ("The raid began at [T:9:30 p.m. GMT+9 on Tuesday].", "2024-10-29T21:30+09:00"),
    ("The raid began at [T:noon Tuesday].", "2024-10-29T12:00"),
    ("The raid began at [T:noon] on Tuesday.", "2024-10-29T12:00"),
    ("The raid began at [T:16:15 UTC], Oct. 29.", "2024-10-29T16:15Z"),
    ("The army moves at [T:night].", "None"),
    ("The raid ended at [T:midnight Tuesday].", "2024-10-29T24:00"),
    ("The raid ended at [T:12 a.m. Tuesday].", "2024-10-29T00:00"),
    ("The raid ended at [T:12:05 p.m. Tuesday].", "2024-10-29T12:05"),
    ("The raid began [Wednesday night].", "2024-10-30TNI"),
    ("The raid began on [T:Wednesday morning].", "2024-10-30TMO"),
    ("The raid began [early Wednesday evening].", "2024-10-30TEV"),
    ("The raid began [yesterday afternoon].", "2024-10-30TAF"),
    ("The vote will be counted on [the night of Nov. 5].", "2024-11-05TNI"),
    ("The raid began [this morning].", "2024-10-31TMO"),
    ("The raid began [last night].", "2024-10-30TNI"),
    ("The raid begins [tonight].", "2024-10-31TNI"),
    ("[Yesterday] the depot burnt after a [T:pre-dawn] raid.", "2024-10-30 2024-10-30TNI"),
    ("The depot burnt [overnight].", "2024-10-31TNI"),
    ("The depot burnt at [five o'clock in the afternoon on Tuesday].", "2024-10-29T17:00"),
    ("The depot burnt at [T:25:10 on Tuesday].", "None"),
]  # fmt: skip
DURATIONS = [
    ("The siege lasted [D:three months].", "P3M"),
    ("The siege lasted [D:a day].", "P1D"),
    ("It struck just [D:a day] after the launch.", "P1D"),
    ("It struck just [D:days] before the vote.", "PXD"),
    ("The siege lasted [D:the past five years].", "P5Y"),
    ("The siege lasted for [D:the last five years].", "P5Y"),
    ("It was the first time in [D:100 years].", "P100Y"),
    ("It was the first time in [D:more than two decades].", "P20Y"),
    ("A [D:two-day] visit began.", "P2D"),
    ("A [D:week-long] visit began.", "P1W"),
    ("A [D:three-year period] began.", "P3Y"),
    ("It took [D:an hour and a half].", "PT1H30M"),
    ("It took [D:two and a half years].", "P2Y6M"),
    ("It took [D:half an hour].", "PT30M"),
    ("It took [D:3 1/2 years].", "P3Y6M"),
    ("It took [D:45 minutes].", "PT45M"),
    ("It took [D:at least 72 hours].", "PT72H"),
    ("It took [D:several years].", "PXY"),
    ("It took [D:a few minutes].", "PTXM"),
    ("It took [D:a couple of weeks].", "P2W"),
    ("It took [D:two to three weeks].", "P2W"),
    ("It took [D:the next few days].", "PXD"),
    ("Profit rose in [D:the first nine months].", "P9M"),
    ("Profit rose in [the first year] of the pact.", "P1Y"),
    ("A [D:41-year-old] bridge fell.", "P41Y"),
    ("It took [D:twenty four years].", "P24Y"),
    ("It took [D:1,200 years].", "P1200Y"),
    ("It took [D:two fortnights].", "P4W"),
    ("It took [D:5 hours and 20 minutes].", "PT5H20M"),
    ("It lasted [D:recent years].", "PXY"),
]
SETS = [
    ("Ships sail [daily].", "P1D"),
    ("The [annual] talks ended.", "P1Y"),
    ("Ships sail [every day].", "P1D"),
    ("Ships sail [S:each year].", "P1Y"),
    ("Ships sail [S:every two weeks].", "P2W"),
    ("Ships sail [S:every other day].", "P2D"),
    ("Some 1,200 people leave [D:a day].", "P1D"),
    ("Exports reached two million tons per [year].", "P1Y"),
    ("Exports of [per-day] goods fell.", "P1D"),
    ("Ships sail [every Monday].", "XXXX-WXX-1"),
    ("Ships sail on [Mondays].", "XXXX-WXX-1"),
    ("Ships sail on [Tuesday nights].", "XXXX-WXX-2TNI"),
    ("Ships sail [each July].", "XXXX-07"),
    ("Ships sail every [July].", "XXXX-07"),
    ("Ships sail [every morning].", "XXXX-XX-XXTMO"),
    ("Ships sail [S:three times a week].", "P1W"),
    ("The [S:quarterly] accounts are out.", "P1Q"),
]
PERIODS = [
    ("Profit rose in [the third quarter of 1999].", "1999-Q3"),
    ("Profit rose in [the 1999 third quarter].", "1999-Q3"),
    ("Profit rose in [Q3 1999].", "1999-Q3"),
    ("Profit rose in [the first half of 1999].", "1999-H1"),
    ("Profit rose in [this year's second quarter].", "2024-Q2"),
    ("Profit rose in [the second quarter of last year].", "2023-Q2"),
    ("It was built in [the summer of 1999].", "1999-SU"),
    ("It was built in [the winter of 1999].", "1999-WI"),
    ("It was built in [the 1990s].", "199"),
    ("It was built in [the early 1990s].", "199"),
    ("It was built in [the nineties].", "199"),
    ("It was built in [the 19th century].", "18"),
    ("It was built in [the eighteenth century].", "17"),
    ("It was built on [Christmas Day 1999].", "1999-12-25"),
    ("It was opened on [Thanksgiving].", "2023-11-23"),
    ("It will be opened on [Thanksgiving].", "2024-11-28"),
    ("It will be opened on [New Year's Day].", "2025-01-01"),
    ("It was opened on [Easter Sunday 2024].", "2024-03-31"),
    ("It was opened before [Election Day 2020].", "2020-11-03"),
]
REFERENCES = [
    ("Troops are [now] at the border.", "PRESENT_REF"),
    ("Troops are [currently] at the border.", "PRESENT_REF"),
    ("Troops are [at this time] at the border.", "PRESENT_REF"),
    ("Troops enter in [the coming days].", "FUTURE_REF"),
    ("Troops enter in [D:the coming days].", "FUTURE_REF"),
    ("Troops enter in [the coming months].", "FUTURE_REF"),
    ("Troops enter in [the near future].", "FUTURE_REF"),
    ("Troops enter [soon].", "FUTURE_REF"),
    ('Troops enter in [the "earliest" timeframe].', "FUTURE_REF"),
    ("Troops will enter [later].", "FUTURE_REF"),
    ("Both agreed to a [future] meeting.", "FUTURE_REF"),
    ("Troops entered [recently].", "PAST_REF"),
    ("Troops have entered in [the past].", "PAST_REF"),
    ("Troops had [previously] entered.", "PAST_REF"),
]
TENSES = [
    ("The offer was extended to [Nov. 20].", "2024-11-20"),
    ("The vote was postponed from [Oct. 20] to [Nov. 20].", "2024-10-20 2024-11-20"),
    ("They have set [Nov. 20] as the deadline.", "2024-11-20"),
    ("It might leave the port as early as [Saturday].", "2024-11-02"),
    ("The dividend is payable [Jan. 2].", "2025-01-02"),
    ("It was to be mailed on some day in [January].", "2025-01"),
    ("They lose the boat when the vote is taken in [May].", "2025-05"),
    ("The bank announced the plan [Aug. 21].", "2024-08-21"),
    ("The bank had been due to close [Friday].", "2024-10-25"),
    ("They let the march begin as planned [Saturday night].", "2024-10-26TNI"),
    (
        "In [May], a week after the old theatre on the market square in Vell was closed for good, the mayor left.",
        "2024-05",
    ),
    (
        "The city told of its long and costly programme to pay down most or all of its old debt by [February].",
        "2025-02",
    ),
]
WHOLE = [
    ("They came [a week or so ago].", "2024-W43"),
    ("They stayed for [D:two bloody weeks].", "P2W"),
    ("They stayed for [D:some 19 days].", "P19D"),
    ("They stayed for [D:close to two years].", "P2Y"),
    ("They stayed for [D:a little more than a week].", "P1W"),
    ("They stayed for [D:two and half years].", "P2Y6M"),
    ("They stayed for [D:a single year].", "P1Y"),
    ("They stayed for [D:three days to five days].", "P3D"),
    ("They stayed for [D:the five past years].", "P5Y"),
    ("They stayed for [D:the past decade].", "P10Y"),
    ("They sold less in [the first nine months of 2023].", "P9M"),
    ("They stayed for [D:3.5h].", "PT3H30M"),
    ("They sold less in [the last half of 2023].", "2023-H2"),
    ("They sold less in [the latest fiscal year].", "2023"),
    ("They met in [the third week of 2023].", "2023-W03"),
    ("They met in [11/2023].", "2023-11"),
    ("They met in [2023/3].", "2023-03"),
    ("They met in [13/2023].", "None"),
    ("They met in [2011-12].", "P1Y"),
    ("They won in 2006-[07].", "2007"),
    ("They met in [May 2021], and on [June 11 of that year].", "2021-05 2021-06-11"),
    ("They met on [June 11 of that year].", "None"),
    ("They met on [the 14] and [15 August].", "2024-08-14 2024-08-15"),
    ("They met in [May 2021] and left [that same day].", "2021-05 None"),
    ("They met in [May 2021]. At [month's end] they left.", "2021-05 2024-10"),
    ("They left [the day] before the blast.", "None"),
    ("They left late in [the day] after losing the vote.", "2024-10-31"),
    ("They meet [next week Friday].", "2024-11-08"),
    ("They met [two years and a month ago].", "2022-09"),
    ("They met on [Friday the 13th].", "2024-09-13"),
    ("They met on [Monday 21].", "2024-10-21"),
    ("They met on [Monday 32].", "None"),
    ("Fog rose in [the early hours of Thursday].", "2024-10-31"),
    ("They met in [T:the early morning hours of 12 April].", "2024-04-12TMO"),
    ("They met at [T:3 p . m .].", "2024-10-31T15:00"),
    ("They met at [T:seven thirty pm].", "2024-10-31T19:30"),
    ("They met at [T:2024-10-16T12:23:59].", "2024-10-16T12:23:59"),
    ("They will meet [as soon as possible].", "FUTURE_REF"),
    ("They will meet at [a later date].", "FUTURE_REF"),
    ("It stands in [modern day] Vell.", "PRESENT_REF"),
    ("Fares fell over [the quarter] ended Sept. 30.", "2024-Q3"),
    ("Of its [third-quarter] loss much was old; in [the year-ago quarter] it had none.", "2024-Q3 2023-Q3"),
]
CASES = [
    *TENSES,
    *WHOLE,
    *WRITTEN_OUT,
    *WITHOUT_YEAR,
    *WEEKDAYS,
    *DEICTIC,
    *DISTANCES,
    *SEQUENCE,
    *CLOCK,
    *DURATIONS,
    *SETS,
    *PERIODS,
    *REFERENCES,
]


@pytest.mark.parametrize(("marked", "wanted"), CASES)
def test_value_in_a_report_of_thursday_31_october_2024(marked: str, wanted: str) -> None:
    assert values(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "published", "wanted"),
    [
        ("The law passed [Friday].", "2024-11-01", "2024-11-01"),
        ("The law will pass [Friday].", "2024-11-01", "2024-11-01"),
        ("The law passed in [December].", "2024-01-10", "2023-12"),
        ("The law passed [last week].", "2025-01-01", "2024-W52"),
        ("The law passed [this week].", "2024-12-30", "2025-W01"),
        ("The law passed [yesterday].", "2024-03-01", "2024-02-29"),
        ("The law passed [last month].", "2024-01-31", "2023-12"),
        ("The law passed [three months ago].", "2024-05-31", "2024-02"),
        ("The law passed [last winter].", "2024-10-31", "2023-WI"),
        ("The law passed [this winter].", "2024-01-31", "2023-WI"),
        ("The law passed over [the weekend].", "2024-11-03", "2024-W44-WE"),
        ("The law passed [last quarter].", "2024-01-31", "2023-Q4"),
        ("The law passed [yesterday].", "2024-10-31T23:30:00+01:00", "2024-10-30"),
        ("The law passed on [Feb. 29].", "2024-03-10", "2024-02-29"),
    ],
)
def test_value_on_another_day(marked: str, published: str, wanted: str) -> None:
    assert values(marked, published) == wanted


@pytest.mark.parametrize(
    "marked",
    ["[Friday]", "[yesterday]", "[last week]", "[in October]", "[Oct. 30]", "[two years ago]", "[this morning]",
     "[the weekend]", "[the third quarter]", "[Thanksgiving]", "[the 30th]", "[this year]", "[the next day]"],
)  # fmt: skip
def test_what_needs_the_day_of_publication_stays_open_without_it(marked: str) -> None:
    assert values(f"The envoys left {marked}.", None) == "None"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The envoys left [May 3, 2021].", "2021-05-03"),
        ("The envoys left [now].", "PRESENT_REF"),
        ("The envoys stayed for [D:three days].", "P3D"),
        ("The envoys meet [every year].", "P1Y"),
        ("The envoys left on [May 3, 2021] and came back [the next day].", "2021-05-03 2021-05-04"),
    ],
)
def test_what_needs_no_day_of_publication_is_told_without_it(marked: str, wanted: str) -> None:
    assert values(marked, None) == wanted


HISTORY = (
    "The siege began on [May 3, 1911]. The mill burned on [May 9]. A pact was made on [April 16, 1914]. In [October], "
    "ships came home. The first envoys had come in [March 1912], the next in [August 1912], the last in [1913]."
)


def test_a_history_is_dated_by_its_own_years() -> None:
    wanted = "1911-05-03 1911-05-09 1914-04-16 1914-10 1912-03 1912-08 1913"
    assert values(HISTORY, "2009-12-19") == wanted
    assert values(HISTORY, None) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The [annual] talks ended.", "SET"),
        ("It rained [D:daily].", "SET"),
        ("Some 1,200 people leave [D:a day].", "SET"),
        ("It struck [a day] after the launch.", "DURATION"),
        ("The siege began [Wednesday night].", "TIME"),
        ("The siege began [T:Wednesday].", "DATE"),
        ("The siege lasted [three years].", "DURATION"),
        ("Troops enter in [D:the coming days].", "DATE"),
        ("Something was [S:xyzzy].", "SET"),
    ],
)
def test_type_is_what_the_words_mean_and_else_what_was_found(marked: str, wanted: TimeType) -> None:
    assert [reading.type for reading in readings(marked, THURSDAY)] == [wanted]


WORDS = word_set(
    """
    a an the this last next of in on at to and past coming every each two three 12 31 30th 1999 2024 99 '80s 1/2 half
    day days week weeks month year years hour minutes quarter decade century monday friday weekend june oct. december
    spring summer morning night noon midnight p.m. am 4:30 gmt utc +9 ago later earlier before after now today
    yesterday tomorrow christmas easter day first second third 20th few several couple dozen hundred thousand million
    daily annual - – , . 0 00 99999999999999999999 x 10/12/2024 31/02/2024 2024-13-40
    """
)


@given(st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=6), st.sampled_from(sorted(TIME_TYPES)),
       st.sampled_from([None, THURSDAY, "0001-01-01", "9999-12-31", "soon"]))  # fmt: skip
def test_any_words_have_a_legal_value_or_none(words: list[str], kind: TimeType, published: str | None) -> None:
    check(" ".join(words), kind, published)


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text), st.sampled_from(sorted(TIME_TYPES)))
def test_any_text_has_a_legal_value_or_none(text: str, kind: TimeType) -> None:
    if text.encode("utf-8", "ignore").decode() == text:
        check(text, kind, THURSDAY)


def check(text: str, kind: TimeType, published: str | None) -> None:
    page = Page(Document(id=document_id(text), text=text, published=published))
    (reading,) = read_all(page, [Timex(kind, Span.cut(text, 0, len(text)))])
    refuse_no_timex("value", reading.value)
    assert reading.type in TIME_TYPES
    if published is None and kind != "TIME":
        assert reading.value is None or "T24" not in reading.value


def test_reading_again_gives_the_same() -> None:
    assert readings(HISTORY, THURSDAY) == readings(HISTORY, THURSDAY)
