"""English idioms: how a text was sent, went about, was kept or lost, where no single verb says so."""

from __future__ import annotations

from variorum.layers.languages.transmission.transmission import Idiom

KEEPING = (
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
        "preserved",
        r"\b(?P<about>(?:an?|the|this|his|her|my|these)_(?:[\w’'-]+_){0,3}?NOUNS)(?:\.(?=_in))?"
        r"(?:,_(?:which_is_)?|_)(?:now_|still_|formerly_)?"
        r"(?:in_the_(?:possession|hands|archives?|keeping)_of|preserved_(?:in|at))_"
        r"(?P<object>(?:(?:Mrs?|Messrs|Dr|St)\.|[^,.;:()]){2,60})",
        "possession hands preserved archive keeping",
    ),
    Idiom(
        "preserved",
        r"\b(?P<denied>no)_(?:such_)?(?P<about>NOUNS)(?:_of_[^,.;:]{1,40}?)?_"
        r"(?:exists?|survives?|has_survived|have_survived|is_known|are_known)\b",
        "exist surviv known",
    ),
    Idiom(
        "circulated",
        r"(?P<about>its|their)_(?:(?:very|rather|wide|large|great|rapid|secret|limited|general|free|extensive|enormous)_){0,3}"
        r"circulation\b(?!_of)",
        "circulation",
    ),
    Idiom(
        "lost",
        r"\b(?P<about>(?:an?|the|this|that|his|her|its|their|some|many|several|two|three)_(?:[\w’'-]+_){0,3}?NOUNS)"
        r"(?:_of_[^,.;:()]{1,40}?)?,_(?:now|since|long_since|unfortunately|apparently)_lost\b",
        "lost",
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
        "sent",
        r"\b(?P<about>it|they|which|(?:an?|the|this|that|his|her|my|our|these)_(?:[\w’'-]+_){0,3}?NOUNS(?:_(?:of|on)_[^,.;:()]{1,40}?)?)"
        r"_(?:goes|go|went|has_gone|have_gone|had_gone|shall_go|will_go|is_going)_(?:off_)?to_"
        r"(?P<object>(?:the|my|his|her|our)_(?:printers?|publishers?|press|compositors?|editors?)|press)\b",
        "printer publisher press compositor editor",
    ),
    Idiom(
        "suppressed",
        r"\b(?:called_in|bought_(?:in|up)|recalled)_(?P<about>(?:every|all|the|all_the|the_whole|the_remaining)_"
        r"(?:[\w’'-]+_){0,3}?(?:cop(?:y|ies)|edition|impression|printing))\b",
        "called bought recalled",
    ),
)
