package dev.pgduo.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether psql, given these lines, would show its first prompt or a continuation prompt: quotes, dollar quotes, comments,
 * parentheses, {@code begin atomic} bodies and backslash commands, as psqlscan.l of PostgreSQL 18 sees them. Not thread-safe.
 */
public final class InputState {
    private static final Set<String> SENDS = Set.of(
            "g",
            "gx",
            "gset",
            "gexec",
            "gdesc",
            "watch",
            "crosstabview",
            "bind",
            "bind_named",
            "close",
            "close_prepared",
            "parse",
            "r",
            "reset",
            "q",
            "quit",
            "e",
            "edit");
    private static final Pattern TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern META = Pattern.compile("\\\\([A-Za-z_]+|\\S)?");
    private static final Pattern ROUTINE = Pattern.compile("create( or replace)? (function|procedure)");

    private String line = "";
    private int at;
    private String quote = "";
    private boolean escapes;
    private int comments;
    private int parentheses;
    private int blocks;
    private boolean buffered;
    private final List<String> words = new ArrayList<>();

    /** Takes one more line. */
    public void feed(String next) {
        line = next;
        at = 0;
        while (at < line.length()) {
            if (!quote.isEmpty()) {
                inQuote();
            } else if (comments > 0) {
                inComment();
            } else {
                plain();
            }
        }
    }

    /** Whether all that was fed is finished, so that the next line begins at the first prompt. */
    public boolean complete() {
        return quote.isEmpty() && comments == 0 && !buffered;
    }

    /** The prompt that psql shows for the next line: {@code =>}, or {@code ->} and its kin. */
    public String prompt() {
        if (!quote.isEmpty()) {
            return quote.charAt(0) + ">";
        }
        if (comments > 0) {
            return "*>";
        }
        return parentheses > 0 ? "(>" : buffered ? "->" : "=>";
    }

    private void inQuote() {
        if (escapes && line.charAt(at) == '\\') {
            at += 2;
        } else if (line.startsWith(quote, at)) {
            at += quote.length();
            quote = "";
        } else {
            at++;
        }
    }

    private void inComment() {
        if (line.startsWith("*/", at) || line.startsWith("/*", at)) {
            comments += line.charAt(at) == '*' ? -1 : 1;
            at++;
        }
        at++;
    }

    private void plain() {
        char c = line.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (line.startsWith("--", at)) {
            at = line.length();
        } else if (line.startsWith("/*", at)) {
            comments++;
            at += 2;
        } else if (c == '\\') {
            meta();
        } else if (c == ';' && parentheses == 0 && blocks == 0) {
            sent();
            at++;
        } else {
            buffered = true;
            token(c);
        }
    }

    private void token(char c) {
        Matcher word = WORD.matcher(line).region(at, line.length());
        Matcher tag = TAG.matcher(line).region(at, line.length());
        if (word.lookingAt()) {
            at = word.end();
            word(word.group().toLowerCase(Locale.ROOT));
        } else if (tag.lookingAt()) {
            quote = tag.group();
            escapes = false;
            at = tag.end();
        } else {
            symbol(c);
            at++;
        }
    }

    private void symbol(char c) {
        if (c == '\'' || c == '"') {
            quote = String.valueOf(c);
            escapes = c == '\'' && at > 0 && line.substring(0, at).matches("(?is).*(?<![\\p{L}\\p{N}_$])e");
        } else if (c == '(') {
            parentheses++;
        } else if (c == ')') {
            parentheses = Math.max(0, parentheses - 1);
        }
    }

    /** Inside {@code create function … begin atomic … end} a semicolon ends nothing. */
    private void word(String word) {
        if (words.size() < 4) {
            words.add(word);
        }
        if (parentheses > 0 || !ROUTINE.matcher(String.join(" ", words)).lookingAt()) {
            return;
        }
        if (word.equals("begin") || (word.equals("case") && blocks > 0)) {
            blocks++;
        } else if (word.equals("end") && blocks > 0) {
            blocks--;
        }
    }

    /** Arguments go to the end of the line, or to a separating {@code \\}. */
    private void meta() {
        Matcher matcher = META.matcher(line).region(at, line.length());
        String name = matcher.lookingAt() && matcher.group(1) != null ? matcher.group(1) : "";
        int rest = at + 1 + name.length();
        if (name.equals(";")) {
            buffered = true;
            at = rest;
            return;
        }
        if (SENDS.contains(name)) {
            sent();
        }
        int separator = name.equals("!") || name.equals("copy") ? -1 : line.indexOf("\\\\ ", rest);
        at = separator < 0 ? line.length() : separator + 3;
    }

    private void sent() {
        buffered = false;
        parentheses = 0;
        blocks = 0;
        words.clear();
    }
}
