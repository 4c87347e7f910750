package dev.pgduo.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSession;

/**
 * The TLS version and the cipher of an encrypted connection, by OpenSSL's names.
 *
 * @param protocol {@code TLSv1.3}, …
 * @param cipher {@code ECDHE-RSA-AES256-GCM-SHA384}, …
 */
public record TlsSession(String protocol, String cipher) {
    private static final Pattern AES = Pattern.compile("AES_?(\\d+)");
    private static final Pattern OLDER = Pattern.compile("TLS_(.+)_WITH_(.+)");

    /** Those of a session of Java's; from TLS 1.3 on, OpenSSL uses the standard's names, as Java does. */
    static TlsSession of(SSLSession session) {
        String suite = session.getCipherSuite();
        return new TlsSession(session.getProtocol(), OLDER.matcher(suite).matches() ? older(suite) : suite);
    }

    /** The length of the cipher's key in bits; empty when its name does not say it. */
    public String keyBits() {
        if (cipher.contains("CHACHA20")) {
            return "256";
        }
        Matcher aes = AES.matcher(cipher);
        return aes.find() ? aes.group(1) : "";
    }

    private static String older(String suite) {
        String name = OLDER.matcher(suite)
                .replaceFirst("$1_$2")
                .replaceFirst("^RSA_", "")
                .replaceFirst("AES_(\\d+)_(CBC_)?", "AES$1_")
                .replaceFirst("POLY1305_SHA256$", "POLY1305");
        return name.replace('_', '-');
    }
}
