package dev.pgduo.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.shell.command.CallContext;
import dev.pgduo.shell.command.CommandCatalog;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.command.Suggestions;
import dev.pgduo.shell.prompt.ScriptLoop.Manner;
import dev.pgduo.shell.prompt.ScriptLoop.Stop;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;

/** The loop for scripts over panes that only echo: what is printed is a transcript. */
class ScriptLoopTest {
    private final StringBuilder shown = new StringBuilder();
    private final Screen screen = new Screen(shown::append, Palette.PLAIN);
    private final PaneSwitch panes = panes();
    private final Router router = new Router(panes, screen);

    /** A session that prints each statement back; one with "bad" in it fails. */
    private record Echo(int number) implements Pane {
        @Override
        public Kind kind() {
            return Kind.SQL;
        }

        @Override
        public String prompt() {
            return "=> ";
        }

        @Override
        public String margin() {
            return "    " + "|    ".repeat(number - 1);
        }

        @Override
        public boolean complete(String buffer) {
            return buffer.endsWith(";") || buffer.startsWith("\\");
        }

        @Override
        public String continuationPrompt(String buffer) {
            return "-> ";
        }

        @Override
        public Outcome run(String text, PrintWriter out) {
            if (text.equals("\\q")) {
                return Outcome.LEFT;
            }
            out.println(text.replace('\n', ' ').toUpperCase(Locale.ROOT));
            return Outcome.of(text.contains("bad") ? 1 : 0);
        }

        @Override
        public void cancel() {}

        @Override
        public String farewell() {
            return "\\q";
        }
    }

    /** The lab's command that opens a session. */
    final class Opener {
        @Command(name = "psql", group = "panes", description = "open a session")
        void psql(@Argument(index = 0) int session) {
            panes.toSession(session);
        }
    }

    /** What a command is given. */
    private record Call(CommandRunner commands, PrintWriter out) implements CallContext {}

    private PaneSwitch panes() {
        CommandCatalog catalog = CommandCatalog.of(Map.of(Opener.class, Opener::new));
        CommandRunner runner = new CommandRunner(catalog, Path.of("log"));
        PaneSource source = new PaneSource() {
            @Override
            public Pane session(int number) {
                return new Echo(number);
            }

            @Override
            public Pane shell(String node) {
                throw new UnsupportedOperationException(node);
            }

            @Override
            public void open(NodeName from, List<String> words) {
                throw new UnsupportedOperationException(from + ": " + words);
            }
        };
        LabPane lab = new LabPane(
                (line, out) -> runner.run(line, new Call(runner, out)),
                () -> new Suggestions(catalog, Map.of()),
                RecordingListener.NONE,
                AfterCommand.NONE);
        return new PaneSwitch(lab, all -> source);
    }

    private int run(Stop stop, String... lines) throws IOException {
        String script = String.join("\n", lines) + "\n";
        return new ScriptLoop(router, panes, new Manner(true, stop)).run(new BufferedReader(new StringReader(script)));
    }

    @Test
    void printsATranscript() throws IOException {
        int code = run(Stop.ON_COMMAND, "psql 1", "select 1", "from t;", "| select 2;", "|", "select 3;", "\\q");
        assertThat(shown).hasToString("""
                        lab> psql 1

                            => select 1
                            -> from t;
                            SELECT 1 FROM T;

                            |    => select 2;
                            |    SELECT 2;

                            |    => select 3;
                            |    SELECT 3;

                            |    => \\q
                        """);
        assertThat(code).isZero();
    }

    @Test
    void goesOnAfterAFailedStatementUnlessAskedToStop() throws IOException {
        assertThat(run(Stop.ON_COMMAND, "psql 1", "bad;", "good;")).isZero();
        assertThat(shown).contains("GOOD;");
        shown.setLength(0);
        assertThat(run(Stop.ON_ANY, "bad;", "good;")).isEqualTo(3);
        assertThat(shown).doesNotContain("GOOD;");
    }

    @Test
    void stopsAtAFailedCommand() throws IOException {
        assertThat(run(Stop.ON_COMMAND, "# a comment", "nonsense", "psql 1")).isEqualTo(3);
        assertThat(panes.atLab()).isTrue();
    }
}
