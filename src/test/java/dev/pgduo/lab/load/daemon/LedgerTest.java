package dev.pgduo.lab.load.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.NodeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path directory;

    private static Ledger.Entry entry(long id, TransactionVerdict verdict) {
        return new Ledger.Entry(id, 1_000 * id, 1_000 * id + 500, verdict, NodeName.A);
    }

    private Path written(Ledger.Entry... entries) throws IOException {
        Path file = directory.resolve("ledger");
        try (Ledger ledger = Ledger.create(file)) {
            for (Ledger.Entry each : entries) {
                ledger.add(each);
            }
        }
        return file;
    }

    private static List<Ledger.Entry> read(Path file) throws IOException {
        List<Ledger.Entry> entries = new ArrayList<>();
        Ledger.read(file, entries::add);
        return entries;
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        Ledger.Entry[] entries = {
            entry(1, TransactionVerdict.ACKNOWLEDGED),
            entry(3, TransactionVerdict.UNKNOWN),
            entry(2, TransactionVerdict.REFUSED)
        };
        assertThat(read(written(entries))).containsExactly(entries);
    }

    @Test
    void leavesOutALineThatIsNotWhole() throws IOException {
        Path file = written(entry(1, TransactionVerdict.ACKNOWLEDGED));
        Files.writeString(file, "2 2000 2500 ackno", StandardOpenOption.APPEND);
        assertThat(read(file)).containsExactly(entry(1, TransactionVerdict.ACKNOWLEDGED));
    }

    @Test
    void believesNothingElse() throws IOException {
        Path file = Files.writeString(directory.resolve("other"), "one two\n");
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("one two");
    }

    @Test
    void comparesItselfWithTheTable() throws IOException {
        Path file = written(
                entry(1, TransactionVerdict.ACKNOWLEDGED),
                entry(2, TransactionVerdict.REFUSED),
                entry(3, TransactionVerdict.ACKNOWLEDGED),
                entry(4, TransactionVerdict.UNKNOWN),
                entry(5, TransactionVerdict.UNKNOWN),
                entry(6, TransactionVerdict.ACKNOWLEDGED));
        LedgerCheck.Server server = sql -> {
            if (sql.contains("to_regclass")) {
                return List.of(List.of("pgduo_load"));
            }
            assertThat(sql).contains("where run = 7)");
            return List.of(List.of("1", "1"), List.of("4", "4"));
        };
        assertThat(LedgerCheck.of(file, 7, server)).isEqualTo(new LedgerCheck(2, 1, 0));
        assertThat(LedgerCheck.of(file, 7, sql -> List.of(List.of("")))).isEqualTo(new LedgerCheck(3, 0, 0));
    }
}
