"""Two accounts that tell one thing in other words: what each rule finds, and where it must abstain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

# Rule, the two sentences, and what is found above cosmetic.
CASES: list[tuple[str, str, str, Told]] = [
    (
        "date",
        "The fair will run Sept. 3-13, 2031 in Lomé.",
        "The fair will run in Lomé from 3 to 13 September 2031.",
        [],
    ),
    (
        "date",
        "The fair will run Sept. 3-13, 2031 in Lomé.",
        "The fair will run in Lomé from 3 to 14 September 2031.",
        [("date", "conflicts", "Sept. 3-13, 2031", "from 3 to 14 September 2031")],
    ),
    (
        "date",
        "Premier Adoh attended the dinner in Lomé on Wednesday.",
        "Premier Adoh addressed the session in Lomé on Thursday.",
        [],
    ),
    (
        "date",
        "The port of Lomé reopened after the storm on 18 October.",
        "After the storm the harbour of Lomé was reopened on 28 October.",
        [("date", "conflicts", "18 October", "28 October")],
    ),
    (
        "date",
        "The first half of the loan to Togo will be paid in June 2031.",
        "The second half of the loan to Togo will be paid in December 2031.",
        [],
    ),
    (
        "date",
        "The envoys will be sworn in at the palace on Monday, 3 February.",
        "The envoys were sworn in on Sunday night in the palace.",
        [("weekday", "conflicts", "Monday, 3 February", "Sunday")],
    ),
    (
        "date",
        "The legal panel reports to the council by 31 March 2031.",
        "The legal panel will hand over its findings by 31 May 2031.",
        [("date", "conflicts", "31 March 2031", "31 May 2031")],
    ),
    (
        "number",
        "The Lomé mine, which employs 2,300 people, was fined.",
        "It runs four ports in Togo and employs 11,500 people.",
        [],
    ),
    (
        "number",
        "Adoh & Sons employs 2,300 people in Lomé.",
        "In Lomé, Adoh & Sons employs 11,500 people.",
        [("number", "conflicts", "2,300", "11,500")],
    ),
    (
        "number",
        "Ms Adoh, 43, was elected mayor of Lomé on Sunday.",
        "Ms Adoh, a mother of two, was elected mayor of Lomé.",
        [],
    ),
    (
        "number",
        "It was 104 degrees Fahrenheit in Lomé.",
        "It was 40 degrees Celsius in Lomé.",
        [],
    ),
    (
        "number",
        "Cholera was reported from six of the ten provinces of Togo.",
        "Cholera was reported in eight provinces of Togo.",
        [("number", "conflicts", "six", "eight")],
    ),
    (
        "number",
        "The storm hit eleven clinics in Togo.",
        "The storm disrupted 19 of the country's 34 clinics in Togo.",
        [("number", "conflicts", "eleven", "19")],
    ),
    (
        "number",
        "The allies will raise spending to 3 per cent of output.",
        "The allies will raise spending to 4 per cent of output.",
        [("number", "conflicts", "3 per cent", "4 per cent")],
    ),
    (
        "country",
        "Adoh of Kenya won the race in Lomé.",
        "Adoh of Ethiopia won the race in Lomé.",
        [("country", "conflicts", "Kenya", "Ethiopia")],
    ),
    (
        "opposite",
        "Togo offered to send rescue teams after the flood.",
        "Ghana declined to receive rescue teams after the flood.",
        [],
    ),
    (
        "term",
        "Adoh was the first home winner in 21 years.",
        "Adoh was the first Togolese woman to win in 21 years.",
        [],
    ),
    (
        "negation",
        "The envoy denied that the talks in Lomé had failed.",
        "The envoy said the talks in Lomé have not failed.",
        [],
    ),
    (
        "negation",
        "The premier did not rule out early elections in May.",
        "The premier said early elections in May were possible.",
        [],
    ),
    (
        "negation",
        "Premier Adoh of Togo refused to resign after the vote.",
        "In Togo, Premier Adoh tendered his resignation after the long vote.",
        [("negation", "conflicts", "refused to resign", "resignation")],
    ),
    (
        "negation",
        "Premier Adoh of Togo did not refuse to resign after the vote.",
        "In Togo, Premier Adoh tendered his resignation after the long vote.",
        [],
    ),
    (
        "negation",
        "The search in the Lomé pit was suspended on Tuesday evening.",
        "The search in the Lomé pit has continued without interruption since Tuesday.",
        [("opposite", "conflicts", "suspended", "continued")],
    ),
    (
        "opposite",
        "Ken Adoh remains minister of health.",
        "Critics were glad that Ken Adoh was dismissed after a string of rows over hospital waiting lists.",
        [("opposite", "conflicts", "remains", "dismissed")],
    ),
    (
        "opposite",
        "The energy ministry will be merged into the environment ministry.",
        "In spite of rumours the energy ministry survives.",
        [("opposite", "conflicts", "merged", "survives")],
    ),
    (
        "office",
        "The fuel had leaked for days, the water minister said in Lomé.",
        "The fuel had been leaking for days, a colonel said in Lomé.",
        [],
    ),
    (
        "office",
        "The delegation was led by Foreign Minister Idris Adoh.",
        "As the minister of foreign affairs Idriss Adoh, who headed the delegation, declared, talks go on.",
        [],
    ),
    (
        "office",
        "Robert Kelly led the bank.",
        "Bob Kelly led the bank.",
        [],
    ),
]


@pytest.mark.parametrize(("rule", "left", "right", "expected"), CASES)
def test_other_words(
    rule: str, left: str, right: str, expected: Told, told: Callable[[str, str], Told]
) -> None:
    assert [found for found in told(left, right) if found[1] != "cosmetic"] == expected, rule
