"""The books of the Bible: each with the names and abbreviations by which English, French, German and Russian cite it.

>>> book("1 Cor."), book("Lukas"), book("Мф."), book("Vol.")
('1 Corinthians', 'Luke', 'Matthew', None)
"""

from __future__ import annotations

import re
from functools import cache

_BOOKS = """
Genesis: gen genesis genèse быт бытие 1mos 1mose
Exodus: exo ex exod exodus exode исх исход 2mos 2mose
Leviticus: lev levit leviticus lévitique лев 3mos 3mose
Numbers: num numb numbers nombres числ 4mos 4mose
Deuteronomy: deu deut deuteronomy deutéronome втор 5mos 5mose
Joshua: josh joshua jos josué josua нав
Judges: jdg judg judges juges richter суд
Ruth: ruth руф руфь
1 Samuel: 1sa 1sam 1samuel 1цар
2 Samuel: 2sa 2sam 2samuel 2цар
1 Kings: 1ki 1kings 1kgs 1rois 1kön 1könige 3цар
2 Kings: 2ki 2kings 2kgs 2rois 2kön 2könige 4цар
1 Chronicles: 1ch 1chron 1chronicles 1chr 1пар
2 Chronicles: 2ch 2chron 2chronicles 2chr 2пар
Ezra: ezra esdras esra
Nehemiah: neh nehemiah néhémie nehemia неем
Esther: esth esther есф
Job: job hiob иов
Psalms: ps pss psa psalm psalms psaume psaumes psalmen пс псал псалом
Proverbs: prov proverbs proverbes spr sprüche притч притчи
Ecclesiastes: ecc eccl eccles ecclesiastes ecclésiaste prediger еккл
Song of Solomon: cant canticles hoheslied
Isaiah: isa isaiah is ésaïe isaïe jes jesaja ис исаия
Jeremiah: jer jerem jeremiah jérémie jeremia иер
Lamentations: lam lamentations klgl плач
Ezekiel: eze ezek ezekiel ézéchiel hesekiel иез
Daniel: dan daniel дан
Hosea: hos hosea osée ос
Joel: joe joel joël иоил
Amos: amos ам
Obadiah: obad obadiah abdias obadja авд авдий авдия
Jonah: jonah jonas jona иона ионы
Micah: mic micah michée micha мих
Nahum: nah nahum наум наума
Habakkuk: hab habakkuk habacuc habakuk авв аввакум аввакума
Zephaniah: zep zeph zephaniah sophonie zefanja zephanja соф софония софонии
Haggai: hag haggai aggée аггей аггея агг
Zechariah: zec zech zechariah zacharie sacharja зах
Malachi: mal malachi malachie maleachi мал
Matthew: matt matth mt matthew matthieu matthäus мф матф матфей матфея
Mark: mark mk marc markus mark мк марк марка
Luke: luke lk luc luk lukas лк лук лука луки
John: john jn jean joh johannes ин иоан иоанн иоанна
Acts: acts actes apostelgeschichte apg деян
Romans: rom röm romans romains römer рим
1 Corinthians: 1co 1cor 1corinthians 1corinthiens 1kor 1korinther 1кор
2 Corinthians: 2co 2cor 2corinthians 2corinthiens 2kor 2korinther 2кор
Galatians: gal galatians galates galater гал
Ephesians: eph ephesians éphésiens epheser еф
Philippians: php phil philippians philippiens philipper флп
Colossians: col coloss colossians colossiens kolosser кол
1 Thessalonians: 1th 1thess 1thessalonians 1фес
2 Thessalonians: 2th 2thess 2thessalonians 2фес
1 Timothy: 1ti 1tim 1timothy 1timothée 1тим
2 Timothy: 2ti 2tim 2timothy 2timothée 2тим
Titus: tit titus tite тит
Philemon: phm philem philemon philémon флм филимон филимону
Hebrews: heb hebr hebrews hébreux hebräer евр
James: james jas jacques jakobus иак
1 Peter: 1pe 1pet 1peter 1pierre 1petr 1petrus 1пет
2 Peter: 2pe 2pet 2peter 2pierre 2petr 2petrus 2пет
1 John: 1jo 1john 1jn 1jean 1joh 1ин
2 John: 2jo 2john 2jn
3 John: 3jo 3john 3jn
Jude: jude judas
Revelation: rev revelation apoc apocalypse offb offenbarung откр апок
"""


@cache
def books() -> dict[str, str]:
    """Each name or abbreviation, in lower case and without spaces, and the book that it stands for."""
    found: dict[str, str] = {}
    for line in _BOOKS.strip().splitlines():
        name, _, forms = line.partition(":")
        found |= dict.fromkeys([*forms.split(), name.casefold().replace(" ", "")], name)
    return found


def book(written: str) -> str | None:
    """The book that is meant, by its English name, or None."""
    number = re.match(r"\s*(III|II|I)\b", written)
    written = f"{len(number.group(1))}{written[number.end() :]}" if number else written
    return books().get(re.sub(r"[\s.]", "", written).casefold())
