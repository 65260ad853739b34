"""English."""

from __future__ import annotations

from variorum.layers.languages.language import Language

ENGLISH = Language(
    code="en",
    common="the and of to that was with which for his",
    kinds={
        "letter": """
            letter letters epistle telegram telegrams despatch dispatch cable cablegram wireless radiogram
            missive postcard note message billet
        """,
        "article": "article articles editorial interview pamphlet essay feuilleton paragraph piece",
        "decree": """
            decree decrees edict ukase ukaz order orders law ordinance statute act instruction
            instructions rescript treaty constitution regulation regulations charter mandate warrant
        """,
        "resolution": "resolution resolutions motion programme program platform demands decision",
        "speech": "speech address oration sermon discourse",
        "proclamation": """
            proclamation proclamations manifesto appeal appeals placard placards poster posters handbill
            hand-bill hand-bills broadside broadsheet leaflet leaflets declaration announcement notice notices
            bulletin bulletins circular circulars communiqué communication ultimatum warning statement sheet
        """,
        "document": """
            document documents text copy extract extracts passage excerpt inscription epitaph deposition
            testimony affidavit minute minutes record certificate petition memorandum memorial diary journal
            entry testament headline headlines quotation protest
        """,
        "verse": "verses poem stanza stanzas hymn song ballad sonnet ode elegy epigram couplet",
    },
    reports="""
        read reads ran runs wrote writes written writing said says declared declares resolved began begins
        published publishes issued printed posted announced announces telegraphed cabled wired proclaimed
        proclaims replied ordered stated states addressed sent signed headed entitled contained quotes quoted
        passed adopted reprint reprinted copied copy insert subjoin give gives given remarked cried continued
    """,
    forward="""
        follows following thus subjoined undermentioned below here_is here_are this_from such_as_this this_is
        this_was
    """,
    saluting="""
        dear comrade comrades citizen citizens gentlemen ladies sir sirs madam brother brothers brethren sisters
        friends countrymen soldiers workers workingmen workmen peasants sailors lords majesty excellency
        highness lordship reverend honoured honored
    """,
    beside="""
        my dearest most very right worshipful worthy good kind beloved and of the to all honourable honorable
        esteemed mr mrs miss dr fellow old poor your women men
    """,
    titles="""
        to from on concerning for by order decree decrees proclamation appeal declaration resolution manifesto
        ordinance law act bulletin
    """,
    closing="""
        signed sincerely truly faithfully obediently respectfully affectionately cordially obedient servant
        yours humble remain adieu farewell amen
    """,
    offices="""
        president chairman chairmen secretary secretaries commissar commissars commissary commissaries commander
        commandant chief minister ministers minister-president committee committees council board commission
        bureau staff general colonel lieutenant-colonel captain lieutenant major mayor bishop archbishop pope
        king queen emperor empress tsar czar governor clerk censor editor editors delegate delegates director
        assistant adjutant consul ambassador judge magistrate priest pastor doctor professor government congress
        assembly soviet union party
    """,
    months="""
        january february march april may june july august september october november december jan feb apr aug
        sept sep oct nov dec
    """,
    narrating="was were had did could would said came went stood asked he him his she her began told heard saw",
    declaring="is are be will shall must has have our your you every all any may let ought hereby",
    speech="""
        said says say saying wrote writes write declared declares remarked remarks replied replies answered
        answers asked asks cried cries shouted shouts added adds continued continues exclaimed exclaims observed
        observes whispered muttered murmured returned repeated told tells explained explains insisted admitted
        announced announces stated states affirmed argued argues thought thinks begged demanded interrupted
        retorted snapped sneered responded roared growled sighed urged warned concluded began protested
        complained confessed reported reports advise advised advises stammered warns quoth saith spake
        used_to_say maintains maintained asserted asserts suggested agreed objected commented comments inquired
        enquired has_written have_written had_written exclaims explains
        admits admit confesses confess concedes conceded testified testifies deposed swore swears
        retorts inquires
        suggests objects proposed proposes boasted boasts recalled recalls complains lamented laments predicted
        predicts promised promises vowed pleaded emphasized emphasised contends contended claims claimed
        concludes
        proclaimed proclaims went_on goes_on has_gone_on puts_it put_it pointed_out points_out found_that
        finds_that resolved_that noted_that notes_that provides_that provided_that holds_that held_that
        believed_that believes_that speaks_of spoke_of spoken_of speaking used_to_tell would_say screamed yelled
        jeered put_in puts_in assured assures informed informs
    """,
    he="he him his himself",
    she="she her hers herself",
    they="they them their",
    first="i me my myself",
    honorifics="""
        mr mrs miss ms dr messrs comrade citizen lord lady sir count countess prince princess baron general
        colonel captain lieutenant major sergeant professor pastor father brother sister uncle aunt saint st
        president secretary commissar minister councillor king queen emperor empress tsar czar pope bishop
        archbishop monsieur madame mademoiselle herr frau judge advocate assessor old young duke earl rev
        reverend squire
    """,
    particles="i of the de la le du von van der den di da del al ibn bin y",
    according="""
        according_to in_the_words_of to_quote to_use_the_words_of in_the_opinion_of in_the_phrase_of
        in_the_language_of as_quoted_by quoted_from
    """,
    own_words="""
        words phrase expression saying advice view opinion slogan motto dictum remark answer reply question term
        comment comments verdict conclusion retort response boast
    """,
    by="by from of",
    to="to",
    origin="from",
    periodicals="""
        entitled titled headed see newspaper paper journal review magazine gazette organ periodical press book
    """,
    naming="called known_as calls call calling named termed dubbed styled labelled labeled christened",
    so_called="so-called so_called self-styled alleged quote-unquote",
    works="""
        testament will memoirs autobiography diary history works confessions letters essays journal
        recollections sermons poems speeches theses notebook notebooks correspondence
    """,
    unnamed="""
        the a an this that these those there then thus he she they it we you i his her their my our your its and
        but or nor for so yet if when while as at in on of to from by with after before since until upon under
        over between during through what which who whom whose why how where here now not no yes all some any one
        two both each every many much few most such only even again once never always perhaps god christ lord
        church state party government congress revolution monday tuesday wednesday thursday friday saturday
        sunday january february march april may june july august september october november december chapter
        part vol english french german russian latin greek american british european christian jewish let do did
        is are was were have has had will shall would should could can may might must mr mrs dr st comrades
        comrade citizens gentlemen sir dear oh ah well still also indeed however therefore moreover meanwhile
        nevertheless later finally first second third according like unlike instead because although though
        whatever whoever soon suddenly nobody somebody anybody everybody nothing something anything everything
        neither either another none others section clause says said writes wrote
    """,
    between="""
        who which that has had have then also once himself herself themselves itself again now is was did would
        could never always often somewhere elsewhere too still
    """,
    inserted="",
    possessives="his her their its",
    sayings="word words saying phrase motto slogan maxim dictum remark advice",
    slogans="slogan motto watchword device sign inscription label notice",
    runs="""
        speaks_of spoke_of say says said states stated declares declared read reads run runs ran begin begins
        began end ends ended concludes concluded goes_on went_on mentions mentioned calls called contains
        contained
    """,
)
