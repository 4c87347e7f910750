package dev.pgduo.lab.os;

import java.util.Optional;

/**
 * A command line that is split at its first pipe.
 *
 * @param head the command before the pipe
 * @param errors whether stderr goes into the pipe, too: {@code 2>&1 |} or {@code |&}
 * @param rest the line after the pipe
 */
record Piped(String head, boolean errors, String rest) {
    private static final String MERGED = " 2>&1";

    /** Splits a line; empty when it has no pipe. */
    static Optional<Piped> split(String line) {
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && quote != '\'') {
                at++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '|') {
                return line.startsWith("||", at) ? Optional.empty() : Optional.of(at(line, at));
            }
        }
        return Optional.empty();
    }

    private static Piped at(String line, int pipe) {
        boolean both = line.startsWith("|&", pipe);
        String head = line.substring(0, pipe).strip();
        boolean merged = head.endsWith(MERGED);
        return new Piped(
                merged ? head.substring(0, head.length() - MERGED.length()).strip() : head,
                both || merged,
                line.substring(pipe + (both ? 2 : 1)).strip());
    }
}
