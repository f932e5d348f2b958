"""Alignments: which claims of two accounts speak of one thing, by which words; where that is left open."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from written import pair, source

from scripts import report
from scripts.bench.speed import random_claims
from scripts.comparing.pairing import alignments as rules
from scripts.comparing.pairing import candidate_pairs
from scripts.comparing.pairing.alignments import CLOSE, RELATED, SAME, UNDETERMINED, Alignment, alignments
from scripts.comparing.pairing.word_rarity import Vocabulary
from scripts.ground.faults import Fault
from scripts.reading.accounts import account
from scripts.reading.claims import Claim
from scripts.report import Report


@pytest.fixture(scope="module")
def seeds() -> Report:
    return report.read()


def partners(found: Report, left: str, right: str) -> list[Alignment]:
    return [a for a in found.alignments if a.left.quote.startswith(left) and a.right.quote.startswith(right)]


ALIGNED = [
    ("At the 56th", "The SCM was co-chaired"),
    ("On October 31, Secretary", "The 2+2 Ministerial Dialogue was"),
    ("Expand science and technology", "Agreed to explore joint projects"),
    ("Deepen trilateral security", "Discussed ways to strengthen regional"),
    ("The United States reaffirmed", "Reaffirmed the ironclad"),
]
APART = [
    ("The United States reaffirmed", "Discussed the need for cooperation in addressing"),
    ("Deepen industrial collaboration", "Strongly condemned"),
    ("Conduct large-scale", "Emphasized the importance of promoting"),
]


@pytest.mark.parametrize(("left", "right"), ALIGNED)
def test_claims_of_one_thing_are_aligned(seeds: Report, left: str, right: str) -> None:
    assert [a for a in partners(seeds, left, right) if a.level != UNDETERMINED]


@pytest.mark.parametrize(("left", "right"), APART)
def test_claims_of_other_things_are_not(seeds: Report, left: str, right: str) -> None:
    assert not [a for a in partners(seeds, left, right) if a.level in {SAME, CLOSE}]


def test_the_evidence_stands_where_it_says(seeds: Report) -> None:
    texts = {s.siglum: s.text for s in seeds.sources}
    for aligned in seeds.alignments:
        assert 0 < aligned.contained <= 1
        assert 0 < aligned.common <= 1
        assert aligned.shared
        for shared in aligned.shared:
            for word, claim in ((shared.left, aligned.left), (shared.right, aligned.right)):
                assert texts[claim.source][word.start : word.end] == word.text
            assert shared.weight > 0


LEVELS = [
    # left, right, level of the one alignment (None where there is none)
    ("The canal at Moro opened in March.", "The canal at Moro opened in March.", SAME),
    ("The canal at Moro opened in March.", "In March the canal at Moro was opened.", SAME),
    ("The canal at Moro opened in March.", "Nurses of Quito went on strike.", None),
    ("The of and.", "The of and.", None),
]


@pytest.mark.parametrize(("left", "right", "level"), LEVELS)
def test_levels(left: str, right: str, level: str | None) -> None:
    rest = "Ships wait at the harbour. Rain fell on Tuesday over the hills."
    found = pair(f"{left} Ships left.", f"{right} {rest}").alignments
    told = [a.level for a in found if a.left.quote == left and a.right.quote == right]
    assert told == ([level] if level else [])


def test_where_many_are_as_near_none_is_chosen() -> None:
    """Four items that share the same two words with a claim, and nothing that tells them apart."""
    left = "The council will review harbour dredging permits before the winter storms arrive again."
    goods = ("eels", "nets"), ("crabs", "pots"), ("clams", "rakes"), ("squid", "lamps"), ("cod", "lines")
    items = [f"Harbour permits for {one}, boats, cranes and {other} were posted." for one, other in goods]
    found = pair(left, " ".join(items)).alignments
    assert {a.level for a in found} <= {UNDETERMINED}


def test_a_near_equivalent_weighs_less_than_the_word_itself() -> None:
    def common(right: str) -> float:
        (found,) = pair("Moro will modernize the canal.", right).alignments
        return found.common

    assert common("Moro will modernize the canal.") > common("Moro will upgrade the canal.") > 0.5


def test_a_third_account_changes_nothing_between_two() -> None:
    """Weights come from the pair: they are the same whoever else is there."""
    a, b, c = (
        account(source(text, siglum)).claims
        for text, siglum in (
            ("The canal at Moro opened in March. It is deep.", "A"),
            ("In March the Moro canal was opened. Ships came.", "B"),
            ("The canal canal canal of Moro. March. Moro Moro.", "C"),
        )
    )
    before = alignments(a, b)
    alignments(a, c)
    alignments(b, c)
    assert alignments(a, b) == before


def test_levels_are_in_order_of_nearness(seeds: Report) -> None:
    least = {level: min((a.contained for a in seeds.alignments if a.level == level), default=1.0)
             for level in (SAME, CLOSE, RELATED)}  # fmt: skip
    assert least[SAME] >= least[CLOSE]


def test_a_claim_keeps_its_best_partner_alone() -> None:
    """Two sentences that share much, each with its own counterpart: they are not crossed."""
    text = "The deep canal at Moro opened in March. The deep canal at Quito closed in April."
    rest = "Nurses left. Rain fell. Herring came. Banks fail. Goats ran. Snow melts. Bells rang. Owls hoot."
    aligned = [a for a in pair(f"{text} {rest}", text).alignments if "canal" in a.left.quote]
    told = {(a.left.quote[:28], a.right.quote[:28]) for a in aligned}
    assert told == {(s[:28], s[:28]) for s in (text[:39], text[40:])}


def written(claims: tuple[Claim, ...], seed: int) -> str:
    """The text of an account of drawn claims, with numbers and the name of a meeting in some of them."""
    chance = random.Random(seed)
    extras = ("", "", "", " for 12 ships", " for 40 ships", " at 3 million dollars", " at the Moro Summit")
    return "\n\n".join(f"{c.quote[:-1]}{chance.choice(extras)}." for c in claims)


@pytest.mark.parametrize("seed", range(6))
def test_the_search_among_many_claims_finds_what_weighing_each_pair_finds(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = random_claims.accounts(90, seed)
    left, right = (
        account(source(written(claims, seed + turn), siglum)).claims
        for turn, (claims, siglum) in enumerate(((made.left, "A"), (made.right[: 90 - 9 * seed], "B")))
    )
    plain = alignments(left, right)
    monkeypatch.setattr(rules, "FEW", 0)
    assert alignments(left, right) == plain
    assert {a.level for a in plain} >= {CLOSE, RELATED, UNDETERMINED}


def search(made: random_claims.Accounts, work: int = candidate_pairs.WORK) -> set[tuple[int, int]]:
    vocabulary = Vocabulary([*made.left, *made.right])
    return set(candidate_pairs.near(made.left, made.right, vocabulary, rules.LEAST, work))


def test_claims_that_say_the_same_are_found_by_their_rare_words() -> None:
    """With a tenth of the work that all words would take, few of the claims that belong together are lost."""
    made = random_claims.accounts(1000)
    meant = set(made.meant)
    assert len(search(made, work=50) & meant) > 0.97 * len(search(made, work=10**9) & meant) > 0


def test_the_claims_to_weigh_grow_as_the_claims() -> None:
    few, many = (len(search(random_claims.accounts(n), work=300)) for n in (750, 3000))
    assert many <= 1.25 * 4 * few


def test_a_sentence_that_stands_there_many_times_has_few_partners() -> None:
    text = "The canal at Moro opened in March. " * 300
    left, right = (account(source(text, siglum)).claims for siglum in "AB")
    found = alignments(left, right)
    assert len(left) == 300
    assert {id(a.left) for a in found} == {id(c) for c in left}
    assert {id(a.right) for a in found} == {id(c) for c in right}
    assert len(found) <= 16 * 600


def test_two_accounts_of_one_endless_sentence_are_weighed_in_time() -> None:
    """Steps are counted, not seconds: the words of both are looked at once, not each with each."""
    made = random_claims.accounts(400)
    one, other = (
        account(source(" and ".join(c.quote[:-1] for c in claims) + ".", siglum)).claims
        for claims, siglum in ((made.left, "A"), (made.right, "B"))
    )
    steps = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in {"call", "c_call"}

    vocabulary = Vocabulary([*one, *other])
    words = len(vocabulary.of(one[0])) + len(vocabulary.of(other[0]))
    sys.setprofile(count)
    try:
        rules.compare(one[0], other[0], vocabulary)
    finally:
        sys.setprofile(None)
    assert words > 8000
    assert steps < 12 * words


def test_short_accounts_are_compared_without_heavy_imports() -> None:
    files = sorted(str(p) for p in (Path(report.ROOT) / "seeds" / "documents").glob("*.txt"))[:2]
    asked = (
        "import sys; from scripts.__main__ import main; code = main(sys.argv[1:]);"
        "heavy = {'scipy', 'pandas', 'matplotlib', 'sphinx', 'asyncio'} & set(sys.modules);"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )
    command = [sys.executable, "-c", asked, "compare", *files, "--reference", str(report.ROOT / "seeds")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=report.ROOT)
    assert done.returncode == 0, done.stderr


def test_without_scipy_long_accounts_are_weighed_pair_by_pair(
    seeds: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = seeds.pairs[0]
    left, right = made.left.account.claims, made.right.account.claims
    weighed = rules.alignments(left, right)
    monkeypatch.setattr(rules, "FEW", 0)
    monkeypatch.delattr("scripts.comparing.pairing.candidate_pairs")
    monkeypatch.delitem(sys.modules, "scripts.comparing.pairing.candidate_pairs")
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    assert rules.alignments(left, right) == weighed
    monkeypatch.setattr(rules, "_MANY", 10)
    with pytest.raises(Fault, match=r"too many to be compared without scipy; pip install"):
        rules.alignments(left, right)
