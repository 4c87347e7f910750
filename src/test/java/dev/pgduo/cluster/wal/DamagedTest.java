package dev.pgduo.cluster.wal;

import dev.pgduo.Damage;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged log ends somewhere, and a damaged history is one or an error. */
class DamagedTest {
    private static final Set<Class<? extends Exception>> ERROR = Set.of(LabException.class);
    private static final String HISTORY =
            "1\t0/3000148\tno recovery target specified\n\n# x\n2\tA/0\tbefore 2026-01-02\n";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void histories() {
        Path file = directory.resolve("00000005.history");
        Damage.ask(List.of(HISTORY), ERROR, text -> {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            TimelineHistory history = TimelineHistory.read(directory, 5);
            for (TimelineHistory.Entry entry : history.entries()) {
                history.timelineAt(entry.begin());
                history.forkFrom(TimelineHistory.parse(HISTORY, 7));
                try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, history, entry.begin())) {
                    reader.next();
                }
            }
        });
    }

    @Test
    void logs() throws IOException {
        HandMadeWal wal = new HandMadeWal();
        for (int i = 0; i < 20; i++) {
            wal.record(10, 0, 5, 700);
            wal.commit(i);
        }
        wal.save(directory, 1);
        TimelineHistory history = TimelineHistory.parse("", 1);
        Path segment = directory.resolve("000000010000000000000001");
        String whole = Files.readString(segment, StandardCharsets.ISO_8859_1).substring(0, 3 * HandMadeWal.PAGE);
        Damage.ask(List.of(whole, whole.substring(0, 200)), ERROR, bytes -> {
            Files.write(segment, bytes.getBytes(StandardCharsets.ISO_8859_1));
            try (WalReader reader = WalReader.at(directory, HandMadeWal.SEGMENT, history, HandMadeWal.START)) {
                while (reader.next().isPresent()) {
                    reader.end();
                }
            }
        });
    }
}
