# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader expects marked in two whole articles: the sample that comes along, and a real one where it is there."""

from pathlib import Path

import pytest

from reader.recognisers import recognise
from reader.resources import resource

REAL = Path(__file__).resolve().parents[3] / "shared" / "articles" / "wtdc-25.txt"

SAMPLE_ENTITIES = {
    "person": {
        "سلمى الوزاني",
        "الوزاني",
        "إدريس بن يحيى التلمساني",
        "ياسين المرابط",
        "مراد بلقاسم",
        "آن-ماري دوفال",
        "دوفال",
        "عبد الرحمن السامرّائي",
        "جوناثان هارغريف",
        "ليلى حدّاد",
        "كمال أوزدمير",
    },
    "role": {"الدكتورة", "أمين الخزانة", "المهندس", "الأمين العام لجامعة الدول العربية"},
    "organisation": {
        "مكتبة النهر",
        "وزارة الثقافة والفنون الجزائرية",
        "الاتحاد المتوسطي لمكتبات التراث",
        "UMBP",
        "جامعة ليون",
        "OpenFolio",
        "دار الكتب المصرية",
        "مكتبة الإسكندرية",
        "جامعة الدول العربية",
        "المنظمة العربية للتربية والثقافة والعلوم",
        "ALECSO",
    },
    "place": {"تلمسان", "المغرب", "تونس", "مصر", "إسبانيا", "القاهرة", "غرناطة", "مراكش", "منصورة"},
    "event": {"المؤتمر الدولي لرقمنة المخطوطات 2026", "ICMD-26"},
    "date": {
        "صباح الثلاثاء",
        "14 – 17 أبريل 2026",
        "26 شوال 1447هـ",
        "1921",
        "القرن الثالث الهجري",
        "مارس 2023",
        "2026 و2029",
        "الساعة 10:30 صباحاً",
        "الخميس 16 أبريل 2026",
        "1340هـ",
    },
    "quantity": {
        "أكثر من 320 باحثاً",
        "41 دولة",
        "لا تزيد على 218 مخطوطاً",
        "27,450 مخطوطاً",
        "18%",
        "19 درجة مئوية",
        "35 كيلوغراماً",
        "6.4 ملايين دولار",
        "410 تيرابايت",
    },
    "work": {"منازل الأنهار", "النهر المفتوح", "ورقٌ يُرى ونصٌّ يُقرأ"},
    "term": {"إعلان تلمسان"},
}
SAMPLE_MISTAKES = {("person", "بيتاً"), ("place", "الضفة"), ("person", "المدينة"), ("organisation", "HTR")}

REAL_ENTITIES = {
    "person": {"سيد ستار هاشمي", "ستار هاشمي", "هاشمي", "دورين بوغدان-مارتن"},
    "role": {
        "الدكتور",
        "وزير الاتصالات",
        "وزير الاتصالات وتكنولوجيا المعلومات",
        "رئيس الجمهورية",
        "نائب رئيس جمهورية",
        "وزير الاتصالات الإيراني",
    },
    "organisation": {
        "الاتحاد الدولي للاتصالات",
        "لاتحاد الدولي للاتصالات",
        "ITU",
        "وزارة الاتصالات",
        "وزارة الاتصالات الإيرانية",
    },
    "event": {"المؤتمر العالمي لتنمية الاتصالات 2025", "WTDC-25", "مؤتمر WTDC-25"},
    "place": {
        "باكو",
        "إيران",
        "ماليزيا",
        "الهند",
        "باكستان",
        "الجزائر",
        "جمهورية أذربيجان",
        "الجمهورية الإسلامية الإيرانية",
    },
    "date": {"26 – 28 نوفمبر 2025", "2026-2029", "صباح الإثنين"},
    "quantity": {"150 دولة", "40 وزيراً", "أكثر من 1500 ممثل", "أكثر من 150 دولة", "أكثر من عشرة وزراء"},
    "work": {"الاتصال العالمي الشامل والميسور التكلفة من أجل مستقبل رقمي مستدام وتشاركي", "دبلوماسية التكنولوجيا"},
}


@pytest.fixture(scope="module")
def sample():
    text = resource("samples/maktabat-al-nahr.txt").read_text(encoding="utf-8")
    return {(each.tag_id, each.quote) for each in recognise(text)}


@pytest.fixture(scope="module")
def real():
    if not REAL.exists():
        pytest.skip("the real article does not come with the program; it lies beside a checkout in ../shared")
    return [(each.tag_id, each.quote) for each in recognise(REAL.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("tag", SAMPLE_ENTITIES)
def test_sample_shows_what_must_be_seen(sample, tag):
    assert SAMPLE_ENTITIES[tag] - {quote for its_tag, quote in sample if its_tag == tag} == set()


def test_sample_shows_none_of_the_known_mistakes(sample):
    assert sample & SAMPLE_MISTAKES == set()


@pytest.mark.parametrize("tag", REAL_ENTITIES)
def test_real_article_shows_what_must_be_seen(real, tag):
    assert REAL_ENTITIES[tag] - {quote for its_tag, quote in real if its_tag == tag} == set()


@pytest.mark.parametrize("tag", ["person", "organisation", "place", "event", "date"])
def test_real_article_shows_nothing_else(real, tag):
    expected = REAL_ENTITIES[tag] | {"مؤتمر الاتحاد الدولي للاتصالات"}
    assert {quote for its_tag, quote in real if its_tag == tag} - expected == set()


def test_sample_is_plain_utf_8_of_the_promised_length():
    content = resource("samples/maktabat-al-nahr.txt").read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert 800 <= len(content.decode("utf-8").split()) <= 1200
