# SPDX-License-Identifier: GPL-3.0-or-later
"""What numbers measure: units, money and stretches of time, by the folded forms Arabic gives their names.

Units are SI symbols or common ones beside them; money is ISO 4217; stretches of time are ISO 8601 durations.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reader.recognisers.lexicon import words
from reader.recognisers.numerals import decimal_text

PERIODS: Final = {
    form: unit
    for unit, forms in {
        "Y": "عام عاما اعوام سنه سنوات سنين",
        "M": "شهر شهرا اشهر شهور",
        "W": "اسبوع اسبوعا اسابيع",
        "D": "يوم يوما ايام",
        "TH": "ساعه ساعات",
        "TM": "دقيقه دقايق",
        "TS": "ثانيه ثوان ثواني",
        "0Y": "عقد عقدا عقود",
        "00Y": "قرن قرنا قرون",
    }.items()
    for form in forms.split()
}
"""Letters of a duration's unit: "TM" is minutes, "0Y" tens of years."""

PERIOD_DUALS: Final = {
    stem + ending: PERIODS[single]
    for stem, single in zip(
        words("عام سنت شهر اسبوع يوم ساعت دقيقت ثانيت عقد قرن"),
        words("عام سنه شهر اسبوع يوم ساعه دقيقه ثانيه عقد قرن"),
        strict=True,
    )
    for ending in ("ان", "ين")
}

MEASURES: Final = {
    form: unit
    for unit, forms in {
        "km": "كم كلم كيلومتر كيلومترا كيلومترات km",
        "m": "م متر مترا امتار m",
        "cm": "سم سنتيمتر سنتيمترا سنتيمترات سنتمتر cm",
        "mm": "ملم مم مليمتر مليمترا مليمترات ميليمتر mm",
        "nm": "نانومتر نانومترا nm",
        "mi": "ميل ميلا اميال",
        "ft": "قدم قدما اقدام",
        "in": "بوصه بوصات انش",
        "yd": "يارده ياردات",
        "kg": "كغ كجم كلغ كغم كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كيلو kg",
        "g": "غرام غراما غرامات جرام جراما جرامات غم g",
        "mg": "ملغ ملجم مليغرام مليغراما ميليغرام ملليغرام مليجرام mg",
        "t": "طن طنا اطنان",
        "lb": "رطل رطلا ارطال",
        "oz": "اونصه اونصات اوقيه",
        "ct": "قيراط قيراطا",
        "l": "لتر لترا لترات ليتر ليترا ليترات l",
        "ml": "مل مليلتر ميليلتر ml",
        "bbl": "برميل برميلا براميل",
        "gal": "غالون غالونا جالون",
        "ha": "هكتار هكتارا هكتارات ha",
        "feddan": "فدان فدانا افدنه",
        "dunam": "دونم دونما دونمات",
        "B": "بايت بايتا",
        "kB": "كيلوبايت KB",
        "MB": "ميغابايت ميجابايت mb",
        "GB": "غيغابايت جيجابايت جيغابايت gb",
        "TB": "تيرابايت tb",
        "PB": "بيتابايت",
        "px": "بكسل ميغابكسل",
        "W": "واط واطا وات",
        "kW": "كيلوواط كيلووات kw",
        "MW": "ميغاواط ميجاواط ميغاوات ميجاوات mw",
        "GW": "غيغاواط جيجاواط غيغاوات gw",
        "V": "فولت فولتا",
        "A": "امبير",
        "Hz": "هرتز",
        "MHz": "ميغاهرتز ميجاهرتز",
        "GHz": "غيغاهرتز جيجاهرتز",
        "cal": "سعره سعرات",
        "dB": "ديسيبل",
        "°": "درجه درجات",
    }.items()
    for form in forms.lower().split()
}
NOT_MEASURES_AFTER_WORDS: Final = frozenset(("م", "كم", "مم", "مل"))
"""Abbreviations that are other words too: units only behind figures."""
MEASURE_DUALS: Final = {
    stem + ending: unit
    for stem, unit in (
        ("كيلومتر", "km"), ("متر", "m"), ("سنتيمتر", "cm"), ("ميل", "mi"), ("قدم", "ft"), ("كيلوغرام", "kg"),
        ("كيلوجرام", "kg"), ("غرام", "g"), ("طن", "t"), ("لتر", "l"), ("هكتار", "ha"), ("فدان", "feddan"),
        ("برميل", "bbl"), ("درجت", "°"),
    )
    for ending in ("ان", "ين")
}  # fmt: skip
UNIT_ADJECTIVES: Final = {
    **dict.fromkeys(words("مربع مربعا مربعه مربعين"), "²"),
    **dict.fromkeys(words("مكعب مكعبا مكعبه مكعبين"), "³"),
    **dict.fromkeys(words("ميويه ميويتان ميويتين"), "C"),
    "فهرنهايت": "F",
    "سلسيوس": "C",
}
SQUARES: Final = {"²": "²", "³": "³"}
PER: Final = {
    "الساعه": "h",
    "ساعه": "h",
    "الثانيه": "s",
    "ثانيه": "s",
    "اليوم": "d",
    "h": "h",
    "s": "s",
    "الدقيقه": "min",
}

