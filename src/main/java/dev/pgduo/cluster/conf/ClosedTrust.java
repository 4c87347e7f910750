package dev.pgduo.cluster.conf;

import java.util.regex.Pattern;

/**
 * {@code trust} for TCP connections in a pg_hba.conf that shall let in nobody but who knows the password. The method is written in
 * quotes there, which mean nothing to the server and tell such a line from one that somebody wrote for passwords: it is shown as the
 * {@code trust} that it stands for. Lines for the Unix-domain socket stay as they are.
 */
public final class ClosedTrust {
    private static final String HOST = "\\bhost(?:ssl|nossl|gssenc|nogssenc)?[ \\t]";
    private static final Pattern TRUST = Pattern.compile(
            "(?m)^([ \\t#]*" + HOST + "[^\\n]*[ \\t])(?:trust|\"trust\")(?=[ \\t]*(?:#.*)?\\r?$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSED = Pattern.compile("(" + HOST + "[^\\n\"]*[ \\t])\"(?:scram-sha-256|md5)\"");

    private ClosedTrust() {}

    /**
     * The file's text with all of its TCP connections closed.
     *
     * @param method how passwords are asked for: {@code scram-sha-256} or {@code md5}
     */
    public static String close(String hba, String method) {
        return TRUST.matcher(hba).replaceAll("$1\"" + method + "\"");
    }

    /** Any text with closed lines shown as what they stand for. */
    public static String shown(String text) {
        return text.indexOf('"') < 0 ? text : CLOSED.matcher(text).replaceAll("$1trust");
    }

    /** Whether this line of the file is a closed one. */
    public static boolean isClosed(String line) {
        return CLOSED.matcher(line).find();
    }
}
