package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShellLineTest {
    private static void write(String command, int bytes) throws IOException {
        try (OutputStream input = new ShellLine(command, Path.of("/tmp"), Map.of()).input()) {
            byte[] piece = new byte[1000];
            for (int i = 0; i < bytes; i += piece.length) {
                input.write(piece, 0, piece.length);
            }
        }
    }

    @Test
    void lacksNobodyWhoReadsALittle() {
        assertThatCode(() -> write("exec /bin/true", 60_000)).doesNotThrowAnyException();
    }

    @Test
    void saysThatNobodyReadsMore() {
        assertThatThrownBy(() -> write("exec /bin/true", 100_000_000)).isInstanceOf(IOException.class);
    }

    @Test
    void saysHowTheCommandEnded() {
        assertThatThrownBy(() -> write("exit 3", 1000)).hasMessage("child process exited with exit code 3");
        assertThatThrownBy(() -> write("nosuchcommand 2>&-", 0)).hasMessage("command not found");
    }
}
