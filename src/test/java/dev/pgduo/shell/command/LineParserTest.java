package dev.pgduo.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

class LineParserTest {
    private final CommandCatalog catalog = CommandCatalog.of(Map.of(Probe.class, Probe::new));
    private final LineParser parser = new LineParser(catalog);
    private final CommandRunner runner = new CommandRunner(catalog, Path.of("the.log"));

    /** What a command is given. */
    record Call(CommandRunner commands, PrintWriter out) implements CallContext {}

    enum Mode {
        SMART,
        FAST
    }

    /** Commands that say what they were given. */
    static final class Probe {
        @Command(name = "stop", group = "node", description = "stop a node")
        void stop(
                @Argument(index = 0, description = "which") String node,
                @Option(shortName = 'm', longName = "mode", defaultValue = "fast", description = "how") Mode mode,
                @Option(shortName = 't', longName = "timeout", defaultValue = "60") int timeout,
                @Option(shortName = 'f', longName = "force") boolean force,
                PrintWriter out) {
            out.println(node + " " + mode + " " + timeout + " " + force);
        }

        @Command(
                name = {"stop", "all"},
                group = "node",
                description = "stop both")
        void stopAll(PrintWriter out) {
            out.println("all");
        }

        @Command(
                name = {"slot", "create"},
                group = "standby",
                description = "create a slot")
        void slot(@Argument(index = 0) String name, @Argument(index = 1) @Nullable String node, PrintWriter out) {
            out.println("slot " + name + " " + node);
        }

        @Command(name = "echo", group = "x", description = "print")
        int echo(@Argument(index = 0) String first, @Arguments List<String> rest, PrintWriter out) {
            out.println(first + rest);
            return 7;
        }

        @Command(name = "show", group = "x", description = "show")
        void show(
                @Argument(index = 0) String file, @Option(longName = "web") @Nullable LoneNumber web, PrintWriter out) {
            out.println(file + " " + (web == null ? "none" : web.value()));
        }

        @Command(name = "bug", group = "x", description = "fail")
        void bug() {
            List.of().iterator().next();
        }
    }

    @Test
    void anOptionMayStandAloneOrTakeTheNumberBehindIt() {
        assertThat(run("show f")).isEqualTo("0: f none");
        assertThat(run("show --web f")).isEqualTo("0: f 0");
        assertThat(run("show f --web")).isEqualTo("0: f 0");
        assertThat(run("show --web 8080 f")).isEqualTo("0: f 8080");
        assertThat(run("show f --web=8080")).isEqualTo("0: f 8080");
        assertThat(run("show f --web=x")).contains("invalid value", "A whole number is expected.");
    }

    private String run(String line) {
        StringWriter text = new StringWriter();
        int code = runner.run(line, new Call(runner, new PrintWriter(text)));
        return code + ": " + text.toString().strip();
    }

    @Test
    void givesDefaultsWordsAndFlags() {
        assertThat(run("stop a")).isEqualTo("0: a FAST 60 false");
        assertThat(run("stop --mode=smart b -t 5 --force")).isEqualTo("0: b SMART 5 true");
        assertThat(run("stop -ft5 'a b'")).isEqualTo("0: a b FAST 5 true");
        assertThat(run("stop -t -5 a")).isEqualTo("0: a FAST -5 false");
        assertThat(run("stop -- -x")).isEqualTo("0: -x FAST 60 false");
    }

    @Test
    void takesTheLongestNameOfWholeWords() {
        assertThat(run("stop all")).isEqualTo("0: all");
        assertThat(run("stop a")).startsWith("0: a ");
        assertThat(run("slot create s")).isEqualTo("0: slot s null");
    }

    @Test
    void passesTheCommandsOwnExitCode() {
        assertThat(run("echo a b \"c  d\"")).isEqualTo("7: a[b, c  d]");
    }

    @Test
    void saysWhatWasProbablyMeant() {
        assertThat(run("stpo a")).isEqualTo("2: ERROR:  unknown command \"stpo\"\nHINT:  Did you mean \"stop\"?");
        assertThat(run("clear")).isEqualTo("2: ERROR:  unknown command \"clear\"\nHINT:  Ctrl-L clears the screen.");
        assertThat(run("stop a --mdoe=fast"))
                .isEqualTo("2: ERROR:  unrecognized option \"--mdoe\"\nHINT:  Did you mean \"--mode\"?");
        assertThat(run("stop a --mode=fats"))
                .isEqualTo("2: ERROR:  invalid value for option --mode: \"fats\"\nHINT:  Did you mean \"fast\"?");
        assertThat(run("slot")).isEqualTo("2: ERROR:  \"slot\" needs a subcommand\nHINT:  There are: slot create.");
    }

    @Test
    void refusesMissingAndSuperfluousWords() {
        assertThat(run("stop")).startsWith("2: ERROR:  missing argument NODE\nHINT:  Usage: stop NODE");
        assertThat(run("stop a b")).startsWith("2: ERROR:  too many arguments for \"stop\": \"b\"");
        assertThat(run("stop a --timeout")).startsWith("2: ERROR:  option --timeout requires a value");
        assertThat(run("stop a -t x")).startsWith("2: ERROR:  invalid value for option --timeout: \"x\"");
        assertThatThrownBy(() -> parser.parse("stop 'a")).isInstanceOf(UsageException.class);
    }

    @Test
    void keepsAnInternalErrorShort() {
        assertThat(run("bug"))
                .isEqualTo("1: ERROR:  internal error: java.util.NoSuchElementException\n"
                        + "HINT:  The details are in \"the.log\".");
    }

    @Test
    void suggestsNamesOptionsAndWords() {
        Suggestions suggestions = new Suggestions(
                catalog,
                Map.of("NODE", typed -> List.of(new Suggestions.Word("a", ""), new Suggestions.Word("b", ""))));
        assertThat(suggestions.at("sl")).extracting(Suggestions.Word::value).containsExactly("slot");
        assertThat(suggestions.at("slot ")).extracting(Suggestions.Word::value).containsExactly("create");
        assertThat(suggestions.at("stop ")).extracting(Suggestions.Word::value).containsExactly("all", "a", "b");
        assertThat(suggestions.at("stop a --m"))
                .extracting(Suggestions.Word::value)
                .containsExactly("--mode");
        assertThat(suggestions.at("stop a --mode=f"))
                .extracting(Suggestions.Word::value)
                .containsExactly("--mode=fast");
        assertThat(suggestions.at("stop -m s"))
                .extracting(Suggestions.Word::value)
                .containsExactly("smart");
    }

    @Test
    void helpShowsArgumentsBeforeOptions() {
        assertThat(HelpText.of(catalog.find("stop").orElseThrow(), 80))
                .containsExactly(
                        "stop: stop a node",
                        "",
                        "Usage: stop NODE [--mode=smart|fast] [--timeout=TIMEOUT] [--force]",
                        "",
                        "Arguments:",
                        "  NODE  which",
                        "",
                        "Options:",
                        "  -m, --mode=smart|fast  how (default: fast)",
                        "  -t, --timeout=TIMEOUT   (default: 60)",
                        "  -f, --force");
    }
}
