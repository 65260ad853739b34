"""French."""

from __future__ import annotations

from variorum.layers.languages.transmission.transmission import Idiom, Transmission

FRENCH = Transmission(
    code="fr",
    texts="""
        original originaux lettre lettres épître télégramme télégrammes dépêche dépêches article articles essai essais
        brochure brochures pamphlet pamphlets tract tracts livre livres manuscrit manuscrits document documents
        résolution résolutions décret décrets manifeste proclamation proclamations mémoire mémoires journal_intime
        poème poèmes vers roman romans nouvelle nouvelles conte contes traité traités texte textes testament édition
        éditions traduction traductions version versions brouillon brouillons copie copies correspondance préface
        avant-propos postface extrait extraits fragment fragments sonnet sonnets chanson chansons sermon sermons
        chapitre chapitres tome tomes volume volumes thèses procès-verbal procès-verbaux chronique chroniques
        autobiographie biographie écrits carnet carnets charte circulaire évangile épopée autographe ouvrage ouvrages
        œuvre œuvres billet billets notice notices drame drames tragédie tragédies comédie comédies recueil recueils
        mémoires exemplaire exemplaires oeuvre oeuvres feuillet feuillets fac-similé réimpression libelle libelles
        épîtres catalogue catalogues
    """,
    loose="""
        discours déclaration déclarations message histoire histoires pièce pièces notes note page pages passage
        passages mots lignes réponse annonce rapport rapports travail travaux récit récits souvenirs paroles avis
        étude études
    """,
    told="pièce pièces discours déclaration message récit rapport étude",
    printers="journal journaux revue revues gazette magazine presse",
    parts="copie copies texte textes page pages partie parties extrait extraits passage original manuscrit",
    editions="édition éditions œuvres oeuvres recueil recueils tome tomes volume volumes collection",
    pieces="",
    features="",
    cutting="",
    participles={
        "written": """
            écrit écrite écrits écrites rédigé rédigée rédigés rédigées composé composée composés
            composées
        """,
        "dictated": "dicté dictée dictés dictées",
        "copied": """
            fait faite faits faites copié copiée copiés copiées recopié recopiée recopiés recopiées transcrit transcrite
            transcrits transcrites
        """,
        "sent": """
            envoyé envoyée envoyés envoyées expédié expédiée expédiés expédiées adressé adressée adressés
            adressées transmis transmise transmises remis remise remises donné donnée donnés données légué léguée légués
            léguées
        """,
        "received": "reçu reçue reçus reçues",
        "intercepted": "intercepté interceptée interceptés interceptées",
        "read aloud": "lu_à_haute_voix lue_à_haute_voix lus_à_haute_voix lues_à_haute_voix",
        "circulated": """
            distribué distribuée distribués distribuées diffusé diffusée diffusés diffusées répandu
            répandue répandus répandues
        """,
        "published": """
            publié publiée publiés publiées imprimé imprimée imprimés imprimées réimprimé réimprimée
            réimprimés réimprimées édité éditée édités éditées réédité rééditée réédités rééditées
            mis_en_vente mise_en_vente mises_en_vente
        """,
        "suppressed": """
            interdit interdite interdits interdites saisi saisie saisis saisies censuré censurée censurés
            censurées supprimé supprimée supprimés supprimées prohibé prohibée prohibés prohibées
        """,
        "destroyed": """
            détruit détruite détruits détruites brûlé brûlée brûlés brûlées déchiré déchirée déchirés
            déchirées
        """,
        "lost": "perdu perdue perdus perdues égaré égarée égarés égarées",
        "preserved": """
            conservé conservée conservés conservées préservé préservée préservés préservées trouvé trouvée trouvés
            trouvées retrouvé retrouvée retrouvés retrouvées découvert découverte découverts découvertes déposé déposée
            déposés déposées
        """,
        "translated": "traduit traduite traduits traduites",
        "edited": "annoté annotée annotés annotées",
        "abridged": """
            abrégé abrégée abrégés abrégées tronqué tronquée tronqués tronquées écourté écourtée écourtés
            écourtées
        """,
        "altered": """
            altéré altérée altérés altérées modifié modifiée modifiés modifiées corrigé corrigée corrigés
            corrigées falsifié falsifiée falsifiés falsifiées remanié remaniée remaniés remaniées mutilé
            mutilée mutilés mutilées
        """,
        "left out of an edition": "omis omise omises retranché retranchée retranchés retranchées",
        "included": """
            inclus incluse incluses reproduit reproduite
            reproduits reproduites compris comprise comprises
        """,
        "quoted from": "tiré_de tirée_de extrait_de",
        "unpublished": "inédit inédite inédits inédites",
    },
    finite={
        "written": "écrivit écrivis écrivirent rédigea composa",
        "dictated": "dicta dictait",
        "copied": "copia copiait recopia transcrivit",
        "sent": "envoya envoyèrent envoyai envoie expédia transmit remit légua",
        "received": "reçut reçus reçurent",
        "intercepted": "intercepta interceptèrent",
        "circulated": "distribua distribuèrent répandit",
        "published": """
            publia publièrent publie publient imprima imprimèrent publiait réimprima réimprime réimpriment
            réédite rééditent réédita édita
        """,
        "suppressed": "interdit interdirent saisit saisirent censura",
        "destroyed": "détruisit détruisirent brûla brûlèrent déchira",
        "lost": "perdit perdirent égara",
        "preserved": "conserva conservèrent retrouva retrouvèrent découvrit découvrirent",
        "translated": "traduisit traduisirent",
        "abridged": "abrégea",
        "altered": "altéra modifia corrigea falsifia remania mutila",
        "left out of an edition": "omit omirent retrancha",
    },
    base={
        "published": "publier imprimer",
        "sent": "envoyer",
    },
    appearing={
        "lost": "disparu disparue disparus disparues disparut",
        "published": "paru parue parus parues parut parurent paraît",
        "circulated": "circula circulait circulèrent circulaient",
        "preserved": "subsiste",
    },
    being="est sont était étaient fut furent été être sera seront serait soit",
    having="a ont avait avaient ai avons avez as eut aura auront n’a n’ont n’avait",
    doing="",
    will="va vont sera seront aura auront",
    modal="peut pourrait pouvait doit devait devrait faut pouvoir devoir veut voulait",
    negations="pas jamais point nullement",
    adverbs="""
        pas jamais ne n’ n' y en déjà bientôt d’abord seulement aussi alors maintenant ensuite encore toujours
        longtemps récemment enfin aussitôt ici là souvent deux_fois même secrètement publiquement entièrement
        intégralement partiellement en_partie en_entier depuis point peu hier demain tout bien se s’ s'
    """,
    manner=r"\w{4,}ment",
    raising={"doubted": "semble semblent semblait paraît paraissent", "reported": "dit"},
    determiners="""
        le la les l’ l' un une des du ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
        tout toute tous toutes chaque quelques plusieurs aucun aucune deux trois quatre cinq six quel quelle quels
        quelles
    """,
    whole="tout toute tous toutes",
    possessives="sa son ses leur leurs",
    prepositions="""
        de d’ d' à au aux en dans par pour sur sous avec sans chez vers contre entre depuis pendant avant après selon
        dès jusque du des parmi malgré envers
    """,
    it="il elle ils elles qui que qu’ qu' celui-ci celle-ci ceci cela",
    relatives="qui que qu’ qu' dont lequel laquelle lesquels lesquelles",
    persons="je j’ j' nous vous tu on",
    joining="et mais ou que qu’ qu' car parce_que quoique bien_que quand lorsque lorsqu’ si comme où puisque ni donc",
    temporal="quand lorsque lorsqu’ dès_que avant après",
    causal="parce_que car puisque",
    hypothetical="""
        si s’ veut voulait voulut demande demanda prie pria propose proposa ordonna exige exigea possible impossible
        décida afin
    """,
    expected="sans_doute certainement assurément probablement",
    hoped="espère espérons espérait espèrent",
    reported="dit-on on_dit paraît-il raconte-t-on prétend",
    doubted="peut-être semble semblait aurait auraient",
    by="par",
    into="en",
    inside="dans en à au aux chez",
    towards="à au aux",
    origin="de du d’ d'",
    of="de du d’ d' des",
    also="et ou",
    free=False,
    oblique="",
    genders={
        "feminine": """
            lettre* épître* brochure* dépêche* résolution* proclamation* édition* traduction* version* copie*
            correspondance préface* chanson* thèses chronique* œuvre* pièce* note* page* déclaration* nouvelle* charte
            circulaire* épopée postface autobiographie biographie annonce* histoire* étude* réponse*
        """,
        "masculine": "*",
    },
    meaning={
        "feminine": "elle elles la les l’ l' qui que qu’ qu' celle-ci laquelle lesquelles leur leurs sa son ses dont",
        "masculine": """
            il ils le les l’ l' qui que qu’ qu' celui-ci lequel lesquels ceci cela leur leurs sa son ses dont
        """,
    },
    shortened=r"MM?|Mmes?|Mlles?|Dr|St|t|vol|pp?|éd|cf|chap|ms|mss|fol|Hr|Fr|No",
    telling="""
        copie copies circuler traduction index manuscrit appartient appartiennent appartenait complète complètes complet
        complets bibliothèque archives
    """,
    idioms=(
        Idiom(
            "preserved",
            r"(?P<about>(?:l[’']|la_|le_|les_|cette_|ce_|son_|sa_)(?:[\w-]+_){0,2}?NOUNS)(?:_[^,.;:]{1,40}?)?_"
            r"(?:appart(?:ient|iennent|enait)_(?:à|au|aux)|se_trouven?t?_(?:à|dans|aux|au)|est_déposée?_(?:à|dans|aux|au))_"
            r"(?P<object>[^,.;:]{3,60})",
            "appart bibliothèque archives",
        ),
        Idiom(
            "complete",
            r"(?P<about>elles?|ils?|(?:la|le|les|cette|ces)_(?:[\w-]+_){0,2}?NOUNS)_(?:est|sont|était|étaient)_"
            r"(?P<object>(?:complète?|complet|complète)s?)\b",
            "compl",
        ),
        Idiom(
            "copied",
            r"\b(?:prendre|pris|prit|prirent|prenait|faire|fait|fit|fit_faire|tirer|tiré|tira)_(?:une_|des_|deux_)?"
            r"(?P<object>copies?)_(?P<about>d(?:e_|[’']|es?_|u_)(?:l[’']|la_|les_|cette_|ce_|son_|sa_|ses_)?(?:[\w-]+_){0,2}?NOUNS)",
            "copie",
        ),
        Idiom(
            "circulated",
            r"\bf(?:it|irent|aisait)_circuler_(?P<about>(?:le|la|les|son|sa|ses|ce|cette)_(?:[\w’'-]+_){0,2}?NOUNS)",
            "circuler",
        ),
        Idiom(
            "translated",
            r"\b(?P<about>(?:la|cette|notre)_(?:[\w-]+_){0,2}?traduction)_est_(?:celle_)?de_(?P<object>(?-i:[A-Z])[^,.;:]{2,40})",
            "traduction",
        ),
        Idiom(
            "suppressed",
            r"\b(?P<about>(?:le|la|les|son|sa|ce|cette)_(?:[\w’'-]+_){0,2}?NOUNS)_(?:a_été_|fut_|est_)?mis(?:es?)?_(?P<object>à_l[’']index)\b",
            "index",
        ),
        Idiom(
            "circulated in manuscript",
            r"(?:lire|lu|lut|connaître|connu|circul\w+)_(?P<about>(?:la|le|les|cette|ce)_[^,.;:]{3,60}?)_(?P<object>en_manuscrit)\b",
            "manuscrit",
        ),
    ),
    partitive="partie parties moitié plupart reste fin début",
    ordinals="premier première deuxième second seconde troisième dernier dernière",
    refusing="refusa refusèrent refusé refusait refusent",
    printing="",
    notices=(
        Idiom(
            "written",
            r"(?:écrite?s?|rédigée?s?|composée?s?)" r"(?:_?:|_(?=(?:en|le|à|au|entre|vers|avant|après|par)\b))",
        ),
        Idiom(
            "published",
            r"(?:publiée?s?|parue?s?|imprimée?s?)(?:_?:|_(?=(?:pour|dans|en|par|le|à|d[’']après|conformément|d[’']abord)\b))"
            r"|première_(?:publication|parution|édition)(?:_?:|_(?=dans|en))|(?:conforme_au_|d[’']après_le_)(?=manuscrit|texte|original)",
        ),
        Idiom("translated", r"(?:traduite?s?|traduction|traducteur|traductrice)(?:_?:|_(?=(?:par|du|de|d[’'])))"),
        Idiom("edited", r"(?:édition_établie|texte_établi|annotée?)_(?=par\b)"),
        Idiom("copied", r"(?:source|transcription|transcrite?)(?:_?:|_(?=par\b))"),
    ),
)
