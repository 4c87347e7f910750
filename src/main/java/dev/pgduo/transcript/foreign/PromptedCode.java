package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a paragraph in which a command stands in backticks behind its prompt, the prompt outside of them or in its own. */
final class PromptedCode {
    /** Backticks may also have slipped to the right, into the command. */
    private static final Pattern LINE = Pattern.compile(
            "(?:[-*+]\\s+|\\d+[.)]\\s+)?(?:(?<prompt>[^`]*[#$>%])|`(?<quoted>[^`]*[#$>%])\\s*`)\\s*(?<before>[^`\\s]{0,20})`(?<code>[^`]+)`\\s*(?:<br ?/?>|\\\\)?");

    private PromptedCode() {}

    /** The line as a terminal has it; empty when it is no such line. */
    static Optional<DocLine> read(DocLine line) {
        Matcher matcher = LINE.matcher(line.text().strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String prompt = matcher.group("prompt") == null ? matcher.group("quoted") : matcher.group("prompt");
        String typed = prompt.strip() + " " + matcher.group("before") + matcher.group("code");
        boolean whole = PromptReader.read(typed)
                .filter(found -> !found.more() && !found.key().equals("#"))
                .filter(found -> found.rest()
                        .strip()
                        .equals(typed.substring(prompt.strip().length()).strip()))
                .isPresent();
        return whole ? Optional.of(line.with(typed)) : Optional.empty();
    }
}
