package dev.pgduo.lab.fault.network;

import dev.pgduo.report.LabException;
import dev.pgduo.wire.Conninfo;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes a standby's primary_conninfo so that it connects to the link: with another port, and another host only if necessary.
 */
final class ThroughLink {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");
    private static final String VALUE = "\\s*=\\s*(?:'(?:[^'\\\\]|\\\\.)*'|\\S*)";

    private ThroughLink() {}

    /**
     * The conninfo with this port of 127.0.0.1.
     *
     * @throws LabException when it cannot be parsed, or is a URI
     */
    static String conninfo(String before, int port) {
        if (before.startsWith("postgres")) {
            throw LabException.of(
                    "cannot put the link before the primary: primary_conninfo is a URI",
                    "Write it as keywords and values: \"host=127.0.0.1 port=5432\".");
        }
        String through = with(before, "port", Integer.toString(port));
        String address = parsed(before).value("hostaddr", "");
        String host = address.isEmpty() ? parsed(before).value("host", "") : address;
        if (HERE.contains(host)) {
            return through;
        }
        return address.isEmpty() ? with(through, "host", "127.0.0.1") : with(through, "hostaddr", "127.0.0.1");
    }

    private static Conninfo parsed(String conninfo) {
        try {
            return Conninfo.parse(conninfo);
        } catch (IllegalArgumentException e) {
            throw LabException.of("could not read primary_conninfo: " + e.getMessage());
        }
    }

    private static String with(String conninfo, String keyword, String value) {
        Matcher present =
                Pattern.compile("(?<![\\w'])" + keyword + "(?=\\s*=)" + VALUE).matcher(conninfo);
        String word = keyword + "=" + value;
        return present.find() ? present.replaceFirst(word) : (conninfo + " " + word).strip();
    }
}
