package dev.pgduo.shell.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a lab with a running, and b not initialised. */
class SnapshotVerbsIT {
    private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    private Path directory;
    private Lab lab;
    private SnapshotVerbs snapshots;

    @BeforeEach
    void start() throws IOException {
        directory = Files.createTempDirectory("pgduo-snapshot-it-");
        lab = Lab.create(directory, ServerChoice.installed().choose(Optional.empty()), "");
        CurrentLab current = new CurrentLab(directory);
        current.take(lab);
        snapshots = new SnapshotVerbs(current);
        lab.initialised(NodeName.A).start();
    }

    @AfterEach
    void leaveNothing() {
        lab.destroy();
        assertThat(directory).doesNotExist();
    }

    @Test
    void restoresWhatWasSaved() throws ServerUnavailable {
        ask("create table words as select 'one' as word");
        snapshots.save("first", nowhere);
        ask("insert into words values ('two')");
        lab.initialised(NodeName.B);
        snapshots.save("second", nowhere);
        StringWriter list = new StringWriter();
        snapshots.list(new PrintWriter(list));
        assertThat(list).hasToString("first\nsecond\n");
        snapshots.restore("first", nowhere);
        assertThat(ask("select string_agg(word, ' ') from words")).isEqualTo("one");
        assertThat(lab.node(NodeName.B).status().status()).isEqualTo(NodeStatus.EMPTY);
        snapshots.restore("second", nowhere);
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
        snapshots.restore("one", nowhere);
        assertThat(ask("select a from there")).isEqualTo("1");
    }

    @Test
    void knowsOnlyWhatWasSaved() {
        assertThatThrownBy(() -> snapshots.restore("none", nowhere))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("there is no snapshot \"none\"");
        assertThatThrownBy(() -> snapshots.save("../none", nowhere)).hasMessageContaining("invalid snapshot name");
        assertThat(lab.node(NodeName.A).status().status().running()).isTrue();
    }

    private String ask(String sql) throws ServerUnavailable {
        return lab.query(NodeName.A).scalar(sql);
    }
}
