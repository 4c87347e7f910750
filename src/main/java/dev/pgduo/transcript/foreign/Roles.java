package dev.pgduo.transcript.foreign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which node is the primary, according to the promotions so far. Only words such as "the new primary" follow it: "the primary" and "the standby" are the
 * names of nodes a and b in most documents, also after a promotion. Not thread-safe.
 */
final class Roles {
    private static final String PRIMARY = "(?:primary|master|leader|мастер|основн|первичн|ведущ)";
    private static final Pattern ROLE = Pattern.compile(
            "(?<!\\p{L})(?:(?:new|newly promoted|old|former|previous|нов\\p{L}+|стар\\p{L}+|бывш\\p{L}+)\\s+)?(?:"
                    + PRIMARY + "|standby|replica|slave|secondary|реплик|резервн)(?!tion)");
    private static final Pattern PROMOTES = Pattern.compile(
            "(?is).*(?:\\bpg_ctl(?:cluster)?\\s(?:.*\\s)?promote\\b|\\bpg_promote\\s*\\(|\\btouch\\s\\S*trigger).*");

    private boolean second;
    private boolean back;

    /** Takes note of a command on this node. */
    void typed(ForeignStep step, String node) {
        if (PROMOTES.matcher(step.text()).matches()) {
            back = second && node.equals("a");
            second |= node.equals("b");
        }
    }

    /** The node of the next commands, of which the words of a text alone say this node. */
    @Nullable
    String now(@Nullable String node, String prose) {
        if (node == null || !second || !node.matches("[ab]")) {
            return node;
        }
        List<String> roles = ROLE.matcher(prose.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group().replaceAll("\\s+", " "))
                .distinct()
                .toList();
        if (roles.size() != 1 || !roles.get(0).contains(" ")) {
            return node;
        }
        boolean fresh = roles.get(0).matches("n.*|нов.*");
        boolean primary = roles.get(0).matches(".*" + PRIMARY);
        String current = back ? "a" : "b";
        return primary == fresh ? current : current.equals("a") ? "b" : "a";
    }
}
