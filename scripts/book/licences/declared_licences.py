"""The licence that an installed package gives itself, as an SPDX expression.

It is read, in this order, from the expression in its metadata, the name in its metadata, its licence file if
that is one of the usual texts, its classifier. Two classifiers, or a name that is not a licence's, do not
count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import Distribution

# Words found in the text of one licence only; longer licences come before those whose words they contain.
_TEXTS = (
    ("MPL-2.0", r"Mozilla Public License,? [Vv]ersion 2\.0"),
    ("Apache-2.0", r"Apache License\s+Version 2\.0"),
    ("OFL-1.1", r"SIL OPEN FONT LICENSE Version 1\.1"),
    ("BSD-3-Clause", r"Redistribution and use in source and binary forms.*names? of (the|its|any|their)\b.*"
                     r"(contributors|endorse)"),
    ("BSD-2-Clause", r"Redistribution and use in source and binary forms"),
    ("ISC", r"Permission to use, copy, modify, and/or distribute this software for any purpose"),
    ("MIT", r"Permission is hereby granted, free of charge, to any person obtaining a copy"),
)  # fmt: skip
_FILE = re.compile(r"(^|/)(licen[cs]e|copying)[^/]*$", re.IGNORECASE)


def of_package(installed: Distribution, spellings: Mapping[str, str]) -> tuple[str, str]:
    """A package's licence and where it was read. Raises `LookupError` if that is not certain."""
    said = installed.metadata.json
    if expression := said.get("license_expression"):
        return str(expression), "License-Expression"
    name = str(said.get("license", "")).strip()  # a name, or a whole text, or "BSD" and no more
    if re.fullmatch(r"[A-Za-z0-9.-]+( (AND|OR) [A-Za-z0-9.-]+)*", name) and name not in ("BSD", "UNKNOWN"):
        return spellings.get(name, name), "License"
    if name in spellings:
        return spellings[name], "License"
    if found := _by_text(installed):
        return found, "licence file"
    classifiers = [c.rpartition(" :: ")[2] for c in said.get("classifier", ()) if c.startswith("License")]
    if len(classifiers) == 1 and classifiers[0] in spellings:
        return spellings[classifiers[0]], "Classifier"
    shown = name.splitlines()[0] if name else ", ".join(classifiers) or "nothing"
    raise LookupError(f"says `{shown}` of its licence")


def _by_text(installed: Distribution) -> str:
    """The licence in its licence file, if it has one such file with one of the usual texts."""
    files = [f for f in installed.files or [] if _FILE.search(f.as_posix()) and ".dist-info/" in f.as_posix()]
    texts = {_recognised(file.read_text(encoding="utf-8")) for file in files}
    return texts.pop() if len(texts) == 1 else ""


def _recognised(text: str) -> str:
    plain = " ".join(text.split())
    found = [licence for licence, words in _TEXTS if re.search(words, plain)]
    # A file with several texts is for a person to read. BSD-3 contains the clauses of BSD-2.
    if "BSD-3-Clause" in found:
        found.remove("BSD-2-Clause")
    return found[0] if len(found) == 1 else ""
