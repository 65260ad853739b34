"""German."""

from __future__ import annotations

from variorum.layers.languages.transmission.transmission import Idiom, Transmission

GERMAN = Transmission(
    code="de",
    texts="""
        brief briefe briefes briefen telegramm telegramme depesche depeschen artikel artikels aufsatz aufsätze
        aufsatzes buch bücher buches büchern handschrift handschriften manuskript manuskripte manuskripts dokument
        dokumente dokumenten urkunde urkunden resolution resolutionen entschließung entschliessung beschlüsse dekret
        dekrete manifest manifeste aufruf aufrufe flugblatt flugblätter flugschrift flugschriften broschüre broschüren
        denkschrift tagebuch tagebücher gedicht gedichte gedichts roman romane romans novelle novellen erzählung
        erzählungen drama dramen trauerspiel lustspiel abhandlung abhandlungen traktat text texte textes testament
        ausgabe ausgaben übersetzung übersetzungen fassung fassungen entwurf entwürfe abschrift abschriften kopie
        kopien briefwechsel vorrede vorwort nachwort einleitung auszug auszüge bruchstück fragment fragmente sonett
        ballade lied lieder predigt predigten kapitel band bände bandes thesen protokoll protokolle chronik chroniken
        autobiographie biographie memoiren aufzeichnungen verse schrift schriften evangelium epos original originale
        rundschreiben erinnerungen bändchen heft hefte aufsätzen auflage auflagen sammelband broschüren reinschrift
        niederschrift niederschriften erstausgabe neudruck exemplar exemplare druck drucke erstdruck widmung dedikation
        komödie komödien märchen novellen briefband briefbände gedichtband
    """,
    loose="""
        werk werke rede reden ansprache erklärung erklärungen nachricht mitteilung bericht berichte geschichte stück
        stücke arbeit arbeiten notiz notizen zeilen worte stelle stellen seite seiten liste antwort anzeige beschluss
        beschluß beitrag beiträge studie studien sammlung abschnitt abschnitte szene szenen absatz absätze
    """,
    told="werk rede erklärung bericht beschluss beschluß studie",
    printers="zeitung zeitungen zeitschrift zeitschriften blatt blätter verlag presse",
    parts="abschrift abschriften kopie kopien text texte wortlaut seite seiten teil teile auszug auszüge original",
    editions="ausgabe ausgaben werke sammlung band bände gesamtausgabe schriften auflage druck",
    pieces="""
        kapitel stelle stellen absatz absätze satz sätze seite seiten zeile zeilen wort worte strophe strophen
        abschnitt
    """,
    features="",
    cutting="",
    participles={
        "written": """
            geschrieben verfasst verfaßt niedergeschrieben abgefasst abgefaßt aufgeschrieben entstanden
            gedichtet
        """,
        "dictated": "diktiert",
        "copied": "abgeschrieben kopiert gemacht angefertigt genommen",
        "sent": """
            gesandt geschickt abgeschickt abgesandt gesendet übersandt eingesandt übermittelt zugesandt
            zugeschickt zurückgeschickt eingereicht
        """,
        "received": "erhalten empfangen",
        "intercepted": "abgefangen aufgefangen",
        "read aloud": "vorgelesen verlesen",
        "circulated": "verbreitet verteilt herumgereicht",
        "published": """
            veröffentlicht gedruckt abgedruckt publiziert wiedergedruckt aufgelegt herausgebracht nachgedruckt
            wiederabgedruckt erschienen ausgegeben verlegt
        """,
        "suppressed": "verboten unterdrückt beschlagnahmt zensiert konfisziert zurückgehalten",
        "destroyed": "vernichtet verbrannt zerstört zerrissen eingestampft",
        "lost": "verloren verlorengegangen verschollen abhanden_gekommen",
        "preserved": """
            erhalten aufbewahrt überliefert bewahrt erhalten_geblieben aufgefunden wiedergefunden
            wiederentdeckt entdeckt gefunden verwahrt
        """,
        "translated": "übersetzt übertragen verdeutscht",
        "edited": "herausgegeben redigiert ediert besorgt",
        "abridged": "gekürzt abgekürzt",
        "altered": """
            geändert verändert verfälscht entstellt überarbeitet korrigiert umgeschrieben umgearbeitet
            verstümmelt bearbeitet
        """,
        "left out of an edition": """
            weggelassen ausgelassen fortgelassen gestrichen ausgeschieden herausgeschnitten herausgestrichen
        """,
        "included": "aufgenommen enthalten",
        "unpublished": """
            unveröffentlicht ungedruckt unveröffentlichte unveröffentlichter unveröffentlichten ungedruckte
        """,
    },
    finite={
        "written": "schrieb schrieben verfasste verfaßte",
        "dictated": "diktierte diktierten",
        "copied": "kopierte kopierten",
        "sent": "schickte schickten sandte sandten übersandte sende schicke übersende",
        "received": "erhielt erhielten empfing",
        "intercepted": "",
        "read aloud": "verlas verlasen",
        "circulated": "verbreitete verbreiteten verteilte verteilten",
        "published": "veröffentlichte veröffentlichten druckte druckten publizierte veröffentlicht druckt",
        "suppressed": "verbot verboten unterdrückte beschlagnahmte",
        "destroyed": "vernichtete vernichteten verbrannte verbrannten zerriss zerriß",
        "lost": "verlor verloren",
        "preserved": "bewahrte",
        "translated": "übersetzte übersetzten übertrug",
        "edited": "redigierte besorgte heraus",
        "abridged": "kürzte kürzten",
        "altered": "änderte änderten verfälschte",
        "left out of an edition": "strich strichen",
    },
    base={"published": "drucken veröffentlichen publizieren"},
    appearing={
        "published": "erschien erschienen erscheint herauskam herauskamen",
        "circulated": "kursierte kursierten zirkulierte zirkulierten",
        "left out of an edition": "fehlt fehlen fehlte fehlten",
        "lost": "",
    },
    being="wird wurde wurden worden werden würde ist sind war waren sei seien wäre bleibt blieb",
    having="hat haben hatte hatten habe hätte habt",
    doing="",
    will="",
    modal="""
        soll sollte sollten kann könnte konnte darf durfte muss muß musste mußte müssen will wollte wollten möchte mag
    """,
    negations="nicht nie niemals nirgends keine kein keinen nirgendwo",
    adverbs="""
        nicht nie niemals nirgends schon bereits bald zuerst erstmals nur auch dann jetzt später noch immer wieder
        eben oft einst erst selbst heimlich öffentlich vollständig ganz teilweise leider damals hier dort gestern
        heute morgen seitdem vorher endlich sogleich sofort nachher zunächst wohl
    """,
    manner=r"(?!)",
    raising={},
    determiners="""
        der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes
        jenen mein meine meinen meinem meiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere
        unseren alle aller allen kein keine keinen beide mehrere einige viele zwei drei vier fünf sechs welche welcher
        welches
    """,
    whole="alle all sämtliche",
    possessives="seine ihre sein ihr",
    prepositions="""
        in im an am auf aus bei für gegen mit nach von vom vor zu zum zur über unter durch ohne um bis seit während
        zwischen wegen ins ans beim hinter neben trotz gemäß
    """,
    it="er sie es ihn das dies dieser die der den welcher welche welches",
    relatives="der die das den welcher welche welches dem deren dessen",
    persons="ich wir du ihr man wer niemand",
    joining="und aber oder dass daß weil obwohl obgleich als wenn während bis bevor nachdem da denn ob sondern doch wo",
    temporal="sobald bis bevor nachdem",
    causal="weil denn da",
    hypothetical="""
        wenn ob falls wünscht wünschte bat bittet beschloss beschloß schlug möglich unmöglich befahl verlangt
        verlangte beabsichtigt wollte wollten will um
    """,
    expected="zweifellos gewiss gewiß sicherlich wahrscheinlich",
    hoped="hoffe hofft hoffen hoffte hoffentlich",
    reported="angeblich man_sagt es_heißt wie_man_sagt soll sollen dem_vernehmen_nach",
    doubted="vielleicht möglicherweise scheint schien",
    by="von durch",
    into="ins in",
    inside="in im am auf bei zur",
    towards="an nach zu zum",
    origin="aus von",
    of="von",
    also="und oder",
    free=True,
    oblique="(?:es|ns)",
    genders={
        "masculine": """
            brief briefe briefen artikel aufsatz text* roman* band aufruf* entwurf auszug briefwechsel traktat*
            beitrag bericht beschlu*
        """,
        "neuter": """
            buch bücher manuskript* dokument* telegramm* dekret* manifest* flugblatt tagebuch gedicht* drama testament
            werk protokoll* kapitel original* vorwort nachwort fragment bruchstück sonett lied evangelium epos stück
            rundschreiben trauerspiel lustspiel
        """,
        "feminine": "*",
    },
    meaning={
        "masculine": "er ihn der den welcher dieser sie die",
        "neuter": "es das welches dies dieses sie die",
        "feminine": "sie die welche diese",
    },
    shortened=(
        r"\d{1,2}|Dr|Prof|Hrn?|[Hh]rsg|[Hh]g|Nr|Bde?|[Vv]gl|bzw|ca|geb|gest|Aufl|Jg|Anm|St|u|a|z|d|h|Jh|Joh|Frl"
    ),
    telling="""
        liegt liegen befindet befinden telefon handschrift archiv bibliothek museum nachlass nachlaß sammlung
        besitz
    """,
    idioms=(
        Idiom(
            "preserved",
            r"\b(?P<about>(?:d(?:er|ie|as)|ein|eine|sein|seine|ihr|ihre|unser|unsere|diese[rs]?)_(?:[^\W\d]+_){0,2}?NOUNS)"
            r"(?:_[^,.;:()]{1,40}?)?,?_(?:d(?:er|ie|as)_)?(?:sich_)?(?:liegt|liegen|befindet|befinden)_(?:sich_)?"
            r"(?:heute_|jetzt_|noch_)?(?:im|in)_(?P<object>[^.;:()]{0,40}?(?:archiv|bibliothek|museum|nachla(?:ss|ß)|sammlung|besitz)"
            r"\w*)",
            "archiv bibliothek museum nachla sammlung besitz",
        ),
        Idiom(
            "preserved",
            r"\b(?P<about>(?:d(?:er|ie|as)|eine[rs]?|seine[rs]?|ihre[rs]?)_(?:[^\W\d]+_){0,2}?NOUNS)"
            r"(?:_[^,.;:()]{1,40}?)?,_d(?:er|ie|as)_sich_(?:heute_|jetzt_|noch_)?(?:im|in)_"
            r"(?P<object>[^.;:()]{0,40}?(?:archiv|bibliothek|museum|nachla(?:ss|ß)|sammlung|besitz)\w*)_befinde[tn]",
            "befinde",
        ),
        Idiom(
            "circulated in manuscript",
            r"(?P<about>[^\W\d]+(?:_[^\W\d]+){0,3})_(?P<object>(?:im_manuskript|handschriftlich))"
            r"_(?:kennen\w*|lesen|gelesen|verbreitet)",
            "manuskript handschriftlich",
        ),
    ),
    partitive="teil teile hälfte rest ende anfang",
    ordinals="erste ersten erster zweite zweiten zweiter dritte dritten dritter letzte letzten letzter",
    refusing="weigerte weigerten lehnte",
    printing="",
    notices=(
        Idiom(
            "written",
            r"(?:geschrieben|verfa(?:ss|ß)t|niedergeschrieben|entstanden)(?:_?:|_(?=(?:am|im|in|zwischen|um|vor|nach|von)\b))",
        ),
        Idiom(
            "published",
            r"(?:(?:zuerst|erstmals|zum_ersten_mal|ursprünglich)_)?(?:veröffentlicht|gedruckt|erschienen|abgedruckt)"
            r"(?:_?:|_(?=(?:in|im|am|unter|von|nach|als|zuerst|bei)\b))|erstveröffentlichung(?:_?:|_(?=in|im))|erstdruck(?:_?:|_(?=in|im))"
            r"|(?:zuerst|erstmals)_in_|(?:gedruckt_)?nach_(?=d(?:er|em)_(?:\w+_)?(?:handschrift|manuskript|original)\b)",
        ),
        Idiom(
            "translated",
            r"(?:(?:aus_dem_\w+_)?übersetzt|übersetzung|übersetzer(?:in)?|deutsch)(?:_?:|_(?=(?:von|aus)\b))",
        ),
        Idiom("edited", r"(?:herausgegeben|hrsg\.|hg\.|herausgeber)(?:_?:|_(?=von\b))"),
        Idiom("copied", r"(?:quelle|transkription|transkribiert|abgeschrieben)(?:_?:|_(?=von\b))"),
    ),
)
