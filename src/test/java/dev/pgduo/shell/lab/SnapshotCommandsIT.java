package dev.pgduo.shell.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.snapshot.ColdSnapshots;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.CommandRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a lab with a running, and b not initialised. */
class SnapshotCommandsIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private Path directory;
    private Lab lab;
    private final SnapshotCommands snapshots = new SnapshotCommands();
    private LabContext nowhere;

    @BeforeEach
    void start() throws IOException {
        lab = POSTGRES.lab();
        directory = lab.directory();
        CurrentLab current = new CurrentLab(directory, lab -> Naming.plain(), () -> BackslashCommands.NONE);
        current.take(lab);
        nowhere = new LabContext(
                current,
                new CommandRunner(CommandCatalog.of(Map.of()), directory.resolve("log")),
                Audience.NOBODY,
                new PrintWriter(Writer.nullWriter()));
        lab.initialised(NodeName.A).start();
    }

    @Test
    void restoresWhatWasSaved() throws ServerUnavailable {
        ask("create table words as select 'one' as word");
        snapshots.save("first", nowhere);
        ask("insert into words values ('two')");
        lab.initialised(NodeName.B);
        snapshots.save("second", nowhere);
        StringWriter list = new StringWriter();
        snapshots.list(nowhere.to(new PrintWriter(list)));
        assertThat(list).hasToString("first\nsecond\n");
        snapshots.restore("first", true, nowhere);
        assertThat(ask("select string_agg(word, ' ') from words")).isEqualTo("one");
        assertThat(lab.node(NodeName.B).status().status()).isEqualTo(NodeStatus.EMPTY);
        snapshots.restore("second", true, nowhere);
        assertThat(ask("select string_agg(word, ' ') from words")).isEqualTo("one two");
        assertThat(lab.node(NodeName.B).status().status()).isEqualTo(NodeStatus.STOPPED);
    }

    @Test
    void restoresTablespaces() throws IOException, ServerUnavailable {
        // Inside the node's own directory, which the server's user can enter.
        Path location = lab.node(NodeName.A).layout().data().resolveSibling("space");
        ask("copy (select 1) to program 'mkdir -m 700 " + location + "'");
        ask("create tablespace other location '" + location + "'");
        ask("create table there (a int) tablespace other");
        ask("insert into there values (1)");
        snapshots.save("one", nowhere);
        ask("update there set a = 2");
        ask("vacuum there");
        ask("checkpoint");
        snapshots.restore("one", true, nowhere);
        assertThat(ask("select a from there")).isEqualTo("1");
    }

    @Test
    void startsNoSecondPrimary() throws ServerUnavailable {
        Node a = lab.node(NodeName.A);
        a.stop(StopMode.FAST);
        ColdSnapshots cold = new ColdSnapshots(lab);
        OsCommand.of(
                        "cp",
                        "-a",
                        a.layout().data().toString(),
                        lab.node(NodeName.B).layout().data().toString())
                .run()
                .orThrow("copy");
        lab.node(NodeName.B).writeLocalSettings();
        cold.save("two");
        a.start();
        lab.node(NodeName.B).start();
        assertThat(cold.restore("two", copy -> {})).containsExactly(NodeName.B);
        assertThat(lab.node(NodeName.B).status().status()).isEqualTo(NodeStatus.STOPPED);
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void asksBeforeThePrimaryGoes() throws ServerUnavailable {
        snapshots.save("first", nowhere);
        ask("create table later (a int)");
        assertThatThrownBy(() -> snapshots.restore("first", false, nowhere))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("cannot overwrite node a without confirmation");
        assertThat(ask("select count(*) from later")).isEqualTo("0");
    }

    @Test
    void knowsOnlyWhatWasSaved() {
        assertThatThrownBy(() -> snapshots.restore("none", true, nowhere))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("there is no snapshot \"none\"");
        assertThatThrownBy(() -> snapshots.save("../none", nowhere)).hasMessageContaining("invalid snapshot name");
        assertThat(lab.node(NodeName.A).status().status().running()).isTrue();
    }

    private String ask(String sql) throws ServerUnavailable {
        return lab.query(NodeName.A).scalar(sql);
    }
}
