package dev.pgduo.wire;

import java.util.List;

/** The TLS versions that connection options allow ({@code ssl_min_protocol_version}, {@code ssl_max_protocol_version}). */
final class TlsVersions {
    private static final String LEAST = "ssl_min_protocol_version";
    private static final String MOST = "ssl_max_protocol_version";
    private static final List<String> KNOWN = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    private TlsVersions() {}

    /**
     * The allowed versions, in ascending order; by libpq's default, TLS 1.2 and later.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    static List<String> of(Conninfo options) {
        int least = known(LEAST, options.value(LEAST, "TLSv1.2"));
        int most = known(MOST, options.value(MOST, "TLSv1.3"));
        if (least > most) {
            throw new IllegalArgumentException("invalid SSL protocol version range");
        }
        return KNOWN.subList(least, most + 1);
    }

    private static int known(String keyword, String version) {
        for (int place = 0; place < KNOWN.size(); place++) {
            if (KNOWN.get(place).equalsIgnoreCase(version)) {
                return place;
            }
        }
        throw new IllegalArgumentException("invalid " + keyword + " value: \"" + version + "\"");
    }
}
