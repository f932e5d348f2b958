"""What the chapters show: tables, figures and sentences, all made from a report.

Each function takes the report first and returns an `Exhibit`, which displays in Jupyter and in the book and
keeps its rows for a data file (`.rows`, `.csv()`). Columns follow the accounts, however many there are.

The first page
    cutoff_phrase(report)                           the day after which nothing was looked at
    who_when_where_table(report)                    each meeting by the record, with what each account has
    who_met(report, event)                          the names of those who met, for a sentence
    agreements_list(report, pillar=None, beyond=False)   what was agreed, a sentence each with its basis
    say_instead_table(report)                       words that are refuted, and the official ones
    official_wordings_table(report, "sense")        an account beside its original: "sense", "name", "style"
    headlines_list(report)                          the first page's headlines that no account has
    headlines_count(report)                         how many these are, as the beginning of a sentence
    to_quote_table(report), quotable_table(report)   what can be quoted, how to mark it, and where it is
    key_judgments(report, judgments)                how sure each is, and what would change it
    ways_in({"I have to brief": [("PDF", "x.pdf")]})   a line of needs with links
    afterwards_table(report)                        what became of what was agreed, and of who agreed it
What was agreed
    agreed_table(report)                            a row for each pillar, topics by what they rest on
    basis_table(report, pillar)                     its long form for one pillar: who says it, where stated
Agreements and discrepancies
    findings_list(report, labels)                   a line for each: what it comes to, relation, standings
    ledger_table(report, labels=None, home=False)   findings; home: the ledger itself; further arguments
                                                    choose as finding_labels does
    finding_labels(report, relation=, kind=, materiality=, pillar=, sources=)   labels to hand on
    finding_cards(report, labels)                   findings in full, readings side by side
    synopsis(report, findings=None)                 the full accounts side by side; on paper a table
    counts_table(report)                            findings by type, relation, materiality
    types_table(report)                             every type there is a rule for, and its number
Claims
    claims_table(report, pillar=None, siglum=None, home=False)   with the words that led to the pillar
    alignments_table(report)                        claims that speak of the same thing
    coverage_table(report)                          claims by pillar and account
    pillars_table(report, cues=True)                what each pillar is, and the words that speak for it
Sources
    sources_table(report)                           what each account is: manifest facts, a column each
    provenance_table(report, siglum=None)           signs in each text of how it was made
    grades_table(report)                            grades of each publisher and of what it published, and why
    grading_scale_table(report)                     the scale of these grades, A to F and 1 to 6
Meetings
    meetings_table(report)                          when, where, who: by account and by record
    office_table(report)                            who held which office, by account and by record
The record
    topics_table(report, only=None, pillar=None, siglum=None)   and their standing; only="B": B alone has
    topics_table(report, documents=True)            the same with a column for each document
    unsaid_table(report)                            headlines of those days, looked for in each account
    documents_table(report, documents=None)         the documents, what was read of each, where
    terms_of_office_table(report), terms_table(report), events_table(report)
    renderings_table(report, term=None, varied=False)   names and terms as the accounts word them
    glossary_table(report, *kinds)                  terms, what each is, each account's wordings; their home
    people_table(report)                            persons in office: romanised and Hangul names, their home
    citations_table(report, home=False)             every citation; home: the place citations lead to
How well the rules do
    proof_example(report), conflict_example(report)   two findings of the ledger, word by word
    word_classes_table(report)                      the share of each account's words in each class
    bench_table(report)                             results of the benches, or a line that there are none
    peers_table(report)                             the engine and other programs on the same rows
    fuzz_table(report), proof_table(report)         hostile inputs tried; changed rules that a test noticed
    reproducible_table(report)                      two builds compared byte for byte
    speed_table(report), speed_growth(report)       how long things take, and how that grows
    survey_table(report)                            many accounts against one
    missed_targets(report), figures_dated(report)   targets that were missed; the day of the newest figure
Figures (vector, with a text that says what is seen)
    tenure_figure(report)                           terms of office against the events of the accounts
    alignment_figure(report, left="", right="")     ribbons between matching claims; of all pairs by default
    coverage_figure(report)                         claims by pillar and account
    types_figure(report)                            findings by type and materiality
    standings_figure(report)                        what the record says of each account's readings
    specificity_figure(report)                      things named in 100 words, by account
    overlap_sentence(report, siglum)                when all officials of an account were in office
    cast_window(report, siglum)                     the same, and which meeting days lie outside that time
    cast_span(report, siglum)                       the two days, or None
Sentences (authored text: *emphasis* and **strong** only; F12 and A-3 in it become links)
    judgment(report, text, rests_on, cites=())      rests_on={"F2": "conflicts; A confirmed; B refuted"}
    statement(report, text, cites=())               a fact with its citations
    sentence(report, text)                          a computed fact
    sources_line(report, graded=True)               each account in a few words, its grade among them
    counts_line(report, then="")                    findings by relation, adding up to the ledger's
    quote(report, "F2", "A", number=1)              an account's words, for use inside such a text
About the report
    makers_line(report), correction_address(report)   who made it, and where to send a correction
    corrections_table(report)                       the corrections made, as the changelog has them
Citing
    cite_this(report, "F12")                        a finding; or a claim, a chapter, "" for the book
    cite_exhibit("chapters/meetings", anchor, title)   a figure or a table
    cite_examples(report, "F2")                     the report, a finding and its first claim, as notes
    register_table(report, kind=None)               labels given so far; kind: "finding" or "claim"
Words that follow the number of accounts
    accounts_phrase (both accounts), the_accounts_phrase (the two accounts), each_phrase (each account),
    neither_phrase (neither account), either_phrase (either account), sigla_phrase (A and B): all (report)
    number_word(3), day(date), listed(["A", "B"])
"""

