package dev.pgduo.shell.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.shell.prompt.Pane.Worker;
import org.junit.jupiter.api.Test;

class NoteTest {
    @Test
    void comesBackFromItsLine() {
        Note statement = new Note("10:00:01", new Worker(NodeName.B, 4711), "select 'a\tb';");
        Note command = new Note("10:00:02", null, "up");
        assertThat(Note.of(statement.line())).contains(statement);
        assertThat(Note.of(command.line())).contains(command);
    }

    @Test
    void takesSeveralLinesAsOne() {
        assertThat(Note.now(null, " select 1,\n\t  2;\n").text()).isEqualTo("select 1, 2;");
    }

    @Test
    void readsNothingOutOfOtherText() {
        assertThat(Note.of("10:00:01 up")).isEmpty();
        assertThat(Note.of("10:00:01\tc\tx\tup")).contains(new Note("10:00:01", null, "up"));
    }
}
