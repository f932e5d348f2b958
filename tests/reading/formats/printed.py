"""PDF files for tests, whose words stand where the test says and are drawn in its order."""

from __future__ import annotations

from collections.abc import Sequence

Word = tuple[float, float, str]  # from the left and from below, in points, and the text
_FONT = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
WIDTH, HEIGHT = 600, 800


def printed(*pages: Sequence[Word], size: float = 10.0) -> bytes:
    """A PDF with these words on its pages, in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, text in page
        ).encode("cp1252")
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F << {_FONT} >> >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    return made + f"{end}<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n".encode()


def column(left: float, lines: Sequence[str], top: float = 700, step: float = 12) -> list[Word]:
    """Lines one below the other."""
    return [(left, top - step * at, line) for at, line in enumerate(lines)]
