"""French."""

from __future__ import annotations

from variorum.layers.languages.language import Language

FRENCH = Language(
    code="fr",
    common="le la les des et que qui dans est pour une du",
    kinds={
        "letter": "lettre lettres épître télégramme télégrammes dépêche dépêches billet missive message mot",
        "article": "article articles éditorial feuilleton pamphlet brochure entrefilet",
        "decree": "décret décrets édit arrêté arrêtés ordonnance loi ordre rescrit traité règlement charte bulle",
        "resolution": "résolution résolutions motion programme vœu",
        "speech": "discours harangue sermon allocution oraison",
        "proclamation": """
            proclamation manifeste appel affiche affiches placard déclaration avis bulletin communiqué
            circulaire tract ultimatum adresse
        """,
        "document": """
            document documents texte copie extrait extraits passage inscription épitaphe déposition témoignage
            procès-verbal pétition mémoire rapport certificat journal testament requête
        """,
        "verse": "poème chanson couplets couplet strophe strophes sonnet quatrain hymne",
    },
    reports="""
        écrit écrivit écrivait lit lisait lut publia publié imprima imprimé déclara déclare disait dit commence
        commençait conçu conçue conçus portait adressa envoya reçut rendit afficha proclama répondit cite citons
        reproduisons transcris transcrire
    """,
    forward="voici voilà suit suivant suivante suivants suivantes ainsi ci-dessous en_ces_termes comme_suit",
    saluting="""
        monsieur madame mademoiselle messieurs mesdames citoyen citoyenne citoyens citoyennes camarades camarade
        cher chère chers chères sire monseigneur soldats ouvriers français amis frères compagnons travailleurs
    """,
    beside="""
        et mon ma mes bien très aux à tous de la le les révérend père ami amie excellence majesté votre
        concitoyens
    """,
    titles="à au aux de du sur décret ordre appel résolution déclaration manifeste proclamation arrêté loi avis",
    closing="""
        signé dévoué dévouée sincèrement respectueusement serviteur servante salutations adieu salut agréez
        veuillez considération respects fraternité
    """,
    offices="""
        président secrétaire commissaire commissaires ministre ministres comité conseil général colonel
        capitaine maire évêque archevêque pape roi reine empereur rédacteur directeur préfet consul ambassadeur
        commandant chef délégué délégués greffier curé assemblée gouvernement commission parti juge
    """,
    months="""
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre vendémiaire
        brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor thermidor fructidor
    """,
    narrating="était étaient avait avaient fut furent fit vint dit il elle lui alla répondit disait allait venait",
    declaring="est sont sera seront doit doivent nous vous notre votre nos vos tout tous toute toutes peut faut soit",
    speech="""
        dit disait dis disent écrit écrivit écrivait déclara déclare déclarait répondit répond répliqua remarqua
        ajouta ajoute demanda cria s'écria s’écria s'écrie s’écrie reprit fit observa murmura chuchota continua
        expliqua affirma affirme avoua soupira insista raconta raconte pensa conclut protesta interrompit
        prétend soutient annonça proclama répondait ajoutait écrivent écrivaient répète répéta a_dit a_écrit
        avait_dit avait_écrit disaient crient criait crièrent
        a_déclaré a_répondu a_répliqué a_remarqué a_ajouté a_demandé a_crié a_observé a_murmuré
        a_expliqué a_affirmé a_avoué a_raconté a_conclu a_annoncé a_proclamé a_répété a_soutenu
        avait_déclaré avait_répondu avait_répliqué avait_remarqué avait_ajouté avait_demandé avait_crié
        avait_observé avait_murmuré
        avait_expliqué avait_affirmé avait_avoué avait_raconté avait_conclu avait_annoncé avait_proclamé
        avait_répété avait_soutenu
    """,
    he="il lui",
    she="elle",
    they="ils elles",
    first="je j m moi",
    honorifics="""
        m mm mme mlle monsieur madame mademoiselle citoyen citoyenne camarade maître abbé père frère sœur saint
        sainte comte comtesse prince princesse duc duchesse baron marquis marquise général colonel capitaine
        président docteur dr professeur roi reine empereur évêque cardinal sieur maréchal
    """,
    particles="de du des la le d l von van",
    according="selon d'après d’après suivant au_dire_de aux_dires_de pour_citer",
    own_words="mot mots expression parole paroles formule phrase devise réponse avis conseil",
    by="par de d du",
    to="à au aux",
    origin="de du d",
    periodicals="intitulé intitulée journal gazette revue feuille organe livre almanach",
    naming="appelé appelée appelés appelait appelle nommé nommée nomme nommait dénommé surnommé baptisé dite",
    so_called="soi-disant prétendu prétendue prétendus prétendues",
    works="testament mémoires confessions œuvres lettres journal histoire essais pensées correspondance souvenirs",
    unnamed="""
        le la les un une des ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur leurs mon ma
        mes notre nos votre vos et mais ou or ni car donc si quand lorsque comme à au aux de du en dans par pour
        sur sous avec sans après avant depuis pendant entre que qui quoi dont où pourquoi comment ici là
        maintenant non oui tout tous toute toutes quelques chaque plusieurs deux premier première dieu église
        état janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
        mercredi jeudi vendredi samedi dimanche chapitre français française anglais allemand russe puis alors
        ainsi enfin cependant pourtant toutefois voici voilà messieurs monsieur madame citoyens camarades c'est
        c’est plus hier aujourd'hui demain jadis autrefois déjà bientôt soudain aussi ensuite même seul
        seule certains
        beaucoup plusieurs chacun celui celle ceux cela ceci
    """,
    between="""
        qui a avait lui me nous vous leur y même m' m’ t' t’ l' l’ hier alors ensuite déjà encore aussi souvent
        toujours jamais bien puis donc ainsi récemment naguère autrefois tranquillement doucement simplement
        vivement nettement franchement
    """,
    inserted="enfin alors aussitôt doucement vivement tranquillement gravement lentement simplement à_son_tour encore",
    possessives="ses se sa s",
    sayings="mot parole maxime phrase formule",
    slogans="devise",
    runs="on_lit nous_lisons il_est_dit il_est_écrit on_trouve",
)
