"""The words by which the parts of a publication are known, in the languages that archives mostly have.

They are words of the trade (chapter, copyright, transcribed by), not of any text. More languages are welcome: a line
each. Where a list is silent, form and place still decide.
"""

from __future__ import annotations

PARTS = """
volume book part tome band buch teil tome livre partie tomo libro parte том книга часть действие tomus liber pars
"""
"""Divisions that hold chapters."""

CHAPTERS = """
chapter act canto letter appendix lecture federalist psalm essay article epistle sonnet fragment
kapitel akt gesang brief anhang vortrag aufsatz abschnitt
chapitre acte chant lettre annexe conférence appendice
capítulo capitulo acto canto carta apéndice capitolo atto lettera appendice
глава акт песнь письмо приложение лекция статья очерк caput epistola
"""

SECTIONS = """
section scene stanza question note § szene strophe frage scène sección escena sezione scena
раздел сцена явление параграф
"""

UNNUMBERED = """
preface foreword introduction contents prologue epilogue conclusion postscript index notes footnotes endnotes dedication
bibliography glossary afterword appendix acknowledgements acknowledgments addenda errata illustrations overture finis
vorwort einleitung inhalt inhaltsverzeichnis nachwort anmerkungen schluss register
préface avant-propos table notes conclusion épilogue avertissement
prefacio prólogo índice introducción epílogo prefazione introduzione indice
предисловие введение содержание оглавление послесловие примечания заключение пролог эпилог указатель
"""

NOTES = "notes?|footnotes?|endnotes?|references|anmerkungen|fußnoten|noten|notas?|примечани[ея]|сноски"
"""What stands above notes."""

CONTENTS = "contents inhalt inhaltsverzeichnis содержание оглавление índice indice table-of-contents sommaire"

BY = r"by|von|par|por|di|автор:?|author:|autor:|auteur ?:|written by|geschrieben von|escrito por"

JOINT = rf"(?:{BY}|and|or|of|of the|in|with|to|und|mit|et|avec|y|con|e|и)\W*$"
"""What stands alone on a line of a title page only to join the others."""

MONTHS = {
    "jan": 1, "янв": 1, "janv": 1, "ene": 1, "genn": 1, "feb": 2, "фев": 2, "févr": 2, "febr": 2, "fev": 2,
    "mar": 3, "мар": 3, "mär": 3, "apr": 4, "апр": 4, "avr": 4, "abr": 4, "may": 5, "мая": 5, "май": 5, "mai": 5,
    "mag": 5, "jun": 6, "июн": 6, "juin": 6, "giu": 6, "jul": 7, "июл": 7, "juil": 7, "lug": 7, "aug": 8, "авг": 8,
    "aoû": 8, "ago": 8, "sep": 9, "сен": 9, "set": 9, "oct": 10, "окт": 10, "okt": 10, "ott": 10, "nov": 11,
    "ноя": 11, "dec": 12, "дек": 12, "déc": 12, "dez": 12, "dic": 12,
}  # fmt: skip
"""The beginnings of the months' names."""

LANGUAGES = {
    "english": "en", "middle english": "enm", "old english": "ang", "german": "de", "deutsch": "de", "french": "fr",
    "français": "fr", "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt",
    "dutch": "nl", "latin": "la", "greek": "el", "ancient greek": "grc", "russian": "ru", "русский": "ru",
    "ukrainian": "uk", "polish": "pl", "czech": "cs", "hungarian": "hu", "finnish": "fi", "swedish": "sv",
    "danish": "da", "norwegian": "no", "hebrew": "he", "yiddish": "yi", "arabic": "ar", "persian": "fa",
    "turkish": "tr", "chinese": "zh", "japanese": "ja", "korean": "ko", "serbian": "sr", "bulgarian": "bg",
    "romanian": "ro", "catalan": "ca",
}  # fmt: skip

LICENCE = (
    "copyright", "copyleft", "©", "(c) 1", "(c) 2", "public domain", "licence", "license", "permission",
    "creative commons", "gnu free", "all rights", "redistribut", "royalt", "free of charge", "no cost", "trademark",
    "disclaimer", "warrant", "liabilit", "donation", "лицензи", "общественное достояние", "общественного достояния",
    "авторские права", "авторских прав", "авторское право", "перепечатк", "все права", "lizenz", "urheberrecht",
    "gemeinfrei", "alle rechte", "domaine public", "droits réservés", "dominio pubblico", "dominio público",
)  # fmt: skip
"""Two different ones in a paragraph at the edge of a text make it a licence."""

OFFERS = (
    "volunteer", "may copy", "copy it", "give it away", "this notice", "non-commercial", "noncommercial",
    "nobody is paid", "proof-read", "proofread", "this file", "name of the file", "text is free",
    "nobody answers", "freely", "free to",
    "the law", "freiwillig", "bénévole", "добровол", "волонтёр", "некоммерч", "nicht kommerziell", "voluntari",
)  # fmt: skip
"""Words by which volunteers offer their work: of these and those of a licence, three make a licence."""

