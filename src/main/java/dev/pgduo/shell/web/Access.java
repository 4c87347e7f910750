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
 * Who may read the page: whoever has the address with its token, where there is one, and asks for it under a name that can only be this machine's. A
 * foreign page whose name leads here (DNS rebinding) comes with its own name.
 *
 * @param token first part of every path, or empty
 * @param names under which this machine may be asked, besides its numbers
 */
record Access(String token, Set<String> names) {
    private static final Pattern HOST = Pattern.compile("(?<name>\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::\\d{1,5})?");
    private static final Pattern NUMBERS = Pattern.compile("\\[.*]|\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final int TOKEN_BYTES = 16;

    Access {
        names = Set.copyOf(names);
    }

    /** A token that nobody guesses. */
    static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Where the page is. */
    String path() {
        return token.isEmpty() ? "/" : "/" + token + "/";
    }

    /** Which of the page's files a path asks for, empty for the page itself; no value when the token is not in it. */
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

    /** Whether a request's header {@code Host} names this machine. */
    boolean host(String header) {
        var host = HOST.matcher(header);
        return host.matches()
                && (NUMBERS.matcher(host.group("name")).matches()
                        || names.contains(host.group("name").toLowerCase(Locale.ROOT)));
    }
}
