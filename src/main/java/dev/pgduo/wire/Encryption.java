package dev.pgduo.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how a connection is to be encrypted, in libpq's words; a Unix-domain socket never is.
 *
 * @param mode {@code sslmode}
 * @param options all connection options; those that begin with {@code ssl} count
 * @param home where the user's certificates are, in {@code .postgresql}
 * @see <a href="https://www.postgresql.org/docs/15/libpq-ssl.html">SSL support of libpq</a>
 */
record Encryption(Mode mode, Conninfo options, Path home) {
    /** What libpq does when nobody says anything. */
    static final Encryption USUAL = of(Conninfo.empty());

    /** How much is asked of the server, in rising order. */
    enum Mode {
        DISABLE,
        ALLOW,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** Whether a connection in the clear is out of the question. */
        boolean required() {
            return compareTo(REQUIRE) >= 0;
        }

        /** The word for it in a connection string. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which of the two ways to connect is tried, one after the other. */
    enum Way {
        CLEAR,
        ENCRYPTED
    }

    /**
     * What these options ask for.
     *
     * @param full checked before
     */
    static Encryption of(Conninfo full) {
        String word = full.value("sslmode", "prefer").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Encryption(Mode.valueOf(word), full, Path.of(System.getProperty("user.home")));
    }

    /** The ways to try at this address. */
    List<Way> ways(Address address) {
        if (address.inet() == null) {
            return List.of(Way.CLEAR);
        }
        return switch (mode) {
            case DISABLE -> List.of(Way.CLEAR);
            case ALLOW -> List.of(Way.CLEAR, Way.ENCRYPTED);
            case PREFER -> List.of(Way.ENCRYPTED, Way.CLEAR);
            default -> List.of(Way.ENCRYPTED);
        };
    }

    /**
     * Refuses a login that did not bind the channel although that was asked for: pgjdbc is not told of the encryption, so it cannot.
     *
     * @throws ConnectFailed with libpq's complaint
     */
    void check(@Nullable LoginInput login, Address address) throws ConnectFailed {
        if (login != null && options.value("channel_binding", "prefer").equals("require")) {
            throw address.failed(login.withoutBinding(), null, null);
        }
    }

    /** A file that an option names, or its usual place among the user's certificates. */
    Path file(String option, String usual) {
        String named = options.value(option);
        return named == null ? home.resolve(".postgresql").resolve(usual) : Path.of(named);
    }
}
