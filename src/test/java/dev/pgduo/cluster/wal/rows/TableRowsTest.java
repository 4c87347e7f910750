package dev.pgduo.cluster.wal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.wal.rows.LoggedRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    private static final long OLD = RowPlace.of(0, 1);
    private static final long SECOND = RowPlace.of(0, 2);
    private static final long THIRD = RowPlace.of(70_000, 3);

    private static TableRows after(LoggedRow... changes) {
        TableRows rows = new TableRows();
        List.of(changes).forEach(rows::add);
        return rows;
    }

    @Test
    void aRowIsFollowedFromVersionToVersion() {
        TableRows rows =
                after(new LoggedRow(1, Kind.UPDATE, OLD, SECOND), new LoggedRow(2, Kind.UPDATE, SECOND, THIRD));
        assertThat(rows.updated()).isEqualTo(2);
        assertThat(rows.written()).isEqualTo(Map.of(THIRD, OLD));
        assertThat(rows.changed()).containsExactly(OLD);
        assertThat(rows.gone()).isEmpty();
    }

    @Test
    void whatComesAndGoesChangesNothingThatWasThere() {
        TableRows rows = after(new LoggedRow(1, Kind.INSERT, 0, SECOND), new LoggedRow(2, Kind.DELETE, SECOND, 0));
        assertThat(List.of(rows.inserted(), rows.deleted())).containsExactly(1L, 1L);
        assertThat(rows.written()).isEmpty();
        assertThat(rows.changed()).isEmpty();
        assertThat(rows.gone()).isEmpty();
    }

    @Test
    void aRowThatWasUpdatedAndDeletedIsGoneFromWhereItWas() {
        TableRows rows = after(new LoggedRow(1, Kind.UPDATE, OLD, SECOND), new LoggedRow(2, Kind.DELETE, SECOND, 0));
        assertThat(rows.gone()).containsExactly(OLD);
        assertThat(rows.written()).isEmpty();
    }

    @Test
    void aPlaceThatIsUsedAgainIsAnotherRow() {
        TableRows rows = after(new LoggedRow(1, Kind.DELETE, OLD, 0), new LoggedRow(2, Kind.INSERT, 0, OLD));
        assertThat(rows.gone()).containsExactly(OLD);
        assertThat(rows.written()).isEqualTo(Map.of(OLD, TableRows.NEW));
    }

    @Test
    void anInsertThatIsTakenBackIsNone() {
        TableRows rows = after(new LoggedRow(1, Kind.INSERT, 0, OLD), new LoggedRow(2, Kind.WITHDRAW, OLD, 0));
        assertThat(List.of(rows.inserted(), rows.deleted())).containsExactly(0L, 0L);
        assertThat(rows.written()).isEmpty();
    }

    @Test
    void aListKeepsAllOfEachChange() {
        RowList list = new RowList();
        List<LoggedRow> changes = new ArrayList<>();
        for (int i = 1; i < 100; i++) {
            changes.add(new LoggedRow(i * 1_000_000_007L, Kind.of(i % 4), RowPlace.of(i, i), THIRD + i));
        }
        changes.forEach(list::add);
        List<LoggedRow> found = new ArrayList<>();
        list.forEach(found::add);
        assertThat(found).isEqualTo(changes);
        assertThat(RowPlace.text(THIRD)).isEqualTo("(70000,3)");
        assertThat(RowPlace.parse("(70000,3)")).isEqualTo(THIRD);
    }
}
