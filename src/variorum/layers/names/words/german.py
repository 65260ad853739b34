"""German."""

from __future__ import annotations

from variorum.layers.names.words.vocabulary import Vocabulary

GERMAN = Vocabulary(
    code="de",
    titles="""
        herr herrn herren hr hrn frau fr fräulein frl dr doktor prof professor genosse genossen genossin bürger
        bürgerin graf grafen gräfin fürst fürsten fürstin prinz prinzen prinzessin freiherr freiherrn baron baronin
        könig königs königin kaiser kaisers kaiserin zar zaren zarin herzog herzogin kurfürst papst kardinal
        erzbischof bischof abt pater pastor pfarrer sankt st general oberst hauptmann major leutnant marschall
        admiral feldmarschall präsident präsidenten kanzler reichskanzler minister ministerpräsident staatssekretär
        botschafter konsul bürgermeister rat geheimrat hofrat landrat abgeordnete abgeordneter abgeordneten richter
        kommissar volkskommissar direktor bruder schwester onkel tante vater mutter vetter meister ritter lord lady
        sir mister miss monsieur madame assessor zensor
        privatdozent bankier rittmeister freund freunde freundin kollege kamerad dichter philosoph
    """,
    openers="""
        ach ah aber alle alles allein als also an auch auf aus bei bis da dabei dadurch daher damals damit dann
        daran darauf daraus darin darum das daß dass dazu dein dem den denn der deren des deshalb dessen die dies
        diese diesem diesen dieser dieses doch dort durch eben ein eine einem einen einer eines einige endlich er
        erst es etwa euch euer für gegen gerade gewiß gott gottes heiland ganz hier hätte hatte haben ich ihm ihn
        ihnen ihr ihre ihrem ihren ihrer im immer in indem ja jede jedem jeden jeder jedes jene jenem jenen jener
        jenes jetzt kein keine kaum man manche mein meine meinem meinen meiner mit nach nachdem nein nicht nichts
        nie noch nun nur o ob obgleich obwohl oder ohne oft schon sehr sein seine seinem seinen seiner seit seitdem
        selbst sie sind so sobald solche soll sollte sondern sonst trotz über um und uns unser unsere unter viel
        viele vielleicht vom von vor während wann war waren warum was weder weil weiter welche welcher welches wenn
        wer werden wie wieder will wir wird wo wohl worauf wurde würde zu zuerst zum zur zwar zwei zwischen zwölf
        drei vier januar jänner februar märz april mai juni juli august september oktober november dezember montag
        dienstag mittwoch donnerstag freitag samstag sonnabend sonntag weihnachten ostern pfingsten kapitel band
        teil seite artikel brief anmerkung vorwort einleitung nr bd majestät hoheit exzellenz liebe lieber liebster
        liebste teurer teure geehrter verehrter ew se ihre dero
    """,
    adjectives="""
        norden süden osten westen
        deutsche deutschen deutscher deutsches russische russischen englische englischen französische französischen
    """,
    bodies="""
        komitee kommission rat kongreß kongress konferenz konvent versammlung nationalversammlung parlament partei
        liga bund union vereinigung verband verein gesellschaft akademie universität ministerium gericht gerichtshof
        senat kammer bank internationale opposition zentralkomitee parteivorstand sowjet volkskommissare reichsrat
        bundesrat sozialdemokratie zentrum_
    """,
    phrases=r"Provisorische[nr]? Regierung",
    alone="""
        reichstag reichstags bundestag landtag duma rada sejm komintern politbüro politbureau tscheka gpu gestapo
        reichswehr spartakusbund zentralkomitee
    """,
    members="isten iki wiki kraten aner iner",
    peoples="""
        russen franzosen engländer italiener österreicher ungarn preußen bayern römer griechen türken polen
        tschechen serben bulgaren rumänen ukrainer finnen schweden dänen norweger belgier schweizer spanier juden
        christen araber perser chinesen japaner kosaken amerikaner deutschen
    """,
    sites="""
        straße strasse platz gasse allee brücke palast schloß schloss burg fluß insel inseln meer see bucht golf
        berg gebirge tal wald park bahnhof gefängnis festung dom kirche theater hafen tor ufer prospekt
    """,
    sited="""
        stadt dorf provinz insel grafschaft königreich republik fluß gouvernement kreis festung hauptstadt
    """,
    quarters="ober unter nord süd ost west groß klein neu sowjet",
    locative="in nach bei_ aus zu_",
    governing="von vom mit für gegen über durch an auf zu um bei ohne wie",
    articles="der die das den dem des ein eine einer eines einem einen",
    acting="""
        ist war hat hatte wird wurde kam ging nahm gab sah stand saß lag blieb starb lebte wollte konnte mußte
        musste sollte ließ hielt trat lief schien begann machte tat fand
    """,
    papers="""
        zeitung tageblatt anzeiger nachrichten rundschau bote blatt wochenblatt presse kurier merkur zeitschrift
        jahrbücher annalen zeit tagblatt volkszeitung arbeiterzeitung vorwärts gazette morgenblatt
    """,
    paper="""
        zeitung zeitungen blatt blatte zeitschrift zeitschriften organ wochenblatt tageszeitung redakteur redaktion
        nummer nr herausgeber korrespondent presse
    """,
    collected=r"(?:Gesammelte|Sämtliche|Sämmtliche|Ausgewählte|Gesammelten|Sämtlichen|Sämmtlichen|Ausgewählten)\s+"
    r"(?:Werken?|Schriften|Gedichte|Briefe|Aufsätze|Reden)",
    own="sein* ihr* mein* unser*",
    works="testament memoiren erinnerungen tagebücher bekenntnisse",
    book="""
        buch buche bücher broschüre roman novelle aufsatz artikel schrift gedicht drama tragödie komödie betitelt
        titel werk werke erzählung abhandlung oper verfasser
    """,
    of=r" (?:der |des |für die |für das |für |von |zur )",
)
