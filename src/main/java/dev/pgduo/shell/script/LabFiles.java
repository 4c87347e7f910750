package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lab files for words of a command line: files, and all files {@code *.lab} in directories and below. */
final class LabFiles {
    private LabFiles() {}

    /** Each file once; those of a directory sorted by name. */
    static List<String> named(List<String> words) {
        return named(words, null);
    }

    /** The same, where a word may also be a lab of pgduo's own, in this language. */
    static List<String> named(List<String> words, @Nullable String language) {
        List<String> files = new ArrayList<>();
        for (String word : words) {
            if (Files.isDirectory(Path.of(word))) {
                files.addAll(under(Path.of(word)));
            } else {
                files.add(BundledLabs.named(word, language));
            }
        }
        Set<Path> known = new HashSet<>();
        return files.stream()
                .filter(file -> known.add(Path.of(file).toAbsolutePath().normalize()))
                .toList();
    }

    private static List<String> under(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<String> labs = files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".lab"))
                    .sorted()
                    .toList();
            if (labs.isEmpty()) {
                throw LabException.of("no file *.lab under \"" + directory + "\"");
            }
            return labs;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read directory \"" + directory + "\": " + FailureReason.of(e)), e);
        }
    }
}
