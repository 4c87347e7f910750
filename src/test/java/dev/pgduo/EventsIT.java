package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code play --events} writes of a lab, and what {@code export} makes of it. */
class EventsIT {
    @TempDir
    Path directory;

    private Ran pgduo(String... words) {
        Ran ran = Ran.pgduo(directory.resolve("state"), words);
        assertThat(ran.code()).as(ran.text()).isZero();
        return ran;
    }

    @Test
    void tellsWhatHappenedAndWhatTheNodesWere() throws Exception {
        Path file = directory.resolve("x.jsonl");
        pgduo("play", "lab-scripts/quickstart.lab", "--events", file.toString());
        List<Event> events = EventLines.read(Files.readAllLines(file).stream(), "x.jsonl");
        assertThat(events.get(0).kind()).isEqualTo(Event.Kind.LAB);
        assertThat(events.get(0).fact("server")).matches("\\d+\\.\\d+");
        assertThat(events.get(events.size() - 1).kind()).isEqualTo(Event.Kind.FINISHED);
        assertThat(events).extracting(Event::at).isSorted();
        List<Event> ended = events.stream()
                .filter(event -> event.kind() == Event.Kind.ENDED)
                .toList();
        assertThat(ended).isNotEmpty().allMatch(event -> event.fact("verdict").equals("matched"));
        assertThat(ended)
                .anySatisfy(event -> assertThat(event.facts())
                        .containsEntry("a.role", "primary")
                        .containsEntry("b.role", "standby")
                        .containsKeys("a.lsn", "b.lsn", "a.timeline"));
        String page = pgduo("export", file.toString(), "--format", "html").text();
        assertThat(page).contains("a primary timeline 1 0/", "b standby timeline 1 0/");
        assertThat(pgduo("export", file.toString(), "--format", "html").text()).isEqualTo(page);
    }

    /** {@code ./pgduo export lab-scripts/quickstart.lab --format svg-animated --out docs/lab.svg} draws it anew. */
    @Test
    void thePictureOfTheDocumentationIsWhatTheExportDraws() throws Exception {
        assertThat(pgduo("export", "lab-scripts/quickstart.lab", "--format", "svg-animated")
                        .text())
                .isEqualTo(Files.readString(Path.of("docs/lab.svg")));
    }

    @Test
    void verifyWritesAFileForEachLab() throws Exception {
        Path one = Files.writeString(directory.resolve("one.lab"), "postgres> echo 1\n1\n");
        Path two = Files.writeString(directory.resolve("two.lab"), "postgres> echo 1\n2\n");
        Path file = directory.resolve("x.jsonl");
        Ran ran = Ran.pgduo(
                directory.resolve("state"), "verify", one.toString(), two.toString(), "--events", file.toString());
        assertThat(ran.code()).as(ran.text()).isEqualTo(1);
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> written = files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            assertThat(written).hasSize(2);
            assertThat(written.get(0).getFileName().toString()).matches("x-.*-one-\\d+\\.jsonl");
            assertThat(Files.readString(written.get(0))).contains("\"verdict\":\"matched\"");
            assertThat(Files.readString(written.get(1))).contains("\"verdict\":\"failed\"", "\"text\":[\"1\"]");
        }
    }

    @Test
    void saysWhatCannotBeExported() throws Exception {
        Path file = Files.writeString(directory.resolve("x.jsonl"), "{\"event\":\"lab\"}\n[]\n");
        Ran ran = Ran.pgduo(directory.resolve("state"), "export", file.toString(), "--format", "html");
        assertThat(ran.text()).contains("x.jsonl:2: ERROR:  the line is not an event of a lab");
        assertThat(ran.code()).isEqualTo(1);
        Ran other = Ran.pgduo(directory.resolve("state"), "export", file.toString(), "--format", "htm");
        assertThat(other.text()).contains("there is no format \"htm\"", "Perhaps you meant \"html\"");
    }
}
