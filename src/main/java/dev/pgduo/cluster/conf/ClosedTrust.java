package dev.pgduo.cluster.conf;

import java.util.regex.Pattern;

/**
 * Replaces {@code trust} for TCP connections in a pg_hba.conf by a password method. The method is written in double quotes,
 * which the server ignores, to distinguish such a line from one that somebody has written; it is shown as {@code trust}. Lines
 * for the Unix-domain socket are not changed.
 */
public final class ClosedTrust {
    private static final String HOST = "\\bhost(?:ssl|nossl|gssenc|nogssenc)?[ \\t]";
    private static final Pattern TRUST = Pattern.compile(
            "(?m)^([ \\t#]*" + HOST + "[^\\n]*[ \\t])(?:trust|\"trust\")(?=[ \\t]*(?:#.*)?\\r?$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSED = Pattern.compile("(" + HOST + "[^\\n\"]*[ \\t])\"(?:scram-sha-256|md5)\"");

    private ClosedTrust() {}

    /**
     * The file's text with trust replaced for all TCP connections.
     *
     * @param method the password method: {@code scram-sha-256} or {@code md5}
     */
    public static String close(String hba, String method) {
        return TRUST.matcher(hba).replaceAll("$1\"" + method + "\"");
    }

    /** The text with replaced methods shown as {@code trust}. */
    public static String shown(String text) {
        return text.indexOf('"') < 0 ? text : CLOSED.matcher(text).replaceAll("$1trust");
    }

    /** Whether a line has a replaced method. */
    public static boolean isClosed(String line) {
        return CLOSED.matcher(line).find();
    }
}
