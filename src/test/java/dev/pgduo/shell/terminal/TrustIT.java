package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The question before a lab of others is played at a terminal. */
class TrustIT {
    private static final String QUESTION = "is not one of pgduo's own labs and runs this line on this machine. (y/n)";

    @TempDir
    Path home = Path.of("");

    private Path marks = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        marks = home.resolve("marks");
        file = home.resolve("x.lab");
        write("       1\n");
    }

    private void write(String answer) throws Exception {
        Files.writeString(file, """
                %ignore
                postgres> echo \033played | tee -a MARKS

                    => select 1 as one;
                     one
                    -----
                """.replace("MARKS", marks.toString()) + answer + """
                    (1 row)

                """);
    }

    private Tmux start(String... words) throws Exception {
        return Tmux.start(home, "xterm-256color", Program.pgduo(home, true, words));
    }

    private static void asked(Tmux terminal, String verb) throws Exception {
        terminal.await("the question of " + verb, screen -> {
            // Where the lines break depends on how long the path is.
            String text = String.join("", screen).replace(" ", "");
            return Stream.of(verb + ": \"", QUESTION, ":2: postgres> echo ^[played")
                    .map(part -> part.replace(" ", ""))
                    .allMatch(text::contains);
        });
    }

    private long plays() throws Exception {
        return Files.exists(marks) ? Files.readAllLines(marks).size() : 0;
    }

    @Test
    void playsNothingAfterANo() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Tmux terminal = start("play", file.toString())) {
                asked(terminal, "play");
                terminal.enter("x").enter("n").awaitExit();
            }
        }
        assertThat(plays()).isZero();
    }

    @Test
    void isAskedOnceForEachContent() throws Exception {
        try (Tmux terminal = start("play", file.toString())) {
            asked(terminal, "play");
            terminal.enter("y").awaitExit();
        }
        assertThat(plays()).isEqualTo(1);
        try (Stream<Path> known = Files.list(home.resolve("state/pgduo/trusted"))) {
            assertThat(known.toList()).singleElement().satisfies(one -> {
                assertThat(one.getFileName().toString()).matches("[0-9a-f]{64}");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                        .isEqualTo("rw-------");
            });
        }
        Files.move(file, home.resolve("moved"));
        try (Tmux terminal = start("play", home.resolve("moved").toString())) {
            terminal.awaitExit();
        }
        assertThat(plays()).isEqualTo(2);
        write("       2\n");
        try (Tmux terminal = start("play", file.toString())) {
            asked(terminal, "play");
            terminal.enter("n").awaitExit();
        }
        assertThat(plays()).isEqualTo(2);
    }

    @Test
    void isNotAskedWhenTold() throws Exception {
        for (List<String> words : List.of(
                List.of("play", "--trust"),
                List.of("verify", "--trust"),
                List.of("present", "--auto", "--speed", "0", "--pause", "10", "--trust"),
                List.of("play", "--auto", "--trust"))) {
            long before = plays();
            String[] all =
                    Stream.concat(words.stream(), Stream.of(file.toString())).toArray(String[]::new);
            try (Tmux terminal = start(all)) {
                terminal.awaitExit();
            }
            assertThat(plays()).as(words.toString()).isEqualTo(before + 1);
        }
        assertThat(home.resolve("state/pgduo/trusted")).doesNotExist();
    }

    @Test
    void verifyAndPresentAskToo() throws Exception {
        for (String verb : List.of("verify", "present")) {
            try (Tmux terminal = start(verb, file.toString())) {
                asked(terminal, verb);
                terminal.enter("n").awaitExit();
            }
        }
        assertThat(plays()).isZero();
    }

    @Test
    void isAskedAtThePrompt() throws Exception {
        try (Tmux terminal = start()) {
            terminal.await("the prompt", screen -> screen.contains("lab>"));
            terminal.enter("play " + file);
            asked(terminal, "play");
            terminal.type("n").awaitEnd("ERROR:  \"play\" was not confirmed, nothing was played", "lab>");
            terminal.enter("play " + file);
            asked(terminal, "play");
            terminal.type("y").await("the prompt after the play", screen -> {
                String text = String.join("\n", screen);
                return text.contains("(1 row)") && text.endsWith("lab>");
            });
            terminal.key("C-d").awaitExit();
        }
        assertThat(plays()).isEqualTo(1);
    }

    @Test
    void nobodyIsAskedWithoutATerminal() throws Exception {
        Program.Finished finished = Program.run(Program.pgduo(home, false, "play", file.toString()), "");
        assertThat(finished.code()).as(finished.text()).isZero();
        assertThat(plays()).isEqualTo(1);
    }
}
