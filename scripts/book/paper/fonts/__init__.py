"""The Korean typeface of the printed book, cut down to the characters that it is needed for.

`HANGUL` is made from Noto Sans CJK (`NotoSansCJK-Regular.ttc`, in Debian's package `fonts-noto-cjk`), whose
licence stands beside it: `python -m scripts.book.paper.fonts NotoSansCJK-Regular.ttc`. It holds the
repertoire of the Korean standard KS X 1001 (2,350 syllables, 4,888 hanja, kana and signs), the Jamo, and
whatever else of East Asian writing stands in `seeds/`; an account with other characters wants it made again.
"""

from __future__ import annotations

from pathlib import Path

HANGUL = Path(__file__).with_name("NotoSansCJKkr-Regular-subset.otf")
