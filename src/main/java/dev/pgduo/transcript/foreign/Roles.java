package dev.pgduo.transcript.foreign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which node is the primary, according to the promotions so far. Only words such as "the new primary" follow it: "the primary" and "the standby" are the
 * names of nodes a and b in most documents, also after a promotion; not where the document switches back and node a is a standby. Not thread-safe.
 */
final class Roles {
    private static final String PRIMARY = "(?:primary|master|leader|мастер|основн|первичн|ведущ)";
    private static final Pattern ROLE = Pattern.compile(
            "(?<!\\p{L})(?:(?:new|newly promoted|old|former|previous|нов\\p{L}+|стар\\p{L}+|бывш\\p{L}+)\\s+)?(?:"
                    + PRIMARY + "|standby|replica|slave|secondary|реплик|резервн)(?!tion)");
    private static final Pattern PROMOTES = Pattern.compile(
            "(?is).*(?:\\bpg_ctl(?:cluster)?\\s(?:.*\\s)?promote\\b|\\bpg_promote\\s*\\(|\\btouch\\s\\S*trigger).*");
    private static final Pattern FOLLOWS = Pattern.compile(
            "(?is).*(?:standby\\.signal|standby_mode|\\bpg_rewind\\s|\\bpg_basebackup\\s(?:.*\\s)?-[A-Za-z]*R|recovery\\.conf).*");
    private static final Pattern BACK = Pattern.compile(
            "(?iu).*(?:(?:switch|fail)(?:ing)?[ -]?back|second\\s+(?:switch|fail)[ -]?over|revers\\p{L}+\\s+(?:the\\s+)?switch|обратн\\p{L}+\\s+переключ).*");
    /** A machine that is named by its number. */
    private static final Pattern NUMBERED = Pattern.compile(".*(?:node|server|host|узел|узл|сервер)\\p{L}*[ _-]?\\d.*");

    /** Whether node b has been promoted. */
    private boolean promoted;
    /** Whether node a has been promoted after it. */
    private boolean back;
    /** Whether node a has been made a standby. */
    private boolean follows;
    /** Whether the text is about switching back. */
    private boolean swapped;

    /** Takes note of a title. */
    void title(String text) {
        swapped |= promoted && !back && follows && BACK.matcher(text).matches();
    }

    /** Takes note of a command on this node. */
    void typed(ForeignStep step, String node) {
        follows |= node.equals("a") && FOLLOWS.matcher(step.text()).matches();
        if (PROMOTES.matcher(step.text()).matches()) {
            back = promoted && follows && node.equals("a");
            promoted |= node.equals("b");
            swapped = false;
        }
    }

    /** The node of the next commands, of which the words of a text alone say this node. */
    @Nullable
    String now(@Nullable String node, String prose) {
        if (node == null || !promoted || !node.matches("[ab]")) {
            return node;
        }
        List<String> roles = ROLE.matcher(prose.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group().replaceAll("\\s+", " "))
                .distinct()
                .toList();
        if (swapped
                && !roles.isEmpty()
                && !NUMBERED.matcher(prose.toLowerCase(Locale.ROOT)).matches()) {
            return other(node);
        }
        if (roles.size() != 1 || !roles.get(0).contains(" ")) {
            return node;
        }
        boolean fresh = roles.get(0).matches("n.*|нов.*");
        boolean primary = roles.get(0).matches(".*" + PRIMARY);
        String current = back ? "a" : "b";
        return primary == fresh ? current : other(current);
    }

    private static String other(String node) {
        return node.equals("a") ? "b" : "a";
    }
}
