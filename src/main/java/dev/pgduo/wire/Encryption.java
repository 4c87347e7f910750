package dev.pgduo.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how a connection is to be encrypted, by libpq's options; one over a Unix-domain socket never is.
 *
 * @param mode {@code sslmode}
 * @param options all connection options; those that begin with {@code ssl} count
 * @param home where the user's certificates are, in {@code .postgresql}
 * @see <a href="https://www.postgresql.org/docs/15/libpq-ssl.html">SSL support of libpq</a>
 */
record Encryption(Mode mode, Conninfo options, Path home) {
    /** What libpq does without any options: {@code sslmode=prefer}. */
    static final Encryption USUAL = of(Conninfo.empty());

    /** The values of {@code sslmode}, from the least to the most strict. */
    enum Mode {
        DISABLE,
        ALLOW,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** Whether an unencrypted connection is refused. */
        boolean required() {
            return compareTo(REQUIRE) >= 0;
        }

        /** The word for it in a connection string. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The two ways to connect. */
    enum Way {
        CLEAR,
        ENCRYPTED
    }

    /**
     * The encryption that these options ask for.
     *
     * @param full complete and checked
     */
    static Encryption of(Conninfo full) {
        String word = full.value("sslmode", "prefer").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Encryption(Mode.valueOf(word), full, Path.of(System.getProperty("user.home")));
    }

    /** The ways to connect that are tried at this address, in order. */
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
     * Refuses a login without channel binding when {@code channel_binding=require} asks for it: pgjdbc does not know of the encryption and
     * so cannot do it.
     *
     * @throws ConnectFailed with libpq's complaint
     */
    void check(@Nullable LoginInput login, Address address) throws ConnectFailed {
        if (login != null && options.value("channel_binding", "prefer").equals("require")) {
            throw address.failed(login.withoutBinding(), null, null);
        }
    }

    /** The file that an option names, or the usual one in the user's {@code .postgresql}. */
    Path file(String option, String usual) {
        String named = options.value(option);
        return named == null ? home.resolve(".postgresql").resolve(usual) : Path.of(named);
    }
}
