package dev.pgduo.shell.client;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pg_archivecleanup: removes the segments of an archive that are older than one that is still needed. */
final class PgArchiveCleanup implements ClientProgram {
    private static final int FAILED = 2;
    /** The number of digits of the timeline in a segment's name, which do not tell the segment's age. */
    private static final int TIMELINE = 8;

    private static final Pattern KEPT = Pattern.compile("([0-9A-F]{24})(\\.partial|.*\\.backup)?");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}(\\.partial)?");

    @Override
    public String name() {
        return "pg_archivecleanup";
    }

    @Override
    public Getopt options() {
        return Getopt.letters("dn", "x");
    }

    @Override
    public int misuse() {
        return FAILED;
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        List<String> operands = words.operands();
        if (operands.isEmpty()) {
            throw new Misuse("must specify archive location");
        }
        if (operands.size() == 1) {
            throw new Misuse("must specify oldest kept WAL file");
        }
        if (operands.size() > 2) {
            throw new Misuse("too many command-line arguments");
        }
        String archive = operands.get(0);
        if (!Files.isDirectory(Path.of(archive))) {
            out.error("archive location \"" + archive + "\" does not exist");
            return FAILED;
        }
        String extension = words.value('x').orElse("");
        Matcher kept = KEPT.matcher(trimmed(operands.get(1), extension));
        if (!kept.matches()) {
            throw new Misuse("invalid file name argument");
        }
        if (words.has('d')) {
            out.info("keeping WAL file \"" + archive + "/" + kept.group(1) + "\" and later");
        }
        String oldest = kept.group(1).substring(TIMELINE);
        for (String name : names(archive)) {
            String plain = trimmed(name, extension);
            if (SEGMENT.matcher(plain).matches() && plain.substring(TIMELINE).compareTo(oldest) < 0) {
                remove(archive + "/" + name, words, out);
            }
        }
        return 0;
    }

    private static List<String> names(String archive) {
        try {
            return FileTree.entries(Path.of(archive)).stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw LabException.of("could not open archive location \"" + archive + "\": " + FailureReason.of(e));
        }
    }

    private static String trimmed(String name, String extension) {
        boolean ends = !extension.isEmpty() && name.length() > extension.length() && name.endsWith(extension);
        return ends ? name.substring(0, name.length() - extension.length()) : name;
    }

    private static void remove(String file, Getopt.Words words, ClientOutput out) {
        boolean only = words.has('n');
        if (words.has('d')) {
            out.info(only ? "file \"" + file + "\" would be removed" : "removing file \"" + file + "\"");
        }
        if (only) {
            out.line(file);
            return;
        }
        try {
            Files.delete(Path.of(file));
        } catch (IOException e) {
            throw LabException.of("could not remove file \"" + file + "\": " + FailureReason.of(e));
        }
    }
}
