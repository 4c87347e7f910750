package dev.pgduo.transcript.read;

import java.util.regex.PatternSyntaxException;

/** The message about a regular expression that cannot be compiled. */
final class RegexProblem {
    static final String MESSAGE = "invalid regular expression";

    private RegexProblem() {}

    static String hint(PatternSyntaxException e) {
        return e.getDescription() + ". The syntax is java.util.regex.Pattern's.";
    }
}
