"""German."""

from __future__ import annotations

from variorum.layers.languages.language import Language

GERMAN = Language(
    code="de",
    common="der die und das nicht ist den von mit dem sich",
    kinds={
        "letter": """
            brief briefe briefes briefen schreiben telegramm* depesche* epistel* zuschrift* sendschreiben
            billet*
        """,
        "article": "artikel* aufsatz* leitartikel* beitrag* feuilleton* flugschrift* broschüre*",
        "decree": """
            erlaß erlasses erlass dekret* verordnung* befehl* gesetz gesetze gesetzes edikt* reskript*
            verfügung* vertrag* ordnung satzung* tagesbefehl* ukas*
        """,
        "resolution": "resolution* entschließung* beschluß* beschlüsse beschluss* programm* antrag",
        "speech": "rede ansprache predigt rundfunkrede thronrede",
        "proclamation": """
            aufruf* manifest* proklamation* flugblatt* anschlag plakat* erklärung* kundgebung* bekanntmachung*
            ultimatum rundschreiben anzeige mitteilung* meldung*
        """,
        "document": """
            urkunde* schriftstück* dokument* text textes abschrift* auszug* inschrift* aussage* zeugnis*
            protokoll* bericht berichte berichts bittschrift* denkschrift* grabschrift* tagebuch* testament*
            stelle worte
        """,
        "verse": "gedicht* lied liedes strophe* verse versen sonett* ballade*",
    },
    reports="""
        schrieb schreibt schrieben geschrieben lautet lautete lauteten erklärte erklärt erließ veröffentlichte
        beginnt begann heißt hieß verkündete telegraphierte sandte richtete las liest druckte gedruckt sagte
        erhielt
    """,
    forward="folgende folgenden folgender folgendes folgendem nachstehend* folgt so wörtlich wie_folgt hier",
    saluting="""
        genossen genosse genossinnen bürger lieber liebe liebster liebste teurer teure teuerster teuerste
        hochgeehrter hochgeehrte hochverehrter hochverehrte geehrter geehrte verehrter verehrte werter werte
        wertester herren freunde brüder soldaten arbeiter hochwohlgeborener hochgeborener gnädigster gnädige
        gnädiger kameraden majestät exzellenz durchlaucht volksgenossen mitbürger
    """,
    beside="""
        und mein meine meinen sehr an alle der die das herr herrn frau fräulein freund freundin mutter vater
        bruder schwester euer eure ew kollege hochwürden rat
    """,
    titles="an die alle von über dekret erlaß erlass befehl aufruf verordnung bekanntmachung erklärung gesetz",
    closing="""
        gezeichnet gez hochachtungsvoll ergebenst ergebener ergebene grüße gruß grüßen gehorsamst treuer
        untertänigst hochachtung diener dein deine ihr
    """,
    offices="""
        vorsitzender vorsitzende sekretär kommissar kommissare minister komitee rat general oberst hauptmann
        bürgermeister redaktion ausschuß vorstand präsident könig königin kaiser kaiserin bischof papst kanzler
        reichskanzler direktor konsul botschafter pfarrer professor zensor regierung
    """,
    months="januar jänner februar märz april mai juni juli august september oktober november dezember hornung",
    narrating="war waren hatte hatten wurde wurden sagte kam kamen ging gingen stand er ihm ihn fragte rief sah",
    declaring="""
        ist sind wird werden soll sollen muß müssen muss unser unsere unserer euch euer eure wir haben kann
        dürfen
    """,
    speech="""
        sagte sagt sagten schrieb schreibt erklärte erklärt antwortete antwortet fragte fragt rief ruft bemerkte
        bemerkt meinte meint erwiderte erwidert versetzte entgegnete flüsterte murmelte fügte setzte wiederholte
        erzählte erzählt behauptete behauptet berichtet berichtete seufzte schrie dachte begann fuhr gestand
        verkündete brummte sprach spricht warnte schrieben es_ausdrückt es_ausdrückte es_nennt es_nannte
        geschrieben_hat geschrieben_hatte gesagt_hat gesagt_hatte bekannte versicherte gesagt erklärt
        geschrieben geantwortet gerufen sagen
        pflegte_zu_sagen pflegt_zu_sagen telegraphierte telegrafierte antworteten riefen schrien
    """,
    he="er ihm ihn",
    she="sie",
    they="sie",
    first="ich mir mich",
    honorifics="""
        herr herrn frau fräulein dr prof professor genosse genossin graf gräfin fürst fürstin freiherr baron
        könig königin kaiser kaiserin herzog general oberst hauptmann major pastor pfarrer bischof papst
        minister präsident rat kommissar meister bruder schwester sankt alte alter onkel tante vater mutter
    """,
    particles="von van der den dem zu zum zur am an",
    according="nach laut zufolge gemäß mit_den_worten nach_den_worten um_mit",
    own_words="worte worten wort ausdruck spruch wendung antwort losung meinung rat",
    by="von des der durch",
    to="an",
    origin="aus von",
    periodicals="betitelt titel zeitung blatt zeitschrift wochenblatt organ buch anzeiger",
    naming="nannte nennt genannt nennen hieß heißt bezeichnet bezeichnete benannt titel überschrift getauft",
    so_called="sogenannte sogenannten sogenannter sogenanntes sogenanntem angebliche angeblichen vermeintliche",
    works="testament* memoiren erinnerungen tagebuch* bekenntnisse* werke* briefe* geschichte gedichte* briefwechsel",
    unnamed="""
        der die das den dem des ein eine einer eines einem einen dieser diese dieses er sie es wir ihr ich du
        man sein seine seinen ihre ihren mein meine unser unsere und aber oder doch denn sondern wenn als da
        während wie so in im an am auf aus bei beim mit nach seit von vor zu zum zur über unter um durch für
        gegen ohne nicht kein keine alle was wer wo warum wann hier jetzt nun ja nein januar februar märz april
        mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag
        samstag sonnabend sonntag kapitel gott kirche staat deutsche deutschen russische französische dann
        darauf endlich schließlich trotzdem dennoch auch noch genossen bürger herren ist sind war hat haben
        später früher gestern heute morgen einst einmal plötzlich so selbst sogar schon bald eben gerade
        zuletzt zunächst
        allerdings jedoch freilich übrigens ebenso also deshalb daher viele einige andere jeder jede
        jedes manche
    """,
    between="""
        hat hatte der die dagegen aber jedoch selbst dann nun wieder hingegen ferner später damals einmal heute
        gestern mir uns ihm ihnen dazu
    """,
    inserted="ihm ihnen mir uns ihn endlich dann leise laut plötzlich darauf wieder jetzt ruhig trocken lächelnd",
    possessives="sein* ihr*",
    sayings="wort ausspruch wahlspruch satz",
    slogans="losung",
    runs="heißt_es hieß_es steht stand lesen_wir liest_man lautet_es",
)
