package dev.pgduo.shell.script;

import dev.pgduo.export.VerifyPage;
import dev.pgduo.replay.result.JunitXml;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.OutcomesJson;
import dev.pgduo.replay.result.Tap;
import dev.pgduo.replay.result.VerifyResult;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files to which results are written, one for each format. */
record Exports(
        @Nullable String junit,
        @Nullable String tap,
        @Nullable String json,
        @Nullable String html) {

    /** @throws LabException when a file cannot be written */
    void write(VerifyResult result) {
        List<LabOutcome> outcomes = result.outcomes();
        write(junit, out -> JunitXml.write(outcomes, out));
        write(tap, out -> Tap.write(outcomes, out));
        write(json, out -> OutcomesJson.write(result, out));
        write(html, out -> VerifyPage.write(outcomes, out));
    }

    private Stream<String> files() {
        return Stream.of(
                        Optional.ofNullable(junit),
                        Optional.ofNullable(tap),
                        Optional.ofNullable(json),
                        Optional.ofNullable(html))
                .flatMap(Optional::stream);
    }

    /** Checks before the play which files cannot be written. */
    void check() {
        List<Path> files =
                files().map(file -> Path.of(file).toAbsolutePath().normalize()).toList();
        if (files.stream().distinct().count() < files.size()) {
            throw LabException.of("two reports cannot be written to one file");
        }
        files().forEach(Exports::check);
    }

    private static void check(String file) {
        Path path = OutputFile.of(file).toAbsolutePath();
        Path parent = path.getParent();
        boolean there = Files.exists(path);
        String reason = parent != null && !Files.isDirectory(parent)
                ? "No such file or directory"
                : Files.isDirectory(path)
                        ? "Is a directory"
                        : !Files.isWritable(there || parent == null ? path : parent) ? "Permission denied" : "";
        if (!reason.isEmpty()) {
            throw LabException.of("could not write file \"" + file + "\": " + reason);
        }
    }

    /** Writes results in one format. */
    interface Format {
        void write(Writer out) throws IOException;
    }

    /** Writes one file; does nothing when none is named. */
    static void write(@Nullable String file, Format format) {
        if (file == null) {
            return;
        }
        try (Writer out = Files.newBufferedWriter(OutputFile.of(file), StandardCharsets.UTF_8)) {
            format.write(out);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
