package dev.pgduo.course.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.course.predicate.Check;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.report.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a check says that it saw. */
class TaskCheckIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static Evaluation look(Lab lab, TaskStart start, String... checks) {
        try (TaskCheck check = new TaskCheck(lab, Naming::plain, read(checks), start)) {
            return check.evaluate();
        }
    }

    private static List<Check> read(String... checks) {
        return List.of(checks).stream()
                .map(check -> Check.parse(check, new Position("x.lab", 1, 8)))
                .toList();
    }

    private static Evaluation seen(boolean holds, String evidence) {
        return new Evaluation(holds, evidence);
    }

    @Test
    void saysWhatItSaw() throws Exception {
        Lab lab = POSTGRES.lab();
        lab.initialised(NodeName.A).start();
        TaskStart start = TaskStart.of(lab);
        assertThat(look(lab, start, "a: select 1 as x, null, 't'::bool => 1||t"))
                .isEqualTo(seen(true, "x|the value|bool = 1||t"));
        assertThat(look(lab, start, "a: select 'async' as sync_state => sync"))
                .isEqualTo(seen(false, "sync_state is async"));
        assertThat(look(lab, start, "a: select relname from pg_class where false => sync"))
                .isEqualTo(seen(false, "there is no row of relname"));
        assertThat(look(lab, start, "a: values (2), (1) => {1; 2}")).isEqualTo(seen(true, "column1 = {2; 1}"));
        assertThat(look(lab, start, "a: select x => 1"))
                .isEqualTo(seen(false, "a answers: column \"x\" does not exist"));
        assertThat(look(lab, start, "a: create table t() => 1"))
                .isEqualTo(seen(false, "a answers: cannot execute CREATE TABLE in a read-only transaction"));
        assertThat(look(lab, start, "a: select pg_sleep(60) => 1"))
                .isEqualTo(seen(false, "a answers: canceling statement due to statement timeout"));
        assertThat(look(lab, start, "b: select 1 => 1")).isEqualTo(seen(false, "b is down"));
        assertThat(look(lab, start, "setting a port = /^\\d+$/").holds()).isTrue();
        assertThat(look(lab, start, "setting a nosuch.name = 1")).isEqualTo(seen(false, "nosuch.name is empty"));
        assertThat(look(lab, start, "role a = standby")).isEqualTo(seen(false, "a is a primary"));
        assertThat(look(lab, start, "role b = down and running a")).isEqualTo(seen(true, "b is down; a is a primary"));
        assertThat(look(lab, start, "streams a -> b")).isEqualTo(seen(false, "b is down"));
        assertThat(look(lab, start, "file a PG_VERSION ~ ^\\d")).matches(Evaluation::holds);
        assertThat(look(lab, start, "file a standby.signal")).isEqualTo(seen(false, "a has no file standby.signal"));
        assertThat(look(lab, start, "file a PG_VERSION ~ x"))
                .isEqualTo(seen(false, "no line of a's PG_VERSION matches /x/"));
        assertThat(look(lab, start, "lost = 0")).isEqualTo(seen(false, "there is no load that writes"));
        assertThat(look(lab, start, "not role a = primary or not running a")).isEqualTo(seen(false, "a is a primary"));
        assertThat(look(lab, start, "running a", "running b", "role b = standby"))
                .isEqualTo(seen(false, "b is down"));
    }

    @Test
    void logsCountFromTheTasksBeginning() throws Exception {
        Lab lab = POSTGRES.lab();
        lab.initialised(NodeName.A).start();
        Path log = lab.node(NodeName.A).layout().logFile();
        assertThat(Files.readString(log)).contains("ready to accept connections");
        assertThat(look(lab, TaskStart.of(lab), "log a ~ ready to accept"))
                .isEqualTo(seen(false, "no line of a's log matches /ready to accept/"));
        TaskStart start = TaskStart.of(lab);
        lab.node(NodeName.A).reload();
        try (TaskCheck check = new TaskCheck(lab, Naming::plain, read("log a ~ SIGHUP within 10s"), start)) {
            assertThat(check.within()).isEqualTo(Duration.ofSeconds(10));
            assertThat(check.await().evidence()).contains("received SIGHUP, reloading configuration files");
        }
    }
}
