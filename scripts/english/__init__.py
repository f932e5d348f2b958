"""Knowledge of English as data, with the functions that read it.

Every file is sorted and every CSV file has a header row; `|` separates values in one cell.

    abbreviations.txt   words whose full stop does not end a sentence
    accounts.txt        nouns for what somebody says or thinks: account, view
    agencies.txt        words that name a news agency behind a dateline
    body_nouns.csv      nouns that head the name of a body, programme or agreement
    byline_words.txt    words of a byline (reporter, staff, desk)
    causing.txt         verbs of what is done to a thing that also tell what becomes of it: open, drown
    causes.csv          words with the prepositions behind which their cause stands (die of, blame on)
    chrome.csv          patterns of site furniture (comment forms, share bars, notices); `-below` marks those
                        of headings that only furniture follows
    comparatives.csv    phrases that say how a number is meant (more than, about)
    countries.csv       the states: code, name, other forms, demonyms, capital
    day_parts.csv       parts of the day, from which hour to which
    doubled.txt         verbs of several syllables that double their last letter (refer, commit)
    event_nouns.csv     nouns that head the name of an event
    firm_forms.txt      the legal forms of firms (Ltd, GmbH)
    firmness.csv        words that say how far something holds: denied, planned, possible, reported
    foreign_words.txt   function words of other languages in Latin letters
    function_words.txt  words by which English is recognised
    held_apart.csv      words that are easily confused and must be told apart in accounts of events
    homographs.txt      irregular past forms that are also words of their own (left, found)
    issuer_nouns.txt    nouns for the issuer of a text (company, institute, author)
    lexicon.tsv         words, senses and relations, derived from WordNet 3.1 by `scripts.english.wordnet` and
                        searched by `scripts.english.lexicon`; its licence is LICENSE-wordnet
    many_senses.txt     verbs of which the sense, and not the word, tells what excludes them: find, try
    months.csv          months and their short forms; weekdays.csv and ordinals.csv alike
    nicknames.csv       first names and the short and familiar forms that stand for them
    not_denials.txt     words that only look like a denial of another (inform, discover)
    number_words.csv    number words, their value and kind
    one_way.txt         verbs and nouns whose two parts cannot be exchanged: beat, own, capital of
    opposites.csv       contraries; `exact` marks pairs that hold for these two words alone, `converse` those
                        that can both be true of one event, with the parts exchanged (buy and sell)
    other_times.txt     words that set a time against another one: again, still, no longer
    placing.txt         words that say only that something holds when it is told: now, already
    plurals.csv         irregular plurals
    portfolios.txt      words for what a ministry or an office is in charge of
    prepositions.csv    prepositions of several words (in spite of), with an equivalent of one word
    privative.txt       words before a noun with which the thing is not one, or need not be: fake, alleged
    quantifiers.csv     words for a share of the whole, from low to high
    rates.csv           words that say what an amount is told for (annually, in all), with the unit
    settling.txt        words with which what hangs on them holds: the fact that, proud to, managed to
    short_titles.csv    short forms of titles (Lt., Gen.)
    roots.csv           words of one root that WordNet does not join (sell and sale)
    said_alike.csv      words and phrases that say the same, where WordNet does not know it
    silent_words.txt    words that say nothing by themselves of what is told (also, however)
    spellings.csv       British and American spelling of a base word
    stamp_words.txt     words beside the day or hour at which a page was published
    stances.csv         what a speaker does with a verb, and how firmly
    stems.csv           words that the stemmer wrongly gives one stem
    stopwords.txt       words too common to tell statements apart
    superseded.txt      words that tell of a report which a later one may have replaced (earlier, initial)
    synonyms.csv        groups of near-equivalents in news and official prose
    time_zones.csv      time zones by name and short form, in minutes ahead of Greenwich (as in the IANA
                        database, which is in the public domain)
    titles.csv          title words of offices and their kind
    tolls.csv           words that count people, with what they count: killed and dead count deaths
    units.csv           units: forms, dimension, factor and offset to the base unit
    verbs.csv           verbs; past and participle only where irregular
    turning.txt         small words that turn the sense of what they stand before: above, below, without
    verbs_of_many.txt   verbs that several subjects can do separately: praise, say, attend
"""

from scripts.english.calendar import day_parts, months, time_zones, weekdays
from scripts.english.meanings import converse, opposite, synonym_groups, synonymous
from scripts.english.nicknames import one_first_name
from scripts.english.number_words import number_word, numbers, ordinal, ordinals_in_words
from scripts.english.places import capitals, country, country_forms, country_names, demonyms
from scripts.english.quantifiers import (
    Comparative,
    Quantifier,
    comparative,
    comparatives,
    quantifier,
    quantifiers,
)
from scripts.english.stems import key, keys, respelled, stem
from scripts.english.units import Unit, unit, unit_forms
from scripts.english.verbs import (
    Stance,
    Verb,
    forms_of_others,
    is_base_verb,
    stance_of,
    verb,
    verb_form,
    verb_forms,
)
from scripts.english.vocabulary import (
    accounts,
    agencies,
    body_nouns,
    byline_words,
    causes,
    causing,
    chrome_patterns,
    chrome_sections,
    english_share,
    event_nouns,
    firm_forms,
    firmness,
    foreign_share,
    full_title,
    function_words,
    is_abbreviation,
    issuer_nouns,
    long_prepositions,
    many,
    many_senses,
    not_english,
    one_way,
    other_times,
    placing,
    privative,
    rates,
    settling,
    short_titles,
    silent_words,
    stamp_words,
    stopwords,
    superseded,
    titles,
    tolls,
    turning,
)

__all__ = [
    "Comparative",
    "Quantifier",
    "Stance",
    "Unit",
    "Verb",
    "accounts",
    "agencies",
    "body_nouns",
    "byline_words",
    "capitals",
    "causes",
    "causing",
    "chrome_patterns",
    "chrome_sections",
    "comparative",
    "comparatives",
    "converse",
    "country",
    "country_forms",
    "country_names",
    "day_parts",
    "demonyms",
    "english_share",
    "event_nouns",
    "firm_forms",
    "firmness",
    "foreign_share",
    "forms_of_others",
    "full_title",
    "function_words",
    "is_abbreviation",
    "is_base_verb",
    "issuer_nouns",
    "key",
    "keys",
    "long_prepositions",
    "many",
    "many_senses",
    "months",
    "not_english",
    "number_word",
    "numbers",
    "one_first_name",
    "one_way",
    "opposite",
    "ordinal",
    "ordinals_in_words",
    "other_times",
    "placing",
    "privative",
    "quantifier",
    "quantifiers",
    "rates",
    "respelled",
    "settling",
    "short_titles",
    "silent_words",
    "stamp_words",
    "stance_of",
    "stem",
    "stopwords",
    "superseded",
    "synonym_groups",
    "synonymous",
    "time_zones",
    "titles",
    "tolls",
    "turning",
    "unit",
    "unit_forms",
    "verb",
    "verb_form",
    "verb_forms",
    "weekdays",
]
