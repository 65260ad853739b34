"""French."""

from __future__ import annotations

from variorum.layers.names.words.vocabulary import Vocabulary

FRENCH = Vocabulary(
    code="fr",
    titles="""
        m mm mr mme mlle mmes messieurs monsieur madame mademoiselle mgr monseigneur dr docteur prof professeur me
        maître citoyen citoyenne camarade comte comtesse vicomte vicomtesse baron baronne marquis marquise duc
        duchesse prince princesse roi reine empereur impératrice tsar czar kaiser sultan pape cardinal archevêque
        évêque abbé abbesse curé père mère frère sœur soeur oncle tante cousin saint sainte st ste général colonel
        capitaine commandant lieutenant maréchal amiral sergent caporal major président ministre préfet maire
        sénateur député ambassadeur consul juge avocat conseiller chevalier sieur dame don lord lady sir miss mister
        mrs herr frau
    """,
    openers="""
        afin ainsi alors après aussi autant autre autres autrefois avant avez avons c ça car ceci cela celle celles
        celui certes cet chacun chez chose combien comment contre d dans dès devant dieu dit donc elle encore enfin
        ensuite est était étaient eh et faut fut hélas hier il jamais jusque l là leur lorsque lui maintenant mais
        malgré même moi moins ne ni non oh or où par parce parfois parmi pas pendant peut peut-être plus plutôt point
        pour pourquoi presque puis puisque quand quant que quel quelle quelles quels quelque quelqu qui quoi rien s sans
        sauf selon seulement si sinon soit son sont souvent sous sur surtout tandis tant tel telle tels tous tout toute
        trop tu un va vers voilà voici voyez y allons allez ah ô oui nul aucun aucune n j m t qu notre-seigneur seigneur
        providence janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
        mercredi jeudi vendredi samedi dimanche noël pâques carême pentecôte chapitre tome livre page article section
        préface note lettre acte scène majesté altesse excellence éminence sainteté cher chère chers messieurs mesdames
        citoyens camarades monsieur madame mademoiselle est-ce qu'est-ce n'est-ce était-ce sera-ce y a-t-il n'est c'est
        qu'est voici oui chaque mon ma mes
    """,
    adjectives="""
        premier première deuxième troisième quatrième anglais anglaise allemand allemande français française russe
        italien italienne espagnol latin grec romain juif chrétien état états église révolution république empire
        monarchie constitution nation patrie peuple moyen âge renaissance réforme orient occident nord sud est ouest
        midi nature vérité raison justice liberté amour mort vie histoire science philosophie
    """,
    bodies="""
        comité commission conseil congrès conférence convention assemblée parlement parti ligue union unions
        fédération confédération association société alliance club académie institut université bureau ministère
        directoire tribunal cour sénat chambre compagnie banque fondation internationale opposition commune garde
    """,
    phrases=r"[Gg]ouvernement provisoire",
    alone="""
        reichstag douma rada sejm comintern politburo tchéka guépéou gestapo girondins jacobins montagnards
        feuillants cordeliers jésuites sorbonne
    """,
    members="istes viks crates aires",
    peoples="""
        allemands russes américains autrichiens hongrois italiens prussiens bavarois romains grecs turcs polonais
        tchèques serbes bulgares roumains ukrainiens finlandais suédois danois norvégiens belges suisses espagnols
        portugais juifs chrétiens musulmans arabes persans indiens chinois japonais cosaques anglais français
    """,
    sites="""
        rue place avenue boulevard quai pont faubourg palais château abbaye fleuve rivière île îles mer océan golfe
        baie détroit mont monts montagne montagnes vallée forêt parc bois cap lac hôtel théâtre église cathédrale
        gare prison porte jardin passage impasse musée place
    """,
    sited="""
        ville village bourg province comté royaume république île rivière fleuve golfe baie cap département faubourg
    """,
    quarters="haute haut basse bas grande grand petite petit nouvelle nouveau",
    locative="à en dans vers chez_ hors jusqu'à près",
    governing="de du des d l par avec pour sur contre sans entre sous après avant selon comme au aux",
    articles="le la les l un une",
    acting="""
        est était fut a avait eut sera serait dit fit vint alla prit donna vit sut parut resta devint mourut vécut
        se s y qui entra sortit partit arriva reçut mit ouvrit tint leva assit regarda sourit secoua refusa voulut
        put peut doit veut semble semblait
    """,
    papers="""
        gazette journal journaux temps figaro revue moniteur courrier mercure écho petit matin soir presse nouvelles
        annales bulletin humanité constitutionnel débats tribune patrie
    """,
    paper="""
        journal journaux gazette revue revues feuille organe quotidien hebdomadaire périodique rédacteur rédaction
        directeur numéro numéros correspondant
    """,
    collected=r"[ŒO](?:E|e)?uvres\s+(?:[Cc]omplètes|[Cc]hoisies|[Pp]osthumes|[Dd]iverses)",
    own="son sa ses mon ma mes leur leurs notre nos",
    works="testament mémoires confessions lettres essais dictionnaire histoire pensées souvenirs discours maximes",
    book="""
        livre livres brochure roman romans essai essais article poème pièce intitulé intitulée ouvrage ouvrages conte
        tragédie comédie tome auteur traduction opéra drame chapitre
    """,
    of=r" (?:de la |de l[’']|du |des |de |d[’']|pour la |pour le |pour l[’'])",
)
