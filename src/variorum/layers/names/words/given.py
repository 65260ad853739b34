"""Usual first names, as English, French, German and Russian books have them."""

from __future__ import annotations

from variorum.layers.languages import lexicon

LATIN = lexicon(
    """
    aaron abel abigail abraham adam adele adelaide adolf adolph adolphe adrian agatha agnes agnessa akim alan albert
    alec aleksandr aleksandra aleksei alex alexander alexandra alexandre alexandrine alexei alexey alexis alfred
    alice alphonse amalia amalie amanda amélie ambrose amelia amos anastas anastasia anatole anatoly anatolii andré
    andre andreas andrei andrew andrey angela angelica angelina anna anne annette annie anselm anthony antoine anton
    antonia antonio antony arabella archibald aristide arkady armand arnold arsène arthur artur auguste augustin
    augustus aurora avel balthasar baptiste barbara bartholomew basil beatrice benedict benito benjamin bernard
    bernhard bertha bertram bertrand bettina blanche boris brigitte bruno camille carl carlo carlos caroline casimir
    caspar cassandra catherine cecil cecilia cecily charles charlie charlotte chauncey chloe christian christina
    christine christopher clara claude clemens clement clementine clive clotilde conrad constantin constantine
    cornelia cornelius cyril cyrus daniel daria dmitri dmitry david deborah denis dennis diego dietrich dinah
    dmitrii dolores dominic donald dora dorothea dorothy douglas duncan ebenezer edgar edith edmond edmund edouard
    édouard eduard edward edwin efim egon egor eileen elena eleanor eleonora elias elihu elijah elisabeth elise
    eliza elizabeth ella ellen elsa emanuel emelyan emil emile émile emilia emilie emily emma enoch enrico ephraim
    eric erich ernest ernestine ernst esther ethel etienne étienne eugen eugene eugène eugenia eugénie eustace eva
    evan evelyn evgeny evgeni ezekiel ezra fabian fanny felix félix ferdinand fernand fedor feodor florence fyodor
    frances francesco francis francois françois françoise frank franklin franz frederic frédéric frederick friedrich
    fritz gabriel gaspard gaston gavriil geoffrey georg george georges georgina georgi georgy gerald gérard gerhard
    gerard gertrude gideon gilbert giles giovanni giuseppe gleb godfrey gottfried gottlieb grace gregory grigori
    grigory guillaume guiseppe gustav gustave guy hannah hans harold harriet harry heinrich heinz helen helena
    helene hélène henri henriette henrietta henry herbert hercules herman hermann hester hilda hippolyte horace
    horatio howard hubert hugh hugo humphrey ida ignatius ignaty ignatz igor ilya immanuel inessa inez innokenty ira
    irene irina isaac isaak isabel isabella isaiah isidor isidore israel ivan jack jacob jacqueline jacques jakob
    james jane janet jasper jean jeanne jeannette jefferson jemima jenny jeremiah jeremy jerome jessica jesse jim
    joachim joan joanna joe johan johann johanna johannes john jonah jonas jonathan jose josé josef joseph josephine
    joshua josiah juan judith jules julia julian julie juliette juliet julius justin justine justus karl karolina
    kaspar kate katharina katharine katherine kathleen käthe katya kenneth kirill klara klaus klement konrad
    konstantin kurt lambert laura laurence laurent lavinia lavrenti lawrence lazar leah leo léon leon leonard
    leonardo leonid leonora leopold leslie leticia lev lewis lidia lily lionel lizzie louis louisa louise luc lucas
    lucian lucien lucille lucretia lucy ludovic ludwig luigi luise luke luther lydia mabel madeleine magdalena
    magnus malcolm manfred manuel marc marcel marcus margaret margaretha marguerite maria marian marianne marie
    marina marion mark markus marmaduke martha martin martina mary mathias mathilde mathieu matilda matthew matthias
    matthieu matvey maud maurice max maxim maxime maximilian maximilien melchior mercedes michael michail michel
    mikhail miles milly milton minnie miriam mitchell mordecai moritz morris moses moissei moisei muriel nadezhda
    nadia nancy napoleon napoléon natalia natalie natalya natasha nathan nathaniel ned nehemiah nellie nicholas
    nicodemus nicolai nicolas nikita nikolai nikolaus nikolay nils noah noel nora norah norman obadiah octavia
    octavius olga oliver olive olivia oleg orlando osip oscar oskar oswald otto pamela pascal patience patrick paul
    paula pauline pavel pearl pedro peggy penelope percival percy perry peter petr petra phebe philip philipp
    philippe phillip phineas phoebe phyllis pierre piotr platon polly porfiry praskovya prosper prudence pyotr
    quentin quincy rachel rainer ralph randolph raoul raphael rasmus raymond rebecca reginald reinhold rené renée
    reuben rhoda richard robert robin robinson roderick rodion roger roland rolf romain roman ronald rosa rosalie
    rosalind rosamund roscoe rose rosina rowland roy rudolf rudolph rufus rupert ruth sabina sally salomon salvador
    sam samson samuel sara sarah saul savva sebastian semyon semen serafima serge sergei sergey sergius seth
    siegfried sigmund silas silvester simeon simon simone sofia solomon sonia sonya sophia sophie sophy stanislas
    stanislav stefan stella stepan stephan stephen steven stuart susan susanna susannah suzanne sylvester sylvia
    tamara tanya tatiana tatyana thaddeus théodore theobald theodor theodora theodore theophilus theresa therese
    thérèse thomas tikhon timofei timothy titus tobias tom tristram ulrich ulysses uriah urban ursula vadim valentin
    valentina valentine valeria valerian valery varvara vasili vasily vassily vera vernon véronique victor victoria
    viktor vincent viola violet virginia vissarion vitaly vivian vladimir volodya vsevolod vyacheslav waldo walter
    wanda warren wenzel werner wilbur wilfred wilhelm wilhelmina willem william willy wilson winifred winston
    wladimir wolfgang woodrow xavier yakov yves yuri yury yulia zachariah zachary zinaida zoe chas geo jas jno robt
    thos theo wm
    """
).whole
"""In small letters, transliterations and usual abbreviations included."""

