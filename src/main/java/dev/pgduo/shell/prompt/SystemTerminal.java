package dev.pgduo.shell.prompt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/** Opens the terminal that this process was started on, without starting other programs where that can be. */
final class SystemTerminal {
    private SystemTerminal() {}

    /** @param dumb whether it can do nothing but print */
    static Terminal open(boolean dumb) throws IOException {
        if (dumb) {
            return builder().dumb(true).type("dumb").build();
        }
        takeKnownCapabilities(System.getenv("TERM"));
        try {
            return builder().exec(false).dumb(false).build();
        } catch (IOException | IllegalStateException e) {
            // JLine's native library cannot be used here, so stty and its like are.
            return builder().build();
        }
    }

    /** What JLine knows of a common terminal by itself needs no infocmp. */
    private static void takeKnownCapabilities(@Nullable String type) {
        String known = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
    }

    private static TerminalBuilder builder() {
        return TerminalBuilder.builder()
                .name("pgduo")
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .system(true);
    }
}
