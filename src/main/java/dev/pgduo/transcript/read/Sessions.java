package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.BlockPrefix;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sessions of a file so far, to recognize late output. Not thread-safe. */
final class Sessions {
    private static final Pattern PREFIX = Pattern.compile("([ \\t]*+)(?:(\\|++)(?=[ \\t]|$))?");

    private final Map<Integer, BlockPrefix> prefixes = new TreeMap<>();
    private final Set<Integer> silent = new HashSet<>();

    /** Notes a session's input, and whether it may be a statement that blocks. */
    void seen(BlockPrefix prefix, boolean maybeBlocks) {
        prefixes.put(prefix.session(), prefix);
        if (maybeBlocks) {
            silent.add(prefix.session());
        } else {
            silent.remove(prefix.session());
        }
    }

    /** Whether the session's last statement has no output yet. */
    boolean waits(BlockPrefix prefix) {
        return silent.contains(prefix.session());
    }

    /** The prefix of the block that would begin in this line if it is late output, or null. */
    @Nullable
    BlockPrefix lateOutput(String line) {
        Matcher matcher = PREFIX.matcher(line);
        if (line.isBlank() || !matcher.lookingAt()) {
            return null;
        }
        boolean indented = matcher.group(1).length() >= 4 || matcher.group(1).contains("\t");
        int bars = matcher.group(2) == null ? 0 : matcher.group(2).length();
        BlockPrefix known = prefixes.get(bars + 1);
        if (known == null && indented) {
            known = prefixes.get(1);
        }
        return known == null || (!indented && bars == 0) ? null : reaching(known, line);
    }

    private static @Nullable BlockPrefix reaching(BlockPrefix known, String line) {
        return known.text().isEmpty() || known.strip(line) == null ? null : known;
    }
}
