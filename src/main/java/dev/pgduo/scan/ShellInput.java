package dev.pgduo.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines typed at a shell's prompt, and whether the shell waits for more: an open quote or parenthesis, a backslash or an operator at
 * the end, a here-document, {@code if}, {@code for}, {@code while}, {@code case} or a brace. Not thread-safe.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html">POSIX, Shell Command Language</a>
 */
public final class ShellInput {
    private static final Map<String, String> CLOSED_BY = Map.of(
            "if", "fi", "for", "done", "while", "done", "until", "done", "select", "done", "case", "esac", "{", "}");
    private static final Set<String> BEFORE_A_COMMAND =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "{", "!", "time");

    /** The constructs that are open, each by what closes it: a quote, a parenthesis, the brace of a parameter, a word. */
    private final Deque<String> open = new ArrayDeque<>();

    private final Deque<HereDocument> documents = new ArrayDeque<>();
    private final StringBuilder word = new StringBuilder();
    private boolean quotedWord;
    private boolean commandNext = true;
    private boolean joined;
    private boolean operator;
    private String line = "";
    private int at;

    private record HereDocument(String end, boolean tabs) {}

    /** Whether a shell would run this text, without waiting for more. */
    public static boolean complete(String text) {
        ShellInput input = new ShellInput();
        text.lines().forEach(input::feed);
        return input.complete();
    }

    /** The text cut into pieces that a shell would run one by one. */
    public static List<String> cut(String text) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        ShellInput input = new ShellInput();
        for (String next : text.split("\n", -1)) {
            command.append(command.isEmpty() ? "" : "\n").append(next);
            input.feed(next);
            if (input.complete()) {
                commands.add(command.toString());
                command.setLength(0);
            }
        }
        if (!command.isEmpty()) {
            commands.add(command.toString());
        }
        return commands;
    }

    /** Whether a shell would run what was typed so far. */
    public boolean complete() {
        return open.isEmpty() && documents.isEmpty() && !joined && !operator;
    }

    /** Whether the next line is the body of a here-document. */
    public boolean inDocument() {
        return !documents.isEmpty() && open.stream().noneMatch(closing -> "'\"`".contains(closing)) && !joined;
    }

    /** The next line, without its end. */
    public void feed(String next) {
        HereDocument document = documents.peek();
        if (document != null && inDocument()) {
            String text = document.tabs() ? next.replaceFirst("^\t+", "") : next;
            if (text.equals(document.end())) {
                documents.remove();
            }
            return;
        }
        line = next;
        joined = false;
        for (at = 0; at < line.length(); at++) {
            character(line.charAt(at));
        }
        if (!joined) {
            endOfLine();
        }
    }

    private void endOfLine() {
        if (!in("'") && !in("\"")) {
            endWord();
            commandNext = true;
        }
    }

    private boolean in(String closing) {
        return closing.equals(open.peek());
    }

    private void character(char c) {
        if (in("'")) {
            if (c == '\'') {
                open.pop();
            }
        } else if (c == '\\') {
            backslash();
        } else if (in("\"")) {
            inDoubleQuotes(c);
        } else {
            outside(c);
        }
    }

    private void backslash() {
        joined = at + 1 == line.length();
        at++;
        quotedWord = true;
        word.append('\\');
    }

    private void inDoubleQuotes(char c) {
        if (c == '"') {
            open.pop();
        } else {
            substitution(c);
        }
    }

    /** Whether a command, an expression or a parameter begins or ends here. */
    private boolean substitution(char c) {
        if (c == '`') {
            if (in("`")) {
                open.pop();
            } else {
                open.push("`");
            }
            return true;
        }
        if (c == '$' && line.startsWith("((", at + 1)) {
            return opens("))", 2);
        }
        if (c == '$' && at + 1 < line.length() && "({".indexOf(line.charAt(at + 1)) >= 0) {
            return opens(line.charAt(at + 1) == '(' ? ")" : "${", 1);
        }
        return false;
    }

    private boolean opens(String closing, int skipped) {
        open.push(closing);
        at += skipped;
        quotedWord = true;
        commandNext = closing.equals(")");
        return true;
    }

    private void outside(char c) {
        if (c == '\'' || c == '"') {
            open.push(String.valueOf(c));
            quotedWord = true;
        } else if (in("${")) {
            if (c == '}') {
                open.pop();
            } else {
                substitution(c);
            }
        } else if (in("))")) {
            if (line.startsWith("))", at)) {
                open.pop();
                at++;
            }
        } else if (!substitution(c)) {
            plain(c);
        }
    }

    private void plain(char c) {
        if (c == '#' && word.isEmpty() && !quotedWord) {
            at = line.length();
        } else if (Character.isWhitespace(c)) {
            endWord();
        } else if (";&|()<>".indexOf(c) >= 0) {
            operator(c);
        } else {
            operator = false;
            word.append(c);
        }
    }

    private void operator(char c) {
        boolean named = !word.isEmpty();
        endWord();
        if (c == '<' && line.startsWith("<<", at) && !line.startsWith("<<<", at)) {
            hereDocument();
        } else if (c == '<' || c == '>') {
            at += line.startsWith("<<<", at) ? 2 : 0;
            operator = false;
        } else if (c == '(') {
            parenthesis(named);
        } else if (c == ')') {
            if (in(")")) {
                open.pop();
            }
            commandNext = in("esac");
            operator = false;
        } else {
            operator = c == '|' || line.startsWith("&&", at);
            at += line.startsWith("&&", at) || line.startsWith("||", at) ? 1 : 0;
            commandNext = true;
        }
    }

    /** A function's parentheses are followed by its body. */
    private void parenthesis(boolean named) {
        if (named && line.startsWith("()", at)) {
            at++;
            operator = true;
            commandNext = true;
        } else if (line.startsWith("((", at) && commandNext) {
            opens("))", 1);
        } else {
            open.push(")");
            operator = false;
            commandNext = true;
        }
    }

    private void hereDocument() {
        int start = at + 2;
        boolean tabs = line.startsWith("-", start);
        start += tabs ? 1 : 0;
        while (start < line.length() && " \t".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        char quote = 0;
        while (end < line.length() && (quote != 0 || " \t;&|()<>".indexOf(line.charAt(end)) < 0)) {
            char c = line.charAt(end++);
            quote = quote == 0 && (c == '\'' || c == '"') ? c : c == quote ? 0 : quote;
        }
        documents.add(new HereDocument(line.substring(start, end).replaceAll("[\"'\\\\]", ""), tabs));
        at = end - 1;
        operator = false;
    }

    private void endWord() {
        String ended = word.toString();
        boolean keyword = commandNext && !quotedWord && !ended.isEmpty();
        boolean any = quotedWord || !ended.isEmpty();
        word.setLength(0);
        quotedWord = false;
        if (keyword) {
            keyword(ended);
        } else if (any) {
            operator = false;
            commandNext = false;
        }
    }

    private void keyword(String ended) {
        @Nullable String closing = CLOSED_BY.get(ended);
        if (closing != null) {
            open.push(closing);
        } else if (in(ended)) {
            open.pop();
        }
        operator = false;
        commandNext = BEFORE_A_COMMAND.contains(ended) || ended.matches("[A-Za-z_]\\w*=.*");
    }
}
