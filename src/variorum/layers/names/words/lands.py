"""Lands, seas and large cities, as English, French, German and Russian name them: what any atlas has."""

from __future__ import annotations

from variorum.layers.names.words.given import stem

_LATIN = """
    africa afrika afrique america amerika amérique asia asien asie europe europa australia australien australie
    antarctica arctic england angleterre scotland schottland écosse wales ireland irland irlande britain
    great_britain great_russia grande-bretagne großbritannien united_kingdom united_states états-unis
    vereinigte_staaten france frankreich germany deutschland allemagne russia russland rußland russie austria
    österreich autriche austria-hungary hungary ungarn hongrie italy italien italie spain spanien espagne portugal
    switzerland schweiz suisse belgium belgien belgique holland hollande netherlands niederlande luxembourg
    luxemburg denmark dänemark danemark norway norwegen norvège sweden schweden suède finland finnland finlande
    poland polen pologne bohemia böhmen bohême moravia mähren silesia schlesien czechoslovakia tschechoslowakei
    slovakia slovenia croatia kroatien serbia serbien serbie montenegro bosnia bosnien bosnie bulgaria bulgarien
    bulgarie romania roumania rumania rumänien roumanie greece griechenland grèce turkey türkei turquie albania
    albanien yugoslavia jugoslawien macedonia thrace ukraine belarus byelorussia georgia_ armenia armenien
    azerbaijan aserbaidschan caucasus kaukasus caucase turkestan siberia sibirien sibérie crimea krim crimée estonia
    estland esthonia latvia lettland lithuania litauen lituanie courland livonia livland galicia galizien bessarabia
    prussia preußen preussen prusse bavaria bayern bavière saxony sachsen saxe württemberg baden_ hanover hannover
    hesse rhineland westphalia thuringia thüringen alsace elsass lorraine normandy normandie brittany bretagne
    provence burgundy bourgogne champagne_ gascony savoy piedmont lombardy tuscany sicily sizilien sicile sardinia
    corsica korsika corse malta cyprus crete kreta andalusia catalonia castile aragon egypt ägypten égypte morocco
    marokko maroc algeria algerien algérie tunis tunisia libya sudan soudan ethiopia abyssinia abessinien kenya
    uganda nigeria congo kongo angola rhodesia transvaal natal senegal liberia madagascar south_africa südafrika
    india indien inde china_ chine japan japon korea corée persia persien perse iran irak iraq syria syrien syrie
    palestine palästina arabia arabien arabie mesopotamia lebanon judea judæa galilee samaria israel afghanistan
    tibet mongolia mongolei manchuria siam burma ceylon java sumatra borneo philippines indochina vietnam malaya
    singapore hong_kong nepal pakistan bengal punjab kashmir canada kanada mexico mexiko mexique brazil brasil
    brasilien brésil argentina argentinien argentine chile chili peru pérou bolivia colombia venezuela cuba kuba
    haiti jamaica panama nicaragua guatemala honduras uruguay paraguay ecuador new_zealand neuseeland tasmania
    new_england new_york new_orleans new_jersey new_hampshire new_mexico massachusetts connecticut pennsylvania
    maryland delaware virginia_ north_carolina south_carolina tennessee kentucky ohio indiana illinois michigan
    wisconsin minnesota iowa missouri arkansas louisiana mississippi alabama florida texas kansas nebraska oklahoma
    colorado wyoming montana nevada utah arizona california oregon alaska hawaii vermont maine rhode_island
    north_america south_america latin_america central_america nordamerika südamerika asia_minor kleinasien london
    londres paris berlin vienna wien vienne rome rom_ roma moscow moskau moscou moskva petersburg st_petersburg
    saint_petersburg saint-pétersbourg pétersbourg sankt_petersburg petrograd leningrad madrid lisbon lissabon
    lisbonne dublin edinburgh glasgow belfast liverpool manchester birmingham_ bristol leeds sheffield oxford
    cambridge canterbury york_ bath_ portsmouth plymouth brighton newcastle nottingham leicester norwich exeter
    dover cardiff aberdeen dundee cork_ brussels brüssel bruxelles antwerp antwerpen anvers ghent bruges liège
    amsterdam rotterdam hague the_hague den_haag la_haye leiden leyden utrecht copenhagen kopenhagen copenhague
    stockholm oslo christiania helsinki helsingfors gothenburg bergen_ hamburg bremen lübeck munich münchen
    nuremberg nürnberg augsburg frankfurt francfort mainz mayence cologne_ köln düsseldorf bonn aachen
    aix-la-chapelle trier heidelberg stuttgart karlsruhe leipzig leipsic dresden jena weimar halle_ magdeburg
    potsdam breslau königsberg danzig stettin göttingen kiel rostock erfurt essen_ dortmund zurich zürich geneva
    genf genève basel basle bâle berne bern lausanne lucerne prague prag budapest pest_ buda pressburg trieste
    triest salzburg innsbruck graz linz warsaw warschau varsovie cracow krakow krakau lodz lemberg lvov lviv vilna
    wilna riga reval tallinn kovno minsk kiev kieff kiew kharkov kharkoff odessa kronstadt cronstadt sebastopol
    sevastopol yalta rostov tiflis tbilisi baku batum erivan kazan samara saratov astrakhan tsaritsyn stalingrad
    nizhni-novgorod nizhny_novgorod novgorod tver tula_ orel_ voronezh smolensk pskov vologda archangel_ murmansk
    perm_ ekaterinburg yekaterinburg omsk tomsk irkutsk vladivostok tashkent samarkand bokhara brest-litovsk
    constantinople konstantinopel istanbul athens athen athènes belgrade belgrad sofia_ bucharest bukarest salonica
    salonika smyrna adrianople milan mailand venice venedig venise florence_ florenz naples neapel turin genoa genua
    gênes bologna padua pisa ravenna verona palermo messina barcelona seville sevilla valencia granada toledo_ cadiz
    gibraltar saragossa marseilles marseille lyons lyon bordeaux toulouse nantes rouen lille rheims reims strasbourg
    strasburg straßburg orléans versailles dijon grenoble nancy_ metz verdun calais dieppe cairo kairo alexandria_
    jerusalem damascus bethlehem nazareth jericho nineveh babylon antioch ephesus corinth carthage troy_ sparta
    thebes baghdad bagdad teheran tehran mecca medina bombay calcutta madras delhi peking pekin beijing shanghai
    canton_ nanking tokyo tokio kyoto manila sydney melbourne washington_ boston_ philadelphia baltimore chicago
    detroit cleveland_ cincinnati st_louis pittsburgh buffalo_ albany richmond_ charleston savannah san_francisco
    los_angeles montreal quebec toronto ottawa halifax havana rio_de_janeiro buenos_aires santiago lima_ thames
    themse tamise rhine rhein_ rhin danube donau seine_ rhone rhône loire elbe oder_ vistula weichsel volga wolga
    neva newa dnieper dniester don_ nile nil_ ganges euphrates tigris jordan_ tiber ebro po_ moselle amazon_ alps
    alpen alpes pyrenees pyrenäen pyrénées apennines carpathians karpaten urals ural balkans balkan himalaya
    himalayas andes vesuvius etna sinai olympus_ mediterranean mittelmeer méditerranée adriatic baltic_sea black_sea
    caspian_sea north_sea white_sea red_sea dead_sea schwarze_meer ostsee nordsee atlantic pacific bosphorus
    dardanelles suez kent surrey sussex essex middlesex yorkshire lancashire cheshire derbyshire staffordshire
    warwickshire oxfordshire hampshire dorset devonshire cornwall somersetshire wiltshire gloucestershire
    hertfordshire bedfordshire lincolnshire northumberland cumberland_ westmoreland westminster whitehall southwark
    islington hampstead chelsea kensington soho piccadilly tottenham manhattan brooklyn montmartre latin_quarter
    near_east far_east middle_east south_sea_islands west_indies east_indies
"""
"""Those with a low line at the end are other words too, and are places only after such prepositions as lead to one."""

