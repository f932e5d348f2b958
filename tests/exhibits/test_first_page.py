"""The lists of the first page: each point says whether it is new, how sure, by what, and who has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from accounts_to_show import source

from scripts import exhibits
from scripts.ground.faults import Fault
from scripts.record import Agreement, Unsaid
from scripts.record.briefing import Briefing
from scripts.report import Report, compile_report

POINT = Agreement(
    id="point", pillar="extended-deterrence", statement="They agreed.", events=("scm-56",), news="new",
    documents=("FS",), topics=(), unsaid=(), shown="first-page", citations=("doc_FS_mirror_a",), sure="H",
    note="",
)  # fmt: skip
NEWS = Unsaid(
    id="news", headline="A thing happened.", statement="A thing happened there.", cues=("thing happened",),
    documents=("JC",), citations=("scm56_a",), sure="H",
)  # fmt: skip


def with_points(report: Report, *points: Agreement, cutoff: date | None = None) -> Report:
    """A report whose record has these points and no others."""
    briefing = Briefing(agreements=points, cutoff=cutoff)
    return replace(report, reference=replace(report.reference, briefing=briefing))


def with_headlines(report: Report, *headlines: Unsaid, points: Sequence[Agreement] = ()) -> Report:
    reference = replace(report.reference, unsaid=headlines, briefing=Briefing(agreements=tuple(points)))
    return replace(report, reference=reference)


@pytest.fixture(scope="module")
def one(real: Report) -> Report:
    """The report of A alone."""
    return replace(real, singles=real.singles[:1])


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 11, 30), "Information as of 30 November 2026."), (None, "")]
)
def test_the_day_of_the_last_reading(real: Report, day: date | None, expected: str) -> None:
    assert exhibits.cutoff_phrase(with_points(real, cutoff=day)) == expected


# what is changed in the point, and what its line is then
LINES = [
    ({}, "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]"),
    ({"news": "restated"}, "1. SCM, restated: They agreed. Sure: fact sheet [doc_FS_mirror_a]"),
    ({"news": "partly new"}, "1. SCM, partly new: They agreed. Sure: fact sheet [doc_FS_mirror_a]"),
    ({"news": ""}, "1. SCM, unclear if new: They agreed. Sure: fact sheet [doc_FS_mirror_a]"),
    ({"sure": "M"}, "1. SCM, new: They agreed. Fairly sure: fact sheet [doc_FS_mirror_a]"),
    ({"sure": "L"}, "1. SCM, new: They agreed. Not sure: fact sheet [doc_FS_mirror_a]"),
    (
        {"events": ("scm-56", "2plus2-6")},
        "1. SCM and 2+2, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]",
    ),
    # an event without an acronym goes by its name
    (
        {"events": ("ncg-1",)},
        "1. 1st Nuclear Consultative Group meeting, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]",
    ),
    # a document of which no copy is cited is known by reports
    ({"citations": ("scm56_a",)}, "1. SCM, new: They agreed. Sure: fact sheet, as reported [scm56_a]"),
    (
        {"documents": ("FS", "JC")},
        "1. SCM, new: They agreed. Sure: fact sheet and communique, as reported [doc_FS_mirror_a]",
    ),
    # the first page cites one source
    (
        {"citations": ("doc_FS_mirror_a", "doc_FS_mirror_b")},
        "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]",
    ),
    # and which accounts have it
    ({"topics": ("dstec",)}, "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]; all in A"),
    (
        {"topics": ("exercises",)},
        "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]; all in A and B",
    ),
    (
        {"topics": ("dstec", "exercises")},
        "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]; all in A, part in B",
    ),
    (
        {"topics": ("exercises", "cost-sharing")},
        "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]; part in A and B",
    ),
    (
        {"topics": ("cost-sharing",)},
        "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]; in neither",
    ),
    (
        {"unsaid": ("troop-dispatch",)},
        "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]; in neither",
    ),
    # a headline that no account has makes a whole a part
    (
        {"topics": ("exercises",), "unsaid": ("troop-dispatch",)},
        "1. SCM, new: They agreed. Sure: fact sheet [doc_FS_mirror_a]; part in A and B",
    ),
]


@pytest.mark.parametrize(("change", "line"), LINES)
def test_the_line_of_a_point(real: Report, change: dict[str, object], line: str) -> None:
    found = with_points(real, replace(POINT, **change))  # type: ignore[arg-type]
    assert exhibits.agreements_list(found).plain == line


def test_a_point_beside_another_number_of_accounts(three: Report, one: Report) -> None:
    """A third account says what the others do not; of one account nobody says "neither"."""
    dispatch, sharing = replace(POINT, unsaid=("troop-dispatch",)), replace(POINT, topics=("cost-sharing",))
    assert [
        row["said in"] for row in exhibits.agreements_list(with_points(three, dispatch, sharing)).rows
    ] == [
        "all in C",
        "in none",
    ]
    assert exhibits.agreements_list(with_points(one, sharing)).rows[0]["said in"] == "in none"


def test_points_are_numbered_and_keep_their_data(real: Report) -> None:
    second = replace(POINT, id="second", statement="They met <b>.", note="A remark.", sure="M", news="")
    shown = exhibits.agreements_list(with_points(real, POINT, second))
    assert [line[:2] for line in shown.plain.splitlines()] == ["1.", "2."]
    assert shown.markup.startswith('<ol class="agreements"><li><strong>SCM, new:</strong> They agreed.')
    assert "They met &lt;b&gt;." in shown.markup
    assert dict(shown.rows[1]) == {
        "meeting": "SCM", "news": "unclear if new", "statement": "They met <b>.", "basis": "fact sheet",
        "said in": "", "sure": "fairly sure", "note": "A remark.",
    }  # fmt: skip


# pillar, beyond what the accounts have, the points that are shown
CHOICES = [
    (None, False, ["first", "silent", "outside"]),
    ("extended-deterrence", False, ["first", "chapter"]),
    ("extended-deterrence", True, ["silent", "nowhere"]),
    ("", False, []),
    ("", True, ["outside"]),
    ("regional-cooperation", False, []),
]


@pytest.mark.parametrize(("pillar", "beyond", "expected"), CHOICES)
def test_a_chapter_parts_what_an_account_has_from_what_none_has(
    real: Report, pillar: str | None, beyond: bool, expected: list[str]
) -> None:
    points = [
        replace(POINT, id="first", statement="first", topics=("exercises",)),
        replace(POINT, id="chapter", statement="chapter", shown="chapter", topics=("exercises",)),
        replace(POINT, id="silent", statement="silent", topics=("cost-sharing",)),
        replace(POINT, id="nowhere", statement="nowhere", shown="chapter"),  # looked for in no account
        replace(POINT, id="outside", statement="outside", pillar="", topics=("cost-sharing",)),
    ]
    shown = exhibits.agreements_list(with_points(real, *points), pillar, beyond)
    assert [row["statement"] for row in shown.rows] == expected
    assert bool(expected) == (shown.plain != "None.")


def test_a_chapter_cites_more_sources_than_the_first_page(real: Report) -> None:
    keys = ("doc_FS_mirror_a", "doc_FS_mirror_b", "scm56_a", "scm56_b")
    found = with_points(real, replace(POINT, citations=keys, topics=("exercises",)))
    assert f"[{keys[0]}]" in exhibits.agreements_list(found).plain
    assert f"[{', '.join(keys[:3])}]" in exhibits.agreements_list(found, "extended-deterrence").plain


# what is changed in the headline, and what its line is then
HEADLINES = [
    ({}, "- A thing happened. [scm56_a]"),
    ({"sure": "M"}, "- A thing happened. (reported by the press; fairly sure) [scm56_a]"),
    (
        {"sure": "L", "citations": ("doc_JC_mirror_a", "scm56_a")},
        "- A thing happened. (not sure) [doc_JC_mirror_a]",
    ),
    ({"headline": ""}, "None."),  # left to its chapter
    ({"cues": ("Nuclear Advisory Group",)}, "None."),  # A has it
]


@pytest.mark.parametrize(("change", "line"), HEADLINES)
def test_the_line_of_a_headline(real: Report, change: dict[str, object], line: str) -> None:
    found = with_headlines(real, replace(NEWS, **change))  # type: ignore[arg-type]
    assert exhibits.headlines_list(found).plain == line


# the topics of each point of the first page, and what the headlines say of those points
ABOVE = [
    ([("exercises",)], ""),
    ([("cost-sharing",)], "Point 1 of what was agreed; also these headlines:\n"),
    (
        [("exercises",), ("cost-sharing",), ("dstec",), ("cost-sharing",)],
        "Points 2 and 4 of what was agreed; also these headlines:\n",
    ),
]


@pytest.mark.parametrize(("topics", "expected"), ABOVE)
def test_headlines_begin_with_the_points_that_no_account_has(
    real: Report, topics: list[tuple[str, ...]], expected: str
) -> None:
    points = [replace(POINT, topics=one) for one in topics]
    elsewhere = replace(POINT, topics=("cost-sharing",), shown="chapter")
    found = with_headlines(real, NEWS, points=[*points, elsewhere])
    assert exhibits.headlines_list(found).plain == f"{expected}- A thing happened. [scm56_a]"


def test_without_headlines_the_points_stand_alone(real: Report) -> None:
    points = [replace(POINT, topics=("cost-sharing",))]
    found = with_headlines(real, replace(NEWS, headline=""), points=points)
    assert exhibits.headlines_list(found).plain == "Point 1 of what was agreed."


# the cues of the headlines, and how many no account has
COUNTED = [
    (["nobody says this"], "Neither account has the one headline"),
    (["nobody says this", "nor that"], "Neither account has any of the two headlines"),
    (
        ["nobody says this", "nor that", "Nuclear Advisory Group"],
        "Neither account has two of the three headlines",
    ),
    (["Nuclear Advisory Group", "nobody says this"], "Neither account has one of the two headlines"),
    (
        ["Nuclear Advisory Group", "combating terrorism"],
        "Between them the accounts have each of the two headlines",
    ),
]


@pytest.mark.parametrize(("cues", "expected"), COUNTED)
def test_headlines_are_counted(real: Report, cues: list[str], expected: str) -> None:
    headlines = [replace(NEWS, id=f"news-{n}", cues=(cue,)) for n, cue in enumerate(cues)]
    assert exhibits.headlines_count(with_headlines(real, *headlines)) == expected


def test_ways_in_are_links_under_their_need() -> None:
    shown = exhibits.ways_in(
        {"To brief": [("PDF", "a.pdf"), ("<text>", "a.txt")], "To cite": [("how", "c.html")]}
    )
    assert shown.plain == "To brief: PDF, <text>; To cite: how"
    assert (
        '<strong>To brief:</strong> <a href="a.pdf">PDF</a>, <a href="a.txt">&lt;text&gt;</a>' in shown.markup
    )
    assert shown.markup.count('class="need"') == 2


def test_a_key_judgment_has_its_reason_and_its_findings(real: Report) -> None:
    expected = {"F1": "conflicts; A confirmed; B refuted", "F5": "conflicts; A refuted"}
    shown = exhibits.key_judgments(real, [("*High* confidence.", "A page would change it.", expected)])
    assert shown.plain == "- High confidence. A page would change it. (F1, F5)"
    assert "<li><strong><em>High</em> confidence.</strong> A page would change it. (" in shown.markup
    assert 'href="ledger.html#finding-f5"' in shown.markup


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        ({"F1": "agrees; A confirmed; B confirmed"}, "expected relation `agrees`"),
        ({"F5": "conflicts; A confirmed"}, "expected `A confirmed`"),
        ({}, "rests on no finding"),
    ],
)
def test_a_key_judgment_that_the_findings_do_not_bear_out_is_refused(
    real: Report, expected: dict[str, str], problem: str
) -> None:
    with pytest.raises(Fault, match=problem):
        exhibits.key_judgments(real, [("High confidence.", "A page would change it.", expected)])


# what a third account says of the 2+2, and what the table has of its people and of its day and place
MET = "The 2+2 Ministerial Meeting was held on October 31, 2024"
TOLD = [
    (f"{MET} in Washington, D.C.", "people not said", "same day; same place"),
    (
        f"{MET}. U.S. Secretary of State Antony J. Blinken hosted the 2+2.",
        "not all named",
        "same day; place not said",
    ),
    (
        f"{MET}. ROK Minister of Foreign Affairs Park Jin attended the 2+2.",
        "Park Jin",
        "same day; place not said",
    ),
    (
        f"{MET}. U.S. Secretary of State Antony J. Blinken and ROK Minister of Foreign Affairs Park Jin "
        "attended the 2+2.",
        "the same but for Park Jin",
        "same day; place not said",
    ),
    (
        f"{MET} in Seoul. U.S. Secretary of State Lloyd J. Austin III hosted the 2+2.",
        "not all named but one called “U.S. Secretary of State Lloyd J. Austin III”",
        "same day; “Seoul”",
    ),
]


@pytest.mark.parametrize(("text", "people", "place"), TOLD)
def test_what_an_account_has_of_who_met_and_where(real: Report, text: str, people: str, place: str) -> None:
    third = source("C", text, events=("2plus2-6",))
    found = compile_report([third], real.reference, real.pillars, real.register)
    rows = {row["Meeting"]: row["Account C"] for row in exhibits.who_when_where_table(found).rows}
    labels = {finding.label for finding in found.findings}
    told = {
        head: " ".join(w for w in said.split() if w.rstrip(";") not in labels) for head, said in rows.items()
    }
    assert told["6th 2+2: who"] == people
    assert told["6th 2+2: when, where"] == place


def test_those_who_met_are_named_in_the_order_of_the_record(real: Report) -> None:
    event = real.reference.event("scm-56")
    assert event is not None
    names = [person.name for post in event.heads if (person := real.reference.person(post.person))]
    assert len(names) > 1
    assert exhibits.who_met(real, event) == f"{', '.join(names[:-1])} and {names[-1]}"
    assert exhibits.who_met(real, replace(event, heads=())) == ""
