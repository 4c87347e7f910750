package dev.pgduo.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lab keeps of a fault. */
class StandingFaultTest {
    @TempDir
    Path lab;

    private StandingFault fault(String name, NodeName node) {
        return new StandingFault(StandingFault.directory(lab), name, node, Map.of("pids", "1:2 3:4", "empty", ""));
    }

    @Test
    void theNextPgduoFindsIt() {
        assertThat(StandingFault.of(lab)).isEmpty();
        fault("kill", NodeName.B).save();
        fault("freeze-node", NodeName.A).with("more", "ä = \\ \n #").save();
        assertThat(StandingFault.of(lab)).extracting(StandingFault::words).containsExactly("freeze-node a", "kill b");
        assertThat(StandingFault.of(lab).get(0).notes())
                .containsOnly(Map.entry("pids", "1:2 3:4"), Map.entry("empty", ""), Map.entry("more", "ä = \\ \n #"));
    }

    @Test
    void isForgottenWithWhatItKept() throws Exception {
        StandingFault fault = fault("file-lost", NodeName.A);
        fault.save();
        Files.createDirectories(fault.kept());
        Files.writeString(fault.kept().resolve("16384"), "rows");
        fault.forget();
        assertThat(StandingFault.directory(lab)).isEmptyDirectory();
        fault.forget();
    }

    @Test
    void damagedFilesAreNone() throws Exception {
        fault("kill", NodeName.B).save();
        Files.writeString(StandingFault.directory(lab).resolve("x.properties"), "name=kill\nnode=c\n");
        Files.writeString(StandingFault.directory(lab).resolve("y.properties"), "\\u12");
        Files.write(StandingFault.directory(lab).resolve("z.properties"), new byte[] {(byte) 0xff, 0});
        assertThat(StandingFault.of(lab)).extracting(StandingFault::words).containsExactly("kill b");
    }
}