CURRENCIES: Final = {
    form: code
    for code, forms in {
        "USD": "دولار دولارا دولارات دولاران دولارين usd",
        "EUR": "يورو يوروهات eur",
        "JPY": "ين jpy",
        "RUB": "روبل روبلا روبلات rub",
        "CNY": "يوان يوانا يوانات رنمينبي cny",
        "ILS": "شيكل شيكلا شيكلات شيقل شواقل ils",
        "GBP": "استرليني gbp",
        "THB": "بات",
        "KRW": "وون",
        "UAH": "هريفنيا",
        "INR": "inr",
        "CHF": "chf",
        "SAR": "sar",
        "AED": "aed",
        "EGP": "egp",
        "QAR": "qar",
        "KWD": "kwd",
        "MAD": "mad",
        "IQD": "iqd",
        "JOD": "jod",
        "TRY": "try",
    }.items()
    for form in forms.split()
}
MONEY: Final = {
    form: kind
    for kind, forms in {
        "جنيه": "جنيه جنيها جنيهات جنيهان جنيهين",
        "ريال": "ريال ريالا ريالات ريالان ريالين",
        "درهم": "درهم درهما دراهم درهمان درهمين",
        "دينار": "دينار دينارا دنانير ديناران دينارين",
        "ليره": "ليره ليرات ليرتان ليرتين",
        "دولار": "دولار دولارا دولارات دولاران دولارين",
        "فرنك": "فرنك فرنكا فرنكات",
        "روبيه": "روبيه روبيات",
        "بيزو": "بيزو بيزوات",
        "كرون": "كرون كرونه كرونا كرونات",
        "شلن": "شلن شلنا شلنات",
        "تومان": "تومان تومانا",
        "قرش": "قرش قرشا قروش",
        "سنت": "سنت سنتا سنتات",
        "ين": "ين",
        "يوان": "يوان يوانا",
    }.items()
    for form in forms.split()
}
"""Names of money that many nations share, by the form in which ``NATIONAL_MONEY`` has them."""
NATIONAL_MONEY: Final = {
    (money, nation): code
    for money, nations in {
        "جنيه": "مصري EGP استرليني GBP سوداني SDG لبناني LBP سوري SYP",
        "ريال": "سعودي SAR قطري QAR عماني OMR يمني YER ايراني IRR برازيلي BRL",
        "درهم": "اماراتي AED مغربي MAD",
        "دينار": "كويتي KWD عراقي IQD اردني JOD بحريني BHD تونسي TND جزايري DZD ليبي LYD صربي RSD",
        "ليره": "لبناني LBP سوري SYP تركي TRY استرليني GBP ايطالي ITL",
        "دولار": "امريكي USD اميركي USD كندي CAD استرالي AUD نيوزيلندي NZD سنغافوري SGD",
        "فرنك": "سويسري CHF فرنسي FRF",
        "روبيه": "هندي INR باكستاني PKR سريلانكي LKR اندونيسي IDR نيبالي NPR",
        "بيزو": "مكسيكي MXN ارجنتيني ARS فلبيني PHP تشيلي CLP كولومبي COP",
        "كرون": "سويدي SEK نرويجي NOK دنماركي DKK تشيكي CZK",
        "شلن": "كيني KES صومالي SOS",
        "ين": "ياباني JPY",
        "يوان": "صيني CNY",
    }.items()
    for nation, code in zip(nations.split()[::2], nations.split()[1::2], strict=True)
}
CURRENCY_SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS", "₺": "TRY", "₽": "RUB", "₹": "INR"}


def duration(value: Decimal, unit: str) -> str:
    """ISO 8601 of so many of a unit of ``PERIODS``: "PT90S", "P20Y" for two of "0Y", "PT30M" for half a "TH"."""
    if unit == "TH" and value < 1:
        value, unit = (value * 60).to_integral_value(), "TM"
    tens = len(unit) - len(unit.lstrip("0"))
    number = decimal_text(value * 10**tens)
    letters = unit.lstrip("0")
    return f"PT{number}{letters[1]}" if letters.startswith("T") else f"P{number}{letters}"


def currency_of(money: str, nation: str) -> str:
    """ISO 4217 of a name of money with the adjective of its nation, or ""."""
    kind = MONEY.get(money, "")
    for ending in ("", "ه", "ا", "ين", "ان", "تين", "تان"):
        code = NATIONAL_MONEY.get((kind, nation.removesuffix(ending)))
        if code:
            return code
    return ""
