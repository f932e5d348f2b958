"""`python -m scripts.book.licences`: write the licences of what is locked, or say what may not be used."""

from scripts.ground import command_ending


@command_ending.command("licences")
def main() -> int:
    """Write the list and count it. An error is one line and exit status 1."""
    from collections import Counter
    from pathlib import Path

    from scripts.book import licences

    root = Path(__file__).resolve().parents[3]
    found = licences.write(root)
    for licence, count in Counter(package.licence for package in found).most_common():
        print(f"{count:4}  {licence}")
    print(f"{len(found):4}  packages, all compatible: {licences.LISTED.relative_to(root)}")
    return 0


if __name__ == "__main__":
    command_ending.process(main)