_CYRILLIC = """
    европа азия африка америка австралия россия советская_россия русь германия франция англия великобритания
    шотландия ирландия италия испания португалия австрия австро-венгрия венгрия чехия чехословакия польша финляндия
    швеция норвегия дания голландия нидерланды бельгия швейцария греция турция болгария румыния сербия югославия
    черногория албания украина белоруссия грузия армения азербайджан кавказ закавказье сибирь крым туркестан эстония
    эстляндия латвия лифляндия литва курляндия галиция бессарабия урал пруссия бавария саксония силезия богемия
    эльзас лотарингия китай япония корея индия персия иран ирак сирия палестина аравия египет марокко алжир
    абиссиния эфиопия конго афганистан тибет монголия маньчжурия канада мексика бразилия аргентина чили перу куба
    москва петербург санкт-петербург петроград питер ленинград кронштадт киев харьков одесса севастополь ростов тифлис
    тбилиси баку батум казань самара саратов астрахань царицын сталинград нижний_новгород новгород тверь тула
    воронеж смоленск псков вологда архангельск мурманск пермь екатеринбург омск томск иркутск владивосток ташкент
    самарканд минск вильна вильно вильнюс рига ревель таллин ковно варшава краков лодзь львов брест-литовск брест
    гельсингфорс хельсинки выборг ярославль кострома рязань калуга курск полтава екатеринослав берлин лондон париж
    вена рим мадрид лиссабон прага будапешт белград софия_ бухарест афины константинополь стамбул стокгольм
    христиания осло копенгаген брюссель антверпен амстердам гаага женева цюрих берн базель лозанна мюнхен лейпциг
    дрезден гамбург франкфурт штутгарт кёнигсберг кенигсберг данциг бреслау милан венеция флоренция неаполь турин
    генуя болонья барселона марсель лион бордо страсбург версаль каир иерусалим пекин шанхай токио нью-йорк
    вашингтон_ чикаго бостон филадельфия сан-франциско манчестер ливерпуль оксфорд кембридж волга нева дон_ днепр
    дунай рейн висла кама ока_ обь енисей лена_ амур байкал
"""


