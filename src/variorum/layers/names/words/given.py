"""Usual first names, as English, French, German and Russian books have them."""

from __future__ import annotations

from functools import lru_cache

from variorum.first_names import all_names
from variorum.layers.languages import lexicon

_MORE = lexicon(
    """
    allan allen geoffroy hal niamh feliks len owen
    aaron abel adrian agnessa akim alain alec alex alexandrine alphonse amadeo amanda amédée amélie anastas andrés
    angelina angelo annette anselm antonio antónio arabella aristide arlette armand arsène aurora avel balthasar
    baptiste benito bertrand bettina bohdan bolesław brian bronislaw buenaventura caitlin camille carlos casimir
    cassandra cecily cesare chas chauncey chloe chris christina christine claudine claudio clementine clotilde colin
    cornelia cyprien célestin césar dave derek didier diego dieter dimitros dirk dolores domenico dominic doreen
    doug eamon eamonn ebenezer edie efim egor eileen einde eleonora elihu elise ella elsa emelyan emilio enrico erik
    erika ernestine ettore evan evgeni federica federico felipe fergal fernando filippo firmin francesco francine
    francisca francisco franklin fredric gareth gary gaspard gavin gennaro geo gerd giacinto giacomo gilles gino
    giorgio gisela gottlieb graham greg grete guglielmo guiseppe gunter gérard günter günther heike heinz helga
    helge hercules herta hippolyte honoré horst hubertus ignacio ignatz ignazio immanuel inessa inez inge ingeborg
    innokenty irmgard isabelo isaiah isidro jacqueline jaime jan janek janko jaroslav jas javier jeannette jeff
    jefferson jenny jerzy jesse jessica jesús jiří jno joaquin joaquín johan johnnie jonathan jorge jose josefa
    josip josé joão juan juana julek jurgen justin justine justus jörg jürgen karel karol karolina kaspar kathe
    kazimierz keith ken kevin klaus klement kwame käthe lavrenti lazar leah leandro leonardo leszek leticia lise
    liselotte lorenzo lothar lotte lucette lucian lucien lucille lucretia ludovico luigi luis magnus maksymilian
    manfred manuel marceau marcel marcelo marco margaretha mariano marina mario marta martina mateo matteo matthieu
    maurício maximilien melchior mercedes meta michelle mieczyslaw miguel mihály milly milos milton mirko miroslav
    mitchell moissei monica monique moshe nadia napoleon napoléon nehemiah nguyen niccolò nicodemus nicole nikos
    nils nino noam norah norberto octavia octavius ola otilia pablo palmiro pamela paolo pascal patricia paula
    paulette pavle pedro pepe perry petra phebe phil philippa phillip phineas pierrette pietro porfiry prosper
    quincy rafael raimund rainer rajani ramiro ramsay ramón raoul raphael rasmus raul raúl reinhard reinhold rené
    renée ricardo riccardo roberto robin robinson robt rodrigo romain roman rory rosalie rosamund roscoe rosina
    rosmarie rowland roy rubén ryszard régis salvador salvatore samson sandra sandro santiago sean serafima sergio
    seán sigrid silvio siobhan sonja sophy stanisław stefania steve susannah sven svetlana sylvia séverine tadeusz
    tamara tanja temma terry thaddeus theo theodora theresia thos tibor tikhon tilman titus tomasz tommaso tomás
    toni tony trevor umberto ursel ute uwe vaclav valentino valeria valerian valery vasil vicente viktoria vincenzo
    viola violeta vissarion vittorio vladislav vlado volker volodya václav wacław waldemar waldo wanda wanja wendy
    wenzel wilbur wilhelmine willem willy wilson wm wolf woodrow władysław xavier yannick yves zachariah zbigniew
    zdeněk zofia zsigmond élisée
    """
).whole
"""Those that the lists of `first_names` do not have, in small letters, with usual abbreviations."""
_MORE_CYRILLIC = lexicon(
    """
    абрам акакий аксинья анастас анфиса аполлон арсений артем артём архип афанасий валериан валерий василиса
    виссарион владислав галина геннадий демьян дуня емельян ефим зиновий зоя илларион инесса иннокентий ионна
    ипполит казимир клавдия кондратий корней костя кузьма лазарь леонтий максимилиан марина матрёна мирон михайло
    надя настасья никифор николя оксана параскева паша поликарп порфирий раиса роман савва саша серафима сережа
    спиридон тамара таня тарас тихон ульяна фаддей юзеф ян янина
    """
).whole
_WORDS = lexicon(
    """
    bill constance daisy erasmus eve fay felicity gloria gordon harvey hazel hector hieronymus honor iris irving ivy
    job jordan joy kit lancelot lew may mercy mortimer nestor plato rob ruby russell sidney spencer stanley stewart
    sydney tim una wallace wilkins will
    """
).whole
"""First names that are oftener something else: words, family names."""
_LISTED = frozenset(name for name in all_names() if name not in _WORDS)
LATIN = _MORE | frozenset(name for name in _LISTED if not "а" <= name[0] <= "ё")
CYRILLIC = _MORE_CYRILLIC | frozenset(name for name in _LISTED if "а" <= name[0] <= "ё")
"""In small letters and in the nominative."""

_ENDINGS = tuple(
    sorted(lexicon("ами ями ого его ому ему ой ей ою ею ом ем ём ым им ах ях ов а я у ю е и ы о й ь").whole, key=len)[
        ::-1
    ]
)
"""The longest first."""


@lru_cache(1 << 15)
def stem(word: str) -> str:
    """A Russian word without the ending of its case, in small letters; any other word in small letters.

    >>> stem("Брандтом"), stem("Кольбе"), stem("Симон"), stem("Kolbe")
    ('брандт', 'кольб', 'симон', 'kolbe')
    """
    low = word.casefold()
    if "а" <= low[:1] <= "ё":
        for ending in _ENDINGS:
            if low.endswith(ending) and len(low) - len(ending) >= 3:
                return low[: -len(ending)]
    return low


_OF_NAMES = tuple(lexicon("а я у ю е и ы ой ей ою ею ом ем ём").whole)
_STEMS = {name.rstrip("аяйь") for name in CYRILLIC} | {"павл", "льв", "петр", "пётр"}


@lru_cache(1 << 15)
def is_given(word: str) -> bool:
    """Whether a word is a usual first name, in any case of its language.

    >>> is_given("Matthias"), is_given("Матвея"), is_given("Kolb"), is_given("Мартов")
    (True, True, False, False)
    """
    low = word.casefold()
    if low in LATIN or low in CYRILLIC or ("-" in low and low.partition("-")[0] in LATIN):
        return True
    return "а" <= low[:1] <= "ё" and any(low.endswith(one) and low[: -len(one)] in _STEMS for one in _OF_NAMES)