CYRILLIC = lexicon(
    """
    абрам август агафья адам адольф акакий аким аксинья александр александра алексей алёша алеша альберт анастас
    анастасия анатолий андрей анна антон антонина анфиса аполлон аркадий арсений артём артем артур архип афанасий
    борис вадим валентин валентина валерий валериан варвара варя василий василиса вася вениамин вера виктор виктория
    виссарион виталий владимир владислав володя всеволод вячеслав гавриил галина геннадий генрих георгий герман глеб
    григорий гриша густав давид даниил дарья демьян денис дмитрий дуня евгений евгения евдокия егор екатерина елена
    елизавета емельян есфирь ефим захар зинаида зиновий зоя иван игнатий игорь илларион илья инесса иннокентий иоанн
    ионна иосиф ипполит ирина исаак исидор казимир карл катерина катя кирилл клавдия клара климент кондратий
    константин корней кузьма лаврентий лазарь лев леонид леонтий лидия лиза лука любовь людмила людвиг маврикий
    макар максим максимилиан маргарита марина мария марк марта мартин марфа марья матвей матрёна митя михаил михайло
    моисей мирон надежда надя настасья наталья наташа никита николай николя никифор нина оксана олег ольга осип
    павел параскева пелагея пётр петр платон поликарп порфирий прасковья прохор раиса роберт родион роза роман савва
    самуил серафима семён семен сергей симон соломон софия софья соня спиридон станислав степан тамара таня тарас
    татьяна терентий тимофей тихон ульяна фаддей фёдор федор феликс филипп фома фридрих христиан христофор эдуард
    элеонора эмиль эмма эрнст юлий юлия юрий юзеф яков ян янина маша саша паша миша коля костя ваня петя серёжа
    сережа
    """
).whole
"""In small letters and in the nominative."""

_ENDINGS = tuple(
    sorted(lexicon("ами ями ого его ому ему ой ей ою ею ом ем ём ым им ах ях ов а я у ю е и ы о й ь").whole, key=len)[
        ::-1
    ]
)
"""The longest first."""


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


def is_given(word: str) -> bool:
    """Whether a word is a usual first name, in any case of its language.

    >>> is_given("Matthias"), is_given("Матвея"), is_given("Kolb"), is_given("Мартов")
    (True, True, False, False)
    """
    low = word.casefold()
    if low in LATIN or low in CYRILLIC:
        return True
    return "а" <= low[:1] <= "ё" and any(low.endswith(one) and low[: -len(one)] in _STEMS for one in _OF_NAMES)
