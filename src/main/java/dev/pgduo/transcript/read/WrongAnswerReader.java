package dev.pgduo.transcript.read;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.model.WrongAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses {@code a: SQL then lab: COMMAND then sh b: LINE => error}. */
public final class WrongAnswerReader {
    private static final String PREFIX = "(a|b|lab|sh\\s+a|sh\\s+b)\\s*:";
    private static final Pattern PART = Pattern.compile(PREFIX + "\\s*(.*)", Pattern.DOTALL);
    private static final Pattern THEN = Pattern.compile("\\s+then\\s+(?=" + PREFIX + ")");
    private static final Pattern ERROR = Pattern.compile("\\s+=>\\s*error$");
    private static final String HINT =
            "Write \"a: SQL\", \"b: SQL\", \"lab: COMMAND\", \"sh a: LINE\" or \"sh b: LINE\", joined by \"then\";"
                    + " \"=> error\" comes after the last one if that one fails.";

    private WrongAnswerReader() {}

    /**
     * Parses the commands.
     *
     * @param at the position where the text begins
     * @throws LabException with the position of the error
     */
    public static WrongAnswer read(String text, Position at) {
        Matcher error = ERROR.matcher(text);
        boolean failing = error.find();
        String commands = failing ? text.substring(0, error.start()) : text;
        List<WrongAnswer.Part> parts = new ArrayList<>();
        int from = 0;
        Matcher then = THEN.matcher(commands);
        while (then.find()) {
            parts.add(part(commands.substring(from, then.start()), from, text, at));
            from = then.end();
        }
        parts.add(part(commands.substring(from), from, text, at));
        return new WrongAnswer(parts, failing);
    }

    private static WrongAnswer.Part part(String part, int from, String whole, Position at) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches() || matcher.group(2).isBlank()) {
            throw new LabException(ErrorReport.error("invalid \"%wrong\"")
                    .hint(HINT)
                    .at(new Position(at.source(), at.line(), at.column() + whole.codePointCount(0, from))));
        }
        String command = matcher.group(2).strip();
        String prefix = matcher.group(1);
        String node = prefix.substring(prefix.length() - 1);
        return prefix.startsWith("sh")
                ? new WrongAnswer.Os(node, command)
                : prefix.equals("lab") ? new WrongAnswer.Lab(command) : new WrongAnswer.Sql(node, command);
    }
}