BEGINS = r"(?:starts?|begins?|beginning|anfang|beginnt?|début|commence|inicio|comienza|inizio|начало|начинается)"
ENDS = r"(?:ends?|ende|endet|fin|finit|termina|fine|finisce|конец|кончается)"
"""What a line between rules of stars or dashes says before and after a text."""

ENDED = "end|the end|finis|fin|ende|fine|конец"
"""What stands alone at a text's end."""

IMPRINT = (
    r"published|publishers?|printed|reprinted|printers?|press|edition|copyright|price|all rights|rights reserved"
    r"|(?:and|&) (?:co|company|sons?|brothers)|ltd|limited|translated|translation|verlag|auflage|druck"
    r"|éditeurs?|édition|imprimerie|editorial|издательство|издание|типография|перевод|цена"
)
"""Words on a title page that say who printed a book."""

DEDICATION = r"to|dedicated to|à|dem|zum|посвящается"
"""How a line begins that dedicates a book."""

SALUTATION = (
    "(?:my )?(?:very )?dear(?:est)?|comrades?|sirs?|gentlemen|sehr geehrte[rn]?"
    "|(?:meine? )?(?:lieber?|liebster?|geehrter?|verehrter?|werter?|teurer?)"
    "|(?:mon |ma )?ch(?:er|ère)s?|monsieur|madame|citoyens?|camarades?"
    "|дорог(?:ой|ая|ие)|мил(?:ый|ая|ые)|(?:много)?уважаем(?:ый|ая|ые)|любезн(?:ый|ая)|милостив(?:ый|ая)"
)
"""How the first line of a letter begins."""
LEAVE = (
    "yours?|sincerely|faithfully|truly|affectionately|greetings|regards"
    "|deine?|ihre?|euer|grüßen?|gruß|hochachtungsvoll|herzlich(?:st)?"
    "|fraternellement|salut|amitiés|bien à (?:vous|toi)|tout à (?:vous|toi)|dévouée?|cordialement"
    "|ваша?|тво[йя]|жму|приветом|преданн(?:ый|ая)|обнимаю|уважением"
)
"""Words in the line above the signature of a letter."""

_DONE = (
    "transcribed transcription digitized digitised scanned proofread proofed marked-up markup mark-up html encoded"
    " typed keyed prepared produced ocr ocred converted"
)
_UPDATED = (
    "last updated; last modified; last revised; last changed; updated on; page updated; page created; this page was; "
    "this page is; this page has; this etext was; this e-text was; this e-text is; this ebook was; this ebook is; "
    "this e-book was; posted on; posted by; submitted by; powered by; retrieved from; "
    "this electronic text; this electronic edition; e-text prepared; etext prepared; etext produced; "
    "html version; html markup; html mark-up; online version; online edition; online since; public domain:; "
    "сканирование; распознавание; вычитка; подготовка текста; последнее обновление; дата обновления; оцифровка; "
    "zuletzt geändert; zuletzt aktualisiert; letzte änderung; letzte aktualisierung; transkription:; hochgeladen; "
    "dernière mise à jour; dernière modification; numérisé par; transcrit par; última actualización; "
    "última modificación; ultimo aggiornamento"
)
_AND_MORE = r"(?:\s*(?:,|&|and\b|und\b|u\.|et\b|y\b)\s*\w[\w-]*(?: up)?){0,3}"
"""Of several things done to a text, those after the first."""
FOOTERS = (
    rf"(?:{_DONE.replace(' ', '|')})(?: version)?"
    rf"(?:{_AND_MORE}\s+(?:by(?! hand\b)|for|from|into)\b|\s*:|\s*/)|{_UPDATED.replace('; ', '|')}"
)
"""How a line of the publisher's begins that says who made a page, and when."""

ARCHIVES = (
    "archives?|index|library|collection|contents|main page|home ?page|works|archivo|archivio|arquivo|archiv|bibliothek"
    "|bibliothèque|biblioteca|архив|библиотека"
)
"""What sites of texts are called, and their parts."""

NAVIGATION = (
    "back|return|next|previous|prev|forward|up|home|top|go to|main page|main index|main menu|contents page"
    "|table of contents page|site map|sitemap|skip to|index page|назад|вперед|вперёд|далее|наверх|к оглавлению"
    "|на главную|к содержанию|следующая|предыдущая|zurück|weiter|nach oben|zum inhalt|startseite|retour|suivant"
    "|précédent|haut de (?:la )?page|accueil|volver|siguiente|anterior|inicio|indietro|avanti"
    "|anfang der seite|seitenanfang"
)
"""How a line begins that, at the foot of a page, only leads to another."""

