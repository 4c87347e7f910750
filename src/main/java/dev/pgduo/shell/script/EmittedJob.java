package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The job of a CI service that plays labs in shards and merges the results, for {@code verify --emit}. */
enum EmittedJob {
    GITHUB("github", "github.yml", 256, "a GitHub matrix"),
    GITLAB("gitlab", "gitlab.yml", 200, "a GitLab job's \"parallel\""),
    KUBERNETES("k8s", "k8s.yaml", 9999, "an Indexed Job here");

    private final String word;
    private final String template;
    private final int most;
    private final String what;

    EmittedJob(String word, String template, int most, String what) {
        this.word = word;
        this.template = template;
        this.most = most;
        this.what = what;
    }

    /**
     * The lines of the job's file.
     *
     * @param service the CI service
     * @param shards the number of shards
     * @param cells the number of labs times servers
     * @param words the verify command's words
     * @throws LabException when the service is not known, or does not allow that many shards
     */
    static List<String> of(String service, @Nullable Integer shards, int cells, CommandWords words) {
        EmittedJob job = named(service)
                .orElseThrow(() -> LabException.of(
                        "invalid value for --emit: \"" + service + "\"",
                        "It is "
                                + Arrays.stream(values()).map(each -> each.word).collect(Collectors.joining(", "))
                                + "."));
        if (shards == null) {
            throw new UsageException(ErrorReport.error("verify --emit needs a number of shards")
                    .hint("Add --shards N, at most " + Math.min(job.most, cells) + "."));
        }
        if (shards < 1 || shards > job.most) {
            throw LabException.of(
                    "invalid number for --shards: " + shards, "For " + job.what + " it is 1 to " + job.most + ".");
        }
        if (shards > cells) {
            throw LabException.of(
                    "invalid number for --shards: " + shards,
                    "There " + (cells == 1 ? "is 1 play" : "are " + cells + " plays")
                            + " of a lab on a server to divide.");
        }
        return job.lines(shards, words.line());
    }

    private static Optional<EmittedJob> named(String service) {
        return Arrays.stream(values()).filter(job -> job.word.equals(service)).findFirst();
    }

    private List<String> lines(int shards, String words) {
        String numbers =
                IntStream.rangeClosed(1, shards).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        // Kubernetes replaces "$(NAME)" by a variable's value; "$$(NAME)" stands for itself.
        String verify = "pgduo verify " + (this == KUBERNETES ? words.replace("$(", "$$(") : words);
        return read(template)
                .replace("@NUMBERS@", numbers)
                .replace("@SHARDS@", Integer.toString(shards))
                .replace("@VERIFY@", verify)
                .lines()
                .toList();
    }

    private static String read(String name) {
        try (InputStream text = EmittedJob.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
