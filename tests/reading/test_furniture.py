"""Furniture of pages: what is set apart, why, and what must stay a sentence of its account."""

from __future__ import annotations

from itertools import pairwise

import pytest
from written import source

from scripts import english
from scripts.ground.faults import Fault
from scripts.reading.furniture import dateline_end, line_kind, opens_section
from scripts.reading.passages import CHROME, HEADING, Passage, passages
from scripts.reading.sources import in_english

STORY = (
    "The port of Lima is open again after the storm, the mayor said.\n\n"
    "Nine ships waited outside the harbour until noon on Tuesday.\n\n"
    "The harbour master counted forty broken cranes on the quay.\n\n"
)


def marked(text: str) -> dict[str, str]:
    return {p.quote: p.reason for p in passages(source(text)) if p.kind == CHROME}


def told(text: str) -> list[str]:
    return [p.quote for p in passages(source(text)) if p.kind not in {CHROME, HEADING}]


LINES = [
    ("By Ana Ruiz", "byline"),
    ("By ANA RUIZ and Edwin Poe in Lima", "byline"),
    ("By our sports staff", "byline"),
    ("ANALYSIS | By Ana Ruiz, Political Editor", "byline"),
    ("(Reporting by Ana Ruiz in Lima; Editing by Edwin Poe)", "byline"),
    ("Published: 07:42, 9 October 2024 | Updated: 11:03, 9 October 2024", "stamp"),
    ("17 Mar 2025, 06:45 GMT", "stamp"),
    ("Monday 3 February 2025 • 6:00am", "stamp"),
    ("Agency «Lima-Press» | Politics | 05.03.2025 09:14", "stamp"),
    ("Wednesday December 4 2024", "dateline"),
    ("Pictured: ships in the harbour of Lima (Photo: Poe)", "caption"),
    ("(AP Photo/Ana Ruiz)", "caption"),
    ("(Reuters/Ana Ruiz)", "caption"),
    ("Image caption The harbour of Lima", "caption"),
    ("Share: Facebook Telegram WhatsApp", "share-bar"),
    ("Follow us on", "share-bar"),
    ("Home > News > Security", "navigation"),
    ("Previous post: Why I sail", "navigation"),
    ("Story continues below the advertisement", "navigation"),
    ("CLICK HERE TO GET THE APP", "navigation"),
    ("Sign up to our politics newsletter", "subscription"),
    ("Get the Chronicle on WhatsApp", "subscription"),
    ("NEWS PROVIDED BY", "release"),
    ("PRESS RELEASE", "release"),
    ("Press release no. 47/2024", "release"),
    ("For immediate release – 22 August 2025", "release"),
    ("SOURCE Poe Group plc", "source-line"),
    ("press@poe.example", "contact"),
    ("Ana Ruiz, press@poe.example, +48 32 555 01 01", "contact"),
    ("Tel: +48 32 555 01 01", "contact"),
    ("Ana Ruiz in Lima contributed to this report.", "contributors"),
    ("ENDS", "end-mark"),
    ("-0-", "end-mark"),
    ("- 30 -", "end-mark"),
    ("###", "rule"),
    ("___", "rule"),
    ("*This summary was generated automatically and may contain errors.*", "model-remark"),
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_a_line_of_furniture_is_known_for_what_it_is(line: str, kind: str) -> None:
    assert line_kind(line) == kind


SENTENCES = [
    "By Monday, Parliament had voted.",
    "By Friday the port was open",
    "By the Numbers",
    "About 14,000 people were evacuated, mostly by boat.",
    "The photo shows the mine (see below).",
    "The minister shared the video on Facebook.",
    "The two sides ended the talks.",
    "Join the free trade pact by May.",
    "Follow the rules of the port.",
    "The firm said its newsletter reached 5,000 readers.",
    "The report contains 40 findings.",
    "Attendance: 21,407",
    "Date: 5 May 2024",
    "9 May 2024 to 11 June 2024",
    "Citizens may call the free helpline 0800 200 300 between 8 a.m. and 8 p.m.",
    "Reporting by the BBC shows that the port was open",
    "The article was updated in the law of 2019.",
    "Of course, the minister refused.",
    "Certainly, the port is open.",
    "Sources said the talks had failed.",
    "In Kessa the school was reopened",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_what_may_be_a_sentence_is_none(line: str) -> None:
    assert (line_kind(line), opens_section(line)) == ("", "")
    assert line not in marked(line + "\n\n" + STORY)


DATELINES = [
    # dateline, what follows; whether it stands at the head of the account only
    ("LIMA, June 12 (Reuters) - ", "Leaders met in the port on Thursday.", False),
    ("QASR EL-NAHR, Albara (AP) — ", "Flash floods swept through the towns.", False),
    ("LONDON, 17 March 2025 /PRNewswire/ -- ", "Poe Group plc bought a bank today.", False),
    ("Doha, March 5. /Corr. Lima-Press/. ", "In the capital the talks ended.", False),
    ("Geneva, 30 May 2025 – ", "The ministers signed the treaty today.", False),
    ("TORONTO, ON (August 22, 2017) - ", "Nine ports opened in the province today.", False),
    ("(Reuters) - ", "The port of Lima is open again.", False),
    ("ATHENS (AP) — ", "A ferry ran aground in strong winds.", False),
    ("WASHINGTON — ", "Foreign ministers signed an accord.", True),
    ("Kasr Annahr – ", "The civil protection counted the dead.", True),
]


@pytest.mark.parametrize(("dateline", "rest", "first"), DATELINES)
def test_a_dateline_is_cut_from_its_sentence(dateline: str, rest: str, first: bool) -> None:
    text = dateline + rest
    assert text[dateline_end(text, 0, len(text), True) :] == rest
    assert text[dateline_end(text, 0, len(text), False) :] == (text if first else rest)
    assert marked(text) == {dateline.strip(): "dateline"}
    assert told(text) == [rest]


@pytest.mark.parametrize(
    "text",
    [
        "NATO – founded in 1949 – has its seat in Brussels.",
        "9 October 2024 – The mine exploded before dawn.",
        "Volta Motors (VLT) – The firm said it would cut jobs.",
        "The ministers – Poe and Ruiz – signed the treaty.",
        "Runner-up: Tadese Worku finished second on Sunday.",
        "On Monday, 5 May – The day of the vote – nobody came.",
        "Update: The port of Lima is open again.",
    ],
)
def test_no_dateline_is_seen_where_a_sentence_begins(text: str) -> None:
    assert dateline_end(text, 0, len(text), True) == 0


BLOCKS = [
    ("Read also:\n- In Kessa the school was reopened\n- President received the envoy", "links"),
    ("MOST READ IN NEWS\nWILD WEATHER Office issues warning\n'HEARTBROKEN' star speaks out", "links"),
    ("Related Articles:\nHackers stole data of 500,000 customers\nFirm fixes three bugs", "links"),
    ("More from Variety\nHow to Watch the Awards", "links"),
    ("Media contact:\nAna Ruiz, press@poe.example, +48 32 555 01 01", "contact"),
    ("About SMC\nSilesian Mining is a producer of coal. It employs 11,500 people.", "boilerplate"),
    ("Notes to editors\n1. The Service operates 34 hospitals.", "boilerplate"),
    ("Forward-looking statements\n\nThis announcement may differ from results.", "boilerplate"),
    ("ENDS\n\nThe ministry has 400 staff in all.", "boilerplate"),
    ("Reader comments (12)\nAbu Sami: God have mercy on them", "comments"),
    ("Ships wait at the quay on Friday, Nov. 8, 2024. (AP Photo/Ana Ruiz)", "caption"),
]


@pytest.mark.parametrize(("block", "kind"), BLOCKS)
def test_a_block_of_furniture_is_set_apart_whole(block: str, kind: str) -> None:
    found = marked(STORY + block)
    assert told(STORY + block) == told(STORY)
    assert kind in found.values()


@pytest.mark.parametrize("opener", ["Related articles", "Read more", "Most read"])
def test_links_end_where_the_account_goes_on(opener: str) -> None:
    text = f"{STORY}{opener}\n\nA Link to Another Port\n\nThe mayor then closed the port for a week."
    assert told(text)[-1] == "The mayor then closed the port for a week."
    assert marked(text).keys() >= {opener}


def test_boilerplate_is_not_what_the_page_is_about() -> None:
    text = "About Poe Inc.\n\n" + STORY
    assert told(text)[-3:] == told(STORY)


def test_an_item_of_the_account_is_no_button() -> None:
    text = "The allies agreed to:\n\n- Share on request\n- Join the pact\n- Subscribe today\n"
    assert len(told(text)) == 4


def test_the_head_of_a_page_makes_no_claims() -> None:
    head = "Lima Post\nA paper for the port\n\nPort of Lima open\n\nAna Ruiz\nMay 3, 2024\n03:15 PM\n0"
    text = f"{head}\n\n{STORY}"
    assert told(text) == ["Port of Lima open", *told(STORY)]
    assert marked(text)["Ana Ruiz"] == "masthead"


def test_an_event_with_its_place_and_day_is_told() -> None:
    head = "JOINT COMMUNIQUÉ\nThird session of the Port Group (PG)\nLima, Thursday, 16 October 2025"
    assert told(f"{head}\n\n{STORY}")[0] == head
    assert told(f"JOINT COMMUNIQUÉ\nThird session of the Port Group (PG)\n\n{STORY}") == told(STORY)


def test_bold_lines_and_small_headings_are_headings() -> None:
    text = f"{STORY}**Why it matters**\nThe port feeds the town.\n\nDescription of the port\n\n{STORY}"
    found = [p.quote for p in passages(source(text)) if p.kind == HEADING]
    assert found == ["**Why it matters**", "Description of the port"]
    assert "Why it matters" in {title for p in passages(source(text)) for title in p.section}


def test_lines_broken_to_fit_the_page_stay_together() -> None:
    text = "The mayor of the port said on Tuesday that he had never before read\nmore\nthan one report."
    assert len(passages(source(text))) == 1


# Time grows with size


@pytest.mark.parametrize(
    "piece", ["a ", "A, ", "(AP ", "- ", "By Ana ", "a@b.", "Photo: ", "5 May | ", "/x/ "]
)
def test_a_line_is_read_in_time_that_grows_with_it(piece: str) -> None:
    for size in (500, 5_000, 50_000):
        line_kind((piece * size)[:size])
        assert dateline_end((piece * size)[:size], 0, size, True) >= 0


def test_passages_stay_in_order_around_datelines() -> None:
    found: tuple[Passage, ...] = passages(source(f"LIMA, May 3 (AP) — {STORY}"))
    assert all(a.end <= b.start for a, b in pairwise(found))


# English or not

FLASHES = [
    "Quake hits Manto; nine dead.",
    "Veltec shares fall 6%",
    "Ursula von der Leyen visits El Salvador",
    "Rio de Janeiro police arrest Lula da Silva aide",
    "El Nino drives Los Angeles rains",
    "Kim Yong-hyun (김용현) met Lloyd Austin",
    "Kenya: toll 31",
]
FOREIGN = [
    "Der Minister hat den Vertrag in Berlin unterzeichnet.",
    "Le ministre a signé le traité à Paris.",
    "El ministro firmó el tratado en Madrid.",
    "O ministro assinou o tratado em Lisboa.",
    "De minister heeft het verdrag in Den Haag getekend.",
    "Il ministro ha firmato il trattato a Roma.",
    "Ministern har undertecknat avtalet i Stockholm.",
    "Minister podpisał umowę w Warszawie i wrócił do domu.",
    "Bakan anlaşmayı imzaladı ve Ankara'ya döndü.",
    "Menteri itu menandatangani perjanjian di Jakarta dan pulang.",
    "Министр подписал договор в Москве.",
    "국방장관이 조약에 서명했다.",
    "部长签署了条约。",
    "وقع الوزير المعاهدة",
]


@pytest.mark.parametrize("flash", FLASHES)
def test_a_short_flash_in_english_is_taken(flash: str) -> None:
    assert in_english(source(flash)).text == flash


@pytest.mark.parametrize("flash", FOREIGN)
def test_a_short_flash_in_another_language_is_refused(flash: str) -> None:
    assert english.foreign_share(flash) > english.english_share(flash)
    with pytest.raises(Fault, match="not English"):
        in_english(source(flash))
