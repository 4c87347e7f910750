package dev.pgduo.transcript;

import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Texts that several tests read. */
public final class Texts {
    public static final Environment PG15 =
            new Environment(ServerVersion.parse("15.4"), "linux", tool -> tool.equals("pg_rewind"));

    private Texts() {}

    static String seed() {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream("seed.lab"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The examples of docs/format.md. */
    public static List<String> documented() {
        try {
            String text = Files.readString(Path.of("docs/format.md"));
            return java.util.regex.Pattern.compile("(?ms)^```lab\\n(.*?)^```$")
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Transcript parse(String... lines) {
        return TranscriptReader.parse(String.join("\n", lines) + "\n", "x.lab");
    }

    /** The steps that apply to PostgreSQL 15, without blanks. */
    public static List<ResolvedStep> steps(String... lines) {
        return parse(lines).resolve(PG15).steps().stream()
                .filter(step -> !(step.step() instanceof Step.Blank))
                .toList();
    }

    public static List<String> written(ResolvedStep step) {
        return step.expected().lines().stream().map(ExpectedLine::written).toList();
    }

    static List<String> errors(String... lines) {
        return TranscriptReader.read(String.join("\n", lines) + "\n", "x.lab").reports().stream()
                .map(report -> report.render())
                .toList();
    }
}