from scripts.exhibits.agreed_topics import agreed_table, basis_table
from scripts.exhibits.bench_scores import bench_table
from scripts.exhibits.cast_of_officials import cast_span, cast_window, overlap_sentence
from scripts.exhibits.citation_box import cite_exhibit, cite_this
from scripts.exhibits.citation_examples import cite_examples, register_table
from scripts.exhibits.claims import alignments_table, claims_table, coverage_table
from scripts.exhibits.corrections import correction_address, corrections_table, makers_line
from scripts.exhibits.figures import (
    alignment_figure,
    coverage_figure,
    specificity_figure,
    standings_figure,
    tenure_figure,
    types_figure,
)
from scripts.exhibits.finding_types import types_table
from scripts.exhibits.first_page import (
    agreements_list,
    cutoff_phrase,
    headlines_count,
    headlines_list,
    key_judgments,
    ways_in,
)
from scripts.exhibits.glossary import glossary_table, people_table
from scripts.exhibits.grading import grades_table, grading_scale_table
from scripts.exhibits.highlights import counts_line, sources_line
from scripts.exhibits.html import Exhibit, listed
from scripts.exhibits.judgments import judgment, quote, sentence, statement
from scripts.exhibits.ledger import (
    counts_table,
    finding_cards,
    finding_labels,
    findings_list,
    ledger_table,
)
from scripts.exhibits.links import PAGES
from scripts.exhibits.meetings import meetings_table, office_table
from scripts.exhibits.peers import peers_table
from scripts.exhibits.pillars import pillars_table
from scripts.exhibits.prose import (
    accounts_phrase,
    day,
    each_phrase,
    either_phrase,
    neither_phrase,
    number_word,
    sigla_phrase,
    the_accounts_phrase,
)
from scripts.exhibits.quotable import quotable_table, to_quote_table
from scripts.exhibits.record_tables import (
    afterwards_table,
    citations_table,
    documents_table,
    events_table,
    terms_of_office_table,
    terms_table,
)
from scripts.exhibits.renderings import renderings_table
from scripts.exhibits.robustness import fuzz_table, proof_table, reproducible_table
from scripts.exhibits.say_instead import official_wordings_table, say_instead_table
from scripts.exhibits.sources import provenance_table, sources_table
from scripts.exhibits.speed import speed_growth, speed_table, survey_table
from scripts.exhibits.synopsis import synopsis
from scripts.exhibits.targets import figures_dated, missed_targets
from scripts.exhibits.topics import topics_table, unsaid_table
from scripts.exhibits.who_when_where import who_met, who_when_where_table
from scripts.exhibits.word_shares import word_classes_table
from scripts.exhibits.worked_examples import conflict_example, proof_example

__all__ = [
    "PAGES",
    "Exhibit",
    "accounts_phrase",
    "afterwards_table",
    "agreed_table",
    "agreements_list",
    "alignment_figure",
    "alignments_table",
    "basis_table",
    "bench_table",
    "cast_span",
    "cast_window",
    "citations_table",
    "cite_examples",
    "cite_exhibit",
    "cite_this",
    "claims_table",
    "conflict_example",
    "correction_address",
    "corrections_table",
    "counts_line",
    "counts_table",
    "coverage_figure",
    "coverage_table",
    "cutoff_phrase",
    "day",
    "documents_table",
    "each_phrase",
    "either_phrase",
    "events_table",
    "figures_dated",
    "finding_cards",
    "finding_labels",
    "findings_list",
    "fuzz_table",
    "glossary_table",
    "grades_table",
    "grading_scale_table",
    "headlines_count",
    "headlines_list",
    "judgment",
    "key_judgments",
    "ledger_table",
    "listed",
    "makers_line",
    "meetings_table",
    "missed_targets",
    "neither_phrase",
    "number_word",
    "office_table",
    "official_wordings_table",
    "overlap_sentence",
    "peers_table",
    "people_table",
    "pillars_table",
    "proof_example",
    "proof_table",
    "provenance_table",
    "quotable_table",
    "quote",
    "register_table",
    "renderings_table",
    "reproducible_table",
    "say_instead_table",
    "sentence",
    "sigla_phrase",
    "sources_line",
    "sources_table",
    "specificity_figure",
    "speed_growth",
    "speed_table",
    "standings_figure",
    "statement",
    "survey_table",
    "synopsis",
    "tenure_figure",
    "terms_of_office_table",
    "terms_table",
    "the_accounts_phrase",
    "to_quote_table",
    "topics_table",
    "types_figure",
    "types_table",
    "unsaid_table",
    "ways_in",
    "who_met",
    "who_when_where_table",
    "word_classes_table",
]
