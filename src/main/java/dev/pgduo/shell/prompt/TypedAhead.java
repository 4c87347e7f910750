package dev.pgduo.shell.prompt;

/**
 * Keys that were pressed before there was a prompt. The reader gets them one by one: given several at once, it takes what stands
 * behind the beginning of a longer key for the last one. Not thread-safe.
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

    /** The next key: a character, or the whole sequence of a key that has one. */
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
