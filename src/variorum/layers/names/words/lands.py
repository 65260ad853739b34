"""Lands, seas and large cities, as English, French, German and Russian name them: what any atlas has."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.layers.names.words.given import stem

_LATIN = """
    africa afrika afrique america amerika amérique asia asien asie europe europa australia australien australie
    antarctica arctic england angleterre scotland schottland écosse wales ireland irland irlande britain great_britain
    great_russia grande-bretagne großbritannien united_kingdom united_states états-unis vereinigte_staaten france
    frankreich germany deutschland allemagne russia russland rußland russie austria österreich autriche
    austria-hungary hungary ungarn hongrie italy italien italie spain spanien espagne portugal switzerland schweiz
    suisse belgium belgien belgique holland hollande netherlands niederlande luxembourg luxemburg denmark dänemark
    danemark norway norwegen norvège sweden schweden suède finland finnland finlande poland polen pologne bohemia
    böhmen bohême moravia mähren silesia schlesien czechoslovakia tschechoslowakei slovakia slovenia croatia kroatien
    serbia serbien serbie montenegro bosnia bosnien bosnie bulgaria bulgarien bulgarie romania roumania rumania
    rumänien roumanie greece griechenland grèce turkey türkei turquie albania albanien yugoslavia jugoslawien
    macedonia thrace ukraine belarus byelorussia georgia_ armenia armenien azerbaijan aserbaidschan caucasus kaukasus
    caucase turkestan siberia sibirien sibérie crimea krim crimée estonia estland esthonia latvia lettland lithuania
    litauen lituanie courland livonia livland galicia galizien bessarabia prussia preußen preussen prusse bavaria
    bayern bavière saxony sachsen saxe württemberg baden_ hanover hannover hesse rhineland westphalia thuringia
    thüringen alsace elsass lorraine normandy normandie brittany bretagne provence burgundy bourgogne champagne_
    gascony savoy piedmont lombardy tuscany sicily sizilien sicile sardinia corsica korsika corse malta cyprus crete
    kreta andalusia catalonia castile aragon egypt ägypten égypte morocco marokko maroc algeria algerien algérie tunis
    tunisia libya sudan soudan ethiopia abyssinia abessinien kenya uganda nigeria congo kongo angola rhodesia
    transvaal natal senegal liberia madagascar south_africa südafrika india indien inde china_ chine japan japon korea
    corée persia persien perse iran irak iraq syria syrien syrie palestine palästina arabia arabien arabie mesopotamia
    lebanon judea judæa galilee samaria israel afghanistan tibet mongolia mongolei manchuria siam burma ceylon java
    sumatra borneo philippines indochina vietnam malaya singapore hong_kong nepal pakistan bengal punjab kashmir
    canada kanada mexico mexiko mexique brazil brasil brasilien brésil argentina argentinien argentine chile chili
    peru pérou bolivia colombia venezuela cuba kuba haiti jamaica panama nicaragua guatemala honduras uruguay paraguay
    ecuador new_zealand neuseeland tasmania new_england new_york new_orleans new_jersey new_hampshire new_mexico
    massachusetts connecticut pennsylvania maryland delaware virginia_ north_carolina south_carolina tennessee
    kentucky ohio indiana illinois michigan wisconsin minnesota iowa missouri arkansas louisiana mississippi alabama
    florida texas kansas nebraska oklahoma colorado wyoming montana nevada utah arizona california oregon alaska
    hawaii vermont maine rhode_island north_america south_america latin_america central_america nordamerika südamerika
    asia_minor kleinasien london londres paris berlin vienna wien vienne rome rom_ roma moscow moskau moscou moskva
    petersburg st_petersburg saint_petersburg saint-pétersbourg pétersbourg sankt_petersburg petrograd leningrad
    madrid lisbon lissabon lisbonne dublin edinburgh glasgow belfast liverpool manchester birmingham_ bristol leeds
    sheffield oxford cambridge canterbury york_ bath_ portsmouth plymouth brighton newcastle nottingham leicester
    norwich exeter dover cardiff aberdeen dundee cork_ brussels brüssel bruxelles antwerp antwerpen anvers ghent
    bruges liège amsterdam rotterdam hague the_hague den_haag la_haye leiden leyden utrecht copenhagen kopenhagen
    copenhague stockholm oslo christiania helsinki helsingfors gothenburg bergen_ hamburg bremen lübeck munich münchen
    nuremberg nürnberg augsburg frankfurt francfort mainz mayence cologne_ köln düsseldorf bonn aachen aix-la-chapelle
    trier heidelberg stuttgart karlsruhe leipzig leipsic dresden jena weimar halle_ magdeburg potsdam breslau
    königsberg danzig stettin göttingen kiel rostock erfurt essen_ dortmund zurich zürich geneva genf genève basel
    basle bâle berne bern lausanne lucerne prague prag budapest pest_ buda pressburg trieste triest salzburg innsbruck
    graz linz warsaw warschau varsovie cracow krakow krakau lodz lemberg lvov lviv vilna wilna riga reval tallinn
    kovno minsk kiev kieff kiew kharkov kharkoff odessa kronstadt cronstadt sebastopol sevastopol yalta rostov tiflis
    tbilisi baku batum erivan kazan samara saratov astrakhan tsaritsyn stalingrad nizhni-novgorod nizhny_novgorod
    novgorod tver tula_ orel_ voronezh smolensk pskov vologda archangel_ murmansk perm_ ekaterinburg yekaterinburg
    omsk tomsk irkutsk vladivostok tashkent samarkand bokhara brest-litovsk constantinople konstantinopel istanbul
    athens athen athènes belgrade belgrad sofia_ bucharest bukarest salonica salonika smyrna adrianople milan mailand
    venice venedig venise florence_ florenz naples neapel turin genoa genua gênes bologna padua pisa ravenna verona
    palermo messina barcelona seville sevilla valencia granada toledo_ cadiz gibraltar saragossa marseilles marseille
    lyons lyon bordeaux toulouse nantes rouen lille rheims reims strasbourg strasburg straßburg orléans versailles
    dijon grenoble nancy_ metz verdun calais dieppe cairo kairo alexandria_ jerusalem damascus bethlehem nazareth
    jericho nineveh babylon antioch ephesus corinth carthage troy_ sparta thebes baghdad bagdad teheran tehran mecca
    medina bombay calcutta madras delhi peking pekin beijing shanghai canton_ nanking tokyo tokio kyoto manila sydney
    melbourne washington_ boston_ philadelphia baltimore chicago detroit cleveland_ cincinnati st_louis pittsburgh
    buffalo_ albany richmond_ charleston savannah san_francisco los_angeles montreal quebec toronto ottawa halifax
    havana rio_de_janeiro buenos_aires santiago lima_ thames themse tamise rhine rhein_ rhin danube donau seine_ rhone
    rhône loire elbe oder_ vistula weichsel volga wolga neva newa dnieper dniester don_ nile nil_ ganges euphrates
    tigris jordan_ tiber ebro po_ moselle amazon_ alps alpen alpes pyrenees pyrenäen pyrénées apennines carpathians
    karpaten urals ural balkans balkan himalaya himalayas andes vesuvius etna sinai olympus_ mediterranean mittelmeer
    méditerranée adriatic baltic_sea black_sea caspian_sea north_sea white_sea red_sea dead_sea schwarze_meer ostsee
    nordsee atlantic pacific bosphorus dardanelles suez kent surrey sussex essex middlesex yorkshire lancashire
    cheshire derbyshire staffordshire warwickshire oxfordshire hampshire dorset devonshire cornwall somersetshire
    wiltshire gloucestershire hertfordshire bedfordshire lincolnshire northumberland cumberland_ westmoreland
    westminster whitehall southwark islington hampstead chelsea kensington soho piccadilly tottenham manhattan
    brooklyn montmartre latin_quarter near_east far_east middle_east south_sea_islands west_indies east_indies
    soviet_union european_russia sowjetunion union_soviétique british_isles british_empire
    union_of_soviet_socialist_republics little_russia memphis_ nashville knoxville chattanooga louisville vicksburg
    natchez shreveport galveston houston_ dallas_ san_antonio el_paso austin_ santa_fé santa_fe denver salt_lake_city
    omaha kansas_city des_moines milwaukee minneapolis st_paul indianapolis columbus_ toledo_ akron rochester_
    syracuse_ utica newark trenton_ jersey_city hartford new_haven providence_ worcester_ springfield lowell_ concord_
    salem_ nantucket annapolis fredericksburg petersburg_ norfolk_ wilmington raleigh_ atlanta_ macon_ mobile_
    little_rock baton_rouge pensacola tallahassee jacksonville miami key_west seattle tacoma spokane portland_
    sacramento oakland san_diego butte_ harlem_ bronx long_island staten_island gettysburg harper’s_ferry
    west_virginia rocky_mountains mississippi_valley great_lakes lake_superior lake_michigan niagara hudson_ potomac
    missouri_ rio_grande winnipeg vancouver calgary edmonton newfoundland nova_scotia new_brunswick british_columbia
    manitoba saskatchewan alberta_ yukon vera_cruz yucatan puebla acapulco mexico_city caracas bogotá bogota quito
    guayaquil valparaiso montevideo la_paz são_paulo são_salvador brasilia porto_alegre patagonia newcastle-upon-tyne
    durham_ wolverhampton coventry_ derby_ hull_ bradford_ halifax huddersfield oldham stockport preston_ blackburn
    bolton_ rochdale salford birkenhead carlisle_ swansea merthyr_tydfil newport_ aberystwyth northampton leamington
    cheltenham gloucester_ worcestershire cambridgeshire nottinghamshire leicestershire buckinghamshire berkshire
    shropshire suffolk_ norfolk_ ipswich colchester chelmsford hastings_ folkestone margate ramsgate southampton
    bournemouth torquay penzance stratford-on-avon stratford-upon-avon isle_of_wight isle_of_man guernsey jersey_
    hebrides orkney shetland inverness perth_ stirling_ paisley greenock clydebank lanarkshire fife_ highlands
    lowlands galway limerick waterford_ kilkenny wexford tipperary kerry_ sligo donegal derry londonderry ulster
    munster_ leinster connaught clydeside tyneside merseyside hyde_park trafalgar_square fleet_street downing_street
    scotland_yard bloomsbury lambeth greenwich woolwich poplar_ whitechapel clerkenwell holborn guernica almeria
    almería badajoz bilbao burgos cartagena córdoba cordova_ gerona huesca irún jaén jaen jerez león_ lérida lerida
    málaga malaga murcia oviedo pamplona salamanca san_sebastián san_sebastian santander saragossa zaragoza seville
    tarragona teruel valladolid vigo aragón castilla catalunya basque_country galicia asturias estremadura extremadura
    navarre navarra oporto coimbra algarve avignon bayonne besançon biarritz boulogne caen cherbourg clermont-ferrand
    dunkirk dunkerque amiens arras le_havre havre limoges montpellier mulhouse nice_ nîmes perpignan poitiers rennes
    roubaix saint-denis saint-étienne saint-germain sedan_ tours_ toulon tourcoing troyes valenciennes vincennes
    fontainebleau charleroi mons namur louvain ostend ypres courtrai flanders flandre wallonia brabant picardy
    auvergne gascogne languedoc dauphiné franche-comté vendée gironde marne_ meuse_ somme_ aisne garonne rhône isère
    marais belleville_ batignolles bicêtre altona barmen elberfeld bielefeld bochum brandenburg_ braunschweig
    brunswick_ chemnitz coblenz koblenz kassel cassel_ darmstadt dessau eisenach gotha_ halberstadt hanau_ hildesheim
    krefeld lüneburg mannheim marburg_ memel merseburg mülheim münster_ naumburg oldenburg_ osnabrück passau plauen
    posen_ regensburg ratisbon remscheid saarbrücken schleswig holstein_ schleswig-holstein schwerin solingen speyer
    spandau tübingen ulm_ wiesbaden wittenberg worms_ wuppertal würzburg zwickau charlottenburg neukölln ruhr
    ruhrgebiet saar_ franken_ franconia pomerania pommern mecklenburg hessen anhalt_ pfalz palatinate ostpreußen
    westpreußen east_prussia tirol tyrol steiermark styria kärnten carinthia vorarlberg klagenfurt brünn brno olmütz
    ostrau pilsen reichenberg karlsbad carlsbad teschen zagreb agram ljubljana laibach sarajevo split_ ragusa_ fiume
    skopje sofia nish niš cetinje scutari durazzo tirana debrecen szeged temesvár klausenburg cluj jassy iasi galatz
    ploesti czernowitz kishinev winterthur schaffhausen st_gallen st_moritz lugano locarno bellinzona fribourg
    neuchâtel biel_ aarau davos zimmerwald kienthal parma_ modena ferrara_ mantua perugia siena livorno leghorn
    brescia bergamo como_ trent_ trento udine bari_ brindisi taranto catania cagliari umbria calabria apulia
    emilia-romagna romagna liguria aarhus odense malmö uppsala upsala lund_ trondheim drontheim tammerfors tampere åbo
    abo_ turku viborg vyborg reykjavik iceland island_ lapland karelia dvinsk dorpat yuriev tartu mitau libau narva
    vitebsk mogilev gomel grodno brest_ bialystok pinsk rovno zhitomir berdichev poltava chernigov ekaterinoslav
    kherson nikolaev nikolayev mariupol taganrog novocherkassk ekaterinodar novorossiisk grozny vladikavkaz yaroslavl
    kostroma ivanovo-voznesensk ivanovo ryazan kaluga kursk penza simbirsk tambov ufa_ orenburg chelyabinsk tobolsk
    krasnoyarsk chita khabarovsk yakutsk verkhoyansk sakhalin kamchatka tsarskoye_selo tsarskoe_selo peterhof gatchina
    schlüsselburg schlusselburg oranienbaum sestroretsk sveaborg yasnaya_polyana donbas donbass donbas_basin kuban
    volhynia podolia dnepropetrovsk zaporozhye turkmenistan uzbekistan kazakhstan daghestan circassia ankara angora_
    beirut aleppo jaffa haifa tel_aviv gaza_ transjordan hejaz yemen aden_ kabul lahore karachi lucknow cawnpore
    benares allahabad hyderabad mysore assam bihar orissa gujarat rangoon mandalay penang batavia saigon hanoi annam
    tonkin cochin-china cambodia laos formosa taiwan canton hankow wuhan chungking tientsin harbin mukden dairen
    port_arthur vladivostock kiangsi shensi yenan szechuan yunnan kwangtung fukien hunan nagasaki osaka yokohama
    hiroshima seoul new_south_wales queensland_ south_australia western_australia victoria_ brisbane adelaide_ perth_
    hobart wellington_ auckland_ christchurch dunedin fiji samoa tahiti honolulu cape_town johannesburg pretoria
    durban_ kimberley_ orange_free_state basutoland bechuanaland nyasaland tanganyika zanzibar mozambique somaliland
    sierra_leone gold_coast ivory_coast cameroons dahomey timbuctoo khartoum fez_ casablanca tangier tripoli_ oran_
    constantine_ bizerta tenn_ mass_ conn_ penn_ ill_ mich_ minn_ wis_ ky_ calif_
