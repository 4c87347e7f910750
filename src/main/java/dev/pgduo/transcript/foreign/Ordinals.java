package dev.pgduo.transcript.foreign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that name a session and nothing else, as in "sess2", "in the second:" or "First clerk". */
final class Ordinals {
    /** Who has a session of their own. */
    private static final String PERSON =
            "user|clerk|customer|worker|operator|cashier|manager|tester|developer|пользователь|клерк|клиент|оператор|кассир|менеджер|покупатель"
                    + "|разработчик|сотрудник";

    private static final Pattern LABEL = Pattern.compile(
            "(?:sess|session|client|terminal|term|conn|connection|window|tab|transaction|tx|сессия|сеанс|терминал|окно|консоль|транзакция|"
                    + PERSON + ")\\s?[-#№]?\\s?(?<after>[1-9])\\s*[:.-]*"
                    + "|(?<before>[1-9])(?:-?(?:st|nd|rd|th|\\p{IsCyrillic}{1,2}))?\\s+(?:session|client|terminal|connection|window|tab|transaction|сессия|сеанс|терминал|окно|консоль|транзакция|"
                    + PERSON + ")\\s*[:.-]*"
                    + "|(?:the\\s+)?(?:(?<one>first|первый)|(?<two>second|второй)|(?<three>third|третий)|(?<four>fourth|четв[её]ртый))\\s+(?:"
                    + PERSON + ")\\s*[:.-]*");

    private static final List<String> COUNTED = List.of("one", "two", "three", "four");

    private static final Pattern SIGNS = Pattern.compile("[`*#]|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])");

    private static final Pattern ALONE = Pattern.compile(
            "(?:(?:and|then|now|и|а|затем|теперь)\\s+)?(?:(?:in|at|on|from)\\s+)?(?:the\\s+|во?\\s+|на\\s+)?"
                    + "(?:(?<one>first|1st|перв\\p{L}{2})|(?<two>second|2nd|втор\\p{L}{2})|(?<three>third|3rd|треть\\p{L}{1,2}))(?:\\s+one)?\\s*[:.-]*");

    private Ordinals() {}

    /** The number of the session that the last line of a paragraph names; 0 when it says anything else. */
    static int label(String prose) {
        String last = prose.strip().replaceFirst("(?s).*\n", "");
        Matcher matcher = LABEL.matcher(plain(last));
        if (!matcher.matches()) {
            return 0;
        }
        for (int i = 0; i < COUNTED.size(); i++) {
            if (matcher.group(COUNTED.get(i)) != null) {
                return i + 1;
            }
        }
        String number = matcher.group("after") == null ? matcher.group("before") : matcher.group("after");
        return Integer.parseInt(number);
    }

    private static String plain(String line) {
        return SIGNS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("").strip();
    }

    /** The number of a session that a paragraph names by an ordinal, where others have been named before; 0 when it says anything else. */
    static int alone(String prose) {
        Matcher matcher = ALONE.matcher(
                prose.toLowerCase(Locale.ROOT).replaceAll("[`*_#]", "").strip());
        if (!matcher.matches()) {
            return 0;
        }
        return matcher.group("one") != null ? 1 : matcher.group("two") != null ? 2 : 3;
    }
}
