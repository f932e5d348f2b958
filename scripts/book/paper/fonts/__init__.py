"""The Korean typeface of the printed book, reduced to the characters that are needed.

`HANGUL` is made from Noto Sans CJK (`NotoSansCJK-Regular.ttc`, in Debian's package `fonts-noto-cjk`), whose
licence stands beside it: `python -m scripts.book.paper.fonts NotoSansCJK-Regular.ttc`. It holds the
repertoires of the Korean standard KS X 1001 (2,350 syllables, 4,888 hanja, signs) and of the Japanese JIS X
0208 (6,355 kanji, kana), the Jamo, and whatever else of East Asian writing stands in `seeds/`.
"""

from __future__ import annotations

from pathlib import Path

HANGUL = Path(__file__).with_name("NotoSansCJKkr-Regular-subset.otf")
