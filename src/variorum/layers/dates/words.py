"""The words with which English, French, German and Russian say when, and how a date is put together in each."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The words of one language; of each list of alternatives, each is a pattern."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Monday first."""
    seasons: tuple[str, ...]
    """Spring first."""
    ordinals: tuple[str, ...]
    """First to thirty-first, or none."""
    ending: str
    """What may follow the number of a day."""
    article: str
    """What may stand before the day."""
    of: str
    """What may stand between day and month."""
    year: str
    """What may stand before a year."""
    after_year: str
    into: str
    """Words before a month or year that stands by itself."""
    night: str
    """What may stand before two days of which a night is."""
    month_first: bool
    this: str
    last: str
    next: str
    """The same month, the one before, the one after: inst., ult., prox."""
    goes_on: str
    """Words that may follow a year: any other small word would be counted by it."""


_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()  # noqa: SIM905 - a list of words
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()  # noqa: SIM905
ENGLISH = Words(
    months=(
        "Jan(?:uary|\\.)", "Feb(?:ruary|r?\\.)", "Mar(?:ch|\\.)", "Apr(?:il|\\.)", "May", "June|Jun\\.", "July|Jul\\.",
        "Aug(?:ust|\\.)", "Sept(?:ember|\\.)|Sep\\.", "Oct(?:ober|\\.)", "Nov(?:ember|\\.)", "Dec(?:ember|\\.)",
    ),
    weekdays=(
        "Mon(?:day|\\.)", "Tues(?:day|\\.)", "Wed(?:nesday|\\.)", "Thurs(?:day|\\.)", "Fri(?:day|\\.)",
        "Sat(?:urday|\\.)", "Sun(?:day|\\.)",
    ),
    seasons=("spring", "summer", "autumn|fall", "winter"),
    ordinals=(
        *_ONES, *_TEENS, "twentieth", *(f"twenty[- ]{one}" for one in _ONES), "thirtieth", "thirty[- ]first",
    ),
    ending="(?:st|nd|rd|d|th)?",
    article="(?:the\\s+)",
    of="(?:of\\s+)?",
    year="(?:,?\\s+(?:in\\s+the\\s+year\\s+(?:of\\s+our\\s+Lord\\s+)?|of\\s+the\\s+year\\s+|of\\s+)?)",
    after_year="",
    into="in|since|of|during|until|till|by|early\\s+in|late\\s+in|last|before|after|from|to|the\\s+year|year|between|about|around|circa|ca?\\.|for|through|mid-|early|late",
    night="nights?\\s+of\\s+(?:the\\s+)?",
    month_first=True,
    this="inst(?:ant\\b|\\.)",
    last="ult(?:imo\\b|\\.)",
    next="prox(?:imo\\b|\\.)",
    goes_on="the|a|an|and|or|but|to|when|where|he|she|it|they|we|was|were|had|has|is|by|in|at|on|as|for|from|that|this"
    "|there|which|who|with|his|her|their|after|before|until|did|would|not|there|all|some|under|than|while|into|because",
)  # fmt: skip
_GERMAN_ONES = "ein zwei drei vier fünf sechs sieben acht neun".split()  # noqa: SIM905
_GERMAN_DAYS = tuple(
    f"{one}n?"
    for one in (
        *"erste zweite dritte vierte fünfte sechste sieben(?:t|ent)e achte neunte zehnte elfte zwölfte".split(),  # noqa: SIM905
        *(f"{one}zehnte" for one in ("drei", "vier", "fünf", "sech", "sieb", "acht", "neun")),
        "zwanzigste",
        *(f"{one}undzwanzigste" for one in _GERMAN_ONES),
        "drei(?:ß|ss)igste",
        "einunddrei(?:ß|ss)igste",
    )
)
GERMAN = Words(
    months=(
        "Jan(?:uar|\\.)|Jänner", "Feb(?:ruar|r?\\.)", "März", "Apr(?:il|\\.)", "Mai", "Juni", "Juli", "Aug(?:ust|\\.)",
        "Sept(?:ember|\\.)", "Okt(?:ober|\\.)", "Nov(?:ember|\\.)", "Dez(?:ember|\\.)",
    ),
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag|Sonnabend", "Sonntag"),
    seasons=("Frühling|Frühjahr", "Sommer", "Herbst", "Winter"),
    ordinals=_GERMAN_DAYS,
    ending="\\.?",
    article="(?:(?:den|dem|am|der|vom|zum)\\s+)",
    of="",
    year="(?:\\s+(?:des\\s+Jahres\\s+)?)",
    after_year="",
    into="im\\s+Jahre?|im|seit|bis|vor|nach|Anfang|Ende|Mitte|Jahre?|um|etwa|ca\\.",
    night="Nacht\\s+(?:vom|zum|auf\\s+den)\\s+",
    month_first=False,
    this="[dl]\\.\\s?(?:M\\.|Mts\\.)|dieses\\s+Monats",
    last="v\\.\\s?(?:M\\.|Mts\\.)|vorigen\\s+Monats",
    next="n\\.\\s?(?:M\\.|Mts\\.)|nächsten\\s+Monats",
    goes_on="und|oder|der|die|das|in|im|an|am|auf|zu|zur|war|waren|wurde|wurden|hatte|er|sie|es|wir|von|vom|mit|als|bis|nach|ein|eine|noch|aber|für|geboren|gestorben|erschienen|gedruckt|geschrieben|schrieb|kam|starb",
)  # fmt: skip
FRENCH = Words(
    months=(
        "janv(?:ier|\\.)", "févr?(?:ier|\\.)", "mars", "avr(?:il|\\.)", "mai", "juin", "juil(?:let|\\.)", "août",
        "sept(?:embre|\\.)", "oct(?:obre|\\.)", "nov(?:embre|\\.)", "déc(?:embre|\\.)",
    ),
    weekdays=("[Ll]undi", "[Mm]ardi", "[Mm]ercredi", "[Jj]eudi", "[Vv]endredi", "[Ss]amedi", "[Dd]imanche"),
    seasons=("printemps", "été", "automne", "hiver"),
    ordinals=("premier",),
    ending="(?:er|ᵉʳ)?",
    article="(?:(?:le|du|au)\\s+)",
    of="(?:de\\s+)?",
    year="(?:,?\\s+(?:de\\s+l[’']an(?:née)?\\s+)?)",
    after_year="",
    into="en|depuis|vers|l[’']année|l[’']an|années?|mois\\s+de|d[èe]s|avant|après|jusqu[’']en|fin|début|environ",
    night="nuit\\s+du\\s+",
    month_first=False,
    this="courant|ct\\.|de\\s+ce\\s+mois",
    last="dernier\\b|du\\s+mois\\s+dernier|passé\\b",
    next="prochain\\b|du\\s+mois\\s+prochain",
    goes_on="et|ou|le|la|les|un|une|à|au|aux|en|dans|sur|par|pour|il|elle|ils|on|je|nous|était|fut|avait|que|qui|avec|mais|de|du|des|où|son|sa",
)  # fmt: skip
_RUSSIAN_ONES = "перв втор трет(?:ь)? четв[её]рт пят шест седьм восьм девят".split()  # noqa: SIM905
_RUSSIAN_TEENS = "один две три четыр пят шест сем восем девят".split()  # noqa: SIM905
_RUSSIAN_DAYS = tuple(
    f"{one}(?:ого|его|ое|ье|ому|ему)"
    for one in (
        *_RUSSIAN_ONES, "десят", *(f"{one}надцат" for one in _RUSSIAN_TEENS), "двадцат",
        *(f"двадцать\\s+{one}" for one in _RUSSIAN_ONES), "тридцат", "тридцать\\s+перв",
    )
)  # fmt: skip
RUSSIAN = Words(
    months=(
        "[Яя]нв(?:ар[яьею]|\\.)", "[Фф]евр?(?:ал[яьею]|\\.)", "[Мм]арт[ауе]?", "[Аа]пр(?:ел[яьею]|\\.)", "[Мм]а[яйею]",
        "[Ии]юн[яьею]", "[Ии]юл[яьею]", "[Аа]вг(?:уст[ауе]?|\\.)", "[Сс]ент(?:ябр[яьею]|\\.)",
        "[Оо]кт(?:ябр[яьею]|\\.)", "[Нн]оя(?:бр[яьею]|б?\\.)", "[Дд]ек(?:абр[яьею]|\\.)",
    ),
    weekdays=(
        "[Пп]онедельник[ау]?", "[Вв]торник[ау]?", "[Сс]ред[аыуе]", "[Чч]етверг[ау]?", "[Пп]ятниц[аыуе]",
        "[Сс]уббот[аыуе]", "[Вв]оскресень[еяю]",
    ),
    seasons=("весн(?:ой|ою|ы|е|у)", "лет(?:ом|а|у)", "осен(?:ью|и)", "зим(?:ой|ою|ы|е|у)"),
    ordinals=_RUSSIAN_DAYS,
    ending="(?:-?(?:го|е|му|ое|м))?",
    article="(?:(?:на|к|от|с|до|со)\\s+)",
    of="",
    year="(?:,?\\s+)",
    after_year="\\s*(?:г\\.|гг\\.|год[ауы]?\\b)",
    into="в|с|до|к|после|конце|начале|середине|около|примерно|за|по|от",
    night="[Вв]\\s+ночь\\s+(?:на|с)\\s+",
    month_first=False,
    this="с\\.\\s?м\\.|сего\\s+месяца",
    last="прошлого\\s+месяца|м\\.\\s?п\\.",
    next="будущего\\s+месяца",
    goes_on="",
)  # fmt: skip
WORDS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "ru": RUSSIAN}
RELATIVE_DAYS = {
    "en": {
        r"[Tt]he\s+day\s+before\s+yesterday": -2, r"[Yy]esterday": -1, r"[Tt]he\s+day\s+after\s+to-?morrow": 2,
        r"[Tt]o-?morrow": 1,
    },
    "de": {r"[Vv]orgestern": -2, r"[Gg]estern": -1, r"[Üü]bermorgen": 2},
    "fr": {r"[Aa]vant-hier": -2, r"[Hh]ier": -1, r"[Aa]près-demain": 2, r"[Dd]emain": 1},
    "ru": {r"[Пп]озавчера|[Тт]реть[ея]го\s+дня": -2, r"[Вв]чера": -1, r"[Пп]ослезавтра": 2, r"[Зз]автра": 1},
}  # fmt: skip
"""Words for a day, and by how many days it is away from that on which they are written."""


