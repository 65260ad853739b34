"""English idioms: what no single verb says."""

from __future__ import annotations

from variorum.layers.languages.transmission.transmission import Idiom

IDIOMS = (
    Idiom(
        "copied",
        r"(?:ma[dk]es?|making|takes?|took|taken)_(?P<object>(?:[\w-]+_){1,4}?(?:copy|copies|transcripts?))"
        r"(?:_[\w-]+){0,2}?_(?:of|from)_(?P<about>[^\W\d])",
        "copy copies transcript",
    ),
    Idiom(
        "copied",
        r"\bfrom_(?P<about>(?:her|his|their|my|the|this|that|its)_(?:[\w-]+_){0,2}?"
        r"(?:cop(?:y|ies)|transcripts?|autograph|original|manuscript))_(?P<object>(?:[\w’'.-]+_){1,4}?)made_"
        r"(?:his|hers|theirs|another|an?_(?:[\w-]+_)?(?:copy|transcript))\b",
        "copy copies transcript autograph original manuscript",
    ),
    Idiom(
        "copied",
        r"\b(?:wrote|writes|written|writing)_(?P<about>it|them|(?:the|his|her|my)_(?:[\w-]+_){0,2}?NOUNS)_"
        r"(?:out_)?(?P<object>fair)\b",
        "fair",
    ),
    Idiom(
        "read aloud",
        r"heard_(?:(?P<object>over_the_(?:tele)?phone|on_the_(?:tele)?phone|by_(?:tele)?phone)_)?"
        r"(?P<about>(?:the|his|her|their|that)_(?:whole_|full_|entire_|complete_)?(?:text|contents)_of)",
        "heard",
    ),
    Idiom(
        "published",
        r"\b(?P<about>(?:articles?|letters?|interview|announcement|statement|declaration|speech|appeal|essay|poem)\b"
        r"(?:_(?!(?:in|to|into|is|are|was|were|that|which|who|he|had|has)\b)[\w’'-]+){0,6}?)"
        r"_in_(?P<object>(?:(?:the|a|an|his|our|your|their|that)_)?(?:[\w-]+_){0,3}?"
        r"(?:news)?(?:paper|journal|magazine|review|periodical|weekly|monthly|gazette)s?\b(?:,_(?:the_)?[A-Z][\w’]+"
        r"(?:_[A-Z][\w’]+){0,3})?)",
        "paper journal magazine review periodical weekly monthly gazette",
    ),
    Idiom(
        "quoted from",
        r"\b(?:(?:quotation|extract|excerpt|passage)_(?:is|are|comes?)_(?:taken_)?|is_an?_(?:extract|excerpt)_)from_(?P<about>[\w“])",
        "quotation extract excerpt passage",
    ),
    Idiom(
        "read aloud",
        r"read_(?P<about>(?:it|them)\b|(?:the|this|that|his|her|a|my|our)_(?:[\w-]+_){0,3}?NOUNS(?:_[^,.;:]{1,40}?)?)"
        r"_(?P<object>aloud|out_loud|over_the_(?:tele)?phone)\b",
        "aloud loud phone",
    ),
    Idiom(
        "complete",
        r"\b(?P<about>it|they|which|(?:every|each|the|this|our|all_the|these)_(?:[\w-]+_){0,3}?NOUNS"
        r"(?:_of_[^,.;:]{1,40}?)?)_(?:is|are|was|were|has_been|have_been)_(?:now_|here_)?(?:given|printed|published"
        r"|reproduced|quoted|translated)_(?:here_)?(?P<object>entire|in_full|whole|unabridged|complete"
        r"|without_(?:any_)?(?:abridge?ment|abbreviation|omission|alteration|change)s?)\b",
        "entire full whole unabridged complete without",
    ),
    Idiom(
        "complete",
        r"\bnothing_(?:of_[^,.;:]{1,30}_)?(?:(?:has|have|had)_been|was|is)_(?:left_out|omitted|suppressed|cut_out)\b",
        "nothing",
    ),
    Idiom(
        "altered",
        r"\b(?P<denied>nothing)_(?:(?:has|had)_been|was|is)_(?:altered|changed|corrected)\b",
        "nothing",
    ),
    Idiom(
        "copied",
        r"(?P<about>it|(?:the|this|our)_(?:present_)?(?:NOUNS|text))_(?:is|was|has_been|are|were)_(?:here_)?"
        r"(?:printed_|given_|taken_|reproduced_|made_)?(?P<object>from_(?:the|a|an|his|her)_(?:[\w’'-]+_){0,4}?"
        r"(?:draft|autograph|manuscript|original|copy|transcript|proofs?|typescript))\b",
        "draft autograph manuscript original copy transcript proof typescript",
    ),
    Idiom(
        "translated",
        r"\b(?P<about>(?:an?|the|this|that|his|her|their|another)_(?:[\w’'-]+_){0,3}?(?:translations?|rendering)"
        r"(?:_of_(?:[\w’'“”]+_){1,6}?)?)_?(?:which_was_|was_|were_)?(?:made_|done_|prepared_)?by_"
        r"(?P<object>(?:(?:the_late|Mrs?\.|Dr\.|Prof\.|Miss)_)?(?-i:[A-Z])[\w.’-]*(?:_(?:(?-i:[A-Z])[\w’-]+|(?-i:[A-Z])\.|v[oa]n|de|la)){0,4})",
        "translation rendering",
    ),
    Idiom(
        "published",
        r"\b(?:after|before|since|on|upon|following|with|undertook|undertaken|began|begun|completed|at_the_time_of)_(?:the_)"
        r"(?:first_|original_|posthumous_)?(?:publication|printing|appearance)(?:_in_(?P<object>[\w]+(?:_[\w]+)?))?_of_"
        r"(?P<about>(?:an?|the|this|that|his|her|my|its|their|these|our)_(?:[\w’'-]+_){0,3}?NOUNS)\b",
        "publication printing appearance",
    ),
    Idiom(
        "translated",
        r"(?P<about>(?:the|this|our)_(?:[\w-]+_){0,2}?translation)_is_(?:by|that_of)_(?P<object>[^,.;:]{2,40})",
        "translation",
    ),
    Idiom(
        "translated",
        r"\b(?:put|turned|rendered|done|made|had)_(?P<about>it|them|(?:the|this|his|her)_(?:[\w-]+_){0,2}?NOUNS)_"
        r"(?:over_again_|put_)?(?P<object>(?:into|out_of)_(?:the_)?(?:English|French|German|Russian|Latin|Greek"
        r"|Italian|Spanish|Polish|Dutch|Danish|Swedish))\b",
        "english french german russian latin greek italian spanish polish dutch danish swedish",
    ),
    Idiom(
        "edited",
        r"\b(?P<about>of_which|whose)_(?P<object>[^,.;:]{2,40}?)_(?:is|was)_(?:the_)?(?:chief_)?editor\b",
        "editor",
    ),
    Idiom(
        "unpublished",
        r"\b(?P<about>it|they|which|(?:the|this|that|his|her|their|these)_(?:[\w’'-]+_){0,3}?NOUNS(?:_of_[^,.;:()]{1,40}?)?)"
        r"_(?:has_|have_|had_)?(?:long_)?remain(?:s|ed)?_(?:for_[\w_]{3,20}_)?in_manuscript\b(?:_(?P<object>until_[^,.;:()]{2,30}))?",
        "manuscript",
    ),
    Idiom(
        "published",
        r"\bthe_(?:first_|original_|posthumous_|earliest_)?(?:publication|printing|appearance)_(?:in_\w+_)?of_"
        r"(?P<about>(?:an?|the|this|that|his|her|my|its|their|these|our)_(?:[\w’'-]+_){0,3}?NOUNS(?:_of_[^,.;:()]{1,40}?)?)"
        r"_in_(?P<object>(?:[A-Z][\w’-]+_){0,4}?\d{4})\b",
        "publication printing appearance",
    ),
    Idiom(
        "left out of an edition",
        r"\b(?P<about>it|they|which|(?:an?|the|this|that|his|her|these|its|two|three|several|some|many)_(?:[\w’'-]+_){0,3}?NOUNS"
        r"(?:_of_[^,.;:()]{1,40}?)?)_(?:is|are|was|were)_(?P<gone>missing|lacking|absent|wanting)_(?:in|from)_"
        r"(?P<object>[^,.;:()]{0,40}?(?:editions?|versions?|translations?|collections?|works|reprints?|printed_text|writings|poems|speeches|papers|letters|essays|correspondence)\b(?:_and_(?-i:[A-Z])\w+)?)",
        "missing lacking absent wanting",
    ),
    Idiom(
        "read aloud",
        r"\b(?P<about>it|which|(?:an?|the|this|that|his|her|my|your|our|their)_(?:[\w’'-]+_){0,3}?NOUNS"
        r"(?:_(?:of|from|to)_[^,.;:()]{1,40}?)?)_(?:was|were|has_been|have_been|had_been)_(?:first_|then_|duly_)?read_"
        r"(?:by_[\w’'.]+(?:_(?-i:[A-Z])[\w’']+)?_)?(?:to|at|before|in)_"
        r"(?P<object>(?:the|an?|our|this)_(?:[\w’'-]+_){0,4}?(?:meeting|congress|conference|session|assembly|committee|party"
        r"|society|audience|court|council|funeral|members|workers|parliament|house|church|plenum|convention|commission))\b",
        "meeting congress conference session assembly committee party society audience court council funeral members "
        "workers parliament house church plenum convention commission",
    ),
    Idiom(
        "unpublished",
        r"\b(?P<about>it|they|which|(?:an?|the|this|that|his|her|my|its|their|these)_(?:[\w’'-]+_){0,3}?NOUNS"
        r"(?:_(?:of|to|from)_[^,.;:()]{1,40}?)?)_(?:was|were|had_been|has_been|have_been)_(?:rejected|refused|turned_down|declined)_by_"
        r"(?P<object>(?:[\w’'-]+_){0,4}?(?:publishers?|editors?|journals?|magazines?|(?:news)?papers?|press|reviews?|boards?))\b",
        "rejected refused turned declined",
    ),
    Idiom(
        "read aloud",
        r"\bread_(?P<about>it|them|(?:the|this|that|his|her|an?|my|our|your)_(?:[\w’'-]+_){0,3}?NOUNS(?:_of_[^,.;:()]{1,30}?)?)"
        r"_to_(?!the_(?:end|last|very|bottom|close|full)\b)(?P<object>(?:me|us|him|her|them)\b"
        r"|(?:his|her|my|our|their)_[\w’'-]+(?:_[\w’'-]+)?)",
        "read",
    ),
    Idiom(
        "published",
        r"\b(?P<about>it|they|which|(?:an?|the|this|that|his|her|my|its|their|these)_(?:[\w’'-]+_){0,3}?NOUNS"
        r"(?:_(?:of|to|from)_[^,.;:()]{1,40}?)?)_(?:has_|have_|had_)?(?:went|gone|passed|ran|run|goes)_(?:through|into)_"
        r"(?P<object>(?:[\w-]+_){1,3}?(?:editions|printings|impressions))\b",
        "editions printings impressions",
    ),
    Idiom(
        "published",
        r"\b(?P<about>(?:an?|the)_(?:second|third|fourth|fifth|sixth|new|revised|enlarged|cheap|French|German|English|Russian)"
        r"_(?:[\w-]+_){0,2}?(?:edition|volume|translation|impression|printing|part))_followed_(?:it_)?in_(?P<object>\d{4})\b",
        "followed",
    ),
    Idiom(
        "copied",
        r"\b(?P<about>(?:the|this|our)_(?:present_)?(?:text|edition|transcription|reprint))(?:_(?:here_)?(?:given|printed))?(?:_here)?"
        r"_(?:is_based_(?:up)?on|follows|reproduces)_(?P<object>(?:the|that|an?|his|her)_(?:[\w’'-]+_){0,4}?"
        r"(?:editions?|manuscripts?|autograph|draft|text|copy|typescript|proofs|transcript|version)\b(?:_of_\d{4})?)",
        "based follows reproduces",
    ),
    Idiom(
        "copied",
        r"\b(?P<about>(?:an?|the|this|that|his|her|my|our|another|two|three|several)_(?:[\w’'-]+_){0,3}?"
        r"(?:cop(?:y|ies)|transcripts?|transcriptions?)(?:_of_[^,.;:()]{1,40}?)?)_(?:which_)?(?:was_|were_)?"
        r"(?:taken|prepared|drawn_up|struck)_(?:down_)?(?:by|for)_"
        r"(?P<object>(?:(?:Mrs?|Dr|Prof)\._)?(?-i:[A-Z])[\w’-]*(?:_(?-i:[A-Z])[\w.’-]*)*|(?:his|her|my|the|an?)_[\w-]+)",
        "copy copies transcript",
    ),
    Idiom(
        "copied",
        r"\b(?:took|taken|takes)_(?P<about>it|them|(?:the|this|that|his|her|my|every)_(?:[\w’'-]+_){0,3}?NOUNS)_down"
        r"(?:_(?P<object>in_short-?hand|word_for_word|verbatim))?\b",
        "took taken takes",
    ),
    Idiom(
        "published",
        r"\b(?:gave|given|give|gives)_(?P<about>it|them|(?:the|this|that|his|her|my|these)_(?:[\w’'-]+_){0,3}?NOUNS)"
        r"_to_(?P<object>the_(?:world|public|press)|print)\b",
        "world public press print",
    ),
    Idiom(
        "published",
        r"\b(?P<about>it|they|which|(?:an?|the|this|that|his|her|my|these)_(?:[\w’'-]+_){0,3}?NOUNS(?:_(?:of|on)_[^,.;:()]{1,40}?)?)"
        r"_(?:has_|have_|had_)?(?:(?:got|gotten)_into|(?:found|made)_(?:its|their)_way_into)_"
        r"(?P<object>print|the_(?:[\w-]+_){0,2}?(?:(?:news)?papers?|press|magazines?|reviews?|journals?))\b",
        "print paper press magazine review journal",
    ),
    *(
        Idiom(
            claim,
            r"\b(?:had|has|have|having)_(?:had_)?(?P<about>it|them|(?:the|this|that|his|her|my|our|your|these|an?)_"
            rf"(?:[\w’'-]+_){{0,3}}?NOUNS(?:_(?:of|on)_[^,.;:()]{{1,40}}?)?)_(?:{verbs})\b(?:_{beside})?",
            signs,
        )
        for claim, verbs, beside, signs in (
            (
                "translated",
                "translated|rendered|put",
                r"(?P<object>into_(?:the_)?(?-i:[A-Z])\w+)",
                "translat render put",
            ),
            (
                "published",
                "printed|reprinted|published",
                r"(?:in|at)_(?P<object>(?-i:[A-Z])\w+(?:_(?-i:[A-Z])\w+){0,3})",
                "print publish",
            ),
            (
                "copied",
                "copied(?:_out)?|transcribed|typed",
                r"by_(?P<object>[^,.;:()]{2,40})",
                "copied transcribed typed",
            ),
            ("destroyed", "burne?d|burnt|destroyed|pulped", r"(?!)", "burn destroy pulp"),
            ("read aloud", "read(?:_out|_aloud)?(?=_to_)", r"to_(?P<object>[^,.;:()]{2,40})", "read"),
        )
    ),
    Idiom(
        "edited",
        r"\b(?P<about>whose)_(?:first_|present_|last_)?editor,?_"
        r"(?P<object>(?:(?:Mrs?|Dr|Prof)\._)?(?-i:[A-Z])[\w.’-]*(?:_(?-i:[A-Z])[\w.’-]*){0,3})",
        "editor",
    ),
)