"""
"""Those with a low line at the end are other words too, and are places only after such prepositions as lead to one."""

_CYRILLIC = """
    европа азия африка америка австралия россия советская_россия русь германия франция англия великобритания шотландия
    ирландия италия испания португалия австрия австро-венгрия венгрия чехия чехословакия польша финляндия швеция
    норвегия дания голландия нидерланды бельгия швейцария греция турция болгария румыния сербия югославия черногория
    албания украина белоруссия грузия армения азербайджан кавказ закавказье сибирь крым туркестан эстония эстляндия
    латвия лифляндия литва курляндия галиция бессарабия урал пруссия бавария саксония силезия богемия эльзас
    лотарингия китай япония корея индия персия иран ирак сирия палестина аравия египет марокко алжир абиссиния эфиопия
    конго афганистан тибет монголия маньчжурия канада мексика бразилия аргентина чили перу куба москва петербург
    санкт-петербург петроград питер ленинград кронштадт киев харьков одесса севастополь ростов тифлис тбилиси баку
    батум казань самара саратов астрахань царицын сталинград нижний_новгород новгород тверь тула воронеж смоленск
    псков вологда архангельск мурманск пермь екатеринбург омск томск иркутск владивосток ташкент самарканд минск
    вильна вильно вильнюс рига ревель таллин ковно варшава краков лодзь львов брест-литовск брест гельсингфорс
    хельсинки выборг ярославль кострома рязань калуга курск полтава екатеринослав берлин лондон париж вена рим мадрид
    лиссабон прага будапешт белград софия_ бухарест афины константинополь стамбул стокгольм христиания осло копенгаген
    брюссель антверпен амстердам гаага женева цюрих берн базель лозанна мюнхен лейпциг дрезден гамбург франкфурт
    штутгарт кёнигсберг кенигсберг данциг бреслау милан венеция флоренция неаполь турин генуя болонья барселона
    марсель лион бордо страсбург версаль каир иерусалим пекин шанхай токио нью-йорк вашингтон_ чикаго бостон
    филадельфия сан-франциско манчестер ливерпуль оксфорд кембридж волга нева дон_ днепр дунай рейн висла кама ока_
    обь енисей лена_ амур байкал советский_союз западная_европа российская_империя европейская_россия малороссия
    великороссия новороссия прибалтика бухара хива кокчетав оренбург тобольск красноярск чита хабаровск якутск
    туруханск минусинск верхоленск усть-кут сахалин камчатка челябинск уфа_ пенза симбирск тамбов нарва двинск витебск
    могилев гомель гродно белосток пинск ровно_ житомир бердичев чернигов херсон николаев_ мариуполь таганрог
    новочеркасск екатеринодар новороссийск грозный_ владикавказ иваново-вознесенск иваново_ луганск юзовка донбасс
    кубань волынь подолия царское_село петергоф гатчина шлиссельбург ораниенбаум сестрорецк ясная_поляна гейдельберг
    гейделберг тюбинген йена_ веймар кёльн кельн бремен любек киль дюссельдорф нюрнберг аугсбург потсдам майнц
    карлсруэ геттинген гёттинген циммервальд кинталь монтрё шамони савойя ницца канн гавр руан лилль тулуза нант дижон
    гренобль прованс нормандия бретань бургундия брюгге гент льеж роттердам утрехт лейден болонья пиза падуя верона
    палермо сицилия сардиния ломбардия тоскана пьемонт пеннсильвания виргиния техас калифорния сан-франциско
    новый_орлеан балтимор детройт бомбей калькутта дели_ кантон_ нанкин ханькоу харбин мукден порт-артур иокогама
    осака кейптаун иоганнесбург трансвааль австро-венгрия босния герцеговина македония хорватия словения словакия
    моравия трансильвания тироль штирия фландрия голштиния шлезвиг лапландия карелия исландия гренландия темза сена_
    рона эльба_ одер_ днестр терек ангара двина_ фонтанка_
