package dev.pgduo.shell.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Access control for the page: a request needs the token in its path, if there is one, and a Host header that names this
 * machine. Requests of a foreign page whose name was resolved to this machine (DNS rebinding) have another Host header.
 *
 * @param token the first part of every path, or empty
 * @param names names of this machine that are accepted besides its numeric addresses
 */
record Access(String token, Set<String> names) {
    private static final Pattern HOST = Pattern.compile("(?<name>\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::\\d{1,5})?");
    private static final Pattern NUMBERS = Pattern.compile("\\[.*]|\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final int TOKEN_BYTES = 16;

    Access {
        names = Set.copyOf(names);
    }

    /** A random token. */
    static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The path of the page. */
    String path() {
        return token.isEmpty() ? "/" : "/" + token + "/";
    }

    /** The name of the file that a path asks for, empty for the page itself; no value when the path lacks the token. */
    Optional<String> file(String path) {
        String rest = path.substring(Math.min(1, path.length()));
        if (token.isEmpty()) {
            return Optional.of(rest);
        }
        int slash = rest.indexOf('/');
        byte[] given = rest.substring(0, Math.max(slash, 0)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(rest.substring(slash + 1))
                : Optional.empty();
    }

    /** Whether a {@code Host} header names this machine. */
    boolean host(String header) {
        var host = HOST.matcher(header);
        return host.matches()
                && (NUMBERS.matcher(host.group("name")).matches()
                        || names.contains(host.group("name").toLowerCase(Locale.ROOT)));
    }
}