def _read(listed: str) -> tuple[frozenset[str], frozenset[str]]:
    words = listed.split()
    sure = (word.replace("_", " ") for word in words if not word.endswith("_"))
    return frozenset(sure), frozenset(word[:-1].replace("_", " ") for word in words if word.endswith("_"))


_SURE, _DOUBTED = _read(_LATIN)
_SURE_RUSSIAN, _DOUBTED_RUSSIAN = _read(_CYRILLIC)
_STEMS = frozenset(" ".join(map(stem, name.split())) for name in _SURE_RUSSIAN)
_DOUBTED_STEMS = frozenset(map(stem, _DOUBTED_RUSSIAN))


def is_land(name: str) -> bool:
    """Whether a name is that of a well-known place, and hardly of anything else.

    >>> is_land("New Zealand"), is_land("Вены"), is_land("Washington")
    (True, True, False)
    """
    low = name.casefold().replace(".", "")
    return low in _SURE or ("а" <= low[:1] <= "ё" and " ".join(map(stem, low.split())) in _STEMS)


def may_be_land(name: str) -> bool:
    """Whether a name is that of a well-known place, and of something else as well.

    >>> may_be_land("Washington"), may_be_land("Paris")
    (True, False)
    """
    low = name.casefold()
    return low in _DOUBTED or ("а" <= low[:1] <= "ё" and stem(low) in _DOUBTED_STEMS)
