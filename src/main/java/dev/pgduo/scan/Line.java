package dev.pgduo.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One typed line and the place up to which it was read. A variable's value is put into it in place of its name. Not thread-safe. */
public final class Line {
    /** A variable's value that was put into the line; the place is inside of it while more than {@code after} characters are left. */
    private record Expansion(String name, int after) {}

    private final StringBuilder text;
    private final Deque<Expansion> expansions = new ArrayDeque<>();
    private int position;

    public Line(String text) {
        this.text = new StringBuilder(text);
    }

    boolean atEnd() {
        return position >= text.length();
    }

    int left() {
        return text.length() - position;
    }

    /** Characters up to the next newline, or the end. */
    int leftOfRow() {
        int newline = text.indexOf("\n", position);
        return (newline < 0 ? text.length() : newline) - position;
    }

    /** The character so many places ahead, or NUL after the end. */
    char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
    }

    boolean startsWith(String start) {
        for (int i = 0; i < start.length(); i++) {
            if (position + i >= text.length() || text.charAt(position + i) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String ahead(int length) {
        return text.substring(position, position + length);
    }

    void skip(int length) {
        position += length;
    }

    /** All that is left; nothing is left after that. */
    public String rest() {
        String rest = text.substring(position);
        position = text.length();
        return rest;
    }

    /** Whether the next character is from the value of this variable. */
    boolean expanding(String name) {
        expansions.removeIf(expansion -> left() <= expansion.after());
        return expansions.stream().anyMatch(expansion -> expansion.name().equals(name));
    }

    /** The reference that starts here, or null. */
    @Nullable
    Reference reference() {
        return Reference.at(text, position);
    }

    /** Puts the value in place of the reference that starts here; it is read next. */
    void expand(Reference reference, String value) {
        skip(reference.length());
        expansions.push(new Expansion(reference.name(), left()));
        text.insert(position, value);
    }
}
