package dev.pgduo.cluster.conf;

/** Quoting of values in configuration files. */
public final class ConfValue {
    private ConfValue() {}

    /** The value in single quotes, as ALTER SYSTEM writes it. */
    public static String quote(String plain) {
        return "'" + plain.replace("'", "''") + "'";
    }

    /** What a quoted value means: doubled quotes, and backslash escapes (b f n r t, octal, anything else itself). */
    public static String unquote(String quoted) {
        StringBuilder plain = new StringBuilder();
        String body = quoted.substring(1, quoted.length() - 1);
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i++);
            if (c == '\'') {
                i++;
            }
            if (c != '\\' || i == body.length()) {
                plain.append(c);
                continue;
            }
            int octal = octalLength(body, i);
            if (octal > 0) {
                plain.append((char) Integer.parseInt(body.substring(i, i + octal), 8));
                i += octal;
            } else {
                plain.append(escaped(body.charAt(i++)));
            }
        }
        return plain.toString();
    }

    private static int octalLength(String text, int from) {
        int length = 0;
        while (length < 3 && from + length < text.length() && "01234567".indexOf(text.charAt(from + length)) >= 0) {
            length++;
        }
        return length;
    }

    private static char escaped(char c) {
        int at = "bfnrt".indexOf(c);
        return at < 0 ? c : "\b\f\n\r\t".charAt(at);
    }
}
