package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.ResolvedTask;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every lab of the course has, in both languages. */
class CourseTest {
    private static final Path COURSE = Path.of("lab-scripts/course");
    private static final List<Integer> MAJORS = List.of(10, 12, 15, 18);

    static List<String> labs() throws IOException {
        try (Stream<Path> files = Files.list(COURSE.resolve("en"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Transcript read(String language, String lab) {
        Path file = COURSE.resolve(language).resolve(lab);
        try {
            return TranscriptReader.parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resolution on(Transcript lab, int major) {
        return lab.resolve(new Environment(ServerVersion.ofMajor(major), "linux", tool -> true));
    }

    @Test
    void thereAreTwentyTwoAndTheTableHasThem() throws IOException {
        String table = Files.readString(Path.of("lab-scripts/README.md"));
        assertThat(labs())
                .hasSize(22)
                .allSatisfy(lab -> assertThat(table)
                        .contains("| " + lab.substring(0, 2) + " | ["
                                + read("en", lab).header().title() + "](course/en/" + lab + ")"));
        int tasks = 0;
        int wrong = 0;
        for (String lab : labs()) {
            for (ResolvedTask task : on(read("en", lab), 18).tasks()) {
                tasks++;
                wrong += task.wrongs().size();
            }
        }
        assertThat(tasks).isGreaterThanOrEqualTo(66);
        assertThat(wrong).isGreaterThanOrEqualTo(2 * tasks);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void hasTasksAndNotesAndHidesNothing(String lab) {
        Transcript transcript = read("en", lab);
        Resolution resolution = on(transcript, 18);
        assertThat(resolution.tasks()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(task -> {
            assertThat(task.hints()).isNotEmpty();
            assertThat(task.wrongs()).hasSizeGreaterThanOrEqualTo(2);
        });
        assertThat(resolution.steps()).anyMatch(step -> step.step() instanceof Step.Heading);
        assertThat(resolution.steps()).anyMatch(CourseTest::isNote);
        assertThat(resolution.steps()).noneMatch(step -> step.directives().ignore());
        assertThat(transcript.write()).doesNotContain("pg_sleep(", "> sleep ");
    }

    private static boolean isNote(ResolvedStep step) {
        return step.step() instanceof Step.DirectiveLine line && line.directive() instanceof Directive.Note;
    }

    @ParameterizedTest
    @MethodSource("labs")
    void isTheSameInRussian(String lab) {
        Transcript english = read("en", lab);
        Transcript russian = read("ru", lab);
        assertThat(russian.header().run().variant().language()).isEqualTo("ru");
        assertThat(russian.header().postgres()).isEqualTo(english.header().postgres());
        for (int major : MAJORS) {
            assertThat(played(russian, major)).isEqualTo(played(english, major));
            assertThat(tasks(russian, major)).isEqualTo(tasks(english, major));
        }
        assertThat(told(russian)).as("prose").allMatch(CourseTest::hasCyrillic);
    }

    private static boolean hasCyrillic(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    }

    /** What is typed, and what is expected. */
    private static List<String> played(Transcript lab, int major) {
        List<String> lines = new ArrayList<>();
        for (ResolvedStep step : on(lab, major).steps()) {
            if (step.step().governed()) {
                lines.addAll(lab.typed(step));
                step.expected().lines().forEach(line -> lines.add(line.written()));
            }
        }
        return lines;
    }

    private static List<String> tasks(Transcript lab, int major) {
        List<String> lines = new ArrayList<>();
        for (ResolvedTask task : on(lab, major).tasks()) {
            task.checks().forEach(check -> lines.add(check.text()));
            task.wrongs().forEach(wrong -> lines.add(wrong.text()));
            lines.add(task.hints().size() + " hints");
        }
        return lines;
    }

    private static List<String> told(Transcript lab) {
        List<String> paragraphs = new ArrayList<>();
        for (ResolvedStep step : on(lab, 15).steps()) {
            if (step.step() instanceof Step.Prose prose) {
                paragraphs.add(String.join(" ", prose.lines()));
            } else if (step.step() instanceof Step.Heading heading) {
                paragraphs.add(heading.title());
            }
        }
        return paragraphs;
    }
}