ABOUT = r"(?:[Aa]bout|[Aa]round|[Cc]irca|\bc(?:a)?\.|\b[Uu]m|[Ee]twa|[Gg]egen|[Vv]ers|[Ee]nviron|[Оо]коло|[Пп]римерно)"
"""What says that a date is not known to the day, or the year."""


class Offset(NamedTuple):
    """The words of one language for how far a day is from another; each is a pattern."""

    days: str
    weeks: str
    before: str
    after: str
    article: str
    eve: str
    morrow: str


OFFSETS = {
    "en": Offset(
        "days?", "weeks?", "before|previous\\s+to", "(?:next\\s+)?after|following", "the\\s+(?:feast\\s+of\\s+)?",
        "(?:the|on)\\s+eve\\s+of|the\\s+day\\s+before", "the\\s+morrow\\s+of|the\\s+day\\s+after",
    ),
    "de": Offset(
        "Tagen?", "Wochen?", "vor", "nach", "(?:dem|der|den)\\s+", "am\\s+(?:Tag(?:e)?\\s+vor|Vorabend\\s+(?:von|vor))",
        "am\\s+Tage?\\s+nach",
    ),
    "fr": Offset(
        "jours?", "semaines?", "avant", "après", "(?:le|la|les|l[’'])\\s*", "la\\s+veille\\s+(?:de|du|d[’'])",
        "le\\s+lendemain\\s+(?:de|du|d[’'])",
    ),
    "ru": Offset(
        "д(?:ень|ня|ней)", "недел[июьяе]", "до", "после", "", "[Нн]акануне", "на\\s+другой\\s+день\\s+после",
    ),
}  # fmt: skip
COUNTS = {
    "en": tuple("one two three four five six seven eight nine ten eleven twelve".split()),  # noqa: SIM905
    "de": tuple("einen? zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()),  # noqa: SIM905
    "fr": tuple("un deux trois quatre cinq six sept huit neuf dix onze douze".split()),  # noqa: SIM905
    "ru": tuple("один два три четыре пять шесть семь восемь девять десять".split()),  # noqa: SIM905
}
SOME = {
    "en": "(?:[Aa]|[Jj]ust\\s+a|[Oo]nly\\s+a)\\s+few|[Ss]ome|[Ss]everal",
    "de": "[Ee]inige|[Ww]enige|[Ee]in\\s+paar",
    "fr": "[Qq]uelques|[Pp]lusieurs",
    "ru": "[Нн]есколько",
}
"""A few, of days."""
NTH = {
    "en": ("first", "second", "third", "fourth", "last"),
    "de": ("ersten?", "zweiten?", "dritten?", "vierten?", "letzten?"),
    "fr": ("premier", "deuxième|second", "troisième", "quatrième", "dernier"),
    "ru": ("перв\\w+", "втор\\w+", "трет\\w+", "четв[её]рт\\w+", "последн\\w+"),
}
"""The first, second, third, fourth and last weekday of a month."""
OLD_STYLE = (
    "O\\.\\s?S\\.|[Oo]ld\\s+[Ss]tyle|ст\\.\\s?ст(?:\\.|иля)|стар(?:ого|ому)\\s+стил[юя]|alten\\s+Stils"
    "|a\\.\\s?St\\.|vieux\\s+style"
)
NEW_STYLE = (
    "N\\.\\s?S\\.|[Nn]ew\\s+[Ss]tyle|н(?:ов)?\\.\\s?ст(?:\\.|иля)|нов(?:ого|ому)\\s+стил[юя]"
    "|neuen\\s+Stils|n\\.\\s?St\\.|nouveau\\s+style"
)
REPUBLICAN = (
    "[Vv]endémiaire", "[Bb]rumaire", "[Ff]rimaire", "[Nn]iv[ôo]se", "[Pp]luvi[ôo]se", "[Vv]ent[ôo]se", "[Gg]erminal",
    "[Ff]lor[ée]al", "[Pp]rairial", "[Mm]essidor", "[Tt]hermidor", "[Ff]ructidor",
)  # fmt: skip
FEASTS = {
    "Michaelmas|Michaelis?": (9, 29),
    "Lady\\s+Day|Mariä\\s+Verkündigung": (3, 25),
    "Midsummer\\s+Day|Johanni": (6, 24),
    "Christmas\\s+Eve|Heiligabend": (12, 24),
    "Christmas(?:\\s+Day)?|Weihnachten|Noël|Рождество": (12, 25),
    "Candlemas|Lichtmess|(?:la\\s+)?Chandeleur": (2, 2),
    "Lammas": (8, 1),
    "Martinmas|Martini": (11, 11),
    "All\\s+Saints[’']?(?:\\s+Day)?|Allerheiligen|(?:la\\s+)?Toussaint": (11, 1),
    "Twelfth\\s+Night|Epiphany|Dreikönig|Épiphanie": (1, 6),
    "New\\s+Year[’']s\\s+Day|Neujahr": (1, 1),
    "New\\s+Year[’']s\\s+Eve|Silvester": (12, 31),
}
"""Feasts that stand on the same day each year."""
MOVABLE = {
    "Good\\s+Friday|Karfreitag": -2,
    "Easter\\s+Monday|Ostermontag": 1,
    "Easter(?:\\s+(?:Day|Sunday))?|Ostern|Ostersonntag|Pâques|Пасх[аиуе]": 0,
    "Ash\\s+Wednesday|Aschermittwoch": -46,
    "Whitsun(?:day|tide)?|Pentecost|Pfingsten|Pentecôte|Троиц[аыуе]": 49,
    "Ascension\\s+Day|Himmelfahrt": 39,
}
"""Feasts that stand so many days after Easter."""


class Event(NamedTuple):
    """A day that everybody knows, in the calendar of its place."""

    year: int
    month: int
    day: int
    old_style: bool = False


EVENTS = {
    "October\\s+[Rr]evolution|Октябрьск\\w+\\s+революци\\w+|Oktoberrevolution|[Rr]évolution\\s+d[’']octobre": Event(
        1917, 10, 25, True
    ),
    "February\\s+[Rr]evolution|Февральск\\w+\\s+революци\\w+|Februarrevolution": Event(1917, 2, 27, True),
    "[Ss]torming\\s+of\\s+the\\s+Bastille|prise\\s+de\\s+la\\s+Bastille": Event(1789, 7, 14),
    "[Gg]unpowder\\s+(?:Plot|Treason)": Event(1605, 11, 5, True),
    "[Bb]attle\\s+of\\s+Waterloo": Event(1815, 6, 18),
    "[Bb]attle\\s+of\\s+Hastings": Event(1066, 10, 14, True),
}
"""Events whose day is known: where nothing else says of which year a text speaks, they do."""
EVENT_WORDS = ("evolution", "еволюц", "Bastille", "unpowder", "Waterloo", "Hastings")
"""What at least stands in their names."""
TALKS_OF_RUSSIA = (
    "Petrograd|Petersburg|Petersbourg|Moscow|Moskau|Moscou|Russia|Russland|Rußland|Russie|Bolshevi"
    "|Bolschewi|Duma|Tsar\\b|Soviet"
)
"""Names of places and things of Russia: a text with many of them may write the days of either calendar."""
