package dev.pgduo.transcript.foreign;

import java.util.regex.Pattern;

/** Lines with the options of the command above them, whose author left out the backslashes. */
final class OptionLines {
    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][\\w-]*(?:=.*|\\s+\\S.*)?");
    /** What explains an option, or lists files. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "--?[\\w-]+,.*|[^'\"]*:\\s.*|[^'\"$]*\\(.*|-[r-][w-][xsStT-][rwxsStT-]{6}.*|--?[\\w-]+(?:\\s+[A-Za-z]+){3,}\\.?");
    /** Programs whose output may look like options, and what shows their help. */
    private static final Pattern PRINTS = Pattern.compile(
            "(?s)(?:sudo\\s+)?(?:cat|tail|head|less|more|ls|ll|grep|egrep|diff|man|echo|printf|ps|history|find|sed|awk)(?:\\s.*)?|.*\\s(?:--help|-\\?)(?:\\s.*)?");
    /** A command that is not yet at its end. */
    private static final Pattern OPEN = Pattern.compile("(?s)(?!.*\\s#\\s).*[^\\s;&|>]");

    private static final Pattern SESSION = Pattern.compile("(?s)(?:\\S*/)?psql(?:\\s.*)?");
    /** A container that is made; behind its options stand its image and what it runs. */
    private static final Pattern CONTAINER =
            Pattern.compile("(?s)(?:sudo\\s+)?(?:docker|podman)\\s+(?:container\\s+)?(?:run|create)\\s.*");

    private static final Pattern IMAGE = Pattern.compile("[a-z][\\w./-]*(?::[\\w.-]+)?(?:\\s+\\S.*)?");
    private static final Pattern NAMED_IMAGE =
            Pattern.compile("(?:[\\w.-]+/)*[\\w-]*postgres[\\w-]*(?::[\\w.-]+)?(?:\\s+-\\S.*)?");

    private OptionLines() {}

    /**
     * Whether a line goes on with the command above it.
     *
     * @param command the command, with the lines that are known to be its own
     * @param line the line below it, with its indentation
     */
    static boolean follows(String command, String line) {
        String text = line.strip();
        if (text.isEmpty() || command.contains("<<") || !OPEN.matcher(command).matches()) {
            return false;
        }
        boolean indented = Character.isWhitespace(line.charAt(0));
        if (option(text)) {
            boolean comment = text.startsWith("--") && SESSION.matcher(command).matches();
            return !PRINTS.matcher(command).matches() && (indented || !comment);
        }
        boolean image = indented
                ? IMAGE.matcher(text).matches()
                : NAMED_IMAGE.matcher(text).matches();
        return image && command.contains("\n") && CONTAINER.matcher(command).matches() && !LineLooks.plainCommand(text);
    }

    /** Whether a line is an option, with or without a value, and no explanation of one. */
    static boolean option(String line) {
        String text = line.strip();
        return OPTION.matcher(text).matches() && !EXPLAINED.matcher(text).matches();
    }
}
