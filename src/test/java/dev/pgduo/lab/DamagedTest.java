package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.Damage;
import dev.pgduo.lab.os.PsqlArguments;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.ShellWords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab's damaged state, and words that lead to a session. */
class DamagedTest {
    @Test
    void state(@TempDir Path lab) {
        Damage.ask(
                List.of("bin=/opt/server/bin\nrun-as=user 1000 1000\nport.a=5432\nport.b=5433\npassword=x\\u0041\n"),
                Set.of(LabException.class),
                text -> {
                    Files.write(lab.resolve("lab.properties"), text.getBytes(StandardCharsets.UTF_8));
                    LabState.load(lab);
                });
    }

    @Test
    void psqlArguments() {
        Damage.ask(
                List.of("-h localhost -p 5432 -U 'a b' -d \"host=x port=1\"", "--port=5433 db user"),
                Set.of(LabException.class),
                text -> PsqlArguments.of(ShellWords.of(text).words()));
    }

    @Test
    void stateThatIsNoTextIsNamed(@TempDir Path lab) throws Exception {
        Path file = lab.resolve("lab.properties");
        for (byte[] bytes :
                List.of(new byte[] {(byte) 0xff, (byte) 0xfe}, "port.a=abc\n".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> LabState.load(lab))
                    .isInstanceOf(LabException.class)
                    .hasMessageStartingWith("the lab's state in \"" + lab + "\" is damaged: ");
        }
    }
}
