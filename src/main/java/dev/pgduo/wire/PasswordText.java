package dev.pgduo.wire;

import java.sql.SQLException;
import org.postgresql.util.PasswordUtil;

/** Passwords as the server stores them, made by pgjdbc. */
public final class PasswordText {
    private PasswordText() {}

    /**
     * The password for ALTER USER.
     *
     * @param method the server's {@code password_encryption}
     */
    public static String encrypted(String user, String password, String method) {
        if (password.isEmpty()) {
            // The server takes the role's password away, whatever the form.
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
