package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the commands of a paragraph that has no code block: lines that are commands, where at least half of its lines are;
 * lines that are nothing but code in backticks; and code in backticks at the end of a line, after "run" or a similar verb.
 */
final class ParagraphCommands {
    /** Who types it, and where. */
    private static final String USER = "(?:[\\p{L}][\\p{L}\\p{N}_@.-]{0,30}:\\s+)";
    /** Code that begins on this line and ends on one below. */
    private static final Pattern OPEN = Pattern.compile("(?:[-*+]\\s+|\\d+[.)]\\s+)?" + USER + "?`(?<code>[^`]+)");

    private static final Pattern SPAN = Pattern.compile(
            "(?:[-*+]\\s+|\\d+[.)]\\s+)?" + USER + "?`+([^`]+)`+\\s*(?:<br ?/?>|\\\\)?[.:;,]?\\s*(?:[-–—(].*)?");
    private static final Pattern ASKED = Pattern.compile(
            "(?<text>(?:[^`]*\\s)?(?:run|runs|execute|type|enter|issue|use|stop|start|restart|reload|выполн\\p{L}+|запус\\p{L}+|перезапус\\p{L}+"
                    + "|перезагру\\p{L}+|остан\\p{L}+|введ\\p{L}+|провер\\p{L}+)(?:\\s+[^\\s`]+){0,6}?:?(?=\\s)"
                    + "|[^`]*(?:执行|執行|运行|運行|输入|輸入|重启|重啟|启动|啟動|关闭|關閉|停止)[^`]{0,12}|[^`]*[:：])\\s*`+(?<command>[^`]+)`+\\s*(?:[.:;,。，：]?|\\([^`()]*\\)\\.?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern REFUSED =
            Pattern.compile("(?s).*(?<!\\p{L})(?:not|never|don't|without|не)(?!\\p{L}).*");

    /** Adjacent lines of one kind. */
    record Run(boolean code, List<DocLine> lines) {}

    private final List<Run> runs = new ArrayList<>();
    private final List<DocLine> lines = new ArrayList<>();
    private final List<Boolean> spans = new ArrayList<>();

    private ParagraphCommands(List<DocLine> paragraph) {
        for (DocLine line : closed(paragraph)) {
            Matcher span = SPAN.matcher(line.text().strip());
            Matcher asked = ASKED.matcher(line.text().strip());
            if (span.matches()) {
                add(line.with(withoutRemark(span.group(1))), true);
            } else if (asked.matches() && wanted(asked)) {
                add(line.with(asked.group("text")), false);
                add(line.with(asked.group("command")), true);
            } else {
                Optional<String> example = LabelledLine.command(line.text());
                add(example.map(line::with).orElse(line), example.isPresent());
            }
        }
    }

    /** The lines; those of code that goes over several have backticks each. */
    private static List<DocLine> closed(List<DocLine> paragraph) {
        List<DocLine> closed = new ArrayList<>();
        for (int i = 0; i < paragraph.size(); i++) {
            Matcher open = OPEN.matcher(paragraph.get(i).text().strip());
            int end = open.matches() && LineLooks.sql(open.group("code")) ? end(paragraph, i) : i;
            if (end == i) {
                closed.add(paragraph.get(i));
                continue;
            }
            for (int each = i; each <= end; each++) {
                String text = each == i
                        ? open.group("code")
                        : paragraph.get(each).text().strip().replace("`", "");
                closed.add(paragraph.get(each).with("`" + text + "`"));
            }
            i = end;
        }
        return closed;
    }

    /** The line with the backtick that closes the code which begins here, at its end; the same line when there is none. */
    private static int end(List<DocLine> paragraph, int from) {
        for (int i = from + 1; i < paragraph.size(); i++) {
            String text = paragraph.get(i).text().strip();
            if (text.indexOf('`') >= 0) {
                return text.indexOf('`') == text.length() - 1 ? i : from;
            }
        }
        return from;
    }

    /** The paragraph in runs; one run of prose when it has no command. */
    static List<Run> read(List<DocLine> paragraph) {
        ParagraphCommands commands = new ParagraphCommands(paragraph);
        if (!commands.split(false)) {
            commands.split(true);
        }
        boolean found = commands.runs.stream().anyMatch(Run::code);
        return found ? commands.runs : List.of(new Run(false, paragraph));
    }

    private void add(DocLine line, boolean span) {
        lines.add(line);
        spans.add(span);
    }

    private static boolean wanted(Matcher asked) {
        String command = asked.group("command");
        boolean known = LineLooks.plainCommand(command)
                || (LineLooks.shell(command) && command.strip().contains(" "));
        return known
                && !REFUSED.matcher(asked.group("text").toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** A command without a remark after two slashes, which are a comment neither in SQL nor in a shell. */
    private static String withoutRemark(String code) {
        return code.replaceFirst("\\s+//.*$", "").strip();
    }

    /** @return whether lines that are commands without backticks are frequent enough to be taken as commands */
    private boolean split(boolean onlySpans) {
        runs.clear();
        int plain = 0;
        for (int at = 0; at < lines.size(); ) {
            int length = length(at, onlySpans);
            boolean code = length > 0;
            for (int i = at; i < at + Math.max(1, length); i++) {
                plain += code && !spans.get(i) ? 1 : 0;
                append(code, lines.get(i));
            }
            at += Math.max(1, length);
        }
        long spanned = spans.stream().filter(span -> span).count();
        return plain * 2L >= lines.size() - spanned;
    }

    private void append(boolean code, DocLine line) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last == null || last.code() != code) {
            last = new Run(code, new ArrayList<>());
            runs.add(last);
        }
        last.lines().add(line);
    }

    /** The number of lines of the command that begins here; 0 when there is none. */
    private int length(int at, boolean onlySpans) {
        boolean span = spans.get(at);
        String text = lines.get(at).text().strip();
        if (onlySpans && !span) {
            return 0;
        }
        if (LineLooks.plainCommand(text) && !(name(text) && (span || !text.equals("psql")))) {
            return span || LineLooks.sql(text) ? 1 : options(at);
        }
        if (span && !name(text)) {
            boolean prompted =
                    PromptReader.read(text).filter(prompt -> !prompt.more()).isPresent();
            if (prompted || LineLooks.shell(text) || LineLooks.unknownShell(text)) {
                return 1;
            }
        }
        return LineLooks.sql(text) ? statement(at, span) : 0;
    }

    /** The number of lines of a command with its options. */
    private int options(int at) {
        StringBuilder command = new StringBuilder(lines.get(at).text());
        int end = at + 1;
        while (end < lines.size()
                && !spans.get(end)
                && OptionLines.follows(command.toString(), lines.get(end).text())) {
            command.append('\n').append(lines.get(end++).text());
        }
        return end - at;
    }

    /** Whether code is only the name of a program, which is mentioned, not run. */
    private static boolean name(String text) {
        return !text.contains(" ") && !text.endsWith(";") && !text.startsWith("\\");
    }

    private int statement(int at, boolean span) {
        int end = at;
        while (end < lines.size() && spans.get(end) == span) {
            end++;
        }
        BlockCursor cursor = new BlockCursor(lines.subList(at, end));
        if (!Statements.ends(cursor)) {
            return 0;
        }
        int length = 0;
        while (at + length < end && !lines.get(at + length).text().contains(";")) {
            length++;
        }
        return Math.min(length + 1, end - at);
    }
}
