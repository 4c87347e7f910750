package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads configuration files with their includes, in the server's order. Used once, by one thread.
 *
 * @see <a href="https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/utils/misc/guc-file.l">ParseConfigFile of
 * 15</a>
 */
final class ConfTree {
    /** The server's CONF_FILE_MAX_DEPTH. */
    private static final int DEEPEST = 10;
    /** The largest number of included files, so that files which include each other are not read endlessly. */
    private static final int MOST_INCLUDED = 2_000;

    private final List<EffectiveConf.Entry> entries = new ArrayList<>();
    private final List<ErrorReport> problems = new ArrayList<>();
    private int included;

    private ConfTree() {}

    static ConfTree read(Path mainFile, Path dataDirectory) {
        ConfTree tree = new ConfTree();
        tree.file(new Visit(mainFile.toAbsolutePath(), null, 0), true);
        Path auto = dataDirectory.resolve("postgresql.auto.conf").toAbsolutePath();
        tree.file(new Visit(auto, null, 0), false);
        return tree;
    }

    EffectiveConf effective() {
        return new EffectiveConf(entries, problems);
    }

    /**
     * A file to be read.
     *
     * @param from the line with the include, or null
     * @param depth the number of includes that lead to it
     */
    private record Visit(Path file, @Nullable Position from, int depth) {
        Visit included(String name, int line) {
            return new Visit(FileText.named(name, file), new Position(file.toString(), line, 0), depth + 1);
        }

        Visit sibling(Path path) {
            return new Visit(path, from, depth);
        }

        String quoted() {
            return "\"" + file + "\"";
        }
    }

    /** Reads a file; returns whether the file and its includes have no errors. */
    private boolean file(Visit visit, boolean mustExist) {
        int before = problems.size();
        read(visit, mustExist);
        return problems.size() == before;
    }

    private void read(Visit visit, boolean mustExist) {
        if (visit.depth() > DEEPEST) {
            complain(visit, "could not open configuration file " + visit.quoted() + ": maximum nesting depth exceeded");
            return;
        }
        if (visit.from() != null && visit.from().source().equals(visit.file().toString())) {
            complain(visit, "configuration file recursion in " + visit.quoted());
            return;
        }
        try {
            statements(
                    visit,
                    ConfFile.parse(
                            FileText.of(Files.readAllBytes(visit.file())).text(),
                            visit.file().toString()));
        } catch (IOException e) {
            if (mustExist) {
                complain(visit, "could not open configuration file " + visit.quoted() + ": " + FailureReason.of(e));
            }
        }
    }

    private void statements(Visit visit, ConfFile conf) {
        problems.addAll(conf.problems());
        List<ConfFile.Entry> includes = conf.includes();
        for (ConfFile.Entry entry : conf.statements()) {
            if (includes.contains(entry)) {
                include(visit, entry);
            } else {
                entries.add(new EffectiveConf.Entry(entry.name(), entry.value(), visit.file(), entry.line()));
            }
        }
    }

    private void include(Visit visit, ConfFile.Entry entry) {
        if (!goesOn(visit.included(".", entry.line()))) {
            return;
        }
        String kind = Names.key(entry.name());
        boolean directory = kind.equals("include_dir");
        if (entry.value().isBlank()) {
            String what = directory ? "directory" : "file";
            complain(
                    visit.included(".", entry.line()),
                    "empty configuration " + what + " name: \"" + entry.value() + "\"");
            return;
        }
        Visit included = visit.included(entry.value(), entry.line());
        if (directory) {
            directory(included);
        } else {
            file(included, kind.equals("include"));
        }
    }

    /** Counts one more included file; returns whether it may be read. */
    private boolean goesOn(Visit visit) {
        included++;
        if (included == MOST_INCLUDED + 1) {
            complain(visit, "more than " + MOST_INCLUDED + " configuration files are included");
        }
        return included <= MOST_INCLUDED;
    }

    /**
     * Reads the files of a directory that end with .conf, are not hidden and are no directories, in the byte order of their
     * names, up to the first one with errors.
     */
    private void directory(Visit visit) {
        try (Stream<Path> files = Files.list(visit.file())) {
            List<Path> sorted = files.filter(ConfTree::isTaken)
                    .sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)))
                    .toList();
            boolean good = true;
            for (int i = 0; good && i < sorted.size() && goesOn(visit); i++) {
                good = file(visit.sibling(sorted.get(i)), true);
            }
        } catch (IOException e) {
            complain(visit, "could not open configuration directory " + visit.quoted() + ": " + FailureReason.of(e));
        }
    }

    private static boolean isTaken(Path file) {
        String name = file.getFileName().toString();
        return name.length() >= 6 && name.endsWith(".conf") && !name.startsWith(".") && !Files.isDirectory(file);
    }

    private static byte[] bytes(Path file) {
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void complain(Visit visit, String message) {
        problems.add(ErrorReport.error(message).at(visit.from()));
    }
}
