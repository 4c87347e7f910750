package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedEchoTest {
    @ParameterizedTest
    @CsvSource({
        "one;ls;two, 'ls|', one;two",
        "ls;ls, 'ls|', ls",
        "waiting...ls;done, 'ls|', waiting...;done",
        "ls;pwd;one, 'ls|pwd|', one",
        "done;d, d, done",
        "ddone, d, done",
        "one, 'ls|', one",
        "one, '|', one"
    })
    void takesOutWhatWasTyped(String shown, String typed, String left) {
        List<String> lines = new ArrayList<>(List.of(shown.split(";", -1)));
        TypedEcho.remove(lines, typed.replace('|', '\r'));
        assertThat(lines).containsExactly(left.split(";", -1));
    }
}
