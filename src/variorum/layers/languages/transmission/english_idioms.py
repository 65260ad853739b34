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
        "circulated in manuscript",
        r"(?:(?:get_|got_|be_|become_|became_|getting_)?acquainted_with|read|reads|know|knew|known|seen|see|saw|circulated)_"
        r"(?P<about>(?:it|them|this|that)\b"
        r"|(?:the|this|his|her|my|their|our|your)_[^,.;:]{3,60}?)_(?P<object>in_manuscript)\b",
        "manuscript",
    ),
    Idiom(
        "circulated privately",
        r"(?P<about>its|their|[\w-]+[’']s)_(?:[\w-]+_){0,2}?private_circulation\b",
        "private",
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
        "preserved",
        r"\bof_(?P<about>(?:the|this|that|his|her)_(?:[\w-]+_){0,2}?NOUNS[^,.;:]{0,50}?)_there_(?:are|is|exist|were)_"
        r"(?P<object>(?:[\w-]+_){1,3}?cop(?:y|ies))\b",
        "copy copies",
    ),
    Idiom(
        "preserved",
        r"(?P<about>(?:an?|the|this|his|her|my|these)_(?:[\w-]+_){0,2}?NOUNS)(?:_of_[^,.;:]{1,40}?)?_(?:is|are|was|were)"
        r"_(?:now_|still_)?(?:in_the_(?:possession|hands|library|archives?)_of|kept_(?:in|at|by)|deposited_(?:in|at)"
        r"|to_be_found_in)_(?P<object>(?:(?:Mrs?|Dr|St)\.|[^,.;:]){2,60})",
        "possession hands kept deposited found library archive",
    ),
    Idiom(
        "received",
        r"\b(?P<about>(?:an?|the|this|his|her|my|these|it|they)(?:_(?:[\w’'-]+_){0,3}?NOUNS)?)_(?:has_|have_|had_)?(?:later_|then_)?"
        r"(?:came|come|passed|fell)_into_(?:the_)?(?:hands|possession)_of_(?P<object>[^,.;:()]{2,60})",
        "hands possession",
    ),
    Idiom(
        "destroyed",
        r"(?P<about>it|they|(?:the|his|her|my)_(?:[\w-]+_){0,2}?NOUNS)_(?:went|was_thrown|were_thrown|was_put|were_put)_"
        r"(?P<object>into_the_(?:fire|stove|flames))\b",
        "fire stove flames",
    ),
    Idiom(
        "destroyed",
        r"\b(?:threw|flung|cast|put)_(?P<about>it|them|(?:the|his|her|my)_(?:[\w-]+_){0,2}?NOUNS)_"
        r"(?P<object>into_the_(?:fire|stove|flames))\b",
        "fire stove flames",
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
        "preserved",
        r"\b(?P<about>(?:an?|the|this|his|her|my|these)_(?:[\w’'-]+_){0,3}?NOUNS)(?:\.(?=_in))?"
        r"(?:,_(?:which_is_)?|_)(?:now_|still_|formerly_)?"
        r"(?:in_the_(?:possession|hands|archives?|keeping)_of|preserved_(?:in|at))_"
        r"(?P<object>(?:(?:Mrs?|Messrs|Dr|St)\.|[^,.;:()]){2,60})",
        "possession hands preserved archive keeping",
    ),
    Idiom(
        "translated",
        r"(?P<about>(?:the|this|our)_(?:[\w-]+_){0,2}?translation)_is_(?:by|that_of)_(?P<object>[^,.;:]{2,40})",
        "translation",
    ),
    Idiom(
        "preserved",
        r"\b(?P<denied>no)_(?:such_)?(?P<about>NOUNS)(?:_of_[^,.;:]{1,40}?)?_"
        r"(?:exists?|survives?|has_survived|have_survived|is_known|are_known)\b",
        "exist surviv known",
    ),
    Idiom(
        "translated",
        r"\b(?:put|turned|rendered|done|made|had)_(?P<about>it|them|(?:the|this|his|her)_(?:[\w-]+_){0,2}?NOUNS)_"
        r"(?:over_again_|put_)?(?P<object>(?:into|out_of)_(?:the_)?(?:English|French|German|Russian|Latin|Greek"
        r"|Italian|Spanish|Polish|Dutch|Danish|Swedish))\b",
        "english french german russian latin greek italian spanish polish dutch danish swedish",
    ),
    Idiom(
        "circulated",
        r"(?P<about>its|their)_(?:(?:very|rather|wide|large|great|rapid|secret|limited|general|free|extensive|enormous)_){0,3}"
        r"circulation\b(?!_of)",
        "circulation",
    ),
    Idiom(
        "edited",
        r"\b(?P<about>of_which|whose)_(?P<object>[^,.;:]{2,40}?)_(?:is|was)_(?:the_)?(?:chief_)?editor\b",
        "editor",
    ),
    Idiom(
        "lost",
        r"\b(?P<about>(?:an?|the|this|that|his|her|its|their|some|many|several|two|three)_(?:[\w’'-]+_){0,3}?NOUNS)"
        r"(?:_of_[^,.;:()]{1,40}?)?,_(?:now|since|long_since|unfortunately|apparently)_lost\b",
        "lost",
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
        "preserved",
        r"\b(?:there_(?:is|are|exists?)|we_have)_(?:(?:still|now|also)_)?"
        r"(?P<about>(?:an?|another|two|three|several|many|no|only_one)_(?:[\w’'-]+_){0,3}?"
        r"(?:cop(?:y|ies)|manuscripts?|autographs?|drafts?|transcripts?|typescripts?|exemplars?|MSS?\.?)"
        r"(?:_of_[^,.;:()]{1,40}?)?)_(?:in|at|among)_(?P<object>(?:(?:the|his|her|our)_)?[\w’'-]+(?:_[\w’'-]+){0,5})",
        "copy copies manuscript autograph draft transcript typescript exemplar mss",
    ),
    Idiom(
        "preserved",
        r"\b(?P<about>(?:an?|the|this|that|his|her|my|these|its|which|it|they)(?:_(?:[\w’'-]+_){0,3}?NOUNS)?)"
        r"(?:_of_[^,.;:()]{1,40}?)?(?:,_(?:which_(?:is|are)_)?|_(?:is|are)_)(?:now_|still_|today_|at_present_|preserved_|kept_|held_"
        r"|housed_|stored_|deposited_){0,2}(?:in|at|by|among)_"
        r"(?P<object>(?:the|his|her)_(?=(?:[\w’'.-]+_){0,6}(?-i:[A-Z]))(?:(?-i:[A-Z])[\w’'.-]*_|of_|and_|the_|library_|papers_|state_|royal_|national_|public_"
        r"|university_|city_){0,6}(?:Library|Museum|Archives?|Bodleian|Vatican|Collection|Institute|Records?_Office"
        r"|papers_of_(?-i:[A-Z])\w+)\b(?:_(?:at|in|of)_(?:the_)?(?-i:[A-Z])[\w’-]+(?:_(?-i:[A-Z])[\w’-]+){0,3})?)",
        "librar museum archive bodleian vatican collection institute office papers",
    ),
    Idiom(
        "left out of an edition",
        r"\b(?P<about>it|they|which|(?:an?|the|this|that|his|her|these|its|two|three|several|some|many)_(?:[\w’'-]+_){0,3}?NOUNS"
        r"(?:_of_[^,.;:()]{1,40}?)?)_(?:is|are|was|were)_(?P<gone>missing|lacking|absent|wanting)_(?:in|from)_"
        r"(?P<object>[^,.;:()]{0,40}?(?:editions?|versions?|translations?|collections?|works|reprints?|printed_text)\b)",
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
        "received",
        r"\b(?P<about>(?:your|his|her|their|my|the|a|this|that)_(?:[\w’'-]+_){0,2}?(?:letters?|telegrams?|notes?|postcards?"
        r"|despatch(?:es)?|manuscripts?|messages?)(?:_(?:of|from)_[^,.;:()]{1,30}?)?)_(?:has_|have_|had_)?"
        r"(?P<denied>never_|not_(?:yet_)?)?(?:(?:only|just|duly|at_last|finally|already)_)?"
        r"(?:reached_(?P<object>me|us|him|her|them|(?-i:[A-Z])[\w’-]+)\b|arrived\b(?!_at_))",
        "arrived reached",
    ),
    Idiom(
        "lost",
        r"\bwhereabouts_of_(?P<about>(?:the|this|that|his|her|its|their|these)_(?:[\w’'-]+_){0,3}?NOUNS)"
        r"(?:_of_[^,.;:()]{1,40}?)?_(?:is|are|remains?)_(?:now_|still_|at_present_)?(?:unknown|not_known)\b",
        "whereabouts",
    ),
    Idiom(
        "preserved",
        r"\b(?P<about>(?:only_)?(?:one|two|three|four|five|six|a_single|single|several|few)_(?:[\w’'-]+_){0,2}?"
        r"(?:cop(?:y|ies)|manuscripts?|MSS?\.?|exemplars?|transcripts?)(?:_of_[^,.;:()]{1,40}?)?)"
        r"_(?:is|are)_(?:now_)?known(?:_to_(?:exist|survive))?\b(?!_(?:as|by|for|to|that)\b)",
        "known",
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
        "lost",
        r"\b(?P<about>(?:the|its|one|two|three|some|several|many)_(?:[\w’'-]+_){0,2}?(?:pages?|paragraphs?|chapters?|fragments?|letters?|verses?|stanzas?)"
        r"(?:_of_[^,.;:()]{1,30}?)?)_(?:is|are|was|were)_(?:now_)?(?:missing|wanting|lacking)\b(?!_(?:in|from)\b)",
        "missing wanting lacking",
    ),
    Idiom(
        "intercepted",
        r"\b(?P<about>(?:an?|the|this|that|his|her|my|your|our|their|these|all)_(?:[\w’'-]+_){0,2}?(?:letters?|telegrams?|correspondence)"
        r"(?:_(?:of|to|from)_[^,.;:()]{1,40}?)?)_(?:is|are|was|were|had_been|has_been|have_been)_(?:being_)?opened_by_"
        r"(?P<object>the_(?:[\w-]+_){0,2}?(?:police|censors?|censorship|authorities|gendarmes|government|guards?))\b",
        "opened",
    ),
    Idiom(
        "sent",
        r"\b(?:am|are|is)_(?:now_|also_|herewith_)?(?:sending|enclosing|returning|forwarding)_(?:you|him|her|them|to_you)?_?"
        r"(?P<about>(?:an?|the|this|his|her|my|our|your|some|two|three)_(?:[\w’'-]+_){0,3}?NOUNS)",
        "sending enclosing returning forwarding",
    ),
    Idiom(
        "copied",
        r"\b(?P<about>(?:the|this|our)_(?:present_)?(?:text|edition|transcription|reprint))(?:_(?:here_)?(?:given|printed))?(?:_here)?"
        r"_(?:is_based_(?:up)?on|follows|reproduces)_(?P<object>(?:the|that|an?|his|her)_(?:[\w’'-]+_){0,4}?"
        r"(?:editions?|manuscripts?|autograph|draft|text|copy|typescript|proofs|transcript|version)\b(?:_of_\d{4})?)",
        "based follows reproduces",
    ),
)
