package dev.pgduo.transcript.foreign;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that indicate a session, in the names of prompts and in prose. */
final class SessionHints {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}])(?:s|t|tx|txn|sess|session|conn|connection|client|terminal|window|transaction|сессия|сеанс|транзакция)"
                    + "[ _-]?#?([1-9])(?![\\p{N}])");
    private static final Pattern LONE = Pattern.compile("(?:[-*•]\\s+)?[#№(]?\\s?([1-9A-Ca-c])[).:]?");

    private static final Pattern SESSIONS = Pattern.compile(
            "(?<![\\p{L}])(?:(?:in|for|from|on|into)\\s+(?:the\\s+)?(?<many>both|all|each|every|two|three)(?:\\s+(?:of|the|our|your|two|three|psql|database))*"
                    + "\\s+(?:sessions?|terminals?|windows?|connections?|clients?|transactions?|tabs?|consoles?)"
                    + "|(?:в|во|для|из)\\s+(?<ru>обо?их|обеих|двух|тр[её]х|всех|кажд\\p{L}+)(?:\\s+(?:двух|(?<three>тр[её]х)|наших))?"
                    + "\\s+(?:сесси|сеанс|терминал|окн|соединени|транзакци|консол|подключени)\\p{L}*)(?![\\p{L}])");
    private static final Pattern SESSION = Pattern.compile(
            "(?<![\\p{L}])(?:(?<ordinal>first|second|third|fourth|fifth|another|other|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+"
                    + "|четв[её]рт\\p{L}+|пят(?:ой|ая|ую|ый|ом|ого)|друг\\p{L}+|[1-9]-?\\p{L}{1,2}|(?<=^[^\\p{L}\\p{N}]{0,8})[1-9](?="
                    + "\\s+(?:session|terminal|window|connection|client|transaction|console|сессия|сеанс|терминал|окно|консоль|транзакция)(?:\\s*[.:;,)(—–-]|\\s*$)))\\s+(?:psql\\s+|database\\s+|concurrent\\s+)?"
                    + "(?:session|terminal|window|connection|client|transaction|psql|tab|console|shell|[сc]есси|[сc]еанс|терминал|окн|соединени|транзакци|консол|подключени)"
                    + "|(?:session|terminal|window|connection|client|transaction|trans|tab|psql(?=[\\s#])|console|[сc]есси[яию]?|[сc]еанс\\p{L}?|терминал\\p{L}?|консол[ьи]|транзакци[яию])"
                    + "\\s*(?:#|№|no\\.?|number)?\\s*(?<number>[1-9](?![\\p{N}])|one|two|three|a(?![\\p{L}])|b(?![\\p{L}])))");

    private SessionHints() {}

    /** The number of a session according to the words of a name; 0 for no indication. */
    static int ofName(String name) {
        Matcher matcher = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** The session of the next commands according to a paragraph; empty for no indication; 0 for another session. */
    static Optional<Integer> ofProse(String prose) {
        String[] sentences = Hints.sentences(prose.toLowerCase(Locale.ROOT));
        for (int i = sentences.length - 1; i >= 0; i--) {
            Optional<Integer> found = ofSentence(sentences[i]);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> ofSentence(String sentence) {
        Matcher matcher = SESSION.matcher(sentence);
        Optional<Integer> found = Optional.empty();
        while (matcher.find() && (found.isEmpty() || !first(sentence))) {
            String which = matcher.group("ordinal") == null ? matcher.group("number") : matcher.group("ordinal");
            found = Optional.of(number(which));
        }
        return found;
    }

    /**
     * The number of sessions for the next commands according to a paragraph, if there are several: 0 for all, 1 for one or no
     * indication.
     */
    static int severalOfProse(String prose) {
        String sentence = sentence(prose.toLowerCase(Locale.ROOT));
        Matcher matcher = SESSIONS.matcher(sentence);
        int count = 1;
        int end = 0;
        while (matcher.find()) {
            String many = matcher.group("many") == null ? matcher.group("ru") : matcher.group("many");
            boolean three = matcher.group("three") != null || many.matches("three|тр.*");
            count = three ? 3 : many.matches("both|two|об.*|двух") ? 2 : 0;
            end = matcher.end();
        }
        Matcher one = SESSION.matcher(sentence);
        while (one.find()) {
            count = one.start() >= end ? 1 : count;
        }
        return count;
    }

    /** The number or letter that is alone in a paragraph, as in a list of sessions; 0 when there is none. */
    static int loneNumber(String prose) {
        Matcher matcher = LONE.matcher(prose.strip());
        if (!matcher.matches()) {
            return 0;
        }
        char sign = matcher.group(1).toUpperCase(Locale.ROOT).charAt(0);
        return Character.isDigit(sign) ? sign - '0' : sign - 'A' + 1;
    }

    /** Whether a sentence begins with the session that it is about. */
    private static boolean first(String sentence) {
        Matcher matcher = SESSION.matcher(sentence);
        return matcher.find() && sentence.substring(0, matcher.start()).split("\\s+").length <= 3;
    }

    private static int number(String word) {
        if (word.matches("(?:first|one|a$|перв).*")) {
            return 1;
        }
        if (word.matches("(?:second|two|b$|втор).*")) {
            return 2;
        }
        if (word.matches("(?:third|three|трет).*")) {
            return 3;
        }
        if (word.matches("(?:four|четв).*")) {
            return 4;
        }
        return word.matches("\\d.*") ? word.charAt(0) - '0' : word.matches("(?:fif|пят).*") ? 5 : 0;
    }

    /** The last sentence that is not empty. */
    private static String sentence(String text) {
        String[] sentences = Hints.sentences(text);
        return sentences[sentences.length - 1];
    }
}
