package dev.pgduo.scan;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a variable: {@code :name}, {@code :'name'}, {@code :"name"} or {@code :{?name}}.
 *
 * @param length characters from the colon to the end
 */
record Reference(Kind kind, String name, int length) {
    /** How the value is inserted. */
    enum Kind {
        PLAIN(1),
        LITERAL(2),
        IDENTIFIER(3),
        TEST(4);

        /** The group of the pattern that has the name. */
        private final int group;

        Kind(int group) {
            this.group = group;
        }
    }

    private static final String NAME = "([A-Za-z\\x{80}-\\x{10ffff}_0-9]+)";
    private static final Pattern FORM =
            Pattern.compile(":(?:" + NAME + "|'" + NAME + "'|\"" + NAME + "\"|\\{\\?" + NAME + "\\})");

    /** The reference that starts at this colon, or null. */
    static @Nullable Reference at(CharSequence text, int colon) {
        Matcher matcher = FORM.matcher(text).region(colon, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            String name = matcher.group(kind.group);
            if (name != null) {
                return new Reference(kind, name, matcher.end() - colon);
            }
        }
        return null;
    }

    /** The text that replaces it, or null when it stays as it is. */
    @Nullable
    String replacement(Variables variables) {
        String value = variables.value(name).orElse(null);
        if (kind == Kind.TEST) {
            return value == null ? "FALSE" : "TRUE";
        }
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case LITERAL -> Quoting.literal(value);
            case IDENTIFIER -> Quoting.identifier(value);
            default -> value;
        };
    }

    /** The text that replaces it in a shell line: the value, quoted if asked for; null when it stays as it is. */
    @Nullable
    String forShell(Variables variables, Consumer<String> complaints) {
        String value = variables.value(name).orElse(null);
        if (value == null || kind == Kind.PLAIN) {
            return value;
        }
        if (kind != Kind.LITERAL) {
            return null;
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            complaints.accept("shell command argument contains a newline or carriage return: \"" + value + "\"");
            return null;
        }
        return Quoting.shellWord(value);
    }
}
