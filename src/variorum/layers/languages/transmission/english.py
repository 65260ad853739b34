"""English."""

from __future__ import annotations

from variorum.layers.languages.transmission.transmission import Idiom, Transmission

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
        affidavit petition codex parchment scroll gospel epic handbill broadside placard originals works dictionary
        catalogue report reports
    """,
    loose="""
        paper papers note notes work speech speeches address declaration statement message messages history story
        stories play plays tract tracts order orders record records piece pieces paragraph page pages passage passages
        list words lines line journal reply answer announcement announcements notice notices account accounts series
        part parts original text sketch sketches review essay song songs drama plan decision decisions oration
        narrative reminiscences recollections quotation quotations
    """,
    printers="paper papers newspaper newspapers journal journals magazine magazines review reviews gazette press",
    parts="""
        copy copies text texts words wording page pages part parts portion portions extract extracts passage passages
        version line lines sentence sentences original manuscript draft drafts transcript publication translation
        collection
    """,
    editions="""
        edition works writings collection volume volumes papers letters correspondence selection anthology series
    """,
    participles={
        "written": "written composed penned written_down written_out",
        "dictated": "dictated",
        "copied": "copied copied_out transcribed recopied",
        "sent": "sent forwarded despatched dispatched telegraphed cabled transmitted",
        "received": "received",
        "intercepted": "intercepted",
        "read aloud": "read_aloud read_out",
        "circulated": "circulated distributed handed_about passed_round passed_around handed_round",
        "published": "published printed reprinted republished serialised serialized brought_out issued",
        "suppressed": "suppressed banned prohibited confiscated censored withheld proscribed forbidden",
        "destroyed": "destroyed burned burnt torn_up",
        "lost": "lost mislaid",
        "preserved": "preserved",
        "translated": "translated retranslated put_into_english done_into_english englished",
        "edited": "edited",
        "abridged": "abridged shortened condensed curtailed",
        "altered": "altered revised corrected mutilated falsified expurgated bowdlerised bowdlerized emended",
        "left out of an edition": "omitted left_out excluded",
        "included": "included contained reproduced",
        "quoted from": "quoted_from taken_from extracted_from cited_from",
        "unpublished": "unpublished",
    },
    finite={
        "written": "wrote wrote_out wrote_down penned composed writes drafted",
        "dictated": "dictated dictates",
        "copied": "copied copied_out transcribed",
        "sent": "sent forwarded despatched dispatched telegraphed cabled sends",
        "received": "received receives",
        "intercepted": "intercepted",
        "read aloud": "read_aloud read_out",
        "circulated": "circulated distributed",
        "published": "published printed reprinted republished publishes prints brought_out issued issues",
        "suppressed": "suppressed banned prohibited confiscated censored withheld",
        "destroyed": "destroyed burned burnt tore_up destroys burns",
        "lost": "lost mislaid",
        "preserved": "preserved preserves",
        "translated": "translated translates put_into_english",
        "edited": "edited edits",
        "abridged": "abridged shortened condensed",
        "altered": "altered revised corrected falsified mutilated",
        "left out of an edition": "omitted left_out omits",
        "included": "included",
        "quoted from": "quoted_from quotes_from",
    },
    base={
        "written": "write write_out",
        "dictated": "dictate",
        "copied": "copy copy_out transcribe",
        "sent": "send forward",
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
        "published": "appeared came_out appears",
        "preserved": "survives survived survive extant",
        "circulated": "circulated circulates went_the_rounds passed_from_hand_to_hand went_from_hand_to_hand",
        "lost": "perished",
        "left out of an edition": "",
    },
    being="is was are were be been being ’s 's isn’t wasn’t aren’t weren’t isn't wasn't aren't weren't",
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
        not never ever already soon first since only also then now afterwards later still just yet before again long
        lately recently originally probably doubtless undoubtedly certainly perhaps finally subsequently immediately
        duly therefore thus itself himself herself here there always often once twice even actually apparently
        evidently accordingly privately publicly secretly widely everywhere anonymously separately posthumously partly
        largely entirely wholly completely faithfully carefully hastily badly simultaneously formerly previously
        hitherto likewise at_once at_last in_full in_part eventually presently promptly merely thereupon officially
        openly unanimously specially especially directly mostly mainly variously expressly clandestinely illegally all
        both each however too ourselves themselves myself
    """,
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
        begged order ordered orders propose proposed proposes demand demanded demands suggested urge urged advised
        advise decided possible impossible able unable ready willing anxious necessary intended
    """,
    expected="doubtless no_doubt undoubtedly probably certainly surely presumably unquestionably likely",
    hoped="hope hopes hoping hoped",
    reported="""
        it_is_said is_said are_said was_said it_is_reported is_reported was_reported they_say i_am_told we_are_told
        i_was_told he_told_me reportedly allegedly according_to it_is_believed is_believed is_supposed is_alleged
        are_told said_to_have said_to_be reported_to_have believed_to_have tradition_says the_story_goes
        it_is_rumoured it_was_rumoured rumour i_have_heard i_hear we_hear so_he_says so_she_says he_told_us
    """,
    doubted="""
        perhaps may_have might_have possibly doubtful i_doubt seems_to_have appears_to_have appear_to_have seems
        seemed
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
    genders={"plural": "*s *theses", "singular": "minutes works *ss"},
    meaning={
        "plural": "these those they them both their which that whose whom",
        "singular": "it this that its which whose whom",
    },
    telling="""
        paper journal magazine review periodical weekly newspaper quotation extract excerpt passage copy copies
        transcript transcripts heard in_manuscript circulation editor
    """,
    idioms=(
        Idiom(
            "copied",
            r"(?:ma[dk]es?|making|takes?|took|taken|had)_(?P<object>(?:[\w-]+_){1,4}?(?:copy|copies|transcripts?))"
            r"(?:_[\w-]+){0,2}?_(?:of|from)_(?P<about>[^\W\d])",
        ),
        Idiom(
            "read aloud",
            r"heard_(?:(?P<object>over_the_(?:tele)?phone|on_the_(?:tele)?phone|by_(?:tele)?phone)_)?"
            r"(?P<about>(?:the|his|her|their|that)_(?:whole_|full_|entire_|complete_)?(?:text|words|contents)_of)",
        ),
        Idiom(
            "circulated in manuscript",
            r"(?:(?:get_|got_|be_|become_|became_|getting_)?acquainted_with|read|reads|know|knew|known|seen|see|saw|circulated)_(?P<about>(?:it|them|this|that)\b"
            r"|(?:the|this|his|her|my|their|our)_[^,.;:]{3,60}?)_(?P<object>in_manuscript)\b",
        ),
        Idiom("circulated privately", r"(?P<about>its|their|[\w-]+[’']s)_(?:[\w-]+_){0,2}?private_circulation\b"),
        Idiom(
            "published",
            r"\b(?P<about>(?:articles?|letters?|interview|announcement|statement|declaration|speech|appeal|essay|poem)\b"
            r"(?:_(?!(?:in|to|into|is|are|was|were|that|which|who|he|had|has)\b)[\w’'-]+){0,6}?)"
            r"_in_(?P<object>(?:(?:the|a|an|his|our|your|their|that)_)?(?:[\w-]+_){0,3}?"
            r"(?:news)?(?:paper|journal|magazine|review|periodical|weekly|monthly|gazette)s?\b(?:,_(?:the_)?[A-Z][\w’]+"
            r"(?:_[A-Z][\w’]+){0,3})?)",
        ),
        Idiom(
            "quoted from",
            r"\b(?:quotation|extract|excerpt|passage)_(?:is|are|comes?)_(?:taken_)?from_(?P<about>[\w“])",
        ),
        Idiom("circulated", r"(?P<about>its|their)_(?:(?!private)[\w-]+_){0,2}?circulation\b(?!_of)"),
        Idiom(
            "edited", r"\b(?P<about>of_which|whose)_(?P<object>[^,.;:]{2,40}?)_(?:is|was)_(?:the_)?(?:chief_)?editor\b"
        ),
    ),
    notices=(
        Idiom(
            "written",
            r"(?:written|composed|date_written|drafted)(?:_?:|_(?=(?:in|on|at|by|before|after|between|about)\b))",
        ),
        Idiom(
            "published",
            r"(?:(?:first|originally|also|re)[_-]?)?(?:publication|published|printed|publishing_information)(?:_?:"
            r"|_(?=(?:in|by|as|on|at|from|for_the_first_time|according_to|anonymously|posthumously|separately)\b)"
            r"|(?=_entire\b|_in_full\b))|first_(?:edition|published|printed):?|appeared_(?:first_)?(?=in\b)"
            r"|(?:re)?printed_entire_|(?:re)?printed_from_(?=the_)",
        ),
        Idiom(
            "translated",
            r"(?:translated|translation|translator)s?" r"(?:_?:|_(?=(?:by|from|into)\b))|english_translation:",
        ),
        Idiom("edited", r"edit(?:ed|or|ors)(?:_?:|_(?=by\b))"),
        Idiom("copied", r"(?:source|transcribed|transcription|transcriber)(?:[\\/][\w ]*)?(?:_?:|_(?=(?:by|from)\b))"),
        Idiom("received", r"received(?:_?:|_(?=(?:on|at|from)\b)(?=.{0,30}\d))"),
        Idiom("dictated", r"dictated(?:_?:|_(?=(?:by|to|on|in)\b))"),
    ),
)
