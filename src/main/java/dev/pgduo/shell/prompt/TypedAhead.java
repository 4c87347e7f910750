package dev.pgduo.shell.prompt;

/**
 * Keys that were pressed before the prompt was shown. The reader gets them one by one: with several at once, it would take the
 * end of a key's sequence for a key of its own. Not thread-safe.
 */
final class TypedAhead {
    private static final char ESCAPE = '\u001b';

    private final StringBuilder keys = new StringBuilder();

    void add(String pressed) {
        keys.append(pressed);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The next key: a character, or the whole escape sequence of a key. */
    String next() {
        int end = keys.charAt(0) == ESCAPE ? sequence() : Character.charCount(keys.codePointAt(0));
        String key = keys.substring(0, end);
        keys.delete(0, end);
        return key;
    }

    private int sequence() {
        int end = Math.min(2, keys.length());
        boolean parameters = end == 2 && (keys.charAt(1) == '[' || keys.charAt(1) == 'O');
        while (parameters && end < keys.length()) {
            char last = keys.charAt(end++);
            parameters = last < '@' || last > '~';
        }
        return end;
    }
}
