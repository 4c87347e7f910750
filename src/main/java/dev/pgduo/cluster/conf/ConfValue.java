package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Quoting of values in configuration files. */
public final class ConfValue {
    private ConfValue() {}

    /**
     * The value in single quotes, as ALTER SYSTEM writes it: quotes and backslashes doubled.
     *
     * @throws LabException when the value contains a newline
     */
    public static String quote(String plain) {
        if (plain.indexOf('\n') >= 0) {
            throw new LabException(ErrorReport.error("parameter value must not contain a newline")
                    .detail("A setting is one line of its file."));
        }
        return "'" + plain.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /**
     * The value of a quoted text: doubled quotes, and backslash escapes (b f n r t, octal bytes of UTF-8, others literal), are
     * replaced.
     */
    public static String unquote(String quoted) {
        String body = quoted.substring(1, quoted.length() - 1);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int i = 0;
        while (i < body.length()) {
            int next = body.offsetByCodePoints(i, 1);
            if (next == body.length() || "'\\".indexOf(body.charAt(i)) < 0) {
                plain.writeBytes(body.substring(i, next).getBytes(StandardCharsets.UTF_8));
                i = next;
            } else {
                i = body.charAt(i) == '\\' ? escape(body, next, plain) : doubled(next, plain);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static int doubled(int at, ByteArrayOutputStream plain) {
        plain.write('\'');
        return at + 1;
    }

    /** Adds the character of an escape, whose part after the backslash begins at an index; returns the index after it. */
    private static int escape(String body, int at, ByteArrayOutputStream plain) {
        int end = at;
        while (end < body.length() && end - at < 3 && "01234567".indexOf(body.charAt(end)) >= 0) {
            end++;
        }
        if (end > at) {
            plain.write(Integer.parseInt(body.substring(at, end), 8));
            return end;
        }
        int control = "bfnrt".indexOf(body.charAt(at));
        int next = body.offsetByCodePoints(at, 1);
        String meant = control < 0 ? body.substring(at, next) : "\b\f\n\r\t".substring(control, control + 1);
        plain.writeBytes(meant.getBytes(StandardCharsets.UTF_8));
        return next;
    }
}
