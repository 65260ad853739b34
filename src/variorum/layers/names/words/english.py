"""English."""

from __future__ import annotations

from variorum.layers.names.words.vocabulary import Vocabulary

ENGLISH = Vocabulary(
    code="en",
    titles="""
        mr mrs miss ms messrs mme mlle mister mistress master dr doctor prof professor rev reverend hon honourable
        honorable right sir madam lady lord comrade comrades citizen citizeness count countess baron baroness prince
        princess duke duchess earl viscount marquis marquess marchioness king queen emperor empress tsar tsarina czar
        czarina tzar kaiser sultan shah pope cardinal archbishop bishop dean canon deacon archdeacon abbot abbess abbé
        father mother brother sister uncle aunt cousin grandfather grandmother st saint general gen colonel col captain
        capt cap major maj lieutenant lieut lt lieutenant-colonel lieutenant-general major-general brigadier commander
        commodore admiral marshal ensign cornet sergeant sergt corporal private president vice-president chancellor
        premier prime minister secretary under-secretary commissar commissary councillor counsellor governor senator
        congressman representative ambassador consul mayor alderman sheriff justice judge advocate assessor inspector
        detective superintendent constable chairman delegate deputy editor publisher censor pastor parson vicar curate
        chaplain friar rabbi nurse monsieur madame mademoiselle herr herrn frau fräulein signor signora signorina
        señor señora squire esquire dame nikolai- old young little poor dear dearest late abbe maj-gen maj.-gen
        lieut.-col lieut.-gen brig.-gen lt.-col lt.-gen rear-admiral vice-admiral acting foreign war privy police chief
        state junior senior
    """,
    openers="""
        ed eds nr op please thank thanks yes no okay hello o ought among amongst against above across about along around
        behind below beneath beside besides beyond except inside near off onto out past throughout toward towards within
        without out down up back away together yet too very quite rather just almost already always often sometimes
        somewhere everywhere anywhere elsewhere nowhere today tomorrow yesterday tonight am be been being having doing
        does done go gone come came went get got give given take taken make made see seen chapter part volume vol book
        section article paragraph page appendix preface introduction contents index note notes figure plate table letter
        no nos number act scene canto psalm majesty majesties highness excellency lordship ladyship honour holiness
        eminence reverence january february march april may june july august september october november december jan feb
        mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday i'm i've i'll i'd
        it's that's there's he's she's we're you're they're don't can't won't didn't isn't let's what's who's dearly
        sincerely yours faithfully truly signed copyright ebook project gutenberg illustration footnote transcriber
        indeed certainly surely really perhaps possibly probably naturally obviously evidently apparently generally
        especially hundreds thousands millions dozens having being seeing knowing speaking looking considering ha hey
        hush alas ay aye nay pray lo behold hark bravo hurrah amen farewell adieu co inc ltd bros mayday may-day sir
        sirs madam mister comrade comrades esq jr sr ph.d ll.d m.a b.a m.p m.d d.d
    """,
    adjectives="""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth good great long short new
        old own same different certain sure true english french german russian american british european italian
        spanish polish jewish christian roman greek chinese japanese turkish austrian hungarian irish scotch
        scottish welsh dutch swedish danish finnish indian latin hebrew catholic protestant soviet prussian
        ukrainian bavarian belgian swiss serbian bohemian mohammedan anglican lutheran puritan bolshevik bolshevist
        menshevik marxist socialist communist anarchist republican democrat democratic liberal tory whig
        conservative god lord heaven hell providence almighty creator saviour savior trinity gospel scripture
        scriptures bible sabbath eucharist sacrament christmas easter lent advent whitsuntide michaelmas passover
        pentecost ramadan sunday mondays north south east west north-east north-west south-east south-west nature
        truth reason justice liberty love death life fate fortune time history science religion philosophy art law
        man men woman women people person child children boy boys girl girls gentleman gentlemen ladies mother
        father revolution republic empire kingdom war peace army navy press capital labour labor proletariat
        bourgeoisie socialism communism middle ages renaissance reformation enlightenment restoration marxism
        leninism bolshevism menshevism tsarism czarism anarchism capitalism imperialism fascism christianity judaism
        islam
    """,
    bodies="""
        committee commission council congress conference convention assembly parliament duma soviet party league union
        unions federation confederation association society alliance brotherhood order club academy institute
        university college bureau board ministry department cabinet directorate directory secretariat presidium
        tribunal court senate house chamber company bank corporation guild guards regiment division corps battalion
        brigade fleet army international internationale opposition faction bund rada sejm diet legion mission church
        synod office congresses internationals inquisition militia movement front library publishers organization
        organisation group books publications archive archives
    """,
    phrases=r"(?:Provisional|Coalition|Confederate|Federal) Governments?",
    alone="""
        reichstag bundestag landtag duma rada sejm riksdag knesset cortes comintern cominform politburo orgburo
        sovnarkom cheka ogpu gpu nkvd kgb gestapo wehrmacht kuomintang parliament senate whitehall_ vatican jesuits
        freemasons profintern narkompros gosplan admiralty tories whigs sinn_fein harvard vikzhel vecheka vesenkha
        entente tsik
    """,
    members="ists iks iki crats aries evists istas ites icans",
    peoples="""
        germans russians americans austrians hungarians italians prussians bavarians romans greeks turks poles
        czechs slovaks serbs serbians bulgarians roumanians rumanians romanians ukrainians finns letts lithuanians
        estonians swedes danes norwegians belgians swiss spaniards portuguese jews christians mohammedans muslims
        arabs persians indians chinese japanese mongols tartars tatars cossacks kurds armenians georgians magyars
        saxons normans gauls goths vandals canadians australians mexicans africans europeans egyptians jacobins
        girondins cordeliers hussites jesuits quakers puritans huguenots protestants republicans catholics
    """,
    sites="""
        street st square avenue road lane prospect palace castle abbey bridge river island islands isle sea ocean bay
        gulf strait straits channel mountain mountains hill hills mount valley forest park county province district
        station prison fortress cathedral chapel hall hotel inn theatre theater museum harbour harbor port cape lake
        lakes peninsula desert canal gate quay embankment fields territory kingdom empire republic states peninsula
        heights wood woods moor marsh common terrace gardens garden row crescent prospekt boulevard place house tower
        farm mill village town city bluff bluffs springs falls creek ferry crossing ridge point passage
    """,
    sited="""
        battle siege king queen duke earl bishop archbishop governor mayor streets inhabitants citizens outskirts
        suburbs coast shores banks capital university road miles leagues gates walls native neighbourhood
        neighborhood environs treaty fortress castle monastery harbour harbor people city town village province
        county kingdom republic isle island river gulf bay cape strait straits lake mount district parish suburb
        port fort duchy principality archipelago
    """,
    quarters="""
        north south east west northern southern eastern western central upper lower great greater little new soviet
        tsarist czarist north-east north-west south-east south-west white asiatic european holy imperial
    """,
    locative="""
        in at near into inside outside towards throughout reached leaving entered left via off around visited visiting
    """,
    governing="""
        of to from by with on for against upon about between under through among like than behind beside before
        without after
    """,
    articles="the a an",
    acting="""
        seems seem appears was is had has would could should did does will came went took gave made saw knew felt looked
        seemed stood sat turned began became got put met found left heard smiled laughed nodded shook rose walked ran
        called himself herself who whom whose entered appeared died lived thinks wanted wants tried refused received
        spoke speaks rushed gazed stared started stopped opened drew threw pulled kissed led held kept seized listened
        hesitated paused may might must can cannot
    """,
    papers="""
        messenger transactions proceedings annals packet gazette times herald tribune chronicle journal review post
        telegraph telegram mail courier mercury advertiser observer examiner spectator guardian standard star sun
        globe echo daily weekly evening morning monthly quarterly magazine news newspaper register intelligencer
        bulletin zeitung tageblatt anzeiger nachrichten rundschau izvestia izvestiia izviestia izvestya izvestiya
        gazeta vestnik listok zhurnal novosti viedomosti vedomosti listy slovo figaro temps humanité bote tribüne
        tagblatt
    """,
    paper="""
        newspaper newspapers paper papers journal journals organ organs daily weekly monthly magazine magazines
        periodical periodicals gazette editor editors edited correspondent editorial editorials issue issues number
        numbers column columns subscriber subscribers press review leaflet
    """,
    collected=r"(?:Complete|Collected|Selected|Posthumous|Miscellaneous|Early|Entire)\s+"
    r"(?:Works|Writings|Poems|Letters|Essays|Papers|Correspondence|Speeches|Plays|Stories)",
    own="his her my their our your its",
    works="""
        fables tales testament memoirs autobiography reminiscences recollections confessions diary diaries notebooks
        letters essays dictionary history poems sermons speeches theses works principles discourse treatise
    """,
    book="""
        book books pamphlet pamphlets novel novels essay essays article articles poem poems treatise entitled
        tragedy comedy volume memoirs author chapter translation edition
        translated opera sonata symphony ballad hymn dialogue
    """,
    of=r" (?:of|for|on)(?: the| a)? ",
)
