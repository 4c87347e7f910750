package dev.pgduo.wire;

import java.sql.SQLException;
import org.postgresql.util.PasswordUtil;

/** Hashes passwords into the form that the server stores, by pgjdbc. */
public final class PasswordText {
    private PasswordText() {}

    /**
     * The hashed password for ALTER USER.
     *
     * @param method the server's {@code password_encryption}
     */
    public static String encrypted(String user, String password, String method) {
        if (password.isEmpty()) {
            // The server removes the role's password then, whatever the method.
            return "";
        }
        try {
            String known = method.equals("on") ? "md5" : method;
            return PasswordUtil.encodePassword(user, password.toCharArray(), known);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot encrypt a password with " + method, e);
        }
    }
}