LEADS = (
    r"(?:back|return|go|skip|up|forward) to (?:the )?(?:top|index|contents|main|home|text|start|menu|archive|page)"
    rf"|(?:back|return|go) to (?:the )?(?-i:(?:[A-Z]\S*\s+){{1,7}})(?:page|{ARCHIVES})\W*$"
    r"|(?:next|previous|prev)(?:\W*(?:page|chapter|section|letter|article|part)?\W*$|\s*:)"
    r"|(?:top|home|home page|main page|site ?map|top of (?:the )?page)\W*$"
    r"|назад к|к оглавлению|на главную|к содержанию|наверх\W*$|zurück zu|nach oben\W*$|zum inhalt"
    r"|anfang der seite\W*$|seitenanfang\W*$|haut de (?:la )?page\W*$"
    r"|retour (?:au|à)|volver a"
)
"""How a short line begins that, wherever it stands, only leads to another page."""
LEADING = frozenset((
    "bac", "ret", "go ", "ski", "up ", "for", "nex", "pre", "top", "hom", "mai", "sit", "наз", "к о", "к с", "на ",
    "нав", "zur", "nac", "zum", "anf", "sei", "hau", "vol",
))  # fmt: skip
"""How those lines begin, in three letters."""

TRANSCRIBER = (
    r"transcriber|(?:scanned|typed|keyed|ocr)[ ,]+(?:and |& )\w+ by\b|redactor|e-?text editor"
    "|proofreader|anmerkungen? zur transkription|note de (?:la )?transcription|note du transcripteur"
)

COPIED = (
    "(?:transcribed|digiti[sz]ed|scanned|typed|keyed|marked[ -]up|html(?: markup)?|transkribiert|abgeschrieben"
    rf"|transcrit|numérisé|digitalizado|transcrito){_AND_MORE}\s+(?:by|von|par|por)"
)
"""How a line begins that says who copied a text."""

PRINTED = "from|aus|nach|источник:?|extrait de"
"""How a line may begin that says where a text was printed, if there is more to show it."""

PRINTED_IN = (
    "(?:first |originally |also )?(?:published|printed|appeared|reprinted)(?: (?:first|originally))? (?:in|by|as)"
    "|(?:zuerst|erstmals) (?:erschienen|veröffentlicht|gedruckt) in|(?:впервые )?(?:опубликовано|напечатано) в"
    "|publié (?:pour la première fois )?dans|publicado (?:por primera vez )?en"
)
"""How a line begins that says so for certain."""

_IN_DATES = """
and to the of in c ca circa about between early mid late spring summer autumn winter before after undated
probably von bis und um der im anfang ende frühjahr sommer herbst entre et le du au vers début fin y de
del a hacia с по и г гг st nd rd th er го old new style written bis
"""
IN_DATES = frozenset(_IN_DATES.split())
"""What stands in dates beside numbers and months."""

UPDATED = (
    "(?:last |page )?(?:updated|modified|revised|changed)|zuletzt|letzte (?:änderung|aktualisierung)|dernière m"
    "|última (?:actualización|modificación)|ultimo aggiornamento|последнее обновление|дата обновления"
)
"""How a line of the publisher's begins that says when a page was last changed."""

_TOLD = {
    "title": "title; titel; titre; titolo; título; название",
    "author": "author; autor; auteur; autore; автор",
    "language": "language; sprache; langue; язык",
    "composed": "written; composed; date; datum; date written; delivered; spoken; geschrieben; entstanden; écrit; "
    "rédaction; escrito; redactado; scritto; escrita; написано",
    "published": "published; first published; date published; originally published; опубликовано; "
    "впервые опубликовано; впервые напечатано; напечатано; "
    "erstveröffentlichung; erstmals veröffentlicht; erschienen; première publication; "
    "première édition; publié; primera edición; primera publicación; publicado; primeira edição; "
    "prima pubblicazione",
    "transcribed": "release date; posting date; last updated; last modified; most recently updated; last updated on; "
    "date last updated",
    "source": "source; original source; source text; text source; printed source; taken from; источник; изд; издание; "
    "quelle; vorlage; original publication; текст издания; печатается по; fuente; fonte; fonte/edizione",
    "transcriber": "transcription; transcribed; transcribed by; transcriber; transcription/markup; html markup; "
    "markup; transcription/html markup; transcription\\html markup; transcription & markup; typed by; typist; ocr; "
    "digitized by; scanned by; scanned and proofed by; produced by; credits; e-text by; набор; распознавание; "
    "transkription; transkription u. html-markierung; transkription und html-markierung; html-markierung; kopiert von; "
    "saisie; numérisation; transcripción; digitalización; transcrição; trascrizione",
    "": "first posted; translated; translated by; translator; editor; edited by; edition; online version; "
    "proofread; proofread by; proofreading; copyleft; copyright; public domain; note on source; illustrator; "
    "character set encoding; contributor; subject; genre; дата; перевод; переводчик; редактор; вычитка; "
    "übersetzung; herausgeber; korrektur; traduction; traducteur; correction; traducción; traductor; esta edición; "
    "html; marcado; tradução; traduzione; оригинал здесь; summary; abstract; regest; licence; license; lizenz",
}
KEYS = {key: fact for fact, keys in _TOLD.items() for key in keys.split("; ")}
"""What the lines of a head are headed with, and which fact each tells; nothing where it tells none that is kept."""