"""


def _read(listed: str) -> tuple[frozenset[str], frozenset[str]]:
    words = listed.split()
    sure = (word.replace("_", " ") for word in words if not word.endswith("_"))
    return frozenset(sure), frozenset(word[:-1].replace("_", " ") for word in words if word.endswith("_"))


_SURE, _DOUBTED = _read(_LATIN)
_SURE_RUSSIAN, _DOUBTED_RUSSIAN = _read(_CYRILLIC)


def _stem(name: str) -> str:
    """A Russian name without the endings of cases, of its adjectives too."""
    *adjectives, last = name.split()
    return " ".join([*(_ADJECTIVE.sub("", word) for word in adjectives), stem(last)])


_ADJECTIVE = re.compile("(?:[иы]й|[оеую]й|[аяуюое][яюе]|[оеё]го|[ое]му|[оиы]м|ою)$")
_STEMS = frozenset(map(_stem, _SURE_RUSSIAN))
_DOUBTED_STEMS = frozenset(map(stem, _DOUBTED_RUSSIAN))


_BY_LETTERS = """
    USA US UK USSR RSFSR U.S. U.S.A. U.K. U.S.S.R. R.S.F.S.R. GDR DDR BRD FRG UdSSR URSS СССР США РСФСР ФРГ ГДР
"""
_LETTERS = frozenset(_BY_LETTERS.split())
"""Lands by their first letters."""


@lru_cache(1 << 14)
def is_land(name: str) -> bool:
    """Whether a name is that of a well-known place, and hardly of anything else.

    >>> is_land("New Zealand"), is_land("Вены"), is_land("Washington")
    (True, True, False)
    """
    low = name.casefold().replace(".", "")
    return low in _SURE or name in _LETTERS or ("а" <= low[:1] <= "ё" and _stem(low) in _STEMS)


@lru_cache(1 << 14)
def may_be_land(name: str) -> bool:
    """Whether a name is that of a well-known place, and of something else as well.

    >>> may_be_land("Washington"), may_be_land("Paris")
    (True, False)
    """
    low = name.casefold()
    return low in _DOUBTED or ("а" <= low[:1] <= "ё" and stem(low) in _DOUBTED_STEMS)
