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
    parts: str
    """Nouns of what a paper has, before “of” and its name: editor, subscriber."""
    doubted: str
    """Nouns of the kind that other things have as well: supporter, section."""
    beside: str
    """Nouns in apposition before its name: the newspaper X."""
    after: str
    """Nouns in apposition after it: X, a weekly."""
    printed: str
    """What is printed in it."""


ENGLISH = Press(
    many="newspapers papers journals press",
    says="said says wrote writes published publishes printed prints reported reports announced",
    reprints="reprints reprinted",
    parts="""
        editor editors editorship circulation columns subscriber subscribers subscription contributor contributors
        correspondent correspondents office offices copies copy readers reader newsboys
    """,
    doubted="section supporters staff friends founder founders affairs pages issue issues number numbers",
    beside="newspaper paper journal organ magazine daily weekly monthly fortnightly periodical gazette",
    after="newspaper paper journal organ magazine daily weekly monthly fortnightly periodical quarterly newssheet",
    printed="article articles editorial editorials feuilleton feuilletons leading_article leader leaders",
)
FRENCH = Press(
    many="journaux presse",
    says="écrit écrivait publie publia annonce annonça",
    reprints="imprime imprimait",
    parts="journaliste rédacteur rédacteurs rédaction abonné abonnés correspondant correspondants colonnes numéro",
    doubted="directeur collaborateur collaborateurs fondateur fondateurs lecteurs articles article pages",
    beside="journal revue quotidien feuille organe",
    after="journal revue quotidien feuille organe hebdomadaire mensuel",
    printed="article articles éditorial feuilleton lit lisait",
)
GERMAN = Press(
    many="Zeitungen Blätter Presse",
    says="schrieb schreibt meldet meldete berichtet berichtete veröffentlichte",
    reprints="druckt druckte",
    parts="redakteur redakteurs redakteure redaktion leser lesern abonnenten spalten mitarbeiter",
    doubted="verlag herausgeber freunde artikel nummer heft",
    beside="Zeitung Zeitschrift Blatt Blatte Organ Wochenblatt",
    after="Zeitung Zeitschrift Blatt Organ Wochenblatt Wochenschrift Monatsschrift Tageszeitung",
    printed="Artikel Artikeln Leitartikel Aufsatz",
)
RUSSIAN = Press(
    many="газет* печат*",
    says="писал* пишет напечатал* сообщает сообщил* опубликовал*",
    reprints="перепечатал* перепечатывает",
    parts="редактор* редакци* корреспондент* подписчик*",
    doubted="номер* сторонник* издани* читател*",
    beside="газета газете газету газеты журнал журнала журнале листка листке орган органа органе",
    after="газета журнал еженедельник орган",
    printed="стать* заметк*",
)
PRESS = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "ru": RUSSIAN}
