"""English."""

from __future__ import annotations

from variorum.layers.languages.transmission.english_idioms import IDIOMS
from variorum.layers.languages.transmission.english_keeping import KEEPING
from variorum.layers.languages.transmission.english_notices import NOTICES
from variorum.layers.languages.transmission.transmission import Transmission

ENGLISH = Transmission(
    code="en",
    texts="""
        letter letters epistle epistles telegram telegrams despatch despatches dispatch dispatches postcard article
        articles editorial essay essays pamphlet pamphlets brochure leaflet leaflets book books manuscript manuscripts
        autograph autographs typescript document documents resolution resolutions decree decrees manifesto
        proclamation proclamations appeal memorandum memoirs diary diaries poem poems verses novel novels tale tales
        treatise text texts testament edition editions translation translations version versions draft drafts copy
        copies transcript transcripts correspondence preface foreword introduction postscript extract extracts excerpt
        excerpts fragment fragments sonnet sonnets ballad hymn hymns sermon sermons lecture lectures chapter chapters
        volume volumes theses thesis interview minutes protocol protocols chronicle chronicles autobiography biography
        biographies writings notebook notebooks charter treaty circular bulletin communiqué inscription deposition
        affidavit petition codex parchment scroll gospel epic pleasantry skit squib satire parable tract tracts
        original handbill broadside placard originals works dictionary catalogue report reports discourse discourses
        dialogue dialogues dissertation dissertations monograph commentary commentaries booklet handbook almanac
        reprint facsimile recension rendering paraphrase memo communique cablegram sonnets ballads hymnal psalter
        missal ode odes elegy fable fables saga libretto stanza stanzas verse passage passages paragraph paragraphs ms
        mss typescripts transcription transcriptions memoir offprint offprints romance treatises satires parables
        gospels chronicles drama dramas
    """,
    loose="""
        paper papers note notes speech speeches address declaration statement message messages history story stories
        play plays tract tracts piece pieces paragraph page pages passage passages list words lines journal reply
        answer announcement announcements notice notices account accounts parts original sketch sketches review essay
        song songs drama decision decisions oration narrative reminiscences recollections quotation quotations work
        memorial report reports tragedy tragedies comedy comedies opera operas legend legends scene scenes part
        collection collections programme program constitution prospectus instructions
        regulations results series items item sentence sentences line portrait records extract essays romances
        reply records remarks letterpress obituary feuilleton sequel annotations
        above foregoing
    """,
    told="""
        speech declaration statement message announcement narrative reminiscences recollections play song essay
        oration piece plays songs stories comedy tragedy opera drama sketch sketches review reviews account
    """,
    printers="paper papers newspaper newspapers journal journals magazine magazines review reviews gazette press",
    parts="""
        fragment fragments copy copies text texts words wording page pages part parts portion portions extract
        extracts passage passages version line lines sentence sentences original manuscript draft drafts transcript
        publication translation collection
    """,
    editions="""
        edition editions works writings collection collections volume volumes papers letters correspondence selection
        selections anthology anthologies series translation reprint
    """,
    pieces="""
        passage passages chapter chapters paragraph paragraphs page pages stanza stanzas verse verses section sections
        sentence sentences phrase phrases word words clause clauses scene scenes portion portions footnote footnotes
        preface introduction
    """,
    features="spelling spellings orthography punctuation misprints misprint errata wording typography capitalisation",
    participles={
        "written": "written composed penned written_down written_out drafted completed",
        "dictated": "dictated",
        "copied": """
            copied copied_out transcribed recopied made typed typed_out typed_up retyped photocopied
            microfilmed
        """,
        "sent": """
            sent forwarded despatched dispatched telegraphed cabled transmitted handed_over handed delivered
            bequeathed returned mailed addressed entrusted given_over submitted smuggled donated
        """,
        "received": "received obtained acquired",
        "intercepted": "intercepted",
        "read aloud": "read_aloud read_out",
        "circulated": "circulated distributed handed_about passed_round passed_around handed_round",
        "published": """
            published printed reprinted republished serialised serialized brought_out issued reissued re-issued
            re-printed re-published made_public
        """,
        "suppressed": """
            suppressed banned prohibited confiscated seized censored withheld withdrawn proscribed forbidden impounded
            placed_on_the_index put_on_the_index put_under_the_ban placed_under_the_ban
        """,
        "destroyed": "destroyed burned burnt torn_up pulped shredded",
        "lost": "lost mislaid",
        "preserved": "preserved found discovered unearthed rediscovered deposited traced located",
        "translated": "translated retranslated put_into_english done_into_english englished",
        "edited": "edited",
        "abridged": "abridged shortened condensed curtailed",
        "altered": """
            altered revised corrected mutilated falsified expurgated bowdlerised bowdlerized emended rewritten enlarged
            tampered_with garbled retouched recast reworked rearranged re-written expanded interpolated modernised
            modernized
        """,
        "left out of an edition": """
            omitted left_out excluded struck_out expunged cut cut_out deleted removed dropped crossed_out thrown_out
            excised
        """,
        "included": "included contained reproduced",
        "quoted from": "quoted_from taken_from extracted_from cited_from",
        "unpublished": "unpublished unprinted",
    },
    finite={
        "written": "wrote wrote_out wrote_down penned composed writes drafted completed",
        "dictated": "dictated dictates",
        "copied": "copied copied_out transcribed typed typed_out typed_up retyped",
        "sent": """
            sent forwarded despatched dispatched telegraphed cabled sends handed_over delivered bequeathed submitted
            smuggled enclosed returned donated
        """,
        "received": "received receives",
        "intercepted": "intercepted",
        "read aloud": "read_aloud read_out",
        "circulated": "circulated distributed",
        "published": "published printed reprinted republished publishes prints brought_out issued issues",
        "suppressed": "suppressed banned prohibited confiscated seized censored withheld",
        "destroyed": "destroyed burned burnt tore tore_up destroys burns ripped ripped_up pulped",
        "lost": "lost mislaid",
        "preserved": "preserved preserves discovered unearthed deposited",
        "translated": "translated translates put_into_english",
        "edited": "edited edits",
        "abridged": "abridged shortened condensed",
        "altered": "altered revised corrected falsified mutilated rewrote enlarged recast retouched expurgated",
        "left out of an edition": """
            omitted left_out omits struck_out expunged cut cut_out deleted removed dropped crossed_out excised
        """,
        "included": "included",
        "quoted from": "quoted_from quotes_from",
    },
    base={
        "written": "write write_out",
        "dictated": "dictate",
        "copied": "copy copy_out transcribe",
        "sent": "send forward enclose return submit",
        "received": "receive",
        "intercepted": "intercept",
        "read aloud": "read_aloud read_out",
        "circulated": "circulate distribute",
        "published": "publish print reprint republish issue bring_out",
        "suppressed": "suppress ban prohibit confiscate censor withhold",
        "destroyed": "destroy burn tear_up",
        "lost": "lose mislay",
        "preserved": "preserve",
        "translated": "translate",
        "edited": "edit",
        "abridged": "abridge shorten",
        "altered": "alter revise correct falsify",
        "left out of an edition": "omit leave_out",
        "included": "include",
        "quoted from": "quote_from",
    },
    appearing={
        "published": "appeared came_out appears appear come_out saw_the_light saw_print",
        "preserved": """
            survives survived survive extant exists exist came_to_light come_to_light turned_up resurfaced
            come_down_to_us came_down_to_us
        """,
        "circulated": "circulated circulates went_the_rounds passed_from_hand_to_hand went_from_hand_to_hand",
        "lost": "perished disappeared vanished went_astray gone_astray went_missing gone_missing",
        "left out of an edition": "",
    },
    being="""
        remained remains is was are were be been being ’s 's isn’t wasn’t aren’t weren’t isn't wasn't aren't weren't
    """,
    having="has have had having hasn’t haven’t hadn’t hasn't haven't hadn't",
    doing="do does did didn’t doesn’t don’t didn't doesn't don't",
    will="will shall ’ll won’t 'll won't",
    modal="""
        may might can could should would must ought cannot can’t couldn’t wouldn’t can't couldn't wouldn't need let
        please
    """,
    negations="""
        not never nor isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t didn’t doesn’t don’t won’t cannot can’t
        couldn’t wouldn’t isn't wasn't aren't weren't hasn't haven't hadn't didn't doesn't don't won't can't couldn't
        wouldn't
    """,
    adverbs="""
        least not never ever already soon first since only also then now afterwards later still just yet before again
        word_for_word letter_for_letter line_for_line verbatim hitherto already till_now
        long lately recently originally probably doubtless undoubtedly certainly perhaps finally subsequently
        immediately duly therefore thus itself himself herself here there always often once twice even actually
        apparently evidently accordingly privately publicly secretly widely everywhere anonymously separately
        posthumously partly largely entirely wholly completely faithfully carefully hastily badly simultaneously
        formerly previously hitherto likewise at_once at_last in_full in_part eventually presently promptly merely
        thereupon officially openly unanimously specially especially directly mostly mainly variously expressly
        clandestinely illegally all both each however too ourselves themselves myself
    """,
    manner=(
        r"(?!(?:re|fami|assemb|month|week|dai|quarter|year|ju|ita|on|ear|al|monopo|sup|bul|bel|jel|hol|sil|fol)ly$)\w{3,}ly"
    ),
    raising={
        "begun": "began begun begins started managed proceeded continued",
        "doubted": "appear appears appeared seem seems seemed",
        "reported": "said believed supposed thought reported understood alleged presumed rumoured reputed",
        "said": "known found",
    },
    determiners="""
        the a an this that these those my his her its our your their some any no all every each both several many few
        another such one two three four five six seven eight nine ten dozen hundreds thousands thousand hundred what
        which whose
    """,
    whole="all both half such many",
    possessives="its their his her",
    prepositions="""
        of to in on at by for from with into about under over against upon between among during before after since
        through without within towards toward concerning regarding respecting via until till near like as than beside
        besides except including across throughout behind beyond per out_of
    """,
    it="it this that which these those they them both",
    relatives="which that whose whom",
    persons="i we you he she who they one nobody everybody somebody anybody everyone someone anyone",
    joining="""
        and but or that because although though when while where if so as since whereas until before after nor yet
    """,
    temporal="when once until till as_soon_as before after",
    causal="because",
    hypothetical="""
        if whether unless lest provided supposing as_if as_though would wish want wants wanted ask asked asks beg
        begged ordered orders propose proposed proposes demand demanded demands suggested urge urged advised
        advise decided possible impossible able unable ready willing anxious necessary intended
    """,
    expected="doubtless no_doubt undoubtedly probably certainly surely presumably unquestionably likely",
    hoped="hope hopes hoping hoped",
    reported="""
        it_is_said is_said are_said was_said it_is_reported is_reported was_reported they_say i_am_told we_are_told
        i_was_told he_told_me reportedly allegedly it_is_believed is_believed is_supposed is_alleged are_told
        said_to_have said_to_be reported_to_have believed_to_have tradition_says the_story_goes it_is_rumoured
        it_was_rumoured rumour i_have_heard i_hear we_hear so_he_says so_she_says he_told_us
    """,
    doubted="""
        perhaps may_have might_have possibly doubtful doubt doubts doubted do_not_believe does_not_believe
        did_not_believe do_not_think does_not_think did_not_think seems_to_have appears_to_have appear_to_have
        seems seemed
    """,
    by="by",
    into="into",
    inside="in at",
    towards="to",
    origin="from",
    of="of",
    also="and or &",
    free=False,
    oblique="",
    genders={"plural": "*s *theses", "singular": "minutes works (?!mss$)*ss"},
    meaning={
        "plural": "these those they them both their which that whose whom",
        "singular": "it this that its which whose whom",
    },
    shortened=(
        r"Mrs?|Dr|St|No|Vol|Prof|Messrs|Rev|Capt|Col|Gen|Lieut|Hon|Esq|vols?|eds?|trans|repr|pp?|cf|ca?|ff?|viz"
        r"|i\.e|e\.g|ch|fol|Jr|Sr|MSS?|Bd|Hr|Fr"
    ),
    telling="""
        papers newspapers printer printers publisher publishers press compositor to_the_world to_the_public
        in_shorthand in_short-hand took_it_down took_them_down called_in bought_in bought_up taken_by taken_down
        copy copies transcript transcripts heard in_manuscript aloud entire in_full unabridged nothing autograph
        exists exist survives circulation draft editor quotation extract excerpt passage paper journal magazine
        newspaper translation manuscript possession to_be_found_in stove flames into_the_fire into_english into_french
        into_german into_russian out_of_the publication printing appearance rendering fair hands kept_in kept_at kept_by
        library archive archives museum deposited missing lacking absent wanting in_the_british whereabouts turned_down
        letter_arrived letters_arrived telegram_arrived letter_has_arrived reached_me reached_him reached_her reached_us
        reached_them read_it read_them read_the read_this read_his read_her read_my read_to read_at read_before read_by
        known_to_exist known_to_survive is_known are_known rejected_by refused_by declined_by editions followed_in
        opened_by sending enclosing returning forwarding based_on based_upon follows_the reproduces
    """,
    idioms=(*IDIOMS, *KEEPING),
    partitive="""
        part parts half portion portions rest remainder bulk majority most some many much whole end beginning all
        several none quarter third two-thirds three-quarters two three four five six seven eight nine ten dozen
        hundreds number
    """,
    cutting="cut cut_out deleted removed dropped crossed_out thrown_out excised",
    ordinals="first second third fourth fifth sixth last concluding remaining earlier later other",
    refusing="refused refuse refuses declined decline declines forbade failed neglected refusing declining",
    printing="""
        print volume volumes edition paper papers newspaper newspapers journal magazine review press gazette pamphlet
        book form type collection periodical weekly monthly supplement instalments serial
    """,
    notices=NOTICES,
)
