package dev.pgduo.session.query;

import dev.pgduo.scan.Quoting;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.PasswordText;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code \password}: asks twice and sends the password encrypted. */
public final class PasswordChange {
    private PasswordChange() {}

    /** Runs the command; returns whether the password was changed, after errors were printed. */
    public static boolean run(Psql psql, Optional<String> name) throws IOException {
        WireConnection connection = psql.connection();
        if (connection == null) {
            psql.err("You are currently not connected to a database.");
            return false;
        }
        try {
            String user = name.isPresent() ? name.get() : text(psql, connection, "SELECT CURRENT_USER");
            return user != null && change(psql, connection, user);
        } catch (InterruptedIOException e) {
            // As in psql, no message is printed.
            return false;
        } catch (ConnectionLost e) {
            QuerySender.lost(psql);
            return false;
        }
    }

    private static boolean change(Psql psql, WireConnection connection, String user)
            throws IOException, ConnectionLost {
        String first = psql.host().ask("Enter new password for user \"" + user + "\": ", true);
        if (first == null) {
            psql.err("could not read the new password: there is no terminal");
            return false;
        }
        String second = psql.host().ask("Enter it again: ", true);
        if (!first.equals(second)) {
            psql.err("Passwords didn't match.");
            return false;
        }
        String method = text(psql, connection, "show password_encryption");
        if (method == null) {
            return false;
        }
        String encrypted = PasswordText.encrypted(user, first, method);
        String role = user.matches("[a-z_][a-z0-9_]*") ? user : Quoting.identifier(user);
        String sql = "ALTER USER " + role + " PASSWORD " + Quoting.literal(encrypted);
        return SilentQuery.run(psql, connection, sql) != null;
    }

    private static @Nullable String text(Psql psql, WireConnection connection, String sql) throws ConnectionLost {
        Rows rows = SilentQuery.run(psql, connection, sql);
        return rows == null ? null : rows.text(0, 0);
    }
}
