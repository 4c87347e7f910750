package dev.pgduo.replay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.export.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedEventsTest {
    @Test
    void whatIsTypedHasTheLayoutOfALab() {
        List<Event> log = new ArrayList<>();
        TypedEvents typed = TypedEvents.begin("evening", Optional::empty, log::add);
        typed.lab("status", List.of("no node is running"));
        typed.os("b", "for i in 1; do\necho $i; done", List.of("1"));
        typed.opened(2, "psql -p 5432");
        typed.sql(2, "select\n'x';", List.of(" ?column? "));
        typed.sql(1, "lock t;", List.of());
        typed.late(1, List.of("LOCK TABLE"));
        typed.remark("not in a document");
        typed.finished();
        assertThat(Formats.of("text").write(log)).isEqualTo("""
                        lab> status
                        no node is running

                        postgres2> for i in 1; do
                        > echo $i; done
                        1

                            |    psql -p 5432

                            |    => select
                            |    -> 'x';
                            |     ?column?\s

                            => lock t;

                            LOCK TABLE
                        """);
        assertThat(log)
                .filteredOn(event -> event.kind() == Event.Kind.TYPED)
                .extracting(event -> event.pane().node() + ": " + event.fact("input"))
                .containsExactly(
                        ": status",
                        "b: for i in 1; do\necho $i; done",
                        "a: psql -p 5432",
                        "a: select\n'x';",
                        "a: lock t;");
        assertThat(log.get(0).fact("title")).isEqualTo("evening");
        assertThat(log.get(log.size() - 1).kind()).isEqualTo(Event.Kind.FINISHED);
        assertThat(EventLines.read(log.stream().map(EventLines::write), "x.jsonl"))
                .isEqualTo(log);
    }
}
