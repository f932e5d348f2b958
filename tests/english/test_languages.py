"""English is told from other languages."""

from __future__ import annotations

import pytest

from scripts import english

ENGLISH = [
    "The court ruled that the company must pay a fine of two million euros for the breach of its duties.",
    "Rescuers said on Friday that at least twelve people had been pulled from the rubble after the quake.",
    "They were beaten in the final by a team which had lost all of its matches against them this year.",
    "The vaccine will be given to those who have not been infected before, the ministry said.",
    "Reaffirmed the commitment of both sides to the treaty and to the talks which began in May.",
]
OTHERS = [
    "Le tribunal a décidé que la société devait payer une amende de deux millions d'euros pour ses fautes.",
    "Das Gericht entschied am Freitag, dass die Firma wegen der Verletzung ihrer Pflichten zahlen muss.",
    "El tribunal decidió el viernes que la empresa debe pagar una multa de dos millones de euros.",
    "Beobwoneun geumyoil hoesaga uimu wiban-euro beolgeumeul naeya handago pangyeolhaetda.",
    "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani.",
    "Il tribunale ha deciso venerdì che la società deve pagare una multa di due milioni di euro.",
    "De rechtbank besliste vrijdag dat het bedrijf een boete moet betalen voor het verzuim.",
    "법원은 금요일 회사가 벌금을 내야 한다고 판결했다.",
    "2024-10-30 14:55",
    "",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_recognised(text: str) -> None:
    assert english.english_share(text) > 0.25


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_told_apart(text: str) -> None:
    assert english.english_share(text) < 0.1
