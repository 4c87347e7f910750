package dev.pgduo.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.Wait;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ShellReaderTest {
    private static final Size SMALL = new Size(60, 15);
    private static final Size LARGE = new Size(80, 20);

    /** What the terminal shows, all of it ASCII. */
    private final ScreenTerminal screen = new ScreenTerminal(LARGE.getColumns(), LARGE.getRows());

    private final OutputStream output = new OutputStream() {
        @Override
        public synchronized void write(int b) {
            screen.write(Character.toString(b));
        }
    };

    /** A person changes the window and presses Ctrl-C: the next prompt may be there before the change is heard of. */
    @Test
    void aPromptStaysWhenTheWindowHadChangedBeforeIt() throws Exception {
        try (LineDisciplineTerminal terminal =
                new LineDisciplineTerminal("test", "xterm-256color", output, StandardCharsets.UTF_8)) {
            terminal.setSize(SMALL);
            ShellReader reader = new ShellReader(terminal);
            reader.bar().enable();
            reader.bar().show(width -> List.of(new AttributedString("the bar of " + width)));
            terminal.setSize(LARGE);
            Thread typing = new Thread(() -> reader.readLine("prompt> "), "typing");
            typing.start();
            await("prompt>");
            terminal.raise(Terminal.Signal.WINCH);
            await("the bar of 80");
            assertThat(screen.toString()).contains("prompt> ");
            type(terminal, "x");
            await("prompt> x");
            type(terminal, "\r");
            typing.join();
        }
    }

    private static void type(LineDisciplineTerminal terminal, String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.US_ASCII));
    }

    private void await(String text) {
        Wait.to("see " + text, Duration.ofSeconds(20))
                .until(() -> screen.toString().contains(text));
    }
}
