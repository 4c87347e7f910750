package dev.pgduo.shell.psql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.process.Getopt.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {
    @Test
    void mixesOptionsAndNames() throws Getopt.Unreadable {
        Getopt.Words line = CommandLine.OPTIONS.read(List.of("db", "-Atc", "select 1", "user", "--host=h", "-p5"));

        assertThat(line.operands()).containsExactly("db", "user");
        assertThat(line.options())
                .containsExactly(
                        new Option('A', ""),
                        new Option('t', ""),
                        new Option('c', "select 1"),
                        new Option('h', "h"),
                        new Option('p', "5"));
    }

    @Test
    void takesLongNamesCutWhereThatLeavesNoDoubt() throws Getopt.Unreadable {
        Getopt.Words line = CommandLine.OPTIONS.read(List.of("--comm", "x", "--help=commands", "--csv", "--", "-x"));

        assertThat(line.options())
                .containsExactly(new Option('c', "x"), new Option('?', "commands"), new Option(CommandLine.CSV, ""));
        assertThat(line.operands()).containsExactly("-x");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "-Q, invalid option -- 'Q'",
                "-C, invalid option -- 'C'",
                "-c, option requires an argument -- 'c'",
                "--foo=1, unrecognized option '--foo=1'",
                "--command, option '--command' requires an argument",
                "--csv=1, option '--csv' doesn't allow an argument"
            })
    void complainsInTheWordsOfGetopt(String word, String complaint) {
        assertThatThrownBy(() -> CommandLine.OPTIONS.read(List.of(word))).hasMessage(complaint);
    }

    @Test
    void namesThePossibilities() {
        assertThatThrownBy(() -> CommandLine.OPTIONS.read(List.of("--no")))
                .hasMessage("option '--no' is ambiguous; possibilities: '--no-align' '--no-readline' '--no-password'"
                        + " '--no-psqlrc'");
    }
}
