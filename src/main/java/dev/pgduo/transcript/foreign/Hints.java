package dev.pgduo.transcript.foreign;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that say a node or a session, in the names of prompts, in paths and in prose. */
final class Hints {
    private static final String ONE = "primary|master|leader|publisher|pub|provider|upstream|alpha|α";
    private static final String TWO =
            "standby|replica|slave|secondary|follower|subscriber|sub|downstream|beta|β|mirror";
    private static final String PLACE =
            "node|server|srv|cluster|clu|host|vm|machine|instance|pg|box|rac|ноде?|узле?|сервере?|вм|хосте?|машине?";
    private static final Pattern NODE = Pattern.compile("(?:(?<one>" + ONE + ")|(?<two>" + TWO + ")|(?:" + PLACE
            + ")[ _-]?(?:№\\s?)?0?(?:(?<first>[1aа])|(?<second>[2bб]))(?![\\p{L}\\p{N}])|(?<third>(?:" + PLACE
            + ")[ _-]?0?[3-9]|gamma|γ))");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}])(?:s|t|tx|txn|sess|session|conn|connection|client|terminal|window|transaction|сессия|сеанс|транзакция)"
                    + "[ _-]?#?([1-9])(?![\\p{N}])");

    private static final String NODES =
            "(?:" + ONE + "|" + TWO + "|(?:" + PLACE + ")[ _-]?(?:№\\s?)?0?[1-9aаbб](?![\\p{L}]))";
    private static final Pattern ON = Pattern.compile(
            "(?<![\\p{L}])(?:on|at|in|inside|from|onto|connect(?:ed|ing)? to|log(?:ged)? in(?:to)?|switch to"
                    + "|(?:go|move|return|back) to|ssh (?:in)?to)\\s+(?:the\\s+|your\\s+|our\\s+|both\\s+)?(?:(?:new|old|former|first|second|database)\\s+)*"
                    + "(" + NODES
                    + "|(?:first|second)\\s+(?:node|server|host|machine|instance|cluster))(?![\\p{L}\\p{N}])");
    private static final Pattern ON_RU = Pattern.compile(
            "(?<![\\p{L}])(?:на|в|подключ\\p{L}+ к|переключ\\p{L}+ на|верн\\p{L}+ (?:к|на))\\s+(?:нов\\p{L}+\\s+|сервер\\p{L}*\\s+)?"
                    + "(мастер\\p{L}*|основн\\p{L}+|первичн\\p{L}+|ведущ\\p{L}+|публик\\p{L}+|реплик\\p{L}+|резервн\\p{L}+|подписчик\\p{L}*|ведом\\p{L}+"
                    + "|(?:перв|втор)\\p{L}+\\s+(?:сервер|узел|узл|нод|вм|машин|кластер)\\p{L}*|[1-4]-?(?:й|м|ю)?\\s?(?:вм|ноде|узле|сервере)|"
                    + "(?:вм|ноде|узле|сервере)\\s?№?\\s?[1-4]|" + ONE + "|" + TWO + ")(?![\\p{L}])");
    private static final Pattern SHORT = Pattern.compile(
            "(?:(?:the|on|at|в|на)\\s+)*(?:\\S+\\s+)??(" + NODES
                    + ")(?:\\s+(?:node|server|side|host|machine|instance|database|cluster|сервер\\p{L}*))?(?:\\s*\\([^)]*\\))?\\s*[:.-]*");
    private static final Pattern SESSION =
            Pattern.compile("(?<![\\p{L}])(?:(?<ordinal>first|second|third|fourth|1st|2nd|3rd|another|other"
                    + "|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|друг\\p{L}+|1-?\\p{L}{1,2}|2-?\\p{L}{1,2}|3-?\\p{L}{1,2})\\s+(?:psql\\s+|database\\s+|concurrent\\s+)?"
                    + "(?:session|terminal|window|connection|client|transaction|psql|tab|console|shell|сесси|сеанс|терминал|окн|соединени|транзакци|консол|подключени)"
                    + "|(?:session|terminal|window|connection|client|transaction|tab|psql|console|сесси[яию]|сеанс\\p{L}?|терминал\\p{L}?|консол[ьи]|транзакци[яию])"
                    + "\\s*(?:#|№|no\\.?|number)?\\s*(?<number>[1-9]|one|two|three|a(?![\\p{L}])|b(?![\\p{L}])))");

    private Hints() {}

    /** {@code a} or {@code b} by the words of a name; {@code c} of a third; null when it says nothing. */
    static @Nullable String nodeOfName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int host = lower.lastIndexOf('@');
        String found = host < 0 ? null : node(lower.substring(host + 1));
        return found == null ? node(lower) : found;
    }

    private static @Nullable String node(String text) {
        Matcher matcher = NODE.matcher(text);
        String found = null;
        while (matcher.find()) {
            if (apart(text, matcher.start(), matcher.end())) {
                found = matcher.group("third") != null
                        ? "c"
                        : matcher.group("one") != null || matcher.group("first") != null ? "a" : "b";
            }
        }
        return found;
    }

    /** Whether these letters are a word; a number may follow. */
    private static boolean apart(String text, int start, int end) {
        boolean before = start == 0 || !Character.isLetter(text.charAt(start - 1));
        return before && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }

    /** The number of a session by the words of a name; 0 when it says none. */
    static int sessionOfName(String name) {
        Matcher matcher = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** The node that a paragraph or a title says the next commands are for. */
    static @Nullable String nodeOfProse(String prose) {
        String text = prose.toLowerCase(Locale.ROOT).replaceAll("[`*_\"']", " ").strip();
        Matcher alone = SHORT.matcher(text);
        if (alone.matches()) {
            return word(alone.group(1));
        }
        String found = first(ON, sentence(text));
        found = found == null ? first(ON_RU, sentence(text)) : found;
        return found == null ? null : word(found);
    }

    private static @Nullable String word(String word) {
        if (word.matches("(?:first|перв|1|мастер|основн|первичн|ведущ|публик).*|.*1")) {
            return "a";
        }
        if (word.matches("(?:second|втор|2|реплик|резервн|подписчик|ведом).*|.*2")) {
            return "b";
        }
        return word.matches("[3-9].*|.*[3-9]") ? "c" : node(word);
    }

    /** The number of the session that a paragraph says the next commands are for; empty when it says none; 0 is another one. */
    static Optional<Integer> sessionOfProse(String prose) {
        String sentence = sentence(prose.toLowerCase(Locale.ROOT));
        Matcher matcher = SESSION.matcher(sentence);
        Optional<Integer> found = Optional.empty();
        while (matcher.find() && (found.isEmpty() || !first(sentence))) {
            String which = matcher.group("ordinal") == null ? matcher.group("number") : matcher.group("ordinal");
            found = Optional.of(number(which));
        }
        return found;
    }

    /** Whether a sentence begins with the session that it is about. */
    private static boolean first(String sentence) {
        Matcher matcher = SESSION.matcher(sentence);
        return matcher.find() && sentence.substring(0, matcher.start()).split("\\s+").length <= 3;
    }

    private static int number(String word) {
        if (word.matches("(?:first|1|one|a$|перв).*")) {
            return 1;
        }
        if (word.matches("(?:second|2|two|b$|втор).*")) {
            return 2;
        }
        if (word.matches("(?:third|3|three|трет).*")) {
            return 3;
        }
        return word.matches("\\d") ? Integer.parseInt(word) : word.equals("fourth") ? 4 : 0;
    }

    /** The last sentence that is not empty. */
    private static String sentence(String text) {
        String[] sentences = text.strip().split("(?<=[.!?])\\s+", -1);
        return sentences[sentences.length - 1];
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
