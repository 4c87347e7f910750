package dev.pgduo.transcript.read;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.model.SourceLine;
import dev.pgduo.transcript.model.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Inserts the lines of files after the {@code %include} lines that name them. Used for one file. */
final class IncludeReader {
    private static final String WORD = "include";
    private static final int DEEPEST = 10;
    private static final long LARGEST = 4L << 20;
    private static final int MOST_LINES = 200_000;

    private final Problems problems;
    private final Deque<Path> open = new ArrayDeque<>();
    private final List<SourceLine> lines = new ArrayList<>();

    IncludeReader(Problems problems) {
        this.problems = problems;
    }

    /** The text with the lines of included files; errors are reported. */
    SourceText expand(SourceText text) {
        if (text.lines().stream().noneMatch(IncludeReader::includes)) {
            return text;
        }
        add(text, Path.of(text.source()), true);
        return text.with(lines);
    }

    private static boolean includes(SourceLine line) {
        return line.text().startsWith("%" + WORD)
                && DirectiveText.of(line.number(), line.text()).is(WORD)
                && !DirectiveText.of(line.number(), line.text()).argument().isEmpty();
    }

    private void add(SourceText text, Path file, boolean own) {
        open.push(file.toAbsolutePath().normalize());
        for (SourceLine line : text.lines()) {
            Position place = new Position(text.source(), line.number(), 0);
            // A last line without a terminator would be joined with the next one.
            String end = line.end().isEmpty() && !own ? "\n" : line.end();
            lines.add(new SourceLine(0, line.text(), end, own ? null : place));
            if (includes(line)) {
                include(DirectiveText.of(line.number(), line.text()), text.source(), file);
            }
        }
        open.pop();
    }

    private void include(DirectiveText line, String source, Path from) {
        try {
            Path file = from.resolveSibling(line.argument()).normalize();
            Path absolute = file.toAbsolutePath();
            if (open.contains(absolute) || open.size() > DEEPEST || lines.size() > MOST_LINES) {
                String reason = open.contains(absolute) ? "it includes itself" : "too much is included";
                wrong(line, source, "could not include \"" + line.argument() + "\": " + reason);
                return;
            }
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                String reason = !Files.exists(file)
                        ? "No such file or directory"
                        : Files.isRegularFile(file) ? "It is larger than 4 MB" : "It is no regular file";
                wrong(line, source, "could not include \"" + line.argument() + "\": " + reason);
                return;
            }
            Problems inside = new Problems(file.toString());
            String text = new Decoder(inside).decode(Files.readAllBytes(file));
            if (!inside.none()) {
                inside.inFileOrder().forEach(problems::add);
                return;
            }
            SourceText read = SourceText.of(text, file.toString());
            if (!read.lines().isEmpty() && read.line(1).text().stripTrailing().equals("---")) {
                wrong(line, source, "could not include \"" + line.argument() + "\": It has front matter of its own");
                return;
            }
            add(read, file, false);
        } catch (NoSuchFileException e) {
            wrong(line, source, "could not include \"" + line.argument() + "\": No such file or directory");
        } catch (IOException | InvalidPathException e) {
            wrong(line, source, "could not include \"" + line.argument() + "\": " + FailureReason.of(e));
        }
    }

    private void wrong(DirectiveText line, String source, String message) {
        problems.add(ErrorReport.error(message).at(new Position(source, line.line(), line.column())));
    }
}
