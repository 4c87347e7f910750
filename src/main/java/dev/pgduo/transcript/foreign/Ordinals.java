package dev.pgduo.transcript.foreign;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A paragraph that is only an ordinal, as in "in the second:", which is a session where others have been named before. */
final class Ordinals {
    private static final Pattern ALONE = Pattern.compile(
            "(?:(?:and|then|now|и|а|затем|теперь)\\s+)?(?:(?:in|at|on|from)\\s+)?(?:the\\s+|во?\\s+|на\\s+)?"
                    + "(?:(?<one>first|1st|перв\\p{L}{2})|(?<two>second|2nd|втор\\p{L}{2})|(?<three>third|3rd|треть\\p{L}{1,2}))(?:\\s+one)?\\s*[:.-]*");

    private Ordinals() {}

    /** The number; 0 when a paragraph is anything else. */
    static int alone(String prose) {
        Matcher matcher = ALONE.matcher(
                prose.toLowerCase(Locale.ROOT).replaceAll("[`*_#]", "").strip());
        if (!matcher.matches()) {
            return 0;
        }
        return matcher.group("one") != null ? 1 : matcher.group("two") != null ? 2 : 3;
    }
}
