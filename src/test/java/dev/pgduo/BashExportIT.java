package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.fixture.Servers;
import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.LabEvents;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that {@code export --format bash} makes of the reference lab prints what the lab has, without pgduo. */
class BashExportIT {
    private static final String LAB = "lab-scripts/switchover.lab";

    @TempDir
    Path directory;

    @Test
    void theReferenceLabsScriptPrintsWhatTheLabHas() throws Exception {
        ServerBinaries server = Servers.installed();
        Path script = directory.resolve("switchover.sh");
        String major = server.version().majorName();
        Ran made = Ran.pgduo(
                directory.resolve("state"),
                "export",
                LAB,
                "--format",
                "bash",
                "--pg",
                major,
                "--out",
                script.toString());
        assertThat(made.code()).as(made.text()).isZero();
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        RunAs user = RunAs.probe();
        user.own(directory);
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of("bash", script.toString()));
        Path said = directory.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "TMPDIR", temporary.toString(),
                        "PGBIN", server.bin().toString(),
                        "PORT_A", freePort(),
                        "PORT_B", freePort()));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(said)).isEmpty();
        assertThat(process.exitValue()).isZero();
        assertThat(comparable(printed.lines())).isEqualTo(comparable(expected(server)));
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    /** The lab as it stands in its file; what a command of pgduo prints but for the commands that it stands for is its own. */
    private static Stream<String> expected(ServerBinaries server) throws IOException {
        Transcript lab = TranscriptReader.parse(Files.readString(Path.of(LAB)), LAB);
        List<Event> events = LabEvents.of(lab, lab.resolve(new Environment(server.version(), "linux", tool -> true)));
        return events.stream().flatMap(event -> switch (event.kind()) {
            case HEADING ->
                Stream.of(event.text().get(0), "~".repeat(event.text().get(0).length()));
            case TYPED -> event.lines().stream();
            case PRINTED ->
                event.lines().stream().filter(line -> !event.pane().name().equals("lab") || line.startsWith("  "));
            case LAB, PROSE, NOTE, WAITED, REMARK, ENDED, FINISHED -> Stream.of();
        });
    }

    /** Without what differs from run to run: process ids, and how long something took. */
    private static List<String> comparable(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank())
                .map(line -> line.stripTrailing()
                        .replaceAll("(active_pid \\| )\\d+", "$1N")
                        .replaceAll("^(.*waiting for server to .*?)\\.+ done$", "$1 done"))
                .toList();
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
