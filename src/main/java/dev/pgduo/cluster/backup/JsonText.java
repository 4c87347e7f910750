package dev.pgduo.cluster.backup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parser of JSON that reads a text once, from its beginning to its end. */
final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("true|false|null");
    private static final String BLANKS = " \t\n\r";
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private final String text;
    private final JsonEvents events;
    private int at;

    private JsonText(String text, JsonEvents events) {
        this.text = text;
        this.events = events;
    }

    /**
     * Reads a text and passes its parts on.
     *
     * @param events limits how deep the text may be nested
     * @throws ManifestException when the text is not valid JSON, or from the listener
     */
    static void read(String text, JsonEvents events) throws ManifestException {
        JsonText json = new JsonText(text, events);
        json.value();
        json.blanks();
        if (json.at < text.length()) {
            throw failed();
        }
    }

    private static ManifestException failed() {
        return ManifestException.unparsed("parsing failed");
    }

    private void blanks() {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws ManifestException {
        blanks();
        if (at >= text.length()) {
            throw failed();
        }
        return text.charAt(at);
    }

    private boolean takes(char expected) throws ManifestException {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void require(char expected) throws ManifestException {
        if (!takes(expected)) {
            throw failed();
        }
    }

    private void value() throws ManifestException {
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> events.scalar(string());
            default -> events.scalar(token());
        }
    }

    private void object() throws ManifestException {
        at++;
        events.objectStart();
        if (!takes('}')) {
            do {
                if (peek() != '"') {
                    throw failed();
                }
                String name = string();
                require(':');
                events.field(name);
                value();
            } while (takes(','));
            require('}');
        }
        events.objectEnd();
    }

    private void array() throws ManifestException {
        at++;
        events.arrayStart();
        if (!takes(']')) {
            do {
                value();
            } while (takes(','));
            require(']');
        }
        events.arrayEnd();
    }

    private String token() throws ManifestException {
        for (Pattern pattern : new Pattern[] {NUMBER, WORD}) {
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                at = matcher.end();
                return matcher.group();
            }
        }
        throw failed();
    }

    private String string() throws ManifestException {
        StringBuilder string = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return string.toString();
            }
            if (c < ' ') {
                throw failed();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        throw failed();
    }

    private char escaped() throws ManifestException {
        at++;
        char c = at < text.length() ? text.charAt(at) : ' ';
        if (c == 'u' && at + HEX_DIGITS < text.length()) {
            String digits = text.substring(at + 1, at + 1 + HEX_DIGITS);
            if (digits.matches("[0-9a-fA-F]{4}")) {
                at += HEX_DIGITS;
                return (char) Integer.parseInt(digits, 16);
            }
        }
        int known = ESCAPED.indexOf(c);
        if (known < 0) {
            throw failed();
        }
        return MEANT.charAt(known);
    }
}
