"""What stands beside the name of a paper, language by language; `*` stands for the rest of a word."""

from __future__ import annotations

from typing import NamedTuple


class Press(NamedTuple):
    """The words of one language by which a paper is told that nothing sets apart."""

    many: str
    """Papers in the plural, of which one is given as an example."""
    says: str
    """What a paper does, right after its name."""
    reprints: str
    """What only a paper does."""
    only: str
    """Nouns of what nothing but a paper has, before “of” and its name: editor, subscriber."""
    parts: str
    """Nouns of what other things seldom have."""
    doubted: str
    """Nouns of the kind that other things have as well: supporter, section."""
    beside: str
    """Nouns in apposition before its name: the newspaper X."""
    after: str
    """Nouns in apposition after it: X, a weekly."""
    printed: str
    """What is printed in it."""
    books: str
    """Nouns in apposition before the title of a work."""
    versions: str
    """What a work has, before “of” and its title: translation, edition."""
    genres: str
    """Nouns with which titles of works begin: History of."""
    laws: str
    """What is no work, though it has an author and copies."""


ENGLISH = Press(
    many="newspapers papers journals press",
    says="said says wrote writes published publishes printed prints reported reports announced",
    reprints="reprints reprinted",
    only="editor editors editorship subscriber subscribers subscription subscriptions newsboys",
    parts="circulation",
    doubted="""
        pages issue issues number columns contributor contributors correspondent correspondents offices copies readers
    """,
    beside="newspaper paper journal organ magazine daily weekly monthly fortnightly periodical gazette",
    after="newspaper paper journal organ magazine daily weekly monthly fortnightly periodical quarterly newssheet",
    printed="article articles editorial editorials feuilleton feuilletons leading_article leader leaders",
    books="book novel pamphlet essay poem play brochure treatise masterpiece tragedy comedy satire",
    versions="translation translations edition editions author preface chapter chapters copy copies",
    genres="""
        history memoirs reminiscences recollections letters critique essay essays introduction principles theory
        manifesto notes life lectures thoughts reflections studies contribution outline outlines origin story
    """,
    laws="bill act amendment constitution plan resolution treaty note notes order protest theory motion law charter",
)
FRENCH = Press(
    many="journaux presse",
    says="écrit écrivait publie publia annonce annonça",
    reprints="imprime imprimait",
    only="journaliste journalistes rédacteur rédacteurs rédaction abonné abonnés",
    parts="colonnes",
    doubted="correspondant correspondants numéro lecteurs article articles pages",
    beside="journal revue quotidien feuille organe",
    after="journal revue quotidien feuille organe hebdomadaire mensuel",
    printed="article articles éditorial feuilleton lit lisait",
    books="livre roman essai poème brochure ouvrage",
    versions="traduction édition auteur préface chapitre",
    genres="""
        histoire mémoires souvenirs lettres critique essai essais introduction principes théorie manifeste notes
        discours réflexions études contribution origine
    """,
    laws="projet traité loi code décret",
)
GERMAN = Press(
    many="Zeitungen Blätter Presse",
    says="schrieb schreibt meldet meldete berichtet berichtete veröffentlichte",
    reprints="druckt druckte",
    only="redakteur redakteurs redakteure redaktion abonnenten",
    parts="spalten",
    doubted="leser lesern mitarbeiter artikel nummer heft",
    beside="Zeitung Zeitschrift Blatt Blatte Organ Wochenblatt",
    after="Zeitung Zeitschrift Blatt Organ Wochenblatt Wochenschrift Monatsschrift Tageszeitung",
    printed="Artikel Artikeln Leitartikel Aufsatz",
    books="",
    versions="",
    genres="""
        geschichte memoiren erinnerungen briefe kritik beiträge beitrag einführung einleitung grundlagen grundzüge
        theorie manifest gedanken studien ursprung
    """,
    laws="",
)
RUSSIAN = Press(
    many="газет* печат*",
    says="писал* пишет напечатал* сообщает сообщил* опубликовал*",
    reprints="перепечатал* перепечатывает",
    only="редактор* редакци* подписчик*",
    parts="корреспондент*",
    doubted="номер* издани* читател*",
    beside="газета газете газету газеты журнал журнала журнале листка листке орган органа органе",
    after="газета журнал еженедельник орган",
    printed="стать* заметк*",
    books="",
    versions="",
    genres="""
        истори* воспоминани* записк* письм* критик* очерк* введени* основ* теори* манифест* мысл* замет* тезис*
        этюд* рассказ*
    """,
    laws="",
)
PRESS = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "ru": RUSSIAN}
